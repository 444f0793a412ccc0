package org.tanggap.channel.rss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Page;
import org.tanggap.channel.PullChannel;
import org.tanggap.complaint.AccountId;
import org.tanggap.testkit.FakeVendor.Answer;
import org.tanggap.testkit.ManualClock;

/** The channel against a web server on real sockets. */
class RssChannelTest {

  static final AccountId ACCOUNT = AccountId.of("rss", "laporan-warga");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final ManualClock clock = ManualClock.at("2026-11-21T02:15:00Z");
  private final FakeFeed server = new FakeFeed();
  private final RssChannel channel = builder(server, clock).build();

  static RssChannel.Builder builder(FakeFeed server, InstantSource clock) {
    URI feed = server.url().resolve("laporan/umpan.xml?key=" + FakeFeed.KEY);
    return RssChannel.builder(ACCOUNT, feed, CLIENT, clock).interval(Duration.ZERO);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Answer xml(String body) {
    return new Answer(200, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  private static String item(String id) {
    return "<item><guid>" + id + "</guid><title>" + id + "</title></item>";
  }

  private static List<String> ids(Page page) {
    return page.messages().stream()
        .filter(ChannelMessage.NewReport.class::isInstance)
        .map(message -> ((ChannelMessage.NewReport) message).key().externalId())
        .toList();
  }

  private static void fails(Kind kind, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ChannelException.class, e -> assertThat(e.kind()).isEqualTo(kind))
        .hasMessageNotContaining(FakeFeed.KEY);
  }

  @Test
  void a_feed_that_has_not_changed_is_not_sent_again() {
    server.publish("Satu");
    Page first = channel.pull(null);
    Page second = channel.pull(first.cursor());
    assertThat(second.messages()).isEmpty();
    assertThat(server.requests().get(1).headers())
        .containsEntry("if-none-match", "\"v1\"")
        .containsEntry("if-modified-since", "Fri, 20 Nov 2026 00:00:01 GMT");
  }

  @Test
  void a_feed_in_another_order_repeats_and_skips_nothing() {
    server.publish("Satu");
    server.publish("Dua");
    Cursor cursor = channel.pull(null).cursor();
    server.reorder();
    String id = server.publish("Tiga");
    assertThat(ids(channel.pull(cursor))).containsExactly(id);
  }

  @Test
  void an_item_that_comes_back_is_known() {
    String id = server.publish("Satu");
    server.publish("Dua");
    Cursor all = channel.pull(null).cursor();
    server.drop(id);
    Cursor without = channel.pull(all).cursor();
    server.restore(id, "Satu");
    assertThat(channel.pull(without).messages()).isEmpty();
  }

  @Test
  void what_is_remembered_is_bounded() {
    Page page = channel.pull(null);
    for (int round = 0; round < 3; round++) {
      StringBuilder items = new StringBuilder();
      for (int i = 0; i < 1_900; i++) {
        items.append(item("r" + round + "-" + i));
      }
      server.answerNext(xml("<rss><channel>" + items + "</channel></rss>"));
      page = builder(server, clock).pageSize(1_000).build().pull(page.cursor());
      assertThat(page.messages()).hasSize(1_000);
      assertThat(page.hasMore()).isTrue();
      server.answerNext(xml("<rss><channel>" + items + "</channel></rss>"));
      page = builder(server, clock).pageSize(1_000).build().pull(page.cursor());
      assertThat(page.messages()).hasSize(900);
      assertThat(page.hasMore()).isFalse();
      assertThat(page.cursor().value().length()).isLessThan(50_000);
    }
  }

  @Test
  void the_feed_is_left_in_peace_for_the_interval() {
    RssChannel polite = builder(server, clock).interval(Duration.ofMinutes(5)).build();
    Cursor cursor = polite.pull(null).cursor();
    server.publish("Satu");
    clock.advance(Duration.ofMinutes(4));
    Page early = polite.pull(cursor);
    assertThat(early.messages()).isEmpty();
    assertThat(early.hasMore()).isFalse();
    assertThat(server.requests()).hasSize(1);
    clock.advance(Duration.ofMinutes(1));
    assertThat(polite.pull(early.cursor()).messages()).hasSize(1);
  }

  @Test
  void a_ttl_and_a_max_age_lengthen_the_interval_up_to_six_hours() {
    server.head("<ttl>60</ttl>");
    Cursor cursor = channel.pull(null).cursor();
    clock.advance(Duration.ofMinutes(59));
    cursor = channel.pull(cursor).cursor();
    assertThat(server.requests()).hasSize(1);
    clock.advance(Duration.ofMinutes(1));
    server.answerNext(xml("<rss/>").with("Cache-Control", "public, max-age=864000"));
    cursor = channel.pull(cursor).cursor();
    assertThat(server.requests()).hasSize(2);
    clock.advance(Duration.ofHours(6).minusSeconds(1));
    cursor = channel.pull(cursor).cursor();
    assertThat(server.requests()).hasSize(2);
    clock.advance(Duration.ofSeconds(1));
    channel.pull(cursor);
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void of_a_feed_that_is_broken_in_its_middle_the_whole_items_are_taken_once() {
    String broken = "<rss><channel>" + item("a") + item("b") + "<item><guid>c</gui";
    server.answerNext(xml(broken).with("ETag", "\"rusak\""));
    Page page = channel.pull(null);
    assertThat(ids(page)).containsExactly("b", "a");
    assertThat(page.messages().get(2)).isInstanceOf(ChannelMessage.Malformed.class);
    server.answerNext(xml(broken));
    Page again = channel.pull(page.cursor());
    assertThat(again.messages()).isEmpty();
    assertThat(server.requests().get(1).headers()).doesNotContainKey("if-none-match");
    server.answerNext(
        xml("<rss><channel>" + item("a") + item("b") + item("c") + "</channel></rss>"));
    assertThat(ids(channel.pull(again.cursor()))).containsExactly("c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bukan xml",
        "{}",
        "<html><body>Masuk</body></html>",
        "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><rss><channel>"
            + "<item><guid>1</guid><title>&x;</title></item></channel></rss>",
        "<rss><channel><item><title>x</title></channel></rss>"
      })
  void what_is_no_feed_is_malformed(String body) {
    server.answerNext(xml(body));
    fails(Kind.MALFORMED, () -> channel.pull(null));
  }

  @Test
  void a_feed_that_is_too_long_is_malformed() {
    server.publish("x".repeat(5_000));
    fails(Kind.MALFORMED, () -> builder(server, clock).maxBytes(2_000).build().pull(null));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void a_redirect_on_the_same_host_is_followed(int status) {
    server.publish("Satu");
    server.answerNext(
        new Answer(status, Map.of("Location", "/baru/?key=" + FakeFeed.KEY), new byte[0]));
    assertThat(channel.pull(null).messages()).hasSize(1);
    assertThat(server.requests().get(1).path()).isEqualTo("/baru/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1/umpan.xml",
        "https://lain.example/umpan.xml",
        "http://127.0.0.1:1/umpan.xml",
        "file:///etc/passwd",
        "ht tp:",
        ""
      })
  void a_redirect_to_another_host_is_not_followed(String target) {
    server.answerNext(new Answer(302, Map.of("Location", target), new byte[0]));
    fails(Kind.NOT_PERMITTED, () -> channel.pull(null));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void a_circle_of_redirects_ends() {
    for (int i = 0; i < 10; i++) {
      server.answerNext(new Answer(301, Map.of("Location", "lagi.xml"), new byte[0]));
    }
    fails(Kind.NOT_PERMITTED, () -> channel.pull(null));
    assertThat(server.requests()).hasSize(6);
  }

  @Test
  void a_feed_that_is_gone_says_so() {
    server.answerNext(new Answer(410, Map.of(), new byte[0]));
    assertThatThrownBy(() -> channel.pull(null)).hasMessageContaining("gone for good");
  }

  @Test
  void the_address_is_asked_for_as_it_was_given() {
    URI feed = server.url().resolve("a%20b/c%2Fd.xml?x=1%262&key=" + FakeFeed.KEY + "&y=a+b");
    RssChannel.builder(ACCOUNT, feed, CLIENT, clock).build().pull(null);
    assertThat(server.requests().get(0).path()).isEqualTo("/a b/c/d.xml");
    assertThat(server.requests().get(0).query())
        .containsEntry("x", "1&2")
        .containsEntry("y", "a+b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "null",
        "{\"notBefore\":\"x\",\"delivered\":\"\"}",
        "{\"notBefore\":1,\"delivered\":\"abc\"}",
        "{\"notBefore\":1,\"delivered\":\"abcdefghijklmn!\"}",
        "{\"notBefore\":1,\"delivered\":\"\",\"etag\":\"a\\nb\"}"
      })
  void a_damaged_cursor_is_malformed(String cursor) {
    fails(Kind.MALFORMED, () -> channel.pull(new Cursor(cursor)));
  }

  @Test
  void an_etag_that_cannot_be_kept_is_left_aside() {
    server.answerNext(xml("<rss/>").with("ETag", "\"" + "x".repeat(2_000) + "\""));
    Cursor cursor = channel.pull(null).cursor();
    channel.pull(cursor);
    assertThat(server.requests().get(1).headers()).doesNotContainKey("if-none-match");
  }

  @Test
  void the_provider_opens_a_feed_from_settings() {
    server.publish("Satu");
    AccountSettings settings =
        AccountSettings.of(
            ACCOUNT,
            Map.of("url", server.url() + "umpan.xml?key=" + FakeFeed.KEY, "interval", "PT1M"),
            reference -> Optional.empty());
    RssProvider provider = new RssProvider();
    ChannelParts parts = ChannelParts.of(clock).with(HttpClient.class, CLIENT);
    assertThat(provider.kind()).isEqualTo("rss");
    assertThat(((PullChannel) provider.open(settings, parts)).pull(null).messages()).hasSize(1);
    assertThat(settings.listFaults()).isEmpty();
  }

  @Test
  void the_provider_finds_all_faults_at_once() {
    AccountSettings settings =
        AccountSettings.of(
            ACCOUNT,
            Map.of("interval", "5m", "zone", "Jakarta", "pageSize", "0", "feed", "x"),
            reference -> Optional.empty());
    new RssProvider().open(settings, ChannelParts.of(clock).with(HttpClient.class, CLIENT));
    assertThat(settings.listFaults())
        .hasSize(5)
        .anyMatch(fault -> fault.startsWith("url is missing"))
        .anyMatch(fault -> fault.startsWith("interval is no time"))
        .anyMatch(fault -> fault.startsWith("zone is no time zone"))
        .anyMatch(fault -> fault.startsWith("pageSize is no whole number"))
        .anyMatch(fault -> fault.startsWith("feed is no setting"));
  }

  @Test
  void an_address_outside_the_web_is_refused() {
    assertThatThrownBy(
            () -> RssChannel.builder(ACCOUNT, URI.create("file:///x.xml"), CLIENT, clock))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
