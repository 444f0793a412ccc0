package org.tanggap.channel.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.SentReply;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.MessageKey;
import org.tanggap.testkit.FakeVendor.Answer;
import org.tanggap.testkit.FakeVendor.Fault;
import org.tanggap.testkit.ManualClock;
import tools.jackson.databind.JsonNode;

/** Replies on X: to whom, with what, and once. */
class XAnswersTest {

  private final ManualClock clock = ManualClock.at(Accounts.NOW);
  private final FakeX vendor = new FakeX(clock);
  private final XChannel channel = Accounts.builder(vendor, clock).build();

  @AfterEach
  void close() {
    vendor.close();
  }

  private ReplyTarget target() {
    return Accounts.target(vendor.publish("Jalan berlubang"), true);
  }

  private Kind kindOf(Reply reply) {
    return Accounts.failureOf(() -> channel.send(reply)).kind();
  }

  private JsonNode lastBody() {
    return Json.find(vendor.requests().get(vendor.requests().size() - 1).body()).orElseThrow();
  }

  @Test
  void a_mention_may_be_answered_at_a_price() {
    assertThat(channel.permission(target()))
        .isEqualTo(
            new ReplyPermission.Allowed(null, 280, 4, true, "USD 0.01, with a link USD 0.20"));
    XChannel other = Accounts.builder(vendor, clock).price("").maxCharacters(25_000).build();
    assertThat(other.permission(target()))
        .isEqualTo(new ReplyPermission.Allowed(null, 25_000, 4, true, ""));
  }

  @Test
  void without_a_photo_store_an_answer_has_no_photos() {
    XChannel plain = Accounts.builderWithoutVendor(clock).build();
    assertThat(((ReplyPermission.Allowed) plain.permission(target())).maxPhotos()).isZero();
    assertThat(
            Accounts.failureOf(() -> plain.send(Accounts.reply(target(), "x", "selesai-1"))).kind())
        .isEqualTo(Kind.NOT_PERMITTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "x", "{\"post\":\"1\"}", "{\"summoned\":\"ya\"}", "[]"})
  void a_post_that_did_not_call_us_is_left_to_a_person(String hint) {
    ReplyTarget target =
        new ReplyTarget(
            new MessageKey(Accounts.ACCOUNT, "2080765813578191303"), Instant.EPOCH, null, hint);
    assertThat(channel.permission(target)).isInstanceOf(ReplyPermission.ByHand.class);
    assertThat(kindOf(Accounts.reply(target, "Halo"))).isEqualTo(Kind.NOT_PERMITTED);
    assertThat(vendor.requests()).isEmpty();
  }

  @Test
  void what_a_search_found_is_left_to_a_person() {
    XChannel searching = Accounts.builder(vendor, clock).pageSize(10).search("banjir").build();
    vendor.publishElsewhere("banjir di jalan");
    List<ChannelMessage> taken = Accounts.drain(searching, new ArrayList<>());
    ChannelMessage.NewReport found = (ChannelMessage.NewReport) taken.get(0);
    ReplyTarget target =
        new ReplyTarget(found.key(), clock.instant(), null, found.conversation().hint());
    assertThat(searching.permission(target)).isInstanceOf(ReplyPermission.ByHand.class);
  }

  @Test
  void a_reply_names_the_edition_that_is_answered() {
    String first = vendor.publish("Jalan rusak");
    vendor.edit(first, "Jalan rusak di Tebet");
    List<ChannelMessage> taken = Accounts.drain(channel, new ArrayList<>());
    ChannelMessage.Edited edited = (ChannelMessage.Edited) taken.get(0);
    channel.send(
        Accounts.reply(
            new ReplyTarget(edited.key(), clock.instant(), null, edited.conversation().hint()),
            "Terima kasih"));
    assertThat(lastBody().path("reply").path("in_reply_to_tweet_id").asString())
        .isEqualTo(edited.edition())
        .isNotEqualTo(first);
  }

  @Test
  void photos_are_uploaded_first() {
    channel.send(Accounts.reply(target(), "Sudah ditambal", "selesai-1", "selesai-2"));
    assertThat(vendor.photos()).isEqualTo(2);
    assertThat(vendor.requests())
        .extracting(it -> it.path())
        .containsExactly("/2/media/upload", "/2/media/upload", "/2/tweets");
    assertThat(lastBody().path("media").path("media_ids")).hasSize(2);
  }

  @Test
  void a_photo_alone_is_a_reply() {
    channel.send(Accounts.reply(target(), "", "selesai-1"));
    assertThat(vendor.photos()).isEqualTo(1);
  }

  @Test
  void what_x_would_not_take_is_refused_without_a_call() {
    ReplyTarget to = target();
    assertThat(kindOf(Accounts.reply(to, " "))).isEqualTo(Kind.NOT_PERMITTED);
    assertThat(kindOf(Accounts.reply(to, "a".repeat(281)))).isEqualTo(Kind.NOT_PERMITTED);
    assertThat(kindOf(Accounts.reply(to, "x", "dokumen"))).isEqualTo(Kind.NOT_PERMITTED);
    assertThat(kindOf(Accounts.reply(to, "x", "besar"))).isEqualTo(Kind.NOT_PERMITTED);
    assertThat(kindOf(Accounts.reply(to, "x", "https://cdn.example.org/1.jpg")))
        .isEqualTo(Kind.NOT_PERMITTED);
    assertThat(kindOf(Accounts.reply(to, "x", "1", "2", "3", "4", "5")))
        .isEqualTo(Kind.NOT_PERMITTED);
    assertThat(kindOf(Accounts.reply(to, "x", "selesai-1", "tidak ada")))
        .isEqualTo(Kind.NOT_PERMITTED);
    assertThat(vendor.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sudah ditambal & rata < 2 cm",
        "Lihat https://jakarta.example.go.id/laporan/4711?x=1#y ya",
        "http://a.example.org dan https://b.example.org/c",
        "@warga @lain terima kasih",
        "Baris satu\n\nbaris   dua ",
        "e\u0301 dan \u00e9"
      })
  void a_repetition_is_recognised_in_what_x_makes_of_the_words(String text) {
    Reply reply = Accounts.reply(target(), text, "selesai-1");
    vendor.failAfter(1, Fault.LOST_ANSWER);
    assertThat(kindOf(reply)).isEqualTo(Kind.UNCONFIRMED);
    SentReply sent = channel.send(Accounts.again(reply));
    assertThat(vendor.answers()).containsExactly(text);
    assertThat(sent.findExternalId()).isPresent();
  }

  @Test
  void the_same_words_to_somebody_else_are_no_repetition() {
    channel.send(Accounts.reply(target(), "Sudah kami teruskan"));
    Reply lost = Accounts.reply(target(), "Sudah kami teruskan");
    channel.send(Accounts.again(lost));
    assertThat(vendor.answers()).hasSize(2);
  }

  @Test
  void a_repetition_is_looked_for_on_all_pages_since_the_post() {
    ReplyTarget to = target();
    Reply reply = Accounts.reply(to, "yang pertama");
    channel.send(reply);
    for (int i = 0; i < 120; i++) {
      vendor.publishOwn("kabar " + i);
    }
    channel.send(Accounts.again(reply));
    assertThat(vendor.answers()).hasSize(1);
    assertThat(vendor.requests()).anyMatch(it -> it.query().containsKey("pagination_token"));
    assertThat(vendor.requests().get(1).query())
        .containsEntry("since_id", to.message().externalId());
  }

  @Test
  void a_repetition_that_cannot_be_looked_for_is_not_sent() {
    Reply reply = Accounts.again(Accounts.reply(target(), "Halo"));
    vendor.fail(Fault.SERVER_ERROR, 1);
    assertThat(kindOf(reply)).isEqualTo(Kind.TEMPORARY);
    assertThat(vendor.answers()).isEmpty();
  }

  @Test
  void a_duplicate_at_a_first_attempt_is_refused_and_at_a_repetition_was_sent() {
    ReplyTarget to = target();
    vendor.refuseDuplicates();
    channel.send(Accounts.reply(to, "Terima kasih"));
    ChannelException failure =
        Accounts.failureOf(() -> channel.send(Accounts.reply(target(), "Terima kasih")));
    assertThat(failure.kind()).isEqualTo(Kind.NOT_PERMITTED);
    assertThat(failure).hasMessageContaining("same words");

    Reply again = Accounts.again(Accounts.reply(target(), "Terima kasih"));
    assertThat(channel.send(again).findExternalId()).isEmpty();
    assertThat(vendor.answers()).hasSize(1);
  }

  @Test
  void a_reply_that_x_does_not_allow_is_for_a_person() {
    vendor.answerWith(
        Answer.json(
            403,
            "{\"title\":\"Forbidden\",\"type\":\"about:blank\",\"status\":403,\"detail\":"
                + "\"You are not permitted to perform this action.\"}"));
    assertThat(kindOf(Accounts.reply(target(), "Halo"))).isEqualTo(Kind.NOT_PERMITTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "x", "{\"data\":{\"id\":\"abc\"}}", "[]"})
  void a_confirmation_without_an_id_leaves_it_open(String body) {
    vendor.answerWith(Answer.json(201, body));
    assertThat(kindOf(Accounts.reply(target(), "Halo"))).isEqualTo(Kind.UNCONFIRMED);
  }

  @Test
  void an_upload_without_an_id_sends_nothing() {
    vendor.answerWith(Answer.json(200, "{\"data\":{}}"));
    assertThat(kindOf(Accounts.reply(target(), "Halo", "selesai-1"))).isEqualTo(Kind.MALFORMED);
    assertThat(vendor.requests()).hasSize(1);
  }
}
