package org.tanggap.citydesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tanggap.complaint.Status;
import tools.jackson.databind.JsonNode;

/** What the pages are told of the sample after the offices have been played. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SamplePageTest {

  private static final List<String> COLOURS = List.of("red", "yellow", "green", "blue", "grey");

  private SampleFeed sample;
  private RunningDesk desk;

  @BeforeAll
  void take_the_sample_in(@TempDir Path folder) throws IOException {
    sample = SampleFeed.read();
    DeskDatabase.Settings database =
        DeskDatabase.Settings.of("jdbc:sqlite:" + folder.resolve("sample.db"));
    desk =
        RunningDesk.start(new DeskRun.Settings(null, null, null, null, null, database, 0, null))
            .awaitFeed();
  }

  @AfterAll
  void stop() {
    desk.close();
  }

  @Test
  void every_table_counts_every_complaint_once() throws Exception {
    JsonNode tables = desk.json("/api/figures").path("tables");

    assertThat(tables).hasSize(7);
    for (JsonNode table : tables) {
      int all = 0;
      for (JsonNode row : table.path("rows")) {
        all += row.path("received").intValue() + row.path("merged").intValue();
      }
      assertThat(all).as(table.path("by").stringValue()).isEqualTo(sample.complaints());
    }
  }

  @Test
  void the_league_table_ranks_those_kelurahan_that_can_be_judged() throws Exception {
    JsonNode league = desk.json("/api/figures").path("league");

    assertThat(league.path("places")).isNotEmpty();
    double before = 1;
    for (JsonNode place : league.path("places")) {
      assertThat(place.path("name").stringValue()).isNotBlank();
      assertThat(place.path("shareInTime").doubleValue()).isBetween(0.0, before);
      before = place.path("shareInTime").doubleValue();
    }
    assertThat(league.path("places").get(0).path("rank").intValue()).isEqualTo(1);
    assertThat(desk.json("/api/figures?judged=1000").path("league").path("places")).isEmpty();
    JsonNode before2002 = desk.json("/api/figures?first=2001-W01&last=2001-W52");
    assertThat(before2002.path("tables").get(0).path("rows")).isEmpty();
    assertThat(desk.get("/api/figures?first=yesterday").statusCode()).isEqualTo(400);
    assertThat(desk.get("/api/figures?first=2001-W02&last=2001-W01").statusCode()).isEqualTo(400);
  }

  @Test
  void the_map_shows_all_colours() throws Exception {
    Set<String> colours = new TreeSet<>();
    for (JsonNode dot : desk.json("/api/map").path("complaints")) {
      colours.add(dot.path("colour").stringValue());
    }

    assertThat(colours).containsExactlyInAnyOrderElementsOf(COLOURS);
  }

  @Test
  void the_offices_of_the_sample_show_what_a_complaint_can_go_through() throws Exception {
    Set<String> statuses = new TreeSet<>();
    for (JsonNode complaint : desk.json("/api/officer/complaints?limit=500").path("complaints")) {
      statuses.add(complaint.path("internal").path("status").stringValue());
    }

    assertThat(statuses)
        .containsExactlyInAnyOrder(
            "ASSIGNED",
            "FORWARDED",
            "REFERRED",
            "IN_WORK",
            "WAITING_FOR_REPORTER",
            "SCHEDULED",
            "CHECKING",
            "RESOLVED",
            "DISPUTED",
            "REJECTED",
            "CLARIFIED",
            "CLOSED",
            "MERGED");
    assertThat(desk.out()).contains("none of that is real");
  }

  @Test
  void the_map_holds_every_complaint_but_the_secret_one_and_each_can_be_opened() throws Exception {
    JsonNode root = desk.json("/api/map");

    assertThat(root.path("more").booleanValue()).isFalse();
    assertThat(root.path("complaints")).hasSize(sample.complaints() - SampleFeed.SECRET);
    for (JsonNode dot : root.path("complaints")) {
      JsonNode complaint = desk.json("/api/complaints/" + dot.path("id").stringValue());
      assertThat(complaint.path("id")).isEqualTo(dot.path("id"));
      assertThat(complaint.path("status").path("colour")).isEqualTo(dot.path("colour"));
      assertThat(complaint.path("overdue")).isEqualTo(dot.path("overdue"));
      assertThat(complaint.path("history").get(0).path("text").stringValue()).isNotBlank();
      assertThat(complaint.path("unit").path("name").stringValue()).isNotBlank();
      assertThat(complaint.path("deadlines").get(0).path("ledger")).isNotEmpty();
      assertThat(complaint.has("internal")).isFalse();
    }
  }

  @Test
  void a_complaint_whose_place_is_unusable_has_no_dot() throws Exception {
    int dots = 0;
    for (JsonNode line : desk.json("/api/map").path("complaints")) {
      boolean placed = line.has("lat") && line.has("lon");
      assertThat(placed).isEqualTo(!line.path("outcome").stringValue().equals("needs-location"));
      dots += placed ? 1 : 0;
    }
    assertThat(dots).isEqualTo(sample.complaints() - SampleFeed.SECRET - sample.withoutPlace());
  }

  @Test
  void a_road_is_promised_within_three_times_24_hours_and_says_why() throws Exception {
    JsonNode road = desk.json("/api/complaints?category=road&lang=en").path("complaints").get(0);

    Duration promised =
        Duration.between(
            OffsetDateTime.parse(road.path("opened").stringValue()),
            OffsetDateTime.parse(road.path("expected").stringValue()));
    assertThat(promised).isEqualTo(Duration.ofDays(3));
    assertThat(road.path("deadlines").get(0).path("ledger").get(0).stringValue())
        .contains("72 hours, nights and holidays included", "(rule for road)");
  }

  @Test
  void photos_of_a_repair_say_whether_they_were_taken_there() throws Exception {
    Set<String> findings = new TreeSet<>();
    for (JsonNode road : desk.json("/api/complaints?category=road").path("complaints")) {
      for (JsonNode photo : road.path("proof")) {
        findings.add(photo.path("place").stringValue());
        assertThat(photo.has("picture")).isFalse();
      }
    }

    assertThat(findings).containsExactly("DIFFERS", "FITS");
  }

  @Test
  void whoever_reported_a_duplicate_follows_the_complaint_that_goes_on() throws Exception {
    for (JsonNode complaint : desk.json("/api/complaints?limit=500").path("complaints")) {
      if (complaint.has("goesOnIn")) {
        JsonNode other = desk.json("/api/complaints/" + complaint.path("goesOnIn").stringValue());
        assertThat(other.path("followers").intValue()).isEqualTo(1);
        return;
      }
    }
    throw new AssertionError("no complaint was merged");
  }

  @Test
  void the_legend_has_the_word_of_every_status_in_both_languages() throws Exception {
    JsonNode indonesian = desk.json("/api/legend?lang=id");
    JsonNode english = desk.json("/api/legend?lang=en");

    assertThat(indonesian.path("words")).hasSize(Status.values().length);
    assertThat(english.path("words")).hasSize(Status.values().length);
    assertThat(indonesian.toString()).contains("Sedang dikerjakan");
    assertThat(english.toString()).contains("Being worked on");
    assertThat(english.path("colours").propertyNames())
        .containsExactlyInAnyOrderElementsOf(COLOURS);
    assertThat(desk.get("/api/legend?lang=fr").statusCode()).isEqualTo(400);
  }
}
