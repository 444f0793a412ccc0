package org.tanggap.channel.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.ChannelMessage.NeedsFetch;
import org.tanggap.channel.ChannelMessage.NewReport;
import org.tanggap.channel.PushVerdict;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.testkit.FakeVendor.Fault;
import org.tanggap.testkit.ManualClock;
import org.tanggap.testkit.Rendering;
import tools.jackson.databind.node.ObjectNode;

/** Mentions: announced by ids, fetched, and answered where they stand. */
class InstagramMentionsTest {

  private final ManualClock clock = ManualClock.at("2026-11-21T02:15:00Z");
  private final FakeInstagram vendor = new FakeInstagram(clock);
  private final InstagramChannel instagram =
      vendor.channel(MetaAccounts.INSTAGRAM).username("@" + MetaAccounts.INSTAGRAM_NAME).build();

  @AfterEach
  void close() {
    vendor.close();
  }

  private NeedsFetch announced(String json) {
    byte[] body = FakeInstagram.change("mentions", FakeGraph.parse(json));
    PushVerdict verdict = instagram.open(MetaAccounts.signed(MetaAccounts.SECRET, body));
    return (NeedsFetch) ((PushVerdict.Genuine) verdict).messages().get(0);
  }

  private static ObjectNode content(String field, String words) {
    return FakeGraph.object()
        .put(field, words)
        .put("timestamp", "2026-11-21T01:00:00+0000")
        .put("username", "rina.jkt");
  }

  private Kind failure(NeedsFetch announced) {
    return catchThrowableOfType(ChannelException.class, () -> instagram.fetch(announced)).kind();
  }

  @Test
  void a_mention_in_a_comment_is_fetched_with_words_time_and_author() {
    vendor.mention("22", content("text", "@kotatebet lampu mati di JPO"));

    assertThat(
            Rendering.of(instagram.fetch(announced("{\"media_id\":\"11\",\"comment_id\":\"22\"}"))))
        .isEqualTo(
            """
            new report: 22
              text: @kotatebet lampu mati di JPO
              sent at: 2026-11-21T01:00:00Z
              from: @rina.jkt
              name: rina.jkt
              hint: {"media":"11","comment":"22"}\
            """);
    assertThat(vendor.requests().get(0).path()).endsWith("/" + MetaAccounts.INSTAGRAM_ID);
  }

  @Test
  void a_mention_in_a_caption_is_fetched_with_its_picture() {
    vendor.mention(
        "11",
        content("caption", "Jalan amblas @kotatebet")
            .put("media_type", "IMAGE")
            .put("media_url", "https://scontent.cdninstagram.com/a.jpg"));

    assertThat(Rendering.of(instagram.fetch(announced("{\"media_id\":\"11\"}"))))
        .contains("new report: 11", "photo: https://scontent.cdninstagram.com/a.jpg");
  }

  @Test
  void a_video_has_no_picture() {
    vendor.mention(
        "11",
        content("caption", "Lihat @kotatebet")
            .put("media_type", "VIDEO")
            .put("media_url", "https://scontent.cdninstagram.com/a.mp4"));

    assertThat(Rendering.of(instagram.fetch(announced("{\"media_id\":\"11\"}"))))
        .doesNotContain("photo");
  }

  @Test
  void our_own_mention_is_left_aside() {
    vendor.mention("22", content("text", "@kotatebet").put("username", "KotaTebet"));

    assertThat(instagram.fetch(announced("{\"media_id\":\"11\",\"comment_id\":\"22\"}")))
        .isEqualTo(new ChannelMessage.Ignored("22", ChannelMessage.Ignored.Reason.OWN_MESSAGE));
  }

  @Test
  void a_mention_without_anything_is_left_to_a_person() {
    vendor.mention("22", FakeGraph.object());

    assertThat(instagram.fetch(announced("{\"media_id\":\"11\",\"comment_id\":\"22\"}")))
        .isInstanceOf(ChannelMessage.Unsupported.class);
  }

  @Test
  void a_mention_that_is_gone_can_never_be_fetched() {
    assertThat(failure(announced("{\"media_id\":\"11\",\"comment_id\":\"22\"}")))
        .isEqualTo(Kind.NOT_PERMITTED);
  }

  @Test
  void a_fetch_that_fails_is_made_again() {
    vendor.mention("22", content("text", "@kotatebet lampu"));
    NeedsFetch announced = announced("{\"media_id\":\"11\",\"comment_id\":\"22\"}");
    for (Fault fault : List.of(Fault.SERVER_ERROR, Fault.CUT_BODY, Fault.LIMIT_WITHOUT_RESET)) {
      vendor.fail(fault, 1);
      assertThat(failure(announced)).as(fault.name()).isEqualTo(Kind.TEMPORARY);
    }
    vendor.fail(Fault.GARBAGE, 1);
    assertThat(failure(announced)).isEqualTo(Kind.MALFORMED);
    vendor.fail(Fault.EXPIRED_CREDENTIAL, 1);
    assertThat(failure(announced)).isEqualTo(Kind.REAUTHORISE);

    assertThat(instagram.fetch(announced)).isInstanceOf(NewReport.class);
  }

  @Test
  void a_damaged_announcement_is_malformed_without_a_call() {
    MessageKey key = new MessageKey(MetaAccounts.INSTAGRAM, "22");
    for (String hint : List.of("", "x", "[]", "{\"media\":\"1){id}\"}", "{\"comment\":\"22\"}")) {
      assertThat(instagram.fetch(new NeedsFetch(key, hint)))
          .isInstanceOf(ChannelMessage.Malformed.class);
    }
    assertThat(vendor.requests()).isEmpty();
  }

  private static ReplyTarget target(String hint) {
    return new ReplyTarget(
        new MessageKey(MetaAccounts.INSTAGRAM, "22"),
        java.time.Instant.parse("2026-11-21T02:00:00Z"),
        null,
        hint);
  }

  private static Reply reply(String hint, boolean mayBeSent) {
    return new Reply(new UUID(1, 2), target(hint), "Siap, kami cek", List.of(), mayBeSent);
  }

  private Kind refusal(Reply reply) {
    return catchThrowableOfType(ChannelException.class, () -> instagram.send(reply)).kind();
  }

  @Test
  void a_mention_is_answered_where_it_stands() {
    instagram.send(reply("{\"media\":\"11\",\"comment\":\"22\"}", false));
    instagram.send(reply("{\"media\":\"11\"}", false));

    assertThat(FakeGraph.fields(vendor.requests().get(0)))
        .containsEntry("media_id", "11")
        .containsEntry("comment_id", "22")
        .containsEntry("message", "Siap, kami cek");
    assertThat(FakeGraph.fields(vendor.requests().get(1))).doesNotContainKey("comment_id");
    assertThat(vendor.answers()).hasSize(2);
  }

  @Test
  void an_answer_to_a_mention_of_unknown_end_is_left_to_a_person() {
    assertThat(refusal(reply("{\"media\":\"11\",\"comment\":\"22\"}", true)))
        .isEqualTo(Kind.NOT_PERMITTED);
    assertThat(vendor.requests()).isEmpty();
  }

  @Test
  void a_comment_on_a_live_video_is_answered_by_hand() {
    assertThat(instagram.permission(target("{\"live\":true}")))
        .isInstanceOf(ReplyPermission.ByHand.class);
    assertThat(refusal(reply("{\"live\":true}", false))).isEqualTo(Kind.NOT_PERMITTED);
  }

  @Test
  void before_a_repetition_in_a_thread_the_comment_above_is_looked_under_too() {
    String sent = instagram.send(reply("", false)).externalId();
    Reply repeated =
        new Reply(
            new UUID(1, 2),
            new ReplyTarget(
                new MessageKey(MetaAccounts.INSTAGRAM, "23"),
                java.time.Instant.parse("2026-11-21T02:00:00Z"),
                null,
                "{\"parent\":\"22\"}"),
            "Siap, kami cek",
            List.of(),
            true);

    assertThat(instagram.send(repeated).externalId()).isEqualTo(sent);
    assertThat(vendor.answers()).hasSize(1);
  }

  @Test
  void photos_are_refused() {
    Reply withPhoto =
        new Reply(
            new UUID(1, 2), target(""), "Siap", List.of(Photo.of("https://a.example")), false);

    assertThat(refusal(withPhoto)).isEqualTo(Kind.NOT_PERMITTED);
    assertThat(vendor.requests()).isEmpty();
  }
}
