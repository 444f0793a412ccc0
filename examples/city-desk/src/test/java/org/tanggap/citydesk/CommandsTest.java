package org.tanggap.citydesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tanggap.citydesk.SmallDesk.JSON;
import static org.tanggap.citydesk.SmallDesk.object;
import static org.tanggap.citydesk.SmallDesk.read;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.complaint.Report;
import tools.jackson.databind.JsonNode;

/** What officers and citizens do to a complaint over HTTP. */
class CommandsTest {

  @TempDir Path folder;

  private SmallDesk desk;
  private String path = "";

  @BeforeEach
  void start() throws Exception {
    desk = SmallDesk.start(folder, null);
    path = desk.first();
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void an_officer_takes_a_complaint_from_received_to_done_and_the_citizen_hears_of_it()
      throws Exception {
    int version = desk.version(path);

    HttpResponse<String> started = desk.command(path, "StartWork", "");
    assertThat(started.statusCode()).isEqualTo(200);
    assertThat(read(started).path("internal").path("status").stringValue()).isEqualTo("IN_WORK");
    assertThat(read(started).path("version").intValue()).isEqualTo(version + 1);
    assertThat(desk.command(path, "Answer", "Petugas sedang di jalan.").statusCode())
        .isEqualTo(200);
    HttpResponse<String> resolved = desk.command(path, "Resolve", "Sudah kami tangani.");
    assertThat(read(resolved).path("status").path("colour").stringValue()).isEqualTo("green");

    assertThat(desk.citizen(path, "Confirm", "").statusCode()).isEqualTo(200);
    assertThat(desk.officerView(path).path("internal").path("status").stringValue())
        .isEqualTo("CLOSED");
    assertThat(desk.web().json("/api/desk").path("counts").path("green").intValue()).isEqualTo(1);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(desk.answers())
                    .hasSize(3)
                    .anySatisfy(line -> assertThat(line).contains("Petugas sedang di jalan."))
                    .anySatisfy(line -> assertThat(line).contains("Sudah kami tangani."))
                    .allSatisfy(line -> assertThat(line).contains("\"in_reply_to\":\"r-1\"")));
  }

  @Test
  void a_citizen_who_disagrees_opens_it_again() throws Exception {
    desk.command(path, "Resolve", "Sudah kami tangani.");

    HttpResponse<String> disputed = desk.citizen(path, "Dispute", "Air masih setinggi lutut.");

    assertThat(disputed.statusCode()).isEqualTo(200);
    assertThat(read(disputed).has("internal")).isFalse();
    assertThat(desk.officerView(path).path("internal").path("status").stringValue())
        .isEqualTo("DISPUTED");
  }

  @Test
  void a_citizen_can_do_nothing_that_is_an_officers() throws Exception {
    HttpResponse<String> response = desk.citizen(path, "Resolve", "Selesai sendiri.");

    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(read(response).path("obstacle").stringValue()).isEqualTo("ACTOR");
  }

  @Test
  void a_command_that_the_status_does_not_allow_is_refused_with_those_it_allows() throws Exception {
    desk.command(path, "StartWork", "");

    HttpResponse<String> again = desk.command(path, "StartWork", "");

    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(read(again).path("kind").stringValue()).isEqualTo("refused");
    assertThat(read(again).path("error").stringValue())
        .contains("This is no move from here", "IN_WORK", "Resolve");
    assertThat(read(again).path("allowed").toString())
        .contains("Resolve")
        .doesNotContain("StartWork");
  }

  @Test
  void a_road_needs_a_photo_and_the_eye_of_a_second_person() throws Exception {
    desk.web().desk().receive(Report.of("Aspal berlubang").withPlace(Squares.MIDDLE, 106.815));
    String road =
        "/api/complaints/"
            + desk.web()
                .json("/api/complaints?category=road")
                .path("complaints")
                .get(0)
                .path("id")
                .stringValue();

    JsonNode without = read(desk.command(road, "Resolve", "Sudah ditambal."));
    assertThat(without.path("obstacle").stringValue()).isEqualTo("PROOF_MISSING");
    var proof = object().put("text", "Sudah ditambal.");
    proof
        .putArray("photos")
        .addObject()
        .put("reference", "foto/1.jpg")
        .put("lat", Squares.MIDDLE)
        .put("lon", 106.815);
    assertThat(desk.command(road, "Resolve", proof).statusCode()).isEqualTo(200);
    JsonNode own = read(desk.command(road, "PassCheck", ""));
    assertThat(own.path("obstacle").stringValue()).isEqualTo("SAME_PERSON");
    assertThat(desk.web().json(road).path("proof")).as("not told before the check").isEmpty();

    String other =
        object()
            .put("officer", "budi")
            .put("command", "PassCheck")
            .put("version", desk.version(road))
            .toString();
    assertThat(desk.web().post(road + "/commands", JSON, other).statusCode()).isEqualTo(200);
    assertThat(desk.web().json(road).path("proof").get(0).path("place").stringValue())
        .isEqualTo("FITS");
  }

  @Test
  void a_complaint_is_passed_on_to_an_office_that_the_rules_know() throws Exception {
    String office = desk.officerView(path).path("offices").get(0).path("id").stringValue();
    var forward =
        object().put("unit", office).put("handover", "NOT_OURS").put("text", "Bukan urusan kami.");

    HttpResponse<String> response = desk.command(path, "Forward", forward);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(read(response).path("unit").path("id").stringValue()).isEqualTo(office);
    assertThat(
            read(response).path("internal").path("holdings").get(0).path("charged").booleanValue())
        .isFalse();
    assertThat(desk.web().json(path).toString()).doesNotContain("Bukan urusan kami");
    var nowhere =
        object().put("unit", "nowhere").put("handover", "NOT_OURS").put("text", "Bukan kami.");
    assertThat(desk.command(path, "Forward", nowhere).statusCode()).isEqualTo(400);
  }

  @Test
  void two_reports_of_the_same_are_suggested_with_reasons_and_merged() throws Exception {
    desk.web()
        .desk()
        .receive(Report.of("Banjir depan rumah").withPlace(Squares.MIDDLE, Squares.FIRST + 0.0002));
    JsonNode similar = desk.officerView(path).path("similar");
    assertThat(similar).hasSize(1);
    assertThat(similar.get(0).path("reasons").toString()).contains("Both are about flood", "apart");

    var merge =
        object()
            .put("into", similar.get(0).path("id").stringValue())
            .put("text", "Sudah dilaporkan.");
    HttpResponse<String> merged = desk.command(path, "Merge", merge);

    assertThat(merged.statusCode()).isEqualTo(200);
    assertThat(read(merged).path("goesOnIn")).isEqualTo(similar.get(0).path("id"));
  }

  @Test
  void a_click_on_what_somebody_changed_meanwhile_does_nothing_and_says_who_was_first()
      throws Exception {
    int seen = desk.version(path);
    desk.command(path, "StartWork", "");

    HttpResponse<String> late =
        desk.command(path, "Resolve", object().put("text", "Selesai.").put("version", seen));

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(read(late).path("kind").stringValue()).isEqualTo("outdated");
    assertThat(read(late).path("error").stringValue()).startsWith("sari changed the complaint");
    assertThat(desk.version(path)).isEqualTo(seen + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"command\":\"Answer\",\"version\":VERSION}",
        "{\"command\":\"Answer\",\"version\":VERSION,\"text\":\"  \"}",
        "{\"command\":\"Schedule\",\"version\":VERSION,\"text\":\"x\",\"date\":\"soon\"}",
        "{\"command\":\"ChangePriority\",\"version\":VERSION,\"text\":\"x\",\"priority\":\"ASAP\"}",
        "{\"command\":\"ChangeCategory\",\"version\":VERSION,\"text\":\"x\",\"category\":\"A B\"}",
        "{\"command\":\"Resolve\",\"version\":VERSION,\"text\":\"x\",\"photos\":[{}]}",
        "{\"command\":\"Merge\",\"version\":VERSION,\"text\":\"x\",\"into\":\"1\"}",
        "{\"command\":\"Abolish\",\"version\":VERSION,\"text\":\"x\"}",
        "{\"version\":VERSION}",
        "{\"command\":\"StartWork\"}",
        "{\"command\":\"StartWork\",\"version\":\"three\"}",
        "{\"command\":",
        "[]",
        "null",
        ""
      })
  void a_command_that_cannot_be_understood_is_refused(String body) throws Exception {
    int version = desk.version(path);

    HttpResponse<String> response =
        desk.web().post(path + "/commands", JSON, body.replace("VERSION", String.valueOf(version)));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(read(response).path("kind").stringValue()).isEqualTo("malformed");
    assertThat(read(response).path("error").stringValue()).endsWith(".");
    assertThat(desk.version(path)).isEqualTo(version);
  }

  @Test
  void a_command_for_what_is_not_there_is_refused() throws Exception {
    String nobody = "/api/complaints/00000000-0000-7000-8000-000000000000/commands";
    String body = "{\"command\":\"StartWork\",\"version\":1,\"officer\":\"sari\"}";

    assertThat(desk.web().post(nobody, JSON, body).statusCode()).isEqualTo(404);
    assertThat(desk.web().post("/api/complaints/1/commands", JSON, body).statusCode())
        .isEqualTo(404);
  }

  @Test
  void a_body_without_end_is_refused() throws Exception {
    String body = "{\"command\":\"Answer\",\"text\":\"" + "a".repeat(70_000) + "\"}";

    HttpResponse<String> response = desk.web().post(path + "/commands", JSON, body);

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(read(response).path("kind").stringValue()).isEqualTo("oversized");
    assertThat(desk.command(path, "Answer", "a".repeat(4_001)).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  void a_form_of_another_site_cannot_send_a_command(String type) throws Exception {
    int version = desk.version(path);

    HttpResponse<String> response =
        desk.web()
            .post(
                path + "/commands",
                type,
                "{\"command\":\"StartWork\",\"officer\":\"x\",\"version\":" + version + "}");

    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(read(response).path("error").stringValue()).contains(JSON);
    assertThat(desk.version(path)).isEqualTo(version);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, http://evil.example, 403",
    "Origin, null, 403",
    "Sec-Fetch-Site, cross-site, 403",
    "Sec-Fetch-Site, same-site, 403",
    "Sec-Fetch-Site, same-origin, 200",
    "X-Nothing, said, 200"
  })
  void only_the_pages_of_this_desk_may_send_a_command(String header, String value, int status)
      throws Exception {
    String body =
        object()
            .put("command", "Verify")
            .put("officer", "sari")
            .put("version", desk.version(path))
            .toString();

    HttpResponse<String> response =
        desk.web()
            .send(
                HttpRequest.newBuilder(desk.web().uri(path + "/commands"))
                    .header("Content-Type", JSON)
                    .header(header, value)
                    .POST(HttpRequest.BodyPublishers.ofString(body)));

    assertThat(response.statusCode()).isEqualTo(status);
  }
}
