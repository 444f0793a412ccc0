package org.tanggap.channel.citizenapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.tanggap.channel.citizenapp.Apps.ACCOUNT;
import static org.tanggap.channel.citizenapp.Apps.JAKARTA;
import static org.tanggap.channel.citizenapp.Apps.SECRET;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Reporter;
import org.tanggap.testkit.FakeVendor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers as comments, against a small app on a real socket. */
class CommentsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final FakeApp server;

  CommentsTest() throws IOException {
    server = new FakeApp();
  }

  @AfterEach
  void stopTheApp() throws Exception {
    server.close();
  }

  private List<FakeApp.Call> calls() {
    return server.calls();
  }

  private URI base() {
    return server.address("");
  }

  private static CitizenApp app(URI base) {
    return CitizenApp.builder(ACCOUNT, JAKARTA)
        .secret(SECRET)
        .commentsTo(base, CLIENT, InstantSource.fixed(NOW))
        .build();
  }

  private static Reply reply(String postId, String text) {
    return new Reply(new UUID(7, 7), target(postId), text, List.of(), false);
  }

  private static ReplyTarget target(String postId) {
    return new ReplyTarget(new MessageKey(ACCOUNT, postId), NOW, new Reporter("u-17", "Budi"), "");
  }

  private ChannelException failure() {
    ChannelException failure =
        catchThrowableOfType(
            ChannelException.class, () -> app(base()).send(reply("4711", "rahasia")));
    assertThat(failure).isNotNull();
    assertThat(failure.toString()).doesNotContain("rahasia", "Budi", "u-17");
    return failure;
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204})
  void anAnswerIsPostedUnderThePost(int success) {
    server.answer(success, null);
    app(base()).send(reply("4711", "Sudah \"selesai\", terima kasih 🙏"));
    assertThat(calls()).hasSize(1);
    FakeApp.Call call = calls().get(0);
    assertThat(call.line()).isEqualTo("POST /posts/4711/comments");
    assertThat(call.headers().get("idempotency-key"))
        .isEqualTo("00000000-0000-0007-0000-000000000007");
    assertThat(call.headers().get("content-type")).isEqualTo("application/json");
    JsonNode body = JsonMapper.shared().readTree(call.body());
    assertThat(body.propertyNames()).containsExactly("text");
    assertThat(body.path("text").asString()).isEqualTo("Sudah \"selesai\", terima kasih 🙏");
  }

  @Test
  void aRepeatedAnswerHasTheSameKey() {
    CitizenApp app = app(base());
    app.send(reply("4711", "x"));
    app.send(reply("4711", "x"));
    assertThat(calls()).hasSize(2);
    assertThat(calls().get(0)).isEqualTo(calls().get(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/api/v2", "/api/v2/"})
  void theAddressMayHaveAPathWithOrWithoutASlash(String path) {
    app(server.address(path)).send(reply("1", "x"));
    String root = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    assertThat(calls().get(0).line()).isEqualTo("POST " + root + "/posts/1/comments");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "a/b a%2Fb",
        "../../admin ..%2F..%2Fadmin",
        "a?b=c a%3Fb%3Dc",
        "a#b a%23b",
        "a%2Fb a%252Fb",
        "a+b a%2Bb",
        "é🌊 %C3%A9%F0%9F%8C%8A",
        "a:b@c a:b@c",
        "a&b;c a%26b%3Bc",
        "... ...",
        "a\\b a%5Cb"
      })
  void anOddPostIdStaysOneSegmentOfThePath(String id, String encoded) {
    app(base()).send(reply(id, "x"));
    assertThat(calls().get(0).line()).isEqualTo("POST /posts/" + encoded + "/comments");
  }

  @Test
  void aBlankInAPostIdIsNoPlus() {
    app(base()).send(reply("a b", "x"));
    assertThat(calls().get(0).line()).isEqualTo("POST /posts/a%20b/comments");
  }

  @ParameterizedTest
  @ValueSource(strings = {".", ".."})
  void aPostIdThatLeadsToAnotherAddressIsNotSent(String id) {
    assertThatExceptionOfType(ChannelException.class)
        .isThrownBy(() -> app(base()).send(reply(id, "x")))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.NOT_PERMITTED));
    assertThat(calls()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "401,REAUTHORISE",
    "403,REAUTHORISE",
    "400,NOT_PERMITTED",
    "404,NOT_PERMITTED",
    "410,NOT_PERMITTED",
    "422,NOT_PERMITTED",
    "408,TEMPORARY",
    "429,TEMPORARY",
    "500,TEMPORARY",
    "502,UNCONFIRMED",
    "503,TEMPORARY",
    "504,UNCONFIRMED"
  })
  void aRefusalSaysWhatHelps(int answer, Kind kind) {
    server.answer(answer, null);
    ChannelException failure = failure();
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure).hasMessage("the app answered " + answer);
    assertThat(failure.findRetryAt()).isEmpty();
    assertThat(calls()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"429,0,0", "429,30,30", "503,120,120", "429,86400,86400", "429,99999,99999"})
  void aLimitWithATimeIsWaitedFor(int answer, String seconds, long waited) {
    server.answer(answer, seconds);
    ChannelException failure = failure();
    assertThat(failure.kind()).isEqualTo(Kind.WAIT_UNTIL);
    assertThat(failure.findRetryAt()).contains(NOW.plusSeconds(waited));
    assertThat(failure.isWorthRetrying()).isTrue();
  }

  @Test
  void aLimitWithADateIsWaitedFor() {
    server.answer(429, "Sat, 21 Nov 2026 02:10:00 GMT");
    assertThat(failure().findRetryAt()).contains(NOW.plusSeconds(600));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "1.5", "soon", "", "99999999999999999999", "٣٠"})
  void aLimitWithATimeThatIsNotUnderstoodIsTriedLater(String time) {
    server.answer(429, time);
    ChannelException failure = failure();
    assertThat(failure.kind()).isEqualTo(Kind.TEMPORARY);
    assertThat(failure.findRetryAt()).isEmpty();
  }

  @Test
  void anAppThatIsNotThereIsATemporaryFault() throws Exception {
    URI nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    assertThatExceptionOfType(ChannelException.class)
        .isThrownBy(() -> app(nobody).send(reply("1", "rahasia")))
        .withMessage("the app cannot be reached")
        .satisfies(
            e -> assertThat(e.kind()).isEqualTo(Kind.TEMPORARY),
            e -> assertThat(e.getCause()).isInstanceOf(IOException.class));
  }

  @Test
  void anInterruptedCallKeepsTheInterrupt() {
    try (FakeCitizenApp silent = new FakeCitizenApp(InstantSource.fixed(NOW))) {
      silent.fail(FakeVendor.Fault.SILENCE, 1);
      CitizenApp app = app(silent.url());
      Thread.currentThread().interrupt();
      assertThatExceptionOfType(ChannelException.class)
          .isThrownBy(() -> app.send(reply("1", "rahasia")))
          .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.UNCONFIRMED));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void withAnAddressTheLibraryMayAnswer() {
    assertThat(app(base()).permission(target("1"))).isEqualTo(ReplyPermission.Allowed.words(5_000));
  }

  @Test
  void withoutAnAddressAPersonHasToAnswer() {
    CitizenApp app = Apps.app();
    assertThat(app.permission(target("1")))
        .isEqualTo(new ReplyPermission.ByHand("the app's address for comments is not configured"));
    assertThatExceptionOfType(ChannelException.class)
        .isThrownBy(() -> app.send(reply("1", "rahasia")))
        .withMessage("the app's address for comments is not configured")
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.NOT_PERMITTED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"app.example.org", "/api", "ftp://app.example.org", "file:///tmp"})
  void anAddressThatIsNotOfTheWebIsRefusedAtOnce(String base) {
    CitizenApp.Builder builder = CitizenApp.builder(ACCOUNT, JAKARTA).secret(SECRET);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.commentsTo(URI.create(base), CLIENT, InstantSource.fixed(NOW)))
        .withMessage("base is no http or https address");
  }
}
