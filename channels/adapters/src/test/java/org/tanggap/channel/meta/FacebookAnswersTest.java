package org.tanggap.channel.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Picture;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.testkit.FakeVendor.Fault;
import org.tanggap.testkit.ManualClock;

/** What goes out to a page's comments and to Messenger. */
class FacebookAnswersTest {

  private static final Picture PICTURE = Picture.of("image/png", new byte[] {7, 8, 9});
  private static final String AUTHOR = "{\"author\":\"6543210987654321\"}";
  private static final String PERSON = "{\"psid\":\"8887776665554443\"}";

  private final ManualClock clock = ManualClock.at("2026-11-21T02:15:00Z");
  private final FakeFacebook vendor = new FakeFacebook(clock);
  private final FacebookChannel page = builder().build();
  private final FacebookChannel mentioning = builder().mention(true).build();

  private FacebookChannel.Builder builder() {
    return vendor.channel(MetaAccounts.FACEBOOK).photoStore(MetaAccounts.store("foto", PICTURE));
  }

  @AfterEach
  void close() {
    vendor.close();
  }

  private Reply reply(String id, String hint, String text, boolean mayBeSent, String... photos) {
    ReplyTarget target =
        new ReplyTarget(new MessageKey(MetaAccounts.FACEBOOK, id), clock.instant(), null, hint);
    List<Photo> all = Stream.of(photos).map(Photo::of).toList();
    return new Reply(new UUID(1, 2), target, text, all, mayBeSent);
  }

  private static Kind kindOf(Runnable call) {
    return catchThrowableOfType(ChannelException.class, call::run).kind();
  }

  @Test
  void a_comment_may_be_answered_for_ever_with_one_photo() {
    ReplyPermission.Allowed allowed = ReplyPermission.Allowed.words(7_900).withPhotos(1);

    assertThat(page.permission(reply("1_2", AUTHOR, "", false).to())).isEqualTo(allowed);
    assertThat(mentioning.permission(reply("1_2", AUTHOR, "", false).to()))
        .isEqualTo(allowed.withMentions());
    assertThat(mentioning.permission(reply("1_2", "", "", false).to())).isEqualTo(allowed);
  }

  @Test
  void a_mention_stands_before_the_words() {
    mentioning.send(reply("1_2", AUTHOR, "Sudah kami tindak lanjuti", false));

    assertThat(FakeGraph.fields(vendor.requests().get(0)))
        .containsEntry("message", "@[6543210987654321] Sudah kami tindak lanjuti");
    assertThat(vendor.answers()).containsExactly("Dewi Lestariningsih Sudah kami tindak lanjuti");
  }

  @Test
  void a_photo_of_the_store_goes_with_the_comment_and_one_on_the_web_is_fetched() {
    page.send(reply("1_2", AUTHOR, "Selesai", false, "foto"));
    page.send(reply("1_2", AUTHOR, "Selesai", false, "https://kota.example/a.jpg"));

    assertThat(FakeGraph.fields(vendor.requests().get(0))).containsKeys("source", "message");
    assertThat(FakeGraph.fields(vendor.requests().get(1)))
        .containsEntry("attachment_url", "https://kota.example/a.jpg");
    assertThat(vendor.photos()).isEqualTo(2);
  }

  @Test
  void before_a_repetition_all_pages_of_comments_are_looked_through() {
    String id = vendor.publish("Got mampet");
    for (int i = 0; i < 5; i++) {
      vendor.talk(id, "obrolan " + i);
    }
    String sent = mentioning.send(reply(id, AUTHOR, "Petugas datang\nbesok", false)).externalId();

    assertThat(mentioning.send(reply(id, AUTHOR, "Petugas datang besok", true)).externalId())
        .isEqualTo(sent);
    assertThat(vendor.answers()).hasSize(1);
  }

  @Test
  void the_same_words_of_a_citizen_are_not_our_answer() {
    String id = vendor.publish("Got mampet");
    vendor.talk(id, "Petugas datang besok");
    page.send(reply(id, AUTHOR, "Petugas datang besok", true));

    assertThat(vendor.answers()).containsExactly("Petugas datang besok");
  }

  @Test
  void in_a_thread_the_comment_above_is_looked_under_too() {
    page.send(reply("1_2", AUTHOR, "Sudah", false));

    page.send(reply("1_3", "{\"above\":\"1_2\"}", "Sudah", true));
    assertThat(vendor.answers()).hasSize(1);
    page.send(reply("1_3", "{\"above\":\"1_2\"}", "Belum", true));
    assertThat(vendor.answers()).hasSize(2);
  }

  @Test
  void a_longer_answer_that_ends_alike_is_another() {
    page.send(reply("1_2", AUTHOR, "Belum. Sudah", false));
    page.send(reply("1_2", AUTHOR, "Sudah", true));

    assertThat(vendor.answers()).containsExactly("Belum. Sudah", "Sudah");
  }

  @Test
  void a_look_that_fails_sends_nothing() {
    String id = vendor.publish("Got mampet");
    vendor.fail(Fault.SERVER_ERROR, 1);

    assertThat(kindOf(() -> page.send(reply(id, AUTHOR, "Besok", true)))).isEqualTo(Kind.TEMPORARY);
    assertThat(vendor.answers()).isEmpty();
  }

  @Test
  void an_id_that_would_lead_elsewhere_is_refused_without_a_call() {
    for (String id : List.of(".", "..", "me", "1/2", "1_", "_1", "1?x=1", "9".repeat(101))) {
      assertThat(kindOf(() -> page.send(reply(id, AUTHOR, "Besok", false))))
          .isEqualTo(Kind.NOT_PERMITTED);
    }
    assertThat(vendor.requests()).isEmpty();
  }

  @Test
  void by_messenger_a_photo_goes_out_before_the_words() {
    page.send(reply("m_1", PERSON, "Selesai", false, "foto"));
    page.send(reply("m_1", PERSON, "Lagi", false, "https://kota.example/a.jpg"));
    page.send(reply("m_1", PERSON, "", false, "foto"));

    assertThat(vendor.photos()).isEqualTo(3);
    assertThat(vendor.answers()).containsExactly("Selesai", "Lagi");
    assertThat(vendor.requests()).hasSize(5);
  }

  @Test
  void if_the_words_after_the_photo_fail_nobody_sends_the_photo_again() {
    vendor.failAfter(1, Fault.LIMIT_WITHOUT_RESET);

    assertThat(kindOf(() -> page.send(reply("m_1", PERSON, "Selesai", false, "foto"))))
        .isEqualTo(Kind.UNCONFIRMED);
  }

  @Test
  void messenger_is_open_for_24_hours() {
    Reply late = reply("m_1", PERSON, "Selesai", false);
    clock.advance(Duration.ofHours(24));

    assertThat(page.permission(late.to())).isInstanceOf(ReplyPermission.ByHand.class);
    assertThat(kindOf(() -> page.send(late))).isEqualTo(Kind.NOT_PERMITTED);
    assertThat(page.permission(reply("m_1", "{\"psid\":\"\"}", "", false).to()))
        .isInstanceOf(ReplyPermission.ByHand.class);
  }

  @Test
  void repetitions_are_recognised_only_without_messenger() {
    assertThat(page.recognisesRepetition()).isFalse();
    assertThat(builder().messenger(false).build().recognisesRepetition()).isTrue();
  }
}
