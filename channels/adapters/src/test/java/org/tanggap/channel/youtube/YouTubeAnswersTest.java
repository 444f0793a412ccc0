package org.tanggap.channel.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.testkit.FakeVendor.Answer;
import org.tanggap.testkit.FakeVendor.Fault;
import org.tanggap.testkit.ManualClock;

/** Replies on YouTube: where, with what, and once. */
class YouTubeAnswersTest {

  private final ManualClock clock = ManualClock.at(Tubes.NOW);
  private final FakeYouTube vendor = new FakeYouTube(clock);
  private final YouTubeChannel channel = Tubes.builder(vendor, clock).build();

  @AfterEach
  void close() {
    vendor.close();
  }

  private Kind kindOf(Reply reply) {
    return Tubes.failureOf(() -> channel.send(reply)).kind();
  }

  @Test
  void a_comment_may_be_answered_in_words() {
    assertThat(channel.permission(Tubes.target(vendor.publish("x"))))
        .isEqualTo(ReplyPermission.Allowed.words(10_000));
  }

  @Test
  void an_answer_to_a_reply_goes_into_its_thread() {
    String thread = vendor.publish("Got mampet");
    String reply = vendor.reply(thread, "masih");
    for (String hint : List.of("", new YouTubeHint(thread, "", true).text())) {
      ReplyTarget to =
          new ReplyTarget(new MessageKey(Tubes.ACCOUNT, reply), Instant.EPOCH, null, hint);
      channel.send(new Reply(new UUID(1, 1), to, "Kami cek", List.of(), false));
      var body =
          Json.find(vendor.requests().get(vendor.requests().size() - 1).body()).orElseThrow();
      assertThat(body.path("snippet").path("parentId").asString()).isEqualTo(thread);
    }
  }

  @Test
  void without_a_sign_in_a_person_answers() {
    YouTubeChannel reading =
        YouTubeChannel.builder(Tubes.ACCOUNT, FakeYouTube.CHANNEL, Tubes.CLIENT, clock)
            .baseUrl(vendor.url().resolve("youtube/v3/"))
            .apiKey(FakeYouTube.KEY)
            .build();
    String id = vendor.publish("x");
    assertThat(reading.pull(null).messages()).hasSize(1);
    assertThat(reading.permission(Tubes.target(id))).isInstanceOf(ReplyPermission.ByHand.class);
    assertThat(Tubes.failureOf(() -> reading.send(Tubes.reply(id, "x"))).kind())
        .isEqualTo(Kind.NOT_PERMITTED);
    assertThat(Tubes.failureOf(reading::refresh).kind()).isEqualTo(Kind.REAUTHORISE);
  }

  @Test
  void a_thread_that_takes_no_replies_is_left_to_a_person() {
    ReplyTarget closed =
        new ReplyTarget(
            new MessageKey(Tubes.ACCOUNT, "Ugw1"),
            Instant.EPOCH,
            null,
            new YouTubeHint("Ugw1", "v", false).text());
    assertThat(channel.permission(closed)).isInstanceOf(ReplyPermission.ByHand.class);
    Reply reply = new Reply(new UUID(1, 1), closed, "x", List.of(), false);
    assertThat(kindOf(reply)).isEqualTo(Kind.NOT_PERMITTED);
    assertThat(vendor.requests()).isEmpty();
  }

  @Test
  void what_youtube_would_not_take_is_refused_without_a_call() {
    String id = vendor.publish("x");
    assertThat(kindOf(Tubes.reply(id, " "))).isEqualTo(Kind.NOT_PERMITTED);
    assertThat(kindOf(Tubes.reply(id, "a".repeat(10_001)))).isEqualTo(Kind.NOT_PERMITTED);
    Reply plain = Tubes.reply(id, "x");
    Reply photo = new Reply(plain.id(), plain.to(), "x", List.of(Photo.of("selesai")), false);
    assertThat(kindOf(photo)).isEqualTo(Kind.NOT_PERMITTED);
    assertThat(kindOf(Tubes.reply("bukan nomor", "x"))).isEqualTo(Kind.NOT_PERMITTED);
    assertThat(vendor.requests()).isEmpty();
  }

  @Test
  void a_repetition_is_found_on_any_page_of_the_thread() {
    String thread = vendor.publish("Sampah");
    for (int i = 0; i < 110; i++) {
      vendor.reply(thread, "Sudah diangkut");
    }
    Reply reply = Tubes.reply(thread, "Sudah diangkut");
    vendor.fail(Fault.LOST_ANSWER, 1);
    assertThat(kindOf(reply)).isEqualTo(Kind.UNCONFIRMED);
    assertThat(channel.send(Tubes.again(reply)).findExternalId().orElseThrow())
        .startsWith(thread + ".");
    assertThat(vendor.answers()).containsExactly("Sudah diangkut");
  }

  @Test
  void the_same_words_of_a_citizen_are_no_repetition() {
    String thread = vendor.publish("Sampah");
    vendor.reply(thread, "Sudah diangkut");
    channel.send(Tubes.again(Tubes.reply(thread, "Sudah diangkut")));
    assertThat(vendor.answers()).hasSize(1);
  }

  @Test
  void a_repetition_that_cannot_be_looked_for_is_not_sent() {
    Reply reply = Tubes.again(Tubes.reply(vendor.publish("x"), "Halo"));
    vendor.fail(Fault.SERVER_ERROR, 1);
    assertThat(kindOf(reply)).isEqualTo(Kind.TEMPORARY);
    assertThat(vendor.answers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "x", "[]", "{\"id\":\"\"}"})
  void a_confirmation_without_an_id_leaves_it_open(String body) {
    String id = vendor.publish("x");
    vendor.answerWith(Answer.json(200, body));
    assertThat(kindOf(Tubes.reply(id, "Halo"))).isEqualTo(Kind.UNCONFIRMED);
  }

  @ParameterizedTest
  @CsvSource({
    "404, parentCommentNotFound, NOT_PERMITTED",
    "403, commentsDisabled, NOT_PERMITTED",
    "403, ineligibleAccount, NOT_PERMITTED",
    "400, commentTextTooLong, NOT_PERMITTED",
    "400, processingFailure, TEMPORARY",
    "403, quotaExceeded, WAIT_UNTIL",
    "401, authError, REFRESH"
  })
  void refusals_are_told_in_kinds(int status, String reason, Kind kind) {
    String id = vendor.publish("x");
    vendor.answerWith(FakeYouTube.error(status, reason, "youtube.comment"));
    assertThat(kindOf(Tubes.reply(id, "Halo"))).isEqualTo(kind);
  }
}
