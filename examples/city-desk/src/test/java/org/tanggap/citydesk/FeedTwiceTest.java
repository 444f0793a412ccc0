package org.tanggap.citydesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedTwiceTest {

  @TempDir Path folder;

  private Database database = new Database(Path.of(""));
  private SampleFeed sample;

  @BeforeEach
  void read_the_sample() throws IOException {
    database = new Database(folder.resolve("desk.db"));
    sample = SampleFeed.read();
  }

  /** Runs on the sample's defaults until the feed is in, and gives the line that counts it. */
  private String runOnce() throws Exception {
    RunningDesk desk =
        RunningDesk.start(
            new DeskRun.Settings(
                null,
                null,
                null,
                null,
                null,
                DeskDatabase.Settings.of("jdbc:sqlite:" + database.file()),
                0,
                null));
    try (desk) {
      desk.awaitFeed();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  database.number("SELECT COUNT(*) FROM tanggap_outbox WHERE state = 'PENDING'")
                      == 0);
    }
    return desk.out().lines().filter(line -> line.startsWith("This run: ")).findFirst().orElse("");
  }

  /** All that is kept, but for the cursor. */
  private List<String> contents() throws SQLException {
    return database.texts(
        """
        SELECT 'event ' || complaint_id || version || at || body FROM tanggap_event
        UNION ALL SELECT 'message ' || account || external_id || complaint_id FROM tanggap_message
        UNION ALL SELECT 'reply ' || id || complaint_id || text || state FROM tanggap_outbox
        UNION ALL SELECT 'left out ' || account || location || why || at FROM tanggap_left_out
        UNION ALL SELECT 'reporter ' || id FROM tanggap_reporter
        ORDER BY 1
        """);
  }

  private List<String> answers() throws IOException {
    return Files.readAllLines(folder.resolve("desk-answers.ndjson"));
  }

  @Test
  void the_same_feed_adds_nothing_the_second_time() throws Exception {
    assertThat(runOnce()).isEqualTo(sample.thisRun());
    List<String> contents = contents();
    List<String> answers = answers();

    assertThat(runOnce())
        .isEqualTo("This run: 0 new, 0 known already, 0 in conflict, 0 ignored, 0 left out.");

    assertThat(contents()).isEqualTo(contents);
    assertThat(answers()).isEqualTo(answers);
  }

  @Test
  void without_the_cursor_every_report_is_known_already() throws Exception {
    runOnce();
    List<String> contents = contents();
    List<String> answers = answers();
    database.run("DELETE FROM tanggap_cursor");

    assertThat(runOnce())
        .isEqualTo(
            "This run: 0 new, "
                + (sample.accepted().size() + sample.known())
                + " known already, "
                + sample.conflicting()
                + " in conflict, 0 ignored, "
                + sample.leftOut()
                + " left out.");

    assertThat(contents()).isEqualTo(contents);
    assertThat(answers()).isEqualTo(answers);
    assertThat(database.number("SELECT COUNT(*) FROM tanggap_cursor")).isEqualTo(1);
  }
}
