package org.tanggap.citydesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.citydesk.SmallDesk.JSON;
import static org.tanggap.citydesk.SmallDesk.read;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.Discretion;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import tools.jackson.databind.JsonNode;

/** What citizens asked to be kept back is kept back, and what is known of them can be forgotten. */
class DiscretionTest {

  private static final double LATITUDE = -6.19537;
  private static final double LONGITUDE = 106.81462;

  @TempDir Path folder;

  private SmallDesk desk;

  @BeforeEach
  void start() throws Exception {
    desk = SmallDesk.start(folder, null);
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  private Complaint receive(boolean anonymous, boolean secret) {
    return desk.web()
        .desk()
        .receive(
            Report.of("Pungutan liar di loket")
                .withPlace(LATITUDE, LONGITUDE)
                .withReporter(new Reporter("0812-3456", "Bu Ani"))
                .withDiscretion(new Discretion(anonymous, secret)))
        .getComplaint();
  }

  @Test
  void a_secret_complaint_is_nowhere_in_public() throws Exception {
    String id = receive(true, true).id().toString();
    String path = "/api/complaints/" + id;

    assertThat(desk.web().get(path).statusCode()).isEqualTo(404);
    assertThat(desk.web().get("/api/complaints?limit=500").body())
        .doesNotContain(id, "Pungutan liar");
    assertThat(desk.web().get("/api/map").body()).doesNotContain(id);
    String confirm = "{\"command\":\"Confirm\",\"version\":3}";
    assertThat(desk.web().post(path + "/commands", JSON, confirm).statusCode()).isEqualTo(404);

    JsonNode officer = desk.officerView(path);
    assertThat(officer.path("internal").path("secret").booleanValue()).isTrue();
    assertThat(desk.web().get("/api/officer/complaints").body()).contains(id);
  }

  @Test
  void of_an_anonymous_complaint_the_public_sees_the_place_coarsely() throws Exception {
    String path = "/api/complaints/" + receive(true, false).id();

    JsonNode shown = desk.web().json(path);

    assertThat(shown.path("place").path("metres").doubleValue()).isEqualTo(100);
    assertThat(shown.path("place").path("lat").doubleValue()).isEqualTo(-6.195);
    assertThat(shown.path("place").path("lon").doubleValue()).isEqualTo(106.815);
    assertThat(desk.web().get("/api/map").body())
        .contains("106.815")
        .doesNotContain(String.valueOf(LONGITUDE));
    assertThat(desk.web().get("/api/complaints").body()).doesNotContain(String.valueOf(LONGITUDE));
    assertThat(desk.officerView(path).path("place").path("lon").doubleValue()).isEqualTo(LONGITUDE);
  }

  @Test
  void neither_the_public_nor_an_officer_sees_who_it_was() throws Exception {
    String path = "/api/complaints/" + receive(false, false).id();
    String reporter =
        desk.web().json(path + "/keeper").path("identity").path("reporter").stringValue();

    assertThat(desk.web().get(path).body()).doesNotContain(reporter, "Bu Ani", "0812");
    assertThat(desk.web().get(path + "/officer").body()).doesNotContain(reporter, "Bu Ani", "0812");
  }

  @Test
  void notes_of_officers_are_not_public() throws Exception {
    String path = desk.first();

    desk.command(path, "Note", "Pelapor sering menelepon.");

    assertThat(desk.officerView(path).toString()).contains("Pelapor sering menelepon.");
    assertThat(desk.web().get(path).body()).doesNotContain("Pelapor sering", "sari");
  }

  @Test
  void a_reporter_gets_everything_and_is_forgotten_on_request() throws Exception {
    String complaint = "/api/complaints/" + receive(false, false).id();
    String path =
        "/api/reporters/"
            + desk.web()
                .json(complaint + "/keeper")
                .path("identity")
                .path("reporter")
                .stringValue();

    JsonNode file = desk.web().json(path);
    assertThat(file.path("handle").stringValue()).isEqualTo("0812-3456");
    assertThat(file.path("reported")).hasSize(1);

    JsonNode receipt = read(desk.web().delete(path + "?words=removed"));
    assertThat(receipt.path("identities").intValue()).isEqualTo(1);
    assertThat(receipt.path("events").intValue()).isEqualTo(1);
    assertThat(desk.web().get(path).statusCode()).isEqualTo(404);
    assertThat(desk.web().get(complaint).body()).doesNotContain("Pungutan");
    assertThat(desk.web().get("/api/reporters/somebody").statusCode()).isEqualTo(404);
    assertThat(desk.web().delete(path + "?words=some").statusCode()).isEqualTo(400);
  }
}
