package org.tanggap.channel.officerapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushResponse;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.Discretion;
import tools.jackson.databind.JsonNode;

/** Who sees what. */
class ReadingTest extends OfficerAppTests {

  private List<String> listed(String token, String query) {
    PushResponse response = get(token, "complaints" + query);
    assertThat(response.status()).as(response.body()).isEqualTo(200);
    List<String> ids = new ArrayList<>();
    json(response).path("complaints").forEach(one -> ids.add(one.path("id").asString()));
    return ids;
  }

  @Test
  void a_lurah_sees_what_the_kelurahan_has_and_what_lies_in_it() {
    String waste = waste().id().toString();
    String road = report("Jalan berlubang", ROAD, Discretion.NONE).id().toString();
    String nobodys = report("Kucing hilang", null, Discretion.NONE).id().toString();

    assertThat(listed(LURAH, "")).containsExactly(waste);
    assertThat(listed(LURAH, "?area=31.74.01.1002")).containsExactly(nobodys, road, waste);
    assertThat(listed(LURAH, "?area=31.74.01.1002.005")).isEmpty();
    assertThat(listed(LURAH, "?area=31.74")).containsExactly(waste);
    assertThat(listed(DINAS, "")).containsExactly(road);
    assertThat(listed(DINAS, "?area=31.74.01.1002")).containsExactly(road);
    assertThat(listed(OTHER, "?area=31.75")).isEmpty();
    assertThat(listed(OTHER, "?area=31.74.01.1002")).isEmpty();
  }

  @Test
  void an_area_is_no_prefix_of_letters() {
    Officer officer = new Officer("x", FAR, List.of("31.74.01.100"));

    assertThat(officer.sees(waste())).isFalse();
    assertThat(officer.seesArea("31.74.01.1002")).isFalse();
    assertThat(officer.seesArea("31.74.01.100.1")).isTrue();
  }

  @Test
  void a_secret_complaint_is_seen_by_the_unit_that_has_it_alone() {
    Complaint secret = report("Pungutan liar", ROAD, new Discretion(true, true));

    assertThat(listed(LURAH, "?area=31.74.01.1002")).isEmpty();
    assertThat(get(LURAH, "complaints/" + secret.id()).status()).isEqualTo(404);
    assertThat(post(LURAH, secret, "note", "{\"text\":\"x\"}").status()).isEqualTo(404);
    assertThat(get(DINAS, "complaints/" + secret.id()).status()).isEqualTo(200);
  }

  @Test
  void one_complaint_is_shown_whole_and_without_the_citizen() {
    Complaint complaint = waste();

    PushResponse response = get(LURAH, "complaints/" + complaint.id());

    JsonNode json = json(response);
    assertThat(json.path("version").asInt()).isEqualTo(complaint.version());
    assertThat(json.path("text").asString()).isEqualTo("Sampah menumpuk di depan pasar");
    assertThat(json.path("status").path("name").asString()).isEqualTo("ASSIGNED");
    assertThat(json.path("unit").path("id").asString()).isEqualTo("kel-tebet-timur");
    assertThat(json.path("areas").path(0).path("code").asString()).isEqualTo("31.74.01.1002");
    assertThat(json.path("place").path("lat").asDouble()).isEqualTo(-6.2263);
    assertThat(json.path("expected").asString()).isEqualTo("2026-11-24T09:15+07:00");
    assertThat(json.path("overdue").asBoolean()).isFalse();
    assertThat(json.path("moves")).isNotEmpty();
    assertThat(json.path("history").size()).isGreaterThanOrEqualTo(2);
    assertThat(json.path("deadlines").path(0).path("target").asString()).isNotEmpty();
    assertThat(json.path("answer").path("allowed").asBoolean()).isFalse();
    assertThat(response.body()).doesNotContain("Siti", "+62811000111");
  }

  @Test
  void what_is_overdue_is_told() {
    Complaint complaint = waste();
    clock.advance(java.time.Duration.ofDays(4));

    assertThat(json(get(LURAH, "complaints/" + complaint.id())).path("overdue").asBoolean())
        .isTrue();
  }

  @Test
  void pages_lead_to_all_of_a_list() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      clock.advance(java.time.Duration.ofMinutes(1));
      ids.add(waste().id().toString());
    }
    List<String> found = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = json(get(LURAH, "complaints?order=due&limit=3" + after));
      page.path("complaints").forEach(one -> found.add(one.path("id").asString()));
      after = page.path("after").isNull() ? "" : "&after=" + page.path("after").asString();
    } while (!after.isEmpty());

    assertThat(found).isEqualTo(ids);
  }

  @Test
  void a_status_filters_the_list() {
    Complaint taken = waste();
    Complaint left = waste();
    assertThat(post(LURAH, taken, "take", "").status()).isEqualTo(200);

    assertThat(listed(LURAH, "?status=IN_WORK")).containsExactly(taken.id().toString());
    assertThat(listed(LURAH, "?status=ASSIGNED")).containsExactly(left.id().toString());
    assertThat(listed(LURAH, "?status=all")).hasSize(2);
    assertThat(listed(LURAH, "?status=CLOSED")).isEmpty();
  }

  @Test
  void all_faults_of_a_list_are_told_at_once() {
    PushResponse response =
        get(
            LURAH,
            "complaints?status=lain&order=x&limit=0&after=zzz&area=1&area=2&warna=merah&%3Cb%3E=1");

    assertThat(response.status()).isEqualTo(400);
    List<String> faults = new ArrayList<>();
    json(response).path("faults").forEach(fault -> faults.add(fault.asString()));
    assertThat(faults)
        .containsExactlyInAnyOrder(
            "area is given twice or empty",
            "status is neither open, all nor the name of a status",
            "order is neither due nor latest",
            "limit is no number from 1 to 200",
            "after is not what a page ended with",
            "warna is no parameter",
            "one of the names is no parameter");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer token-lurah-tebet-timu",
        "Bearer token-lurah-tebet-timurr",
        "Bearer TOKEN-LURAH-TEBET-TIMUR",
        "Basic token-lurah-tebet-timur",
        "token-lurah-tebet-timur"
      })
  void without_a_valid_token_nothing_is_told(String value) {
    PushRequest request =
        PushRequest.of(
            "GET",
            URI.create("/officer/complaints"),
            new byte[0],
            Map.of("Authorization", List.of(value)));

    assertThat(app.handle(request).status()).isEqualTo(401);
  }

  @Test
  void two_tokens_are_none() {
    PushRequest request =
        PushRequest.of(
            "GET",
            URI.create("/officer/complaints"),
            new byte[0],
            Map.of("Authorization", List.of("Bearer " + LURAH, "Bearer " + DINAS)));

    assertThat(app.handle(request).status()).isEqualTo(401);
  }

  @Test
  void what_is_not_there_is_not_found() {
    Complaint complaint = waste();
    for (String path :
        List.of(
            "",
            "complaint",
            "complaints/",
            "complaints/abc",
            "complaints/" + new ComplaintId(new java.util.UUID(1, 2)),
            "complaints/" + complaint.id() + "/take/more",
            "complaints/" + complaint.id() + "/erase",
            "complaints/../complaints",
            "complaints/%00")) {
      assertThat(get(LURAH, path).status()).as(path).isEqualTo(404);
    }
    assertThat(get(OTHER, "complaints/" + complaint.id()).status()).isEqualTo(404);
    assertThat(
            app.handle(
                    PushRequest.of(
                        "GET",
                        URI.create("/lain/complaints"),
                        new byte[0],
                        Map.of("Authorization", List.of("Bearer " + LURAH))))
                .status())
        .isEqualTo(404);
  }

  @Test
  void each_address_has_its_method() {
    Complaint complaint = waste();
    String one = "complaints/" + complaint.id();

    assertThat(call(LURAH, "POST", "complaints", "", Map.of()).status()).isEqualTo(405);
    assertThat(call(LURAH, "DELETE", one, "", Map.of()).status()).isEqualTo(405);
    assertThat(get(LURAH, one + "/take").status()).isEqualTo(405);
  }

  @Test
  void a_short_token_is_no_token() {
    assertThatThrownBy(
            () -> OfficerDirectory.of(Map.of("pendek", new Officer("a", KELURAHAN, List.of()))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
