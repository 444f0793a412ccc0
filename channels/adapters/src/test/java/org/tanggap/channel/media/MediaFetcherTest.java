package org.tanggap.channel.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;

/** Pictures over a real socket, from a host that behaves and from one that does not. */
class MediaFetcherTest {

  private static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");
  private static final String HERE = "127.0.0.1";
  private static final String SECRET = "Bearer rahasia-4711";

  private final HttpClient client = HttpClient.newHttpClient();
  private PictureHost server;

  @BeforeEach
  void start() throws IOException {
    server = new PictureHost();
    server.answers("/a.jpg", 200, Map.of("Content-Type", "text/html"), PictureHost.JPEG);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_picture_is_fetched_whatever_its_media_type_is_said_to_be() {
    assertThat(here().build().fetch(server.url(HERE, "/a.jpg?size=l#top")).content())
        .isEqualTo(PictureHost.JPEG);
    assertThat(server.calls().get(0).path()).isEqualTo("/a.jpg?size=l");
  }

  @Test
  void a_listed_name_is_called_if_its_addresses_are_public() {
    MediaFetcher media = named("localhost", "93.184.215.14").build();
    assertThat(media.fetch(server.url("LOCALHOST", "/a.jpg")).content())
        .isEqualTo(PictureHost.JPEG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "10.0.0.5", "169.254.169.254", "::1", "fd00::1"})
  void a_listed_name_is_not_called_if_one_of_its_addresses_is_not(String address) {
    MediaFetcher media = named("localhost", "93.184.215.14", address).build();
    assertFails(media, server.url("localhost", "/a.jpg"), Kind.NOT_PERMITTED);
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void a_listed_name_on_its_way_to_the_loopback_is_not_called() {
    MediaFetcher media = builder().host("localhost").allowHttp().port(server.port()).build();
    assertFails(media, server.url("localhost", "/a.jpg"), Kind.NOT_PERMITTED);
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void a_name_that_is_not_found_may_be_found_later() {
    MediaFetcher media = named("localhost").build();
    assertFails(media, server.url("localhost", "/a.jpg"), Kind.TEMPORARY);
    MediaFetcher lost =
        builder()
            .host("foto.example.org")
            .resolver(
                host -> {
                  throw new UnknownHostException(host);
                })
            .build();
    assertFails(lost, "https://foto.example.org/a.jpg", Kind.TEMPORARY);
  }

  @Test
  void redirects_are_followed_three_times() {
    server.redirects("/3", "/2");
    server.redirects("/2", "1");
    server.redirects("/1", server.url(HERE, "/a.jpg"));
    server.redirects("/4", "/3");
    assertThat(here().build().fetch(server.url(HERE, "/3")).content()).isEqualTo(PictureHost.JPEG);
    assertFails(here().build(), server.url(HERE, "/4"), Kind.NOT_PERMITTED);
  }

  @Test
  void a_redirect_in_a_circle_ends() {
    server.redirects("/circle", "/circle");
    assertFails(here().build(), server.url(HERE, "/circle"), Kind.NOT_PERMITTED);
    assertThat(server.calls()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.5/a.jpg",
        "file:///etc/passwd",
        "http://[::1]/a.jpg",
        "https://192.168.1.1/",
        "//0.0.0.0/a.jpg",
        "ftp://127.0.0.1/a.jpg",
        "http://budi:rahasia@127.0.0.1/a.jpg",
        "http://2130706433/a.jpg",
        "jar:file:/a.jar!/a.jpg",
        "https://dalam.example.org/a.jpg",
        "data:image/png;base64,iVBORw0KGgo="
      })
  void a_redirect_is_under_the_same_rules(String to) throws Exception {
    server.redirects("/to", to);
    MediaFetcher media =
        here()
            .host("dalam.example.org")
            .resolver(host -> new InetAddress[] {InetAddress.getByName("10.0.0.5")})
            .build();
    assertFails(media, server.url(HERE, "/to"), Kind.NOT_PERMITTED);
    assertThat(server.calls()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "http://a b/", "http://[::1/"})
  void a_redirect_to_nowhere_is_an_answer_that_cannot_be_understood(String to) {
    server.redirects("/to", to);
    assertFails(here().build(), server.url(HERE, "/to"), Kind.MALFORMED);
  }

  @Test
  void a_credential_goes_to_its_host_along_its_redirects() {
    server.redirects("/first", "/a.jpg");
    here().credential(HERE, "Authorization", SECRET).build().fetch(server.url(HERE, "/first"));
    assertThat(server.calls()).hasSize(2).allMatch(call -> sent(call).equals(SECRET));
  }

  @Test
  void a_credential_does_not_go_to_another_host() {
    server.redirects("/away", server.url("localhost", "/back"));
    server.redirects("/back", server.url(HERE, "/a.jpg"));
    MediaFetcher media =
        here().allowPrivate("localhost").credential(HERE, "Authorization", SECRET).build();
    media.fetch(server.url(HERE, "/away"));
    assertThat(server.calls().stream().map(MediaFetcherTest::sent))
        .as("not to the other host, and not again when that sends us back")
        .containsExactly(SECRET, "", "");
    media.fetch(server.url("localhost", "/a.jpg"));
    assertThat(sent(server.calls().get(3))).isEmpty();
  }

  @Test
  void a_credential_does_not_go_to_another_port() throws IOException {
    try (PictureHost other = new PictureHost()) {
      other.answers("/a.jpg", 200, Map.of(), PictureHost.JPEG);
      server.redirects("/away", other.url(HERE, "/a.jpg"));
      here().credential(HERE, "Authorization", SECRET).build().fetch(server.url(HERE, "/away"));
      assertThat(sent(other.calls().get(0))).isEmpty();
    }
  }

  @Test
  void a_body_without_end_is_broken_off_at_the_limit() throws Exception {
    server.pours("/flood", 200, new byte[50_000], 0);
    assertFails(here().maxBytes(200_000).build(), server.url(HERE, "/flood"), Kind.MALFORMED);
    assertThat(server.isBrokenOff()).isTrue();
  }

  @Test
  void a_body_as_long_as_the_limit_is_taken_and_one_longer_is_not() {
    String url = server.url(HERE, "/a.jpg");
    assertThat(here().maxBytes(PictureHost.JPEG.length).build().fetch(url).mediaType())
        .isEqualTo("image/jpeg");
    assertFails(here().maxBytes(PictureHost.JPEG.length - 1).build(), url, Kind.MALFORMED);
  }

  @Test
  void a_body_that_trickles_is_broken_off_in_time() throws Exception {
    server.pours("/trickle", 200, new byte[1], 5);
    MediaFetcher media = here().timeout(Duration.ofMillis(150)).build();
    assertFails(media, server.url(HERE, "/trickle"), Kind.TEMPORARY);
    assertThat(server.isBrokenOff()).isTrue();
  }

  @Test
  void the_body_of_a_redirect_or_a_refusal_is_not_read() throws Exception {
    server.pours("/flood", 404, new byte[50_000], 0);
    assertFails(here().build(), server.url(HERE, "/flood"), Kind.NOT_PERMITTED);
    assertThat(server.isBrokenOff()).isTrue();
  }

  @Test
  void a_host_that_never_answers_is_left_in_time() {
    server.hangs("/silence");
    MediaFetcher media = here().timeout(Duration.ofMillis(100)).build();
    assertFails(media, server.url(HERE, "/silence"), Kind.TEMPORARY);
  }

  @Test
  void redirects_share_one_time_limit() {
    AtomicReference<Instant> now = new AtomicReference<>(NOW);
    server.answersLate("/late", PictureHost.JPEG);
    server.redirects("/first", "/late");
    server.redirects("/slow", "/late", () -> now.set(NOW.plusSeconds(60)));
    MediaFetcher media =
        MediaFetcher.builder(client, now::get)
            .allowPrivate(HERE)
            .timeout(Duration.ofSeconds(3))
            .build();
    assertThat(media.fetch(server.url(HERE, "/first")).content()).isEqualTo(PictureHost.JPEG);
    assertFails(media, server.url(HERE, "/slow"), Kind.TEMPORARY);
  }

  @Test
  void a_host_that_is_down_may_come_back() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    assertFails(here().build(), "http://127.0.0.1:" + port + "/a.jpg", Kind.TEMPORARY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html>",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "GIF89a",
        "%PDF",
        ""
      })
  void what_is_no_picture_is_not_taken_for_one(String body) {
    server.answers(
        "/b.jpg", 200, Map.of("Content-Type", "image/jpeg"), body.getBytes(StandardCharsets.UTF_8));
    assertFails(here().build(), server.url(HERE, "/b.jpg"), Kind.MALFORMED);
  }

  @ParameterizedTest
  @CsvSource({
    "204, MALFORMED", "304, MALFORMED", "400, NOT_PERMITTED", "401, NOT_PERMITTED",
    "403, NOT_PERMITTED", "404, NOT_PERMITTED", "408, TEMPORARY", "410, NOT_PERMITTED",
    "429, TEMPORARY", "500, TEMPORARY", "502, TEMPORARY", "503, TEMPORARY"
  })
  void another_status_says_what_helps(int status, Kind kind) {
    server.answers("/s", status, Map.of(), new byte[0]);
    assertFails(here().build(), server.url(HERE, "/s"), kind);
  }

  @Test
  void a_credential_that_is_not_taken_has_to_be_renewed() {
    server.answers("/s", 401, Map.of("WWW-Authenticate", "Bearer"), new byte[0]);
    MediaFetcher media = here().credential(HERE, "Authorization", SECRET).build();
    assertFails(media, server.url(HERE, "/s"), Kind.REAUTHORISE);
  }

  @ParameterizedTest
  @CsvSource({
    "429, 30, 2026-11-22T05:00:30Z",
    "503, 30, 2026-11-22T05:00:30Z",
    "429, 999999999, 2026-11-23T05:00:00Z",
    "429, 'Sun, 22 Nov 2026 06:00:00 GMT', 2026-11-22T06:00:00Z",
    "429, 'Sun, 22 Nov 2026 04:00:00 GMT', 2026-11-22T05:00:00Z"
  })
  void a_host_that_names_a_time_is_asked_again_then(int status, String after, Instant then) {
    server.answers("/s", status, Map.of("Retry-After", after), new byte[0]);
    assertThatThrownBy(() -> here().build().fetch(server.url(HERE, "/s")))
        .isInstanceOfSatisfying(
            ChannelException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.WAIT_UNTIL);
              assertThat(e.findRetryAt()).contains(then);
            });
  }

  private static String sent(PictureHost.Call call) {
    String value = call.headers().getFirst("Authorization");
    return value == null ? "" : value;
  }

  private MediaFetcherBuilder here() {
    return builder().allowPrivate(HERE);
  }

  private MediaFetcherBuilder named(String host, String... addresses) {
    return builder()
        .host(host)
        .allowHttp()
        .port(server.port())
        .resolver(
            name -> {
              InetAddress[] found = new InetAddress[addresses.length];
              for (int i = 0; i < found.length; i++) {
                found[i] = InetAddress.getByName(addresses[i]);
              }
              return found;
            });
  }

  private MediaFetcherBuilder builder() {
    return MediaFetcher.builder(client, InstantSource.fixed(NOW)).timeout(Duration.ofSeconds(3));
  }

  private static void assertFails(MediaFetcher media, String url, Kind kind) {
    assertThatThrownBy(() -> media.fetch(url))
        .isInstanceOfSatisfying(ChannelException.class, e -> assertThat(e.kind()).isEqualTo(kind))
        .hasMessageNotContaining("rahasia")
        .hasMessageNotContaining("/a.jpg");
  }
}
