package org.tanggap.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.complaint.Photo;
import org.tanggap.testkit.FakeVendor.Fault;
import org.tanggap.testkit.ManualClock;

class TelegramAnswersTest {

  private final ManualClock clock = ManualClock.at(Bots.NOW);
  private final FakeTelegram telegram = new FakeTelegram(clock);
  private final TelegramChannel bot =
      Bots.bot(telegram, clock)
          .photoStore(Bots.photosOf("mended.jpg", new byte[] {1, 2, 3, 13, 10}))
          .build();

  @AfterEach
  void stop() {
    telegram.close();
  }

  private Kind failure(Reply reply) {
    ChannelException failure = catchThrowableOfType(ChannelException.class, () -> bot.send(reply));
    assertThat(failure).isNotNull();
    assertThat(failure.toString()).doesNotContain(FakeTelegram.TOKEN, "Sari");
    if (!reply.text().isEmpty()) {
      assertThat(failure.toString()).doesNotContain(reply.text());
    }
    return failure.kind();
  }

  @Test
  void an_answer_quotes_the_message_and_has_the_id_of_chat_and_message() {
    assertThat(bot.send(Bots.reply("512001:301", "Sudah diperbaiki 🙏")).externalId())
        .isEqualTo("512001:101");
    assertThat(telegram.calls())
        .containsExactly(
            Map.of(
                "method", "sendMessage",
                "chat_id", "512001",
                "text", "Sudah diperbaiki 🙏",
                "reply_parameters", "{\"message_id\":301,\"allow_sending_without_reply\":true}"));
  }

  @Test
  void an_answer_in_a_forum_goes_to_its_topic() {
    bot.send(Bots.reply("-1001900000777:94", "thread=17", "Petugas menuju lokasi"));
    assertThat(telegram.calls().get(0))
        .containsEntry("chat_id", "-1001900000777")
        .containsEntry("message_thread_id", "17");
  }

  @Test
  void a_photo_of_the_store_goes_as_a_file_with_the_words_beneath() {
    bot.send(Bots.reply("512001:301", "Sudah diperbaiki", Photo.of("mended.jpg")));
    assertThat(telegram.calls()).hasSize(1);
    assertThat(telegram.calls().get(0))
        .containsEntry("method", "sendPhoto")
        .containsEntry("caption", "Sudah diperbaiki")
        .containsEntry("photo", "5 bytes");
  }

  @Test
  void a_photo_of_the_web_is_fetched_by_telegram() {
    bot.send(Bots.reply("512001:301", "Sudah", Photo.of("https://kota.example/1.jpg")));
    assertThat(telegram.calls().get(0))
        .containsEntry("method", "sendPhoto")
        .containsEntry("photo", "https://kota.example/1.jpg");
  }

  @Test
  void words_too_long_for_a_caption_go_before_the_photo() {
    String words = "Perbaikan ".repeat(110);
    String id = bot.send(Bots.reply("512001:301", words, Photo.of("mended.jpg"))).externalId();
    assertThat(id).isEqualTo("512001:101");
    assertThat(telegram.calls())
        .extracting(call -> call.get("method"))
        .containsExactly("sendMessage", "sendPhoto");
    assertThat(telegram.answers()).containsExactly(words, "");
  }

  @Test
  void words_that_arrived_without_their_photo_are_left_to_a_person() {
    telegram.failAfter(1, Fault.SERVER_ERROR);
    String words = "Perbaikan ".repeat(110);
    assertThat(failure(Bots.reply("512001:301", words, Photo.of("mended.jpg"))))
        .isEqualTo(Kind.UNCONFIRMED);
    assertThat(telegram.answers()).containsExactly(words);
  }

  @Test
  void what_can_never_be_sent_is_refused_before_a_call() {
    Photo photo = Photo.of("mended.jpg");
    for (Reply reply :
        new Reply[] {
          Bots.reply("512001:301", "x".repeat(4_097)),
          Bots.reply("512001:301", "dua", photo, photo),
          Bots.reply("512001:301", "hilang", Photo.of("other.jpg")),
          Bots.reply("512001:301", "asing", Photo.of("file:///etc/passwd")),
          Bots.reply("bukan kunci", "salah"),
          Bots.reply("512001:301:5", "salah")
        }) {
      assertThat(failure(reply)).isEqualTo(Kind.NOT_PERMITTED);
    }
    assertThat(telegram.requests()).isEmpty();
  }

  @Test
  void a_photo_of_more_than_ten_megabytes_is_refused_before_a_call() {
    TelegramChannel large =
        Bots.bot(telegram, clock)
            .photoStore(Bots.photosOf("large.jpg", new byte[(10 << 20) + 1]))
            .build();
    ChannelException failure =
        catchThrowableOfType(
            ChannelException.class,
            () -> large.send(Bots.reply("512001:301", "besar", Photo.of("large.jpg"))));
    assertThat(failure.kind()).isEqualTo(Kind.NOT_PERMITTED);
    assertThat(telegram.requests()).isEmpty();
  }

  @Test
  void a_group_that_became_a_supergroup_gets_its_answer_there() {
    telegram.move("-4100", "-1001900000777");
    assertThat(bot.send(Bots.reply("-4100:17", "Sudah")).externalId())
        .startsWith("-1001900000777:");
    assertThat(telegram.calls()).hasSize(1);
    assertThat(telegram.calls().get(0))
        .containsEntry("chat_id", "-1001900000777")
        .doesNotContainKey("reply_parameters");
  }

  @Test
  void a_citizen_who_blocked_the_bot_gets_no_answer() {
    telegram.block("512001");
    assertThat(failure(Bots.reply("512001:301", "Sudah"))).isEqualTo(Kind.NOT_PERMITTED);
  }

  @Test
  void words_that_telegram_refuses_are_not_sent_again() {
    assertThat(failure(Bots.reply("512001:301", ""))).isEqualTo(Kind.NOT_PERMITTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"512001:301", "-1001900000777:94"})
  void a_message_of_telegrams_may_be_answered_for_ever(String key) {
    assertThat(bot.permission(Bots.reply(key, "").to()))
        .isEqualTo(ReplyPermission.Allowed.words(4_096).withPhotos(1));
    assertThat(bot.lengthOf("🌊a")).isEqualTo(3);
    assertThat(bot.recognisesRepetition()).isFalse();
  }

  @Test
  void another_key_is_left_to_a_person() {
    assertThat(bot.permission(Bots.reply("4711", "").to()))
        .isEqualTo(new ReplyPermission.ByHand("the message has no id of a chat on Telegram"));
  }
}
