package org.tanggap.channel.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tanggap.channel.bluesky.Blueskies.ACCOUNT;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Page;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.PullChannel;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.testkit.FakeVendor.Answer;
import org.tanggap.testkit.FakeVendor.Fault;
import org.tanggap.testkit.FakeVendor.Request;
import org.tanggap.testkit.ManualClock;
import tools.jackson.databind.JsonNode;

/** The channel against a server on real sockets. */
class BlueskyChannelTest {

  private static final Instant NOW = Instant.parse("2026-11-21T02:15:00Z");

  private final FakeBluesky server = new FakeBluesky();
  private final BlueskyChannel channel = channel().build();

  private BlueskyChannel.Builder channel() {
    return Blueskies.builder(server, ManualClock.at(NOW));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private ReplyTarget target() {
    return Blueskies.target(server.publish("Jalan berlubang"));
  }

  private static Reply reply(ReplyTarget to, String text, String... photos) {
    return new Reply(
        UUID.fromString("0199c0de-0000-7000-8000-000000000001"),
        to,
        text,
        List.of(photos).stream().map(Photo::of).toList(),
        false);
  }

  private static void fails(Kind kind, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ChannelException.class, e -> assertThat(e.kind()).isEqualTo(kind))
        .hasMessageNotContaining(FakeBluesky.PASSWORD);
  }

  private static List<String> ids(Page page) {
    return page.messages().stream()
        .map(message -> ((ChannelMessage.NewReport) message).key().externalId())
        .toList();
  }

  /** Everything up to the end, and the last cursor at the end of the list. */
  private static Cursor drain(PullChannel from, @Nullable Cursor cursor, List<String> ids) {
    Page page = from.pull(cursor);
    ids.addAll(ids(page));
    return page.hasMore() ? drain(from, page.cursor(), ids) : page.cursor();
  }

  private List<String> paths() {
    return server.requests().stream()
        .map(Request::path)
        .map(path -> path.substring(path.lastIndexOf('.') + 1))
        .toList();
  }

  @Test
  void a_poll_of_a_known_account_asks_for_one_page_only() {
    for (int i = 0; i < 20; i++) {
      server.publish("Laporan " + i);
    }
    BlueskyChannel small = channel().pageSize(5).build();
    List<String> first = new ArrayList<>();
    Cursor cursor = drain(small, null, first);
    assertThat(first).hasSize(20).doesNotHaveDuplicates();
    int before = server.requests().size();
    Page page = small.pull(cursor);
    assertThat(page.messages()).isEmpty();
    assertThat(page.hasMore()).isFalse();
    assertThat(server.requests()).hasSize(before + 1);
  }

  @Test
  void a_post_that_was_dated_back_is_found_within_the_overlap() {
    server.publish("Satu");
    String newest = server.publish("Dua");
    Cursor cursor = drain(channel, null, new ArrayList<>());
    String late = server.publishAt("Terlambat", Instant.parse("2026-11-20T23:30:00Z"));
    server.publishAt("Terlalu lama", Instant.parse("2026-11-20T21:00:00Z"));
    List<String> found = new ArrayList<>();
    Cursor next = drain(channel, cursor, found);
    assertThat(found).containsExactly(late).doesNotContain(newest);
    assertThat(channel.pull(next).messages()).isEmpty();
  }

  @Test
  void a_walk_whose_place_the_server_has_forgotten_begins_anew_and_leaves_no_hole() {
    List<String> published = new ArrayList<>();
    published.add(server.publish("Lama"));
    BlueskyChannel small = channel().pageSize(2).build();
    Cursor known = drain(small, null, new ArrayList<>());
    for (int i = 0; i < 5; i++) {
      published.add(server.publish("Laporan " + i));
    }
    Page first = small.pull(known);
    server.answerNext(Answer.json(400, "{\"error\":\"InvalidRequest\"}"));
    Page again = small.pull(first.cursor());
    assertThat(ids(again)).isEqualTo(ids(first));
    List<String> found = new ArrayList<>(ids(again));
    drain(small, again.cursor(), found);
    assertThat(found).containsExactlyInAnyOrderElementsOf(published.subList(1, 6));
  }

  @Test
  void a_time_ahead_of_our_clock_hides_nothing_that_comes_later() {
    server.publishAt("Dari masa depan", Instant.parse("2031-01-01T00:00:00Z"));
    Cursor cursor = drain(channel, null, new ArrayList<>());
    String id = server.publishAt("Sekarang", NOW);
    assertThat(ids(channel.pull(cursor))).containsExactly(id);
  }

  @Test
  void a_thousand_and_more_in_one_hour_fit_into_the_cursor() {
    for (int i = 0; i < 2_500; i++) {
      server.publish("Laporan " + i);
    }
    List<String> found = new ArrayList<>();
    Cursor cursor = drain(channel, null, found);
    assertThat(found).hasSize(2_500).doesNotHaveDuplicates();
    assertThat(cursor.value().length()).isLessThan(30_000);
    String id = server.publish("Satu lagi");
    assertThat(ids(channel.pull(cursor))).containsExactly(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "null",
        "{\"known\":null}",
        "{\"known\":\"x\",\"seen\":{}}",
        "{\"known\":1,\"seen\":[]}",
        "{\"known\":1,\"seen\":{\"a\":\"b\"}}",
        "{\"known\":1,\"seen\":{},\"walk\":null}",
        "{\"known\":1,\"seen\":{},\"walk\":{\"next\":\"\",\"newest\":1,\"seen\":{}}}",
        "{\"known\":1,\"seen\":{},\"walk\":{\"next\":\"x\",\"newest\":1.5,\"seen\":{}}}",
        "{\"known\":99999999999999,\"seen\":{}}"
      })
  void a_damaged_cursor_is_malformed(String cursor) {
    fails(Kind.MALFORMED, () -> channel.pull(new Cursor(cursor)));
  }

  @Test
  void only_posts_are_asked_for_and_the_quota_is_known() {
    channel.pull(null);
    assertThat(server.requests().get(1).query()).containsEntry("reasons", "quote");
    assertThat(channel.vitals().findQuotaLeft()).hasValue(2990);
    assertThat(channel.vitals().quotaResets()).isEqualTo(Instant.ofEpochSecond(1_795_227_600));
  }

  @Test
  void the_session_is_kept_and_renewed_with_its_refresh_token() {
    channel.pull(null);
    channel.pull(null);
    server.expire();
    fails(Kind.REFRESH, () -> channel.pull(null));
    channel.refresh();
    channel.pull(null);
    assertThat(paths().stream().filter("createSession"::equals)).hasSize(1);
    assertThat(paths()).endsWith("listNotifications", "refreshSession", "listNotifications");
  }

  @Test
  void where_the_refresh_token_has_run_out_the_password_helps() {
    channel.pull(null);
    server.expireForGood();
    fails(Kind.REFRESH, () -> channel.pull(null));
    channel.refresh();
    channel.pull(null);
    assertThat(paths()).endsWith("refreshSession", "createSession", "listNotifications");
  }

  @Test
  void a_wrong_password_wants_a_person() {
    BlueskyChannel wrong =
        BlueskyChannel.builder(
                ACCOUNT, FakeBluesky.HANDLE, "salah", Blueskies.CLIENT, ManualClock.at(NOW))
            .baseUrl(server.url())
            .build();
    fails(Kind.REAUTHORISE, () -> wrong.pull(null));
    fails(Kind.REAUTHORISE, wrong::refresh);
  }

  @Test
  void a_session_without_tokens_is_malformed() {
    for (String session :
        List.of(
            "{}",
            "{\"did\":\"did:plc:a\",\"accessJwt\":\"a\\nb\",\"refreshJwt\":\"c\"}",
            "{\"did\":\"posko\",\"accessJwt\":\"a\",\"refreshJwt\":\"c\"}")) {
      server.answerNext(Answer.json(200, session));
      fails(Kind.MALFORMED, () -> channel.pull(null));
    }
  }

  @Test
  void an_answer_stands_in_its_thread_with_links_and_mentions_counted_in_bytes() {
    String uri = server.publish("Jalan berlubang");
    String root = "at://did:plc:tetangga2satu3rt4abcdefg/app.bsky.feed.post/3lbgroot00002";
    ReplyTarget to =
        new ReplyTarget(
            new MessageKey(ACCOUNT, uri),
            NOW,
            null,
            new ThreadPlace(root, "bafyroot", uri, FakeBluesky.CID, "warga17.bsky.social").hint());
    String text =
        "Banjir 🌊 surut, @warga17.bsky.social: lihat https://kota.example/a?é=1. @lain.example";
    String sent = channel.send(reply(to, text)).externalId();
    JsonNode post = server.posts().get(0);
    assertThat(sent).startsWith("at://" + FakeBluesky.OWN_DID + "/app.bsky.feed.post/");
    assertThat(post.path("reply").toString())
        .isEqualTo(
            "{\"root\":{\"uri\":\""
                + root
                + "\",\"cid\":\"bafyroot\"},\"parent\":{\"uri\":\""
                + uri
                + "\",\"cid\":\""
                + FakeBluesky.CID
                + "\"}}");
    assertThat(post.path("createdAt").asString()).isEqualTo("2026-11-21T02:15:00Z");
    assertThat(post.path("langs").toString()).isEqualTo("[\"id\"]");
    List<String> marked = new ArrayList<>();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (JsonNode facet : post.path("facets")) {
      marked.add(
          new String(
              Arrays.copyOfRange(
                  bytes,
                  facet.path("index").path("byteStart").asInt(),
                  facet.path("index").path("byteEnd").asInt()),
              StandardCharsets.UTF_8));
    }
    assertThat(marked).containsExactly("https://kota.example/a?é=1", "@warga17.bsky.social");
    assertThat(post.path("facets").get(1).path("features").get(0).path("did").asString())
        .isEqualTo(FakeBluesky.CITIZEN);
  }

  @Test
  void photos_go_up_as_blobs_with_a_description() {
    channel.send(reply(target(), "Sudah ditambal.", "foto-10", "foto-1000000"));
    JsonNode images = server.posts().get(0).path("embed").path("images");
    assertThat(images).hasSize(2);
    assertThat(images.get(0).path("alt").asString()).isEqualTo("Foto dari petugas");
    assertThat(images.get(1).path("image").path("size").asInt()).isEqualTo(1_000_000);
  }

  @Test
  void photos_that_cannot_go_are_refused_before_anything_is_sent() {
    ReplyTarget to = target();
    fails(Kind.NOT_PERMITTED, () -> channel.send(reply(to, "Sudah.", "foto-1000001")));
    fails(Kind.NOT_PERMITTED, () -> channel.send(reply(to, "Sudah.", "https://x.example/a.jpg")));
    fails(
        Kind.NOT_PERMITTED,
        () -> channel.send(reply(to, "Sudah.", "foto-1", "foto-2", "foto-3", "foto-4", "foto-5")));
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void a_key_that_is_taken_means_that_the_answer_was_sent() {
    Reply reply = reply(target(), "Sudah ditambal.");
    assertThat(channel.send(reply)).isEqualTo(channel.send(reply));
    assertThat(server.answers()).containsExactly("Sudah ditambal.");
    assertThat(paths()).endsWith("createRecord", "createRecord", "getRecord");
  }

  @Test
  void a_refusal_stays_a_refusal_where_there_is_no_such_record() {
    ReplyTarget gone =
        Blueskies.target("at://" + FakeBluesky.CITIZEN + "/app.bsky.feed.post/3lbgtidak0002");
    fails(Kind.NOT_PERMITTED, () -> channel.send(reply(gone, "Sudah.")));
    assertThat(server.answers()).isEmpty();
  }

  @Test
  void record_keys_are_tids_of_the_past_and_differ() {
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < 2_000; i++) {
      String key = RecordKey.of(new UUID(0x0199_c0de_0000_7000L, i));
      assertThat(key).matches("[234567abcdefghij][234567a-z]{12}").isBetween("3khv", "3lhz");
      keys.add(key);
    }
    assertThat(keys).hasSize(2_000);
    assertThat(RecordKey.of(new UUID(1, 2))).isEqualTo(RecordKey.of(new UUID(1, 2)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Sudah                | 5
          🌊🌊🌊               | 3
          👨‍👩‍👧‍👦        | 3
          🇮🇩                 | 1
          """)
  void graphemes_and_bytes_are_counted_together(String text, int length) {
    assertThat(channel.lengthOf(text)).isEqualTo(length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "bukan json", "{\"parent\":{\"uri\":\"x\"}}"})
  void without_its_hint_a_message_is_answered_by_hand(String hint) {
    ReplyTarget to = new ReplyTarget(target().message(), NOW, null, hint);
    assertThat(channel.permission(to)).isInstanceOf(ReplyPermission.ByHand.class);
    fails(Kind.NOT_PERMITTED, () -> channel.send(reply(to, "Sudah.")));
  }

  @Test
  void the_provider_opens_an_account_from_settings() {
    AccountSettings settings =
        AccountSettings.of(
            ACCOUNT,
            Map.of(
                "identifier",
                FakeBluesky.HANDLE,
                "appPassword",
                "env:BLUESKY",
                "baseUrl",
                server.url().toString()),
            reference -> Optional.of(FakeBluesky.PASSWORD));
    BlueskyProvider provider = new BlueskyProvider();
    server.publish("Satu");
    ChannelParts parts =
        ChannelParts.of(ManualClock.at(NOW))
            .with(HttpClient.class, Blueskies.CLIENT)
            .with(PhotoStore.class, new Blueskies.Pictures());
    assertThat(provider.kind()).isEqualTo("bluesky");
    PullChannel opened = (PullChannel) provider.open(settings, parts);
    assertThat(opened.pull(null).messages()).hasSize(1);
    assertThat(settings.listFaults()).isEmpty();
  }

  @Test
  void the_provider_finds_all_faults_at_once() {
    AccountSettings settings =
        AccountSettings.of(
            ACCOUNT,
            Map.of("pageSize", "101", "overlap", "1h", "sandi", "x"),
            reference -> Optional.empty());
    new BlueskyProvider()
        .open(
            settings,
            ChannelParts.of(ManualClock.at(NOW)).with(HttpClient.class, Blueskies.CLIENT));
    assertThat(settings.listFaults())
        .hasSize(5)
        .anyMatch(fault -> fault.startsWith("identifier is missing"))
        .anyMatch(fault -> fault.startsWith("appPassword is missing"))
        .anyMatch(fault -> fault.startsWith("pageSize is no whole number"))
        .anyMatch(fault -> fault.startsWith("overlap is no time"))
        .anyMatch(fault -> fault.startsWith("sandi is no setting"));
  }

  @Test
  void silence_of_the_server_ends_soon() {
    BlueskyChannel impatient = channel().timeout(Duration.ofMillis(200)).build();
    server.fail(Fault.SILENCE, 1);
    fails(Kind.TEMPORARY, () -> impatient.pull(null));
  }
}
