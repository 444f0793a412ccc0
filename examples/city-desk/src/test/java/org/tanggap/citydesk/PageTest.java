package org.tanggap.citydesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.tanggap.citydesk.SmallDesk.read;
import static org.tanggap.citydesk.SmallDesk.report;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The pages and their data as a browser gets them, and a feed that grows. */
class PageTest {

  @TempDir Path folder;

  private Path feed = Path.of("");
  private SmallDesk small;
  private RunningDesk desk;

  @BeforeEach
  void start() throws IOException {
    feed = SmallDesk.feed(folder);
    small = SmallDesk.start(folder, null);
    desk = small.web();
  }

  @AfterEach
  void stop() {
    small.close();
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
        "/api/reporters/1",
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
    "/officer, text/html",
    "/officer.js, text/javascript",
    "/commands.js, text/javascript",
    "/shared.js, text/javascript",
    "/words.js, text/javascript",
    "/map.js, text/javascript",
    "/api/map, application/json",
    "/api/legend, application/json",
    "/api/figures, application/json",
    "/api/alerts, application/json",
    "/api/dead-letters, application/json",
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

  @ParameterizedTest
  @ValueSource(strings = {"/", "/officer"})
  void the_pages_ask_for_nothing_that_is_not_served(String path) throws Exception {
    String page = desk.get(path).body();

    assertThat(page).contains("/desk.css").doesNotContain("http:", "https:", "onclick=", "style=");
    for (String asked : List.of("src", "href")) {
      for (String part : page.split(asked + "=\"/", -1)) {
        String file = "/" + part.substring(0, part.indexOf('"'));
        if (!part.startsWith("<!")) {
          assertThat(desk.get(file).statusCode()).as(file).isEqualTo(200);
        }
      }
    }
  }

  @Test
  void the_scripts_put_in_what_they_get_as_text() throws Exception {
    for (String script : List.of("desk", "map", "officer", "commands", "shared", "words")) {
      assertThat(desk.get("/" + script + ".js").body())
          .doesNotContain(
              "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /, 'GET, HEAD'",
    "POST, /api/map, 'GET, HEAD'",
    "DELETE, /api/desk, 'GET, HEAD'",
    "PUT, /api/complaints, 'GET, HEAD'",
    "OPTIONS, /api/figures, 'GET, HEAD'",
    "GET, /channels/app, POST",
    "GET, /api/complaints/1/commands, POST",
    "POST, /api/reporters/1, 'GET, HEAD, DELETE'"
  })
  void a_method_that_is_not_offered_is_refused_with_those_that_are(
      String method, String path, String offered) throws Exception {
    HttpResponse<String> response =
        desk.send(
            HttpRequest.newBuilder(desk.uri(path))
                .method(method, HttpRequest.BodyPublishers.ofString("{}")));

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).contains(offered);
    assertSecured(response);
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
            () ->
                assertThat(small.answers()).hasSize(2).anyMatch(line -> line.contains("\"r-2\"")));
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

  @Test
  void a_stop_ends_the_page() throws Exception {
    URI address = desk.uri("/");
    desk.close();

    assertThat(
            catchThrowable(
                () -> new Socket(InetAddress.getLoopbackAddress(), address.getPort()).close()))
        .isInstanceOf(IOException.class);
    assertThat(desk.out().lines()).last().isEqualTo("stopped; everything taken in is stored");
    start();
  }
}
