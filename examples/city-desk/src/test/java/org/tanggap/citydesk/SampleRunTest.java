package org.tanggap.citydesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The desk as it starts without options, but for its database and port. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleRunTest {

  private static final String RECEIPT = "Terima kasih. Laporan Anda kami catat dengan nomor ";

  private static final List<String> COLOURS = List.of("red", "yellow", "green", "blue", "grey");

  private Path folder = Path.of("");
  private SampleFeed sample;
  private RunningDesk desk;

  @BeforeAll
  void take_the_sample_in(@TempDir Path temporary) throws IOException {
    folder = temporary;
    sample = SampleFeed.read();
    DeskDatabase.Settings database =
        DeskDatabase.Settings.of("jdbc:sqlite:" + folder.resolve("sample.db"));
    desk =
        RunningDesk.start(new DeskRun.Settings(null, null, null, null, null, database, 0, null))
            .awaitFeed();
  }

  @AfterAll
  void stop() throws Exception {
    desk.close();
    assertThat(desk.out().lines()).last().isEqualTo("stopped; everything taken in is stored");
  }

  @Test
  void every_line_of_the_sample_ends_in_exactly_one_outcome() {
    assertThat(sample.accepted().size() + sample.known() + sample.conflicting() + sample.leftOut())
        .isEqualTo(sample.lines());
    assertThat(desk.out().lines())
        .contains(String.format(Locale.ROOT, "%,d reports read", sample.lines()), sample.thisRun());
  }

  @Test
  void every_complaint_ends_in_exactly_one_outcome() throws Exception {
    JsonNode counts = desk.json("/api/desk").path("counts");

    assertThat(counts.path("complaints").intValue()).isEqualTo(sample.complaints());
    assertThat(counts.path("needsLocation").intValue()).isEqualTo(sample.withoutPlace());
    assertThat(
            counts.path("routed").intValue()
                + counts.path("ambiguous").intValue()
                + counts.path("outside").intValue())
        .isEqualTo(sample.complaints() - sample.withoutPlace());
    assertThat(counts.path("ambiguous").intValue()).isPositive();
    assertThat(counts.path("outside").intValue()).isPositive();
    assertThat(COLOURS.stream().mapToInt(colour -> counts.path(colour).intValue()).sum())
        .isEqualTo(sample.complaints());
    assertThat(counts.path("leftOut").intValue())
        .isEqualTo(sample.conflicting() + sample.leftOut());
  }

  @Test
  void the_report_says_what_the_page_says() throws Exception {
    JsonNode counts = desk.json("/api/desk").path("counts");

    assertThat(desk.out().lines())
        .contains(
            String.format(
                Locale.ROOT,
                "All %d complaints: %d routed, %d ambiguous, %d outside, %d without a place;"
                    + " %d overdue; %d warnings and escalations.",
                counts.path("complaints").intValue(),
                counts.path("routed").intValue(),
                counts.path("ambiguous").intValue(),
                counts.path("outside").intValue(),
                counts.path("needsLocation").intValue(),
                counts.path("overdue").intValue(),
                desk.json("/api/alerts").path("count").intValue()),
            String.format(
                Locale.ROOT,
                "On the map: %d red, %d yellow, %d green, %d blue, %d grey.",
                counts.path("red").intValue(),
                counts.path("yellow").intValue(),
                counts.path("green").intValue(),
                counts.path("blue").intValue(),
                counts.path("grey").intValue()),
            "Left out in all: " + counts.path("leftOut").intValue());
  }

  @Test
  void the_report_has_a_table_for_every_level_and_the_category() {
    assertThat(desk.out()).contains("\nKota  ", "\nKecamatan  ", "\nKelurahan  ", "\nCategory  ");
    assertThat(desk.out()).contains("received", "open", "overdue", "in time");
  }

  @Test
  void what_was_left_out_is_named_with_the_reason() throws Exception {
    JsonNode leftOut = desk.json("/api/desk").path("leftOut");

    assertThat(leftOut).hasSize(sample.conflicting() + sample.leftOut());
    for (JsonNode entry : leftOut) {
      String line =
          "  " + entry.path("where").stringValue() + ": " + entry.path("why").stringValue();
      assertThat(desk.out().lines()).contains(line);
    }
    assertThat(desk.out())
        .contains("laporan-warga.ndjson line 36: the line is no JSON")
        .contains("s-002: another message came under the same id")
        .contains("s-031: the report has no text");
  }

  @Test
  void the_desk_says_plainly_that_the_map_is_a_sketch() throws Exception {
    String notice = desk.json("/api/desk").path("notice").stringValue();

    assertThat(notice).contains("sketch", "not the legal borders");
    assertThat(desk.out()).contains(notice);
  }

  @Test
  void the_areas_are_drawn_as_geojson() throws Exception {
    JsonNode areas = desk.json("/api/areas");

    assertThat(desk.get("/api/areas").headers().firstValue("Content-Type"))
        .contains("application/geo+json");
    assertThat(areas.path("features")).hasSize(267);
    assertThat(areas.path("features"))
        .allSatisfy(
            area -> {
              JsonNode properties = area.path("properties");
              assertThat(properties.path("code").stringValue())
                  .matches("31(\\.\\d\\d){2}\\.\\d{4}");
              assertThat(properties.path("name").stringValue()).isNotBlank();
              assertThat(properties.path("kecamatan").stringValue()).isNotBlank();
              assertThat(properties.path("kota").stringValue()).isNotBlank();
            });
  }

  @Test
  void each_new_report_gets_one_receipt() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(receipts()).containsExactlyInAnyOrderElementsOf(sample.accepted()));
    assertThat(desk.out()).contains("answers to citizens go to " + folder);
  }

  private List<String> receipts() throws IOException {
    Path file = folder.resolve("sample-answers.ndjson");
    return (Files.exists(file) ? Files.readAllLines(file) : List.<String>of())
        .stream()
            .map(line -> JsonMapper.shared().readTree(line))
            .filter(answer -> answer.path("text").stringValue().startsWith(RECEIPT))
            .map(answer -> answer.path("in_reply_to").stringValue())
            .toList();
  }
}
