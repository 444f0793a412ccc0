package org.tanggap.channel.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tanggap.channel.mastodon.Mastodons.ACCOUNT;

import java.net.http.HttpClient;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.channel.AccountSettings;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.PullChannel;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.testkit.FakeVendor.Answer;
import org.tanggap.testkit.FakeVendor.Fault;
import org.tanggap.testkit.ManualClock;

/** The channel against a server on real sockets. */
class MastodonChannelTest {

  private static final Instant NOW = Instant.parse("2026-11-20T03:15:00Z");

  private final FakeMastodon server = new FakeMastodon();
  private final MastodonChannel channel = channel().build();

  private MastodonChannel.Builder channel() {
    return Mastodons.builder(server, ManualClock.at(NOW));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private ReplyTarget target(String visibility) {
    return Mastodons.target(server.publish("Jalan berlubang"), visibility);
  }

  private ReplyTarget target() {
    return target("public");
  }

  private static Reply reply(ReplyTarget to, String text, String... photos) {
    return new Reply(
        UUID.fromString("0199c0de-0000-7000-8000-000000000001"),
        to,
        text,
        List.of(photos).stream().map(Photo::of).toList(),
        false);
  }

  private static Reply again(Reply reply) {
    return new Reply(reply.id(), reply.to(), reply.text(), reply.photos(), true);
  }

  private static void fails(Kind kind, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ChannelException.class, e -> assertThat(e.kind()).isEqualTo(kind))
        .hasMessageNotContaining(FakeMastodon.TOKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "12", "min_id=", "min_id=../1", "min_id=12\n"})
  void a_damaged_cursor_is_malformed(String cursor) {
    fails(Kind.MALFORMED, () -> channel.pull(new Cursor(cursor)));
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 410, 422})
  void other_refusals_are_final_except_for_a_missing_scope(int status) {
    server.answerNext(Answer.json(status, "{\"error\":\"Validation failed\"}"));
    fails(Kind.NOT_PERMITTED, () -> channel.send(reply(target(), "Sudah.")));
    server.answerNext(
        Answer.json(403, "{\"error\":\"This action is outside the authorized scopes\"}"));
    fails(Kind.REAUTHORISE, () -> channel.pull(null));
  }

  @Test
  void the_quota_is_known_after_a_poll() {
    assertThat(channel.vitals().findQuotaLeft()).isEmpty();
    channel.pull(null);
    assertThat(channel.vitals().findQuotaLeft()).hasValue(297);
    assertThat(channel.vitals().quotaResets()).isEqualTo("2026-11-20T03:20:00.123456Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"public", "unlisted", "private", "direct"})
  void an_answer_names_the_citizen_and_keeps_the_visibility(String visibility) {
    ReplyTarget target = target(visibility);
    String sent = channel.send(reply(target, "Sudah ditambal.")).externalId();
    assertThat(server.posted())
        .singleElement()
        .satisfies(
            status -> {
              assertThat(status.path("id").asString()).isEqualTo(sent);
              assertThat(status.path("in_reply_to_id").asString())
                  .isEqualTo(target.message().externalId());
              assertThat(status.path("visibility").asString()).isEqualTo(visibility);
            });
    assertThat(server.answers()).containsExactly("Sudah ditambal.");
    assertThat(server.requests().get(0).text())
        .contains("\"status\":\"@warga17@pesisir.example Sudah ditambal.\"");
  }

  @Test
  void an_answer_to_an_unknown_visibility_is_for_the_citizen_alone() {
    channel.send(reply(target("limited"), "Sudah ditambal."));
    assertThat(server.posted().get(0).path("visibility").asString()).isEqualTo("direct");
  }

  @Test
  void photos_are_uploaded_first_and_waited_for() {
    channel.send(reply(target(), "Sudah ditambal.", "foto-1", "foto-2"));
    assertThat(server.posted().get(0).path("media_ids")).hasSize(2);
    assertThat(server.requests())
        .extracting(request -> request.method() + " " + request.path().replaceAll("[0-9]{5,}", "N"))
        .containsSubsequence(
            "POST /api/v2/media",
            "GET /api/v1/media/N",
            "GET /api/v1/media/N",
            "POST /api/v2/media",
            "POST /api/v1/statuses");
  }

  @Test
  void a_photo_that_never_gets_ready_is_tried_again_later() {
    ReplyTarget to = target();
    server.mediaReadyAfter(1_000);
    fails(Kind.TEMPORARY, () -> channel.send(reply(to, "Sudah ditambal.", "foto-1")));
    assertThat(server.answers()).isEmpty();
  }

  @Test
  void a_photo_that_the_store_does_not_have_is_refused_before_anything_is_sent() {
    ReplyTarget to = target();
    int before = server.requests().size();
    fails(Kind.NOT_PERMITTED, () -> channel.send(reply(to, "Sudah.", "https://x.example/a.jpg")));
    fails(
        Kind.NOT_PERMITTED,
        () -> channel.send(reply(to, "Sudah.", "foto-1", "foto-2", "foto-3", "foto-4", "foto-5")));
    assertThat(server.requests()).hasSize(before);
  }

  @Test
  void a_repetition_within_the_hour_is_known_by_its_key() {
    Reply reply = reply(target(), "Sudah ditambal.");
    assertThat(channel.send(reply)).isEqualTo(channel.send(reply));
    assertThat(server.answers()).containsExactly("Sudah ditambal.");
  }

  @Test
  void a_repetition_after_the_hour_is_found_under_the_message() {
    String text = "Halo @dinas@kota.example,\n\nlihat https://kota.example/a?b=1&c=2 < 3  hari";
    Reply reply = reply(target(), text);
    server.fail(Fault.LOST_ANSWER, 1);
    fails(Kind.UNCONFIRMED, () -> channel.send(reply));
    server.forgetKeys();
    String id = channel.send(again(reply)).externalId();
    assertThat(server.posted()).extracting(s -> s.path("id").asString()).containsExactly(id);
  }

  @Test
  void another_answer_with_other_words_is_no_repetition() {
    ReplyTarget to = target();
    channel.send(reply(to, "Sedang dikerjakan."));
    server.forgetKeys();
    channel.send(again(reply(to, "Sudah ditambal.")));
    assertThat(server.answers()).containsExactly("Sedang dikerjakan.", "Sudah ditambal.");
  }

  @Test
  void a_status_that_is_gone_cannot_be_answered() {
    Reply reply = reply(target(), "Sudah ditambal.");
    server.delete(reply.to().message().externalId());
    fails(Kind.NOT_PERMITTED, () -> channel.send(reply));
    fails(Kind.NOT_PERMITTED, () -> channel.send(again(reply)));
  }

  @Test
  void the_length_leaves_room_for_the_name_and_a_longer_answer_is_refused() {
    ReplyTarget to = target();
    ReplyPermission.Allowed allowed = (ReplyPermission.Allowed) channel.permission(to);
    assertThat(allowed.maxCharacters()).isEqualTo(500 - "@warga17 ".length());
    assertThat(allowed.mentions()).isTrue();
    assertThat(allowed.maxPhotos()).isEqualTo(4);
    channel.send(reply(to, "x".repeat(allowed.maxCharacters())));
    int before = server.requests().size();
    fails(
        Kind.NOT_PERMITTED, () -> channel.send(reply(to, "x".repeat(allowed.maxCharacters() + 1))));
    assertThat(server.requests()).hasSize(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "{\"visibility\":\"public\"}", "bukan json"})
  void without_its_hint_a_message_is_answered_by_hand(String hint) {
    ReplyTarget to = new ReplyTarget(new MessageKey(ACCOUNT, "1"), NOW, null, hint);
    assertThat(channel.permission(to)).isInstanceOf(ReplyPermission.ByHand.class);
    fails(Kind.NOT_PERMITTED, () -> channel.send(reply(to, "Sudah.")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Sudah                                       | 5
          👨‍👩‍👧‍👦🇮🇩                                | 2
          é                                           | 1
          https://kota.example/laporan/12345678901234 | 23
          lihat https://a.example.                    | 30
          @dinas@kota.example ya                      | 9
          surel a@b.example                           | 17
          """)
  void the_length_is_counted_as_mastodon_does(String text, int length) {
    assertThat(channel.lengthOf(text)).isEqualTo(length);
  }

  @Test
  void the_provider_opens_an_account_from_settings() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("baseUrl", server.url().toString());
    values.put("token", "env:TOKEN");
    values.put("accountId", FakeMastodon.OWN_ID);
    values.put("domain", "kota.example");
    AccountSettings settings =
        AccountSettings.of(ACCOUNT, values, reference -> Optional.of(FakeMastodon.TOKEN));
    MastodonProvider provider = new MastodonProvider();
    server.publish("Satu");
    ChannelParts parts =
        ChannelParts.of(ManualClock.at(NOW))
            .with(HttpClient.class, Mastodons.CLIENT)
            .with(PhotoStore.class, new Mastodons.Pictures());
    assertThat(provider.kind()).isEqualTo("mastodon");
    PullChannel opened = (PullChannel) provider.open(settings, parts);
    assertThat(opened.pull(null).messages()).hasSize(1);
    assertThat(settings.listFaults()).isEmpty();
  }

  @Test
  void the_provider_finds_all_faults_at_once() {
    AccountSettings settings =
        AccountSettings.of(
            ACCOUNT, Map.of("pageSize", "81", "tokn", "x"), reference -> Optional.empty());
    new MastodonProvider()
        .open(
            settings,
            ChannelParts.of(ManualClock.at(NOW)).with(HttpClient.class, Mastodons.CLIENT));
    assertThat(settings.listFaults())
        .hasSize(5)
        .anyMatch(fault -> fault.startsWith("baseUrl is missing"))
        .anyMatch(fault -> fault.startsWith("token is missing"))
        .anyMatch(fault -> fault.startsWith("accountId is missing"))
        .anyMatch(fault -> fault.startsWith("pageSize is no whole number"))
        .anyMatch(fault -> fault.startsWith("tokn is no setting"));
  }
}
