package org.tanggap.citydesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.tanggap.citydesk.SmallDesk.JSON;
import static org.tanggap.citydesk.SmallDesk.read;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Signed posts of a citizen's app. */
class CitizenAppTest {

  private static final String SECRET = "a secret for this test only";

  @TempDir Path folder;

  private SmallDesk desk;

  @BeforeEach
  void start() throws IOException {
    desk = SmallDesk.start(folder, SECRET);
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  private static String post(int id) {
    return "{\"post_id\":"
        + id
        + ",\"description\":\"Pohon tumbang\",\"location\":{\"lat\":-6.195,\"lng\":106.815}}";
  }

  private HttpResponse<String> postToApp(String body, String signature) throws Exception {
    return desk.web()
        .send(
            HttpRequest.newBuilder(desk.web().uri("/channels/app"))
                .header("X-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @Test
  void a_signed_post_of_the_app_is_stored_once() throws Exception {
    String body = post(4711);

    HttpResponse<String> first = postToApp(body, Hmac.signature(SECRET, body));
    HttpResponse<String> again = postToApp(body, Hmac.signature(SECRET, body));

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(read(first).get(0).path("created").booleanValue()).isTrue();
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(read(again).get(0).path("created").booleanValue()).isFalse();
    assertThat(read(again).get(0).path("complaint"))
        .isEqualTo(read(first).get(0).path("complaint"));
    JsonNode stored =
        desk.web().json("/api/complaints/" + read(first).get(0).path("complaint").stringValue());
    assertThat(stored.path("areas").get(0).path("name").stringValue()).isEqualTo("Dua");
    assertThat(stored.path("category").stringValue()).isEqualTo("tree");
    assertThat(desk.web().json("/api/desk").path("counts").path("complaints").intValue())
        .isEqualTo(2);
  }

  @Test
  void a_post_whose_signature_does_not_fit_is_refused() throws Exception {
    String signature = Hmac.signature(SECRET, post(1));

    assertThat(postToApp(post(2), signature).statusCode()).isEqualTo(401);
    assertThat(postToApp(post(1), "sha256=00").statusCode()).isEqualTo(401);
    assertThat(desk.web().post("/channels/app", JSON, post(1)).statusCode()).isEqualTo(401);
    assertThat(desk.web().json("/api/desk").path("counts").path("complaints").intValue())
        .isEqualTo(1);
  }

  @Test
  void without_a_secret_there_is_no_app() throws Exception {
    desk.close();
    desk = SmallDesk.start(folder, null);

    HttpResponse<String> response = postToApp(post(1), Hmac.signature(SECRET, post(1)));

    assertThat(response.statusCode()).isEqualTo(404);
  }

  @Test
  void a_secret_that_is_too_short_is_refused() throws Exception {
    desk.close();

    assertThat(catchThrowable(() -> SmallDesk.start(folder, "short")))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("CITY_DESK_APP_SECRET is too short")
        .hasMessageNotContaining("\"short\"");
    desk = SmallDesk.start(folder, SECRET);
  }

  @Test
  void a_post_without_end_is_refused() throws Exception {
    String body = "x".repeat((2 << 20) + 1);

    assertThat(postToApp(body, Hmac.signature(SECRET, body)).statusCode()).isEqualTo(413);
  }
}
