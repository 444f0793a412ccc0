package org.tanggap.channel.officerapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.channel.PushResponse;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Discretion;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Status;
import org.tanggap.jurisdiction.Position;
import tools.jackson.databind.JsonNode;

/** What an officer does. */
class CommandsTest extends OfficerAppTests {

  private static final String IMAGE = Base64.getEncoder().encodeToString(picture());

  private static List<String> faults(PushResponse response) {
    assertThat(response.status()).as(response.body()).isEqualTo(400);
    List<String> faults = new ArrayList<>();
    json(response).path("faults").forEach(fault -> faults.add(fault.asString()));
    return faults;
  }

  private Complaint done(PushResponse response, Complaint complaint) {
    assertThat(response.status()).as(response.body()).isEqualTo(200);
    assertThat(json(response).path("version").asInt()).isEqualTo(now(complaint).version());
    return now(complaint);
  }

  @Test
  void a_lurah_takes_a_complaint_and_resolves_it_with_proof() {
    Complaint complaint = waste();
    complaint = done(post(LURAH, complaint, "take", ""), complaint);
    assertThat(complaint.status()).isEqualTo(Status.IN_WORK);

    String body =
        "{\"text\":\"Sampah sudah diangkut.\",\"proof\":[{\"image\":\""
            + IMAGE
            + "\",\"takenAt\":\"2026-11-21T09:00:00+07:00\",\"lat\":-6.9,\"lng\":107.6}]}";
    complaint = done(post(LURAH, complaint, "resolve", body), complaint);

    assertThat(complaint.status()).isEqualTo(Status.RESOLVED);
    ComplaintEvent.Resolved resolved = complaint.findResolution().orElseThrow();
    assertThat(resolved.by().id()).isEqualTo("lurah-1");
    Photo proof = resolved.proof().get(0);
    assertThat(proof.position()).isEqualTo(Position.of(-6.2263, 106.8583));
    assertThat(proof.takenAt()).isEqualTo(Instant.parse("2026-11-21T02:00:00Z"));
    assertThat(
            new String(
                pictures.find(proof.reference()).orElseThrow().content(),
                StandardCharsets.ISO_8859_1))
        .doesNotContain("Exif");
    assertThat(
            json(get(LURAH, "complaints/" + complaint.id()))
                .path("proof")
                .path(0)
                .path("picture")
                .asString())
        .isEqualTo(proof.reference());
  }

  @Test
  void what_the_picture_does_not_say_the_app_may_say() {
    Complaint complaint = waste();
    Complaint taken = done(post(LURAH, complaint, "take", ""), complaint);
    pictures.kept.put("known", org.tanggap.channel.Picture.of("image/png", new byte[1]));
    String body =
        "{\"text\":\"Sudah.\",\"proof\":[{\"reference\":\"known\",\"lat\":-6.3,\"lng\":106.8}]}";

    Complaint resolved = done(post(LURAH, taken, "resolve", body), complaint);

    assertThat(resolved.findResolution().orElseThrow().proof().get(0).position())
        .isEqualTo(Position.of(-6.3, 106.8));
  }

  @Test
  void what_nobody_has_goes_to_the_unit_of_whoever_takes_it() {
    Complaint complaint = report("Kucing hilang", null, Discretion.NONE);
    assertThat(complaint.findAssignment()).isEmpty();
    assertThat(post(LURAH, complaint, "resolve", "{\"text\":\"x\"}").status()).isEqualTo(403);

    Complaint taken = done(post(LURAH, complaint, "take", ""), complaint);

    assertThat(taken.getUnit()).isEqualTo(KELURAHAN);
    assertThat(done(post(LURAH, taken, "take", ""), complaint).status()).isEqualTo(Status.IN_WORK);
  }

  @Test
  void what_another_unit_has_may_be_seen_and_noted_and_no_more() {
    Complaint road = report("Jalan berlubang", ROAD, Discretion.NONE);
    for (String action :
        List.of("take", "claim", "release", "forward", "ask", "answer", "resolve")) {
      assertThat(post(LURAH, road, action, "{\"text\":\"x\"}").status()).as(action).isEqualTo(403);
    }

    assertThat(post(LURAH, road, "note", "{\"text\":\"Dekat sekolah.\"}").status()).isEqualTo(200);
    assertThat(post(DINAS, now(road), "take", "").status()).isEqualTo(200);
  }

  @Test
  void a_complaint_is_forwarded_and_leaves_the_sight_of_who_has_no_area() {
    Complaint road = report("Jalan berlubang", ROAD, Discretion.NONE);
    String body = "{\"unit\":\"kel-tebet-timur\",\"reason\":\"Jalan lingkungan\",\"notOurs\":true}";

    PushResponse response = post(DINAS, road, "forward", body, "kunci-1");

    assertThat(now(road).getUnit()).isEqualTo(KELURAHAN);
    assertThat(json(response).propertyNames()).containsExactly("id", "version");
    assertThat(get(DINAS, "complaints/" + road.id()).status()).isEqualTo(404);
    assertThat(get(LURAH, "complaints/" + road.id()).status()).isEqualTo(200);
  }

  @Test
  void a_question_an_answer_and_a_claim_are_kept() {
    Complaint complaint = waste();
    Complaint claimed = done(post(LURAH, complaint, "claim", "{\"minutes\":15}"), complaint);
    JsonNode shown = json(get(LURAH, "complaints/" + complaint.id()));
    assertThat(shown.path("claim").path("officer").asString()).isEqualTo("lurah-1");
    assertThat(shown.path("claim").path("until").asString()).isEqualTo("2026-11-21T09:30+07:00");
    Complaint free = done(post(LURAH, claimed, "release", ""), complaint);
    String answer =
        "{\"text\":\"Kami periksa.\",\"photos\":[{\"image\":\"data:image/jpeg;base64,"
            + IMAGE
            + "\"}]}";
    Complaint answered = done(post(LURAH, free, "answer", answer), complaint);
    assertThat(answered.isAnswered()).isTrue();
    Complaint working = done(post(LURAH, answered, "take", ""), complaint);
    Complaint asked = done(post(LURAH, working, "ask", "{\"text\":\"RT berapa?\"}"), complaint);

    assertThat(asked.status()).isEqualTo(Status.WAITING_FOR_REPORTER);
  }

  @Test
  void who_saw_an_old_version_gets_the_complaint_as_it_is_now() {
    Complaint seen = waste();
    post(LURAH, seen, "note", "{\"text\":\"pertama\"}");

    PushResponse response = post(LURAH, seen, "take", "");

    assertThat(response.status()).isEqualTo(409);
    assertThat(json(response).path("complaint").path("version").asInt())
        .isEqualTo(now(seen).version());
    assertThat(now(seen).status()).isEqualTo(Status.ASSIGNED);
    assertThat(post(LURAH, now(seen), "take", "").status()).isEqualTo(200);
  }

  @Test
  void what_is_not_allowed_is_told_with_the_open_moves() {
    Complaint complaint = waste();

    PushResponse response = post(LURAH, complaint, "resolve", "{\"text\":\"Sudah.\"}");

    assertThat(response.status()).isEqualTo(422);
    JsonNode json = json(response);
    assertThat(json.path("obstacle").asString()).isEqualTo("PROOF_MISSING");
    assertThat(json.path("status").asString()).isEqualTo("ASSIGNED");
    assertThat(json.path("allowed")).anyMatch(move -> move.asString().equals("StartWork"));
    assertThat(now(complaint).version()).isEqualTo(complaint.version());
  }

  @Test
  void the_version_has_to_be_named() {
    Complaint complaint = waste();
    String path = "complaints/" + complaint.id() + "/take";

    assertThat(call(LURAH, "POST", path, "", Map.of()).status()).isEqualTo(428);
    for (String value : List.of("", "1", "*", "\"x\"", "W/\"1\"", "\"9999999999\"")) {
      assertThat(call(LURAH, "POST", path, "", Map.of("If-Match", List.of(value))).status())
          .as(value)
          .isEqualTo(400);
    }
    assertThat(now(complaint).version()).isEqualTo(complaint.version());
  }

  @Test
  void a_repetition_under_the_same_key_is_carried_out_once() {
    Complaint complaint = waste();
    String note = "{\"text\":\"catatan\"}";

    PushResponse first = post(LURAH, complaint, "note", note, "kunci-1");
    PushResponse second = post(LURAH, complaint, "note", note, "kunci-1");

    assertThat(second).isEqualTo(first);
    assertThat(now(complaint).version()).isEqualTo(complaint.version() + 1);
    assertThat(faults(post(LURAH, complaint, "note", "{\"text\":\"lain\"}", "kunci-1")))
        .containsExactly("Idempotency-Key was used for another request");
    assertThat(faults(post(LURAH, complaint, "note", note, "dua kata")))
        .containsExactly("Idempotency-Key is not one word of at most 200 characters");
  }

  @Test
  void a_key_belongs_to_one_officer() {
    Complaint complaint = waste();
    Complaint road = report("Jalan berlubang", ROAD, Discretion.NONE);

    assertThat(post(LURAH, complaint, "take", "", "kunci").status()).isEqualTo(200);
    assertThat(post(DINAS, road, "take", "", "kunci").status()).isEqualTo(200);
    assertThat(now(road).status()).isEqualTo(Status.IN_WORK);
  }

  @Test
  void a_repetition_that_is_forgotten_changes_nothing_either() {
    Complaint complaint = waste();
    String note = "{\"text\":\"catatan\"}";
    post(LURAH, complaint, "note", note, "kunci-0");
    for (int i = 1; i <= 3; i++) {
      post(LURAH, now(complaint), "note", note, "kunci-" + i);
    }
    int version = now(complaint).version();

    assertThat(post(LURAH, complaint, "note", note, "kunci-0").status()).isEqualTo(409);
    assertThat(now(complaint).version()).isEqualTo(version);
  }

  @Test
  void a_request_that_was_refused_may_come_again_under_its_key() {
    Complaint complaint = waste();
    assertThat(post(LURAH, complaint, "note", "{}", "kunci").status()).isEqualTo(400);

    assertThat(post(LURAH, complaint, "note", "{\"text\":\"ya\"}", "kunci").status())
        .isEqualTo(200);
  }

  @Test
  void all_faults_of_a_request_are_told_at_once_and_nothing_is_done() {
    Complaint complaint = waste();
    String body =
        "{\"text\":\" \",\"proof\":[{},{\"image\":\"%%%\"},{\"image\":\"QUJD\"},"
            + "{\"reference\":\"none\"},{\"reference\":\"a\",\"image\":\"b\"},"
            + "{\"image\":\"QUJD\",\"takenAt\":\"kemarin\",\"lat\":91,\"lng\":0}]}";

    assertThat(faults(post(LURAH, complaint, "resolve", body)))
        .containsExactly(
            "text is no text of 1 to 10000 characters",
            "proof[0] needs either an image or a reference",
            "proof[1].image is no base 64",
            "proof[2].image is no picture that is taken: UNKNOWN_TYPE",
            "proof[3].reference leads to no picture",
            "proof[4] needs either an image or a reference",
            "proof[5].takenAt is no time such as 2026-11-21T09:15:00+07:00",
            "proof[5].lat and .lng are no place on the earth");
    assertThat(faults(post(LURAH, complaint, "forward", "{\"unit\":\"x\",\"notOurs\":\"ya\"}")))
        .containsExactly(
            "reason is no text of 1 to 10000 characters",
            "unit is the id of no unit",
            "notOurs is neither true nor false");
    assertThat(faults(post(LURAH, complaint, "claim", "{\"minutes\":0}")))
        .containsExactly("minutes is no number from 1 to 1440");
    assertThat(now(complaint).version()).isEqualTo(complaint.version());
    assertThat(pictures.kept).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "\"x\"", "{", "{}{}", "{\"text\":\"a\"} x", "\u0000"})
  void a_body_that_is_no_object_is_refused(String body) {
    assertThat(faults(post(LURAH, waste(), "note", body)))
        .containsExactly("the body is no JSON object");
  }

  @Test
  void a_body_beyond_the_limit_is_refused() {
    assertThat(post(LURAH, waste(), "note", "x".repeat(200_001)).status()).isEqualTo(413);
  }

  @Test
  void a_store_that_fails_is_told() {
    Complaint complaint = waste();
    pictures.failing = true;
    String body = "{\"text\":\"Sudah.\",\"proof\":[{\"image\":\"" + IMAGE + "\"}]}";

    assertThat(post(LURAH, complaint, "resolve", body, "kunci").status()).isEqualTo(503);
    pictures.failing = false;
    assertThat(post(LURAH, complaint, "resolve", body, "kunci").status()).isEqualTo(200);
  }

  @Test
  void any_bytes_end_in_an_answer() {
    SplittableRandom random = new SplittableRandom(20261121);
    byte[] body =
        "{\"text\":\"Sudah.\",\"proof\":[{\"reference\":\"a\",\"lat\":1,\"lng\":2}]}"
            .getBytes(StandardCharsets.UTF_8);
    Complaint complaint = waste();
    for (int i = 0; i < 1_000; i++) {
      byte[] changed = Arrays.copyOf(body, random.nextInt(body.length + 1));
      for (int k = random.nextInt(4); k > 0 && changed.length > 0; k--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      String text = new String(changed, StandardCharsets.ISO_8859_1);
      assertThat(post(LURAH, complaint, "resolve", text).status()).isIn(400, 422);
    }
    assertThat(now(complaint).version()).isEqualTo(complaint.version());
  }
}
