package org.tanggap.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Picture;
import org.tanggap.testkit.FakeVendor.Fault;
import org.tanggap.testkit.ManualClock;
import org.tanggap.testkit.Rendering;
import tools.jackson.databind.node.ObjectNode;

/** Pictures: those sent as files are read for place and time, none is shown with them. */
class TelegramPicturesTest {

  private final ManualClock clock = ManualClock.at(Bots.NOW);
  private final FakeTelegram telegram = new FakeTelegram(clock);
  private final TelegramChannel bot = Bots.bot(telegram, clock).build();

  @AfterEach
  void stop() {
    telegram.close();
  }

  private static byte[] tebet() throws IOException {
    try (InputStream in = TelegramPicturesTest.class.getResourceAsStream("pictures/tebet.jpg")) {
      return Objects.requireNonNull(in, "pictures/tebet.jpg").readAllBytes();
    }
  }

  private ChannelMessage.NeedsFetch announced(String caption) {
    ObjectNode message = telegram.message(512_001);
    if (!caption.isEmpty()) {
      message.put("caption", caption);
    }
    message.putObject("document").put("mime_type", "image/jpeg").put("file_id", "BQACdoc1");
    telegram.publish(message);
    return (ChannelMessage.NeedsFetch) bot.pull(null).messages().get(0);
  }

  @Test
  void a_picture_sent_as_a_file_tells_where_and_when_it_was_taken() throws IOException {
    telegram.file("BQACdoc1", tebet());
    assertThat(Rendering.of(bot.fetch(announced("Jalan berlubang"))))
        .isEqualTo(
            """
            new report: 512001:101
              text: Jalan berlubang
              place: Point[position=Position[latitude=-6.2263, longitude=106.8583], \
            source=PHOTO_EXIF, accuracyMetres=null]
              photo: telegram:BQACdoc1
              photo taken at: 2026-11-21T02:10:00Z
              photo position: Position[latitude=-6.2263, longitude=106.8583]
              sent at: 2026-11-21T02:15:00Z
              from: 512001
              name: Sari
              chat: yes\
            """);
  }

  @Test
  void the_words_are_taken_even_if_the_file_is_gone() {
    ChannelMessage.NewReport report =
        (ChannelMessage.NewReport) bot.fetch(announced("Jalan berlubang"));
    assertThat(report.report().text()).isEqualTo("Jalan berlubang");
    assertThat(report.report().photos()).hasSize(1);
  }

  @Test
  void the_words_are_taken_even_if_the_file_is_no_picture() {
    telegram.file("BQACdoc1", "bukan gambar".getBytes(StandardCharsets.UTF_8));
    ChannelMessage.NewReport report =
        (ChannelMessage.NewReport) bot.fetch(announced("Jalan berlubang"));
    assertThat(report.report().text()).isEqualTo("Jalan berlubang");
    assertThat(report.report().photos()).isEmpty();
  }

  @Test
  void a_file_that_is_no_picture_and_has_no_words_is_left_to_a_person() {
    telegram.file("BQACdoc1", "bukan gambar".getBytes(StandardCharsets.UTF_8));
    assertThat(bot.fetch(announced("")))
        .isEqualTo(
            new ChannelMessage.Unsupported(
                "512001:101", "a picture of a kind that cannot be shown"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SILENCE", "SERVER_ERROR", "LIMIT_WITHOUT_RESET", "CUT_BODY", "GARBAGE"})
  void a_fault_leaves_the_announcement_to_be_fetched_later(String fault) throws IOException {
    telegram.file("BQACdoc1", tebet());
    ChannelMessage.NeedsFetch announced = announced("Jalan berlubang");
    telegram.fail(Fault.valueOf(fault), 1);
    ChannelException failure =
        catchThrowableOfType(ChannelException.class, () -> bot.fetch(announced));
    assertThat(failure.isWorthRetrying()).isTrue();
    assertThat(failure.toString()).doesNotContain(FakeTelegram.TOKEN, "Jalan");
    assertThat(bot.fetch(announced)).isInstanceOf(ChannelMessage.NewReport.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{\"message_id\":1}", "bukan apa-apa"})
  void a_damaged_announcement_is_told(String hint) {
    ChannelMessage.NeedsFetch announced = announced("Jalan berlubang");
    assertThat(bot.fetch(new ChannelMessage.NeedsFetch(announced.key(), hint)))
        .isEqualTo(
            new ChannelMessage.Malformed("512001:101", "the announcement of a picture is damaged"));
  }

  @Test
  void a_picture_is_brought_without_what_it_says_of_itself() throws IOException {
    telegram.file("BQACdoc1", tebet());
    Picture picture = bot.download("telegram:BQACdoc1");
    assertThat(picture.mediaType()).isEqualTo("image/jpeg");
    assertThat(picture.content().length).isBetween(100, tebet().length - 1);
    assertThat(new String(tebet(), StandardCharsets.ISO_8859_1)).contains("KameraRahasia");
    assertThat(new String(picture.content(), StandardCharsets.ISO_8859_1))
        .doesNotContain("KameraRahasia", "2026:11:21");
  }

  @Test
  void a_picture_that_cannot_be_brought_says_why() {
    telegram.file("BQACtext", "bukan gambar".getBytes(StandardCharsets.UTF_8));
    assertThat(failure("telegram:BQACtext")).isEqualTo(Kind.MALFORMED);
    for (String reference :
        new String[] {"telegram:gone", "telegram:", "https://kota.example/1.jpg", "x", ""}) {
      assertThat(failure(reference)).isEqualTo(Kind.NOT_PERMITTED);
    }
  }

  private Kind failure(String reference) {
    return catchThrowableOfType(ChannelException.class, () -> bot.download(reference)).kind();
  }
}
