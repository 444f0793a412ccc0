package org.tanggap.citydesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Real borders and real reports, which are not part of this repository. */
class RealFilesTest {

  private static final Path DATA = Path.of(System.getProperty("tanggap.shared", ""), "data");
  private static final Path BOUNDARIES = DATA.resolve("jakarta-kelurahan-mit.geojson.gz");
  private static final Path FEED = DATA.resolve("flood-reports-2017.csv");

  @TempDir Path folder;

  @Test
  void every_flood_report_of_2017_ends_in_exactly_one_outcome() throws Exception {
    assumeTrue(Files.exists(BOUNDARIES), "the boundaries are not here");
    assumeTrue(Files.exists(FEED), "the flood reports are not here");

    JsonNode counts = countsOf("one.db");

    assertThat(counts.path("complaints").intValue()).isEqualTo(602);
    assertThat(
            counts.path("routed").intValue()
                + counts.path("ambiguous").intValue()
                + counts.path("outside").intValue()
                + counts.path("needsLocation").intValue())
        .isEqualTo(602);
    assertThat(counts.path("routed").intValue()).isGreaterThan(500);
    assertThat(counts.path("leftOut").intValue()).isZero();
    assertThat(countsOf("another.db")).isEqualTo(counts);
  }

  private JsonNode countsOf(String name) throws Exception {
    DeskDatabase.Settings database =
        DeskDatabase.Settings.of("jdbc:sqlite:" + folder.resolve(name));
    try (RunningDesk desk =
        RunningDesk.start(
            new DeskRun.Settings(BOUNDARIES, FEED, null, null, null, database, 0, null))) {
      desk.awaitFeed();
      assertThat(desk.out())
          .contains("This run: 602 new, 0 known already, 0 in conflict, 0 ignored, 0 left out.");
      return desk.json("/api/desk").path("counts");
    }
  }
}
