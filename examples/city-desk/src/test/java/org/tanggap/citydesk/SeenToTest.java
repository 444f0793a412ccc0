package org.tanggap.citydesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tanggap.citydesk.SmallDesk.JSON;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What somebody has to see to: what is due, whom to warn, and answers that did not arrive. */
class SeenToTest {

  @TempDir Path folder;

  private SmallDesk desk;

  /** A flood of a month ago, and one report for each of the next hours. */
  @BeforeEach
  void start() throws Exception {
    StringBuilder feed = new StringBuilder(line("old", Instant.now().minus(Duration.ofDays(30))));
    for (int i = 0; i < 5; i++) {
      feed.append(line("new-" + i, Instant.now().minus(Duration.ofMinutes(i))));
    }
    Files.writeString(SmallDesk.feed(folder), feed);
    desk = SmallDesk.start(folder, null);
  }

  private static String line(String id, Instant at) {
    return String.format(
        Locale.ROOT,
        "{\"id\":\"%s\",\"text\":\"Banjir\",\"lat\":%f,\"lon\":%f,\"created_at\":\"%s\"}%n",
        id,
        Squares.MIDDLE,
        Squares.FIRST,
        at);
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void open_complaints_come_by_pages_the_next_due_first() throws Exception {
    List<String> due = new ArrayList<>();
    String path = "/api/officer/complaints?state=open&order=due&unit=sudin-sda-31.71&limit=4";
    JsonNode page = desk.web().json(path);
    page.path("complaints").forEach(it -> due.add(it.path("expected").stringValue()));
    page = desk.web().json(path + "&after=" + page.path("after").stringValue());
    page.path("complaints").forEach(it -> due.add(it.path("expected").stringValue()));

    assertThat(due).hasSize(6).isSorted();
    assertThat(page.path("after").isNull()).isTrue();
    assertThat(desk.web().json("/api/complaints?area=31.71.02").path("complaints")).isEmpty();
    assertThat(desk.web().json("/api/complaints?area=31.71.01").path("complaints")).hasSize(6);
  }

  @Test
  void a_question_that_makes_no_sense_is_refused() throws Exception {
    for (String query : List.of("order=best", "after=1", "limit=0", "limit=x", "category=A%20B")) {
      assertThat(desk.web().get("/api/complaints?" + query).statusCode()).as(query).isEqualTo(400);
    }
  }

  @Test
  void a_missed_promise_is_told_to_the_section_head_and_the_camat_once() throws Exception {
    JsonNode alerts = desk.web().json("/api/alerts");
    List<String> told = new ArrayList<>();
    alerts
        .path("alerts")
        .forEach(
            it -> told.add(it.path("target").stringValue() + " " + it.path("to").stringValue()));

    assertThat(told)
        .contains(
            "RESOLUTION " + JakartaRules.SECTION_HEAD,
            "RESOLUTION " + JakartaRules.CAMAT,
            "FIRST_RESPONSE " + JakartaRules.SECTION_HEAD);
    assertThat(alerts.path("count").intValue()).isEqualTo(told.size());
    assertThat(desk.web().json("/api/desk").path("counts").path("overdue").intValue()).isEqualTo(1);

    desk.close();
    desk = SmallDesk.start(folder, null);

    assertThat(desk.web().json("/api/alerts").path("count")).isEqualTo(alerts.path("count"));
  }

  @Test
  void an_answer_that_was_given_up_is_tried_again() throws Exception {
    await().atMost(Duration.ofSeconds(30)).until(() -> desk.answers().size() == 6);
    desk.database().run("UPDATE tanggap_outbox SET state = 'DEAD', note = 'gone'");
    JsonNode letters = desk.web().json("/api/dead-letters").path("letters");
    assertThat(letters).hasSize(6);
    assertThat(letters.get(0).path("note").stringValue()).isEqualTo("gone");
    String path = "/api/dead-letters/" + letters.get(0).path("id").stringValue() + "/retry";

    assertThat(desk.web().post(path, JSON, "{}").statusCode()).isEqualTo(200);

    await().atMost(Duration.ofSeconds(30)).until(() -> desk.answers().size() == 7);
    assertThat(desk.web().json("/api/dead-letters").path("letters")).hasSize(5);
    assertThat(desk.web().post(path, JSON, "{}").statusCode()).isEqualTo(404);
    assertThat(desk.web().post("/api/dead-letters/x/retry", JSON, "{}").statusCode())
        .isEqualTo(404);
  }
}
