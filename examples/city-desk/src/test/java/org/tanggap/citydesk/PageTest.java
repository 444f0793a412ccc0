package org.tanggap.citydesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A desk on a small feed, asked as the page, an officer and a citizen's app ask it. */
class PageTest {

  private static final String JSON = "application/json";
  private static final String SECRET = "a secret for this test only";

  @TempDir Path folder;

  private Path feed = Path.of("");
  private RunningDesk desk;

  @BeforeEach
  void start() throws IOException {
    feed = folder.resolve("reports.ndjson");
    Files.writeString(feed, report("r-1", "Banjir di depan rumah"));
    desk = startWith(SECRET).awaitFeed();
  }

  @AfterEach
  void stop() throws Exception {
    desk.close();
  }

  private RunningDesk startWith(String secret) throws IOException {
    return RunningDesk.start(
        new DeskRun.Settings(
            Squares.write(folder),
            feed,
            null,
            "jdbc:sqlite:" + folder.resolve("desk.db"),
            0,
            secret.isEmpty() ? null : secret));
  }

  private static String report(String id, String text) {
    return String.format(
        Locale.ROOT,
        "{\"id\":\"%s\",\"text\":\"%s\",\"lat\":%f,\"lon\":%f}\n",
        id,
        text,
        Squares.MIDDLE,
        Squares.FIRST);
  }

  private String pathOfOnly() throws Exception {
    return "/api/complaints/"
        + desk.json("/api/complaints").path("complaints").get(0).path("id").stringValue();
  }

  private HttpResponse<String> move(String path, String move, int version, String text)
      throws Exception {
    String body =
        JsonMapper.shared()
            .createObjectNode()
            .put("move", move)
            .put("version", version)
            .put("text", text)
            .toString();
    return desk.post(path, JSON, body);
  }

  private static JsonNode read(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }

  private List<String> answers() throws IOException {
    Path file = folder.resolve("desk-answers.ndjson");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  @Test
  void an_officer_takes_a_complaint_from_received_to_done() throws Exception {
    String path = pathOfOnly();
    JsonNode seen = desk.json(path);
    assertThat(seen.path("status").stringValue()).isEqualTo("not-answered");
    int version = seen.path("version").intValue();

    HttpResponse<String> started = move(path, "StartWork", version, "");
    assertThat(started.statusCode()).isEqualTo(200);
    assertThat(read(started).path("status").stringValue()).isEqualTo("in-work");
    assertThat(read(started).path("version").intValue()).isEqualTo(version + 1);

    HttpResponse<String> answered = move(path, "Answer", version + 1, "Petugas sedang di jalan.");
    assertThat(answered.statusCode()).isEqualTo(200);

    HttpResponse<String> resolved = move(path, "Resolve", version + 2, "Sudah kami tangani.");
    assertThat(resolved.statusCode()).isEqualTo(200);
    assertThat(read(resolved).path("status").stringValue()).isEqualTo("done");
    assertThat(read(resolved).path("moves")).isEmpty();

    assertThat(desk.json(path)).isEqualTo(read(resolved));
    assertThat(desk.json("/api/desk").path("counts").path("done").intValue()).isEqualTo(1);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(answers())
                    .hasSize(3)
                    .anySatisfy(line -> assertThat(line).contains("Petugas sedang di jalan."))
                    .anySatisfy(line -> assertThat(line).contains("Sudah kami tangani."))
                    .allSatisfy(line -> assertThat(line).contains("\"in_reply_to\":\"r-1\"")));
  }

  @Test
  void a_move_on_a_version_that_somebody_changed_is_refused() throws Exception {
    String path = pathOfOnly();
    int version = desk.json(path).path("version").intValue();
    assertThat(move(path, "StartWork", version, "").statusCode()).isEqualTo(200);

    HttpResponse<String> late = move(path, "Resolve", version, "Selesai.");

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(read(late).path("error").stringValue()).contains("changed");
    assertThat(desk.json(path).path("version").intValue()).isEqualTo(version + 1);
  }

  @Test
  void a_move_that_the_status_does_not_allow_is_refused_with_those_it_allows() throws Exception {
    String path = pathOfOnly();
    int version = desk.json(path).path("version").intValue();
    move(path, "StartWork", version, "");

    HttpResponse<String> again = move(path, "StartWork", version + 1, "");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(read(again).path("error").stringValue())
        .contains("IN_WORK", "Answer", "Resolve")
        .doesNotContain("StartWork");

    move(path, "Resolve", version + 1, "Selesai.");
    HttpResponse<String> late = move(path, "Answer", version + 2, "Masih ada lagi.");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(read(late).path("error").stringValue()).contains("RESOLVED", "Reopen");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"move\":\"Answer\",\"version\":3}",
        "{\"move\":\"Answer\",\"version\":3,\"text\":\"  \"}",
        "{\"move\":\"Resolve\",\"version\":3,\"text\":\"\"}",
        "{\"move\":\"Reopen\",\"version\":3,\"text\":\"x\"}",
        "{\"version\":3}",
        "{\"move\":\"StartWork\"}",
        "{\"move\":\"StartWork\",\"version\":\"three\"}",
        "{\"move\":",
        "[]",
        "null",
        ""
      })
  void a_move_that_cannot_be_understood_is_refused(String body) throws Exception {
    String path = pathOfOnly();

    HttpResponse<String> response = desk.post(path, JSON, body);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(read(response).path("error").stringValue()).contains("move", "version", "text");
    assertThat(desk.json(path).path("version").intValue()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  void a_form_of_another_site_cannot_move_a_complaint(String type) throws Exception {
    HttpResponse<String> response =
        desk.post(pathOfOnly(), type, "{\"move\":\"StartWork\",\"version\":3}");

    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(read(response).path("error").stringValue()).contains(JSON);
    assertThat(desk.json(pathOfOnly()).path("version").intValue()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/api",
        "/api/",
        "/api/desks",
        "/api/desk/",
        "/api/areas/31",
        "/api/complaintsX",
        "/api/complaints/",
        "/api/complaints/1",
        "/api/complaints/00000000-0000-7000-8000-000000000000",
        "/desk.css.map",
        "/sample/units.json",
        "/leaflet/",
        "/leaflet/package.json",
        "/leaflet/..%2F..%2Fx",
        "/channels/app/other"
      })
  void what_is_not_there_is_said_so(String path) throws Exception {
    HttpResponse<String> response = desk.get(path);

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(read(response).path("error").stringValue()).startsWith("There is no such");
    assertSecured(response);
  }

  @ParameterizedTest
  @CsvSource({
    "/, text/html",
    "/index.html, text/html",
    "/desk.css, text/css",
    "/desk.js, text/javascript",
    "/leaflet/leaflet.js, text/javascript",
    "/leaflet/leaflet.css, text/css",
    "/api/desk, application/json",
    "/api/areas, application/geo+json",
    "/api/complaints, application/json"
  })
  void the_page_and_its_data_are_served_with_security_headers(String path, String type)
      throws Exception {
    HttpResponse<String> response = desk.get(path);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isNotBlank();
    assertThat(response.headers().firstValue("Content-Type"))
        .get()
        .asString()
        .startsWith(type)
        .matches(".*(; charset=utf-8|geo\\+json)");
    assertSecured(response);
  }

  private static void assertSecured(HttpResponse<?> response) {
    assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(response.headers().firstValue("Content-Security-Policy"))
        .get()
        .asString()
        .contains("default-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
  }

  @Test
  void the_page_asks_for_nothing_that_is_not_served() throws Exception {
    String page = desk.get("/").body();

    assertThat(page).contains("/desk.css", "/desk.js", "/leaflet/leaflet.css");
    assertThat(page).doesNotContain("http://", "https://", "onclick=", "style=");
  }

  @Test
  void a_question_for_the_headers_alone_is_answered() throws Exception {
    HttpResponse<String> response =
        desk.send(
            HttpRequest.newBuilder(desk.uri("/"))
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertSecured(response);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 200",
    "LOCALHOST:8080, 200",
    "127.0.0.1, 200",
    "[::1]:80, 200",
    "evil.example, 403",
    "localhost.evil.example, 403",
    "localhost:80.evil.example, 403",
    "192.168.0.1, 403",
    "'', 403"
  })
  void only_the_names_of_this_machine_reach_the_desk(String host, int status) throws IOException {
    assertThat(rawStatus("GET /api/complaints HTTP/1.1\r\nHost: " + host + "\r\n"))
        .isEqualTo(status);
  }

  @Test
  void a_request_that_names_no_host_is_refused() throws IOException {
    assertThat(rawStatus("GET /api/complaints HTTP/1.0\r\n")).isEqualTo(403);
  }

  private int rawStatus(String head) throws IOException {
    URI address = desk.uri("/");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
      socket.setSoTimeout(10_000);
      String request = head + "Connection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(response.split(" ", 3)[1]);
    }
  }

  @Test
  void a_line_that_is_added_to_the_feed_shows_up() throws Exception {
    Files.writeString(feed, report("r-2", "Jalan berlubang"), StandardOpenOption.APPEND);
    Files.writeString(feed, "no JSON\n", StandardOpenOption.APPEND);
    Files.writeString(feed, report("r-1", "Banjir di depan rumah"), StandardOpenOption.APPEND);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              JsonNode counts = desk.json("/api/desk").path("counts");
              assertThat(counts.path("complaints").intValue()).isEqualTo(2);
              assertThat(counts.path("leftOut").intValue()).isEqualTo(1);
            });
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(answers()).hasSize(2).anyMatch(line -> line.contains("\"r-2\"")));
  }

  @Test
  void a_feed_that_goes_away_is_told_once_and_read_on_when_it_is_back() throws Exception {
    Path away = folder.resolve("away");
    Files.move(feed, away);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> desk.out().contains("Check the path of the feed"));
    Files.writeString(away, report("r-2", "Pohon tumbang"), StandardOpenOption.APPEND);
    await()
        .atMost(Duration.ofSeconds(30))
        .during(Duration.ofMillis(2_500))
        .until(() -> desk.out().split("Check the path", -1).length == 2);

    Files.move(away, feed);

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> desk.json("/api/desk").path("counts").path("complaints").intValue() == 2);
  }

  private static String post(int id) {
    return "{\"post_id\":"
        + id
        + ",\"description\":\"Pohon tumbang\",\"location\":{\"lat\":-6.195,\"lng\":106.815}}";
  }

  private HttpResponse<String> postToApp(String body, String signature) throws Exception {
    return desk.send(
        HttpRequest.newBuilder(desk.uri("/channels/app"))
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
        desk.json("/api/complaints/" + read(first).get(0).path("complaint").stringValue());
    assertThat(stored.path("kelurahan").stringValue()).isEqualTo("Dua");
    assertThat(stored.path("category").stringValue()).isEqualTo("tree");
    assertThat(desk.json("/api/desk").path("counts").path("complaints").intValue()).isEqualTo(2);
  }

  @Test
  void a_post_whose_signature_does_not_fit_is_refused() throws Exception {
    String signature = Hmac.signature(SECRET, post(1));

    assertThat(postToApp(post(2), signature).statusCode()).isEqualTo(401);
    assertThat(postToApp(post(1), "sha256=00").statusCode()).isEqualTo(401);
    assertThat(desk.post("/channels/app", JSON, post(1)).statusCode()).isEqualTo(401);
    assertThat(desk.json("/api/desk").path("counts").path("complaints").intValue()).isEqualTo(1);
  }

  @Test
  void without_a_secret_there_is_no_app() throws Exception {
    desk.close();
    desk = startWith("").awaitFeed();

    HttpResponse<String> response = postToApp(post(1), Hmac.signature(SECRET, post(1)));

    assertThat(response.statusCode()).isEqualTo(404);
  }

  @Test
  void a_secret_that_is_too_short_is_refused() throws Exception {
    desk.close();

    assertThat(catchThrowable(() -> startWith("short")))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("CITY_DESK_APP_SECRET is too short")
        .hasMessageNotContaining("\"short\"");
    desk = startWith(SECRET).awaitFeed();
  }

  @Test
  void a_stop_ends_the_page() throws Exception {
    URI address = desk.uri("/");
    desk.close();

    assertThat(
            catchThrowable(
                () -> new Socket(InetAddress.getLoopbackAddress(), address.getPort()).close()))
        .isInstanceOf(IOException.class);
    assertThat(desk.out().lines()).last().isEqualTo("stopped; everything taken in is stored");
    desk = startWith(SECRET).awaitFeed();
  }
}
