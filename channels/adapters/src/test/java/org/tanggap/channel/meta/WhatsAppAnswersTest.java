package org.tanggap.channel.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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

/** What goes out to WhatsApp, within 24 hours and later. */
class WhatsAppAnswersTest {

  private static final Picture PICTURE = Picture.of("image/jpeg", new byte[] {1, 2, 3});

  private final ManualClock clock = ManualClock.at("2026-11-21T02:15:00Z");
  private final Instant sentAt = clock.instant();
  private final FakeWhatsApp vendor = new FakeWhatsApp(clock);
  private final WhatsAppChannel plain = builder().build();
  private final WhatsAppChannel withTemplate =
      builder().template("tanggapan_laporan", "id").build();

  private WhatsAppChannel.Builder builder() {
    return vendor.channel(MetaAccounts.WHATSAPP).photoStore(MetaAccounts.store("foto", PICTURE));
  }

  @AfterEach
  void close() {
    vendor.close();
  }

  private ReplyTarget target(String hint) {
    return new ReplyTarget(
        new MessageKey(MetaAccounts.WHATSAPP, "wamid.TANYA"), sentAt, null, hint);
  }

  private Reply reply(String text, String... photos) {
    List<Photo> all = java.util.stream.Stream.of(photos).map(Photo::of).toList();
    return new Reply(new UUID(1, 2), target("{\"to\":\"6281200001111\"}"), text, all, false);
  }

  private static Kind kindOf(Runnable call) {
    ChannelException failure = catchThrowableOfType(ChannelException.class, call::run);
    assertThat(failure).as("the call has to fail").isNotNull();
    return failure.kind();
  }

  @Test
  void words_go_out_as_an_answer_to_the_message_with_the_id_of_the_reply() {
    plain.send(reply("Sudah diperbaiki"));

    assertThat(vendor.lastMessage().toString())
        .isEqualTo(
            "{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"individual\","
                + "\"to\":\"6281200001111\",\"context\":{\"message_id\":\"wamid.TANYA\"},"
                + "\"biz_opaque_callback_data\":\"00000000-0000-0001-0000-000000000002\","
                + "\"type\":\"text\","
                + "\"text\":{\"preview_url\":false,\"body\":\"Sudah diperbaiki\"}}");
  }

  @Test
  void a_person_without_a_number_is_reached_by_the_user_id() {
    ReplyTarget hidden = target("{\"recipient\":\"ID.13491208655302741918\"}");
    plain.send(new Reply(new UUID(1, 2), hidden, "Sudah", List.of(), false));

    assertThat(vendor.lastMessage().path("recipient").asString(""))
        .isEqualTo("ID.13491208655302741918");
    assertThat(vendor.lastMessage().has("to")).isFalse();
  }

  @Test
  void a_message_of_nobody_is_left_to_a_person() {
    assertThat(plain.permission(target(""))).isInstanceOf(ReplyPermission.ByHand.class);
    assertThat(plain.permission(target("{\"to\":{}}"))).isInstanceOf(ReplyPermission.ByHand.class);
  }

  @Test
  void the_permission_ends_after_24_hours_to_the_second() {
    Instant end = sentAt.plus(Duration.ofHours(24));
    clock.advance(Duration.ofHours(24).minusSeconds(1));
    assertThat(plain.permission(reply("").to()))
        .isEqualTo(ReplyPermission.Allowed.words(4_096).withPhotos(1).withUntil(end));
    clock.advance(Duration.ofSeconds(1));
    assertThat(plain.permission(reply("").to())).isInstanceOf(ReplyPermission.ByHand.class);
    assertThat(withTemplate.permission(reply("").to()))
        .isEqualTo(ReplyPermission.Allowed.words(1_024));
  }

  @Test
  void after_24_hours_the_words_go_out_in_the_template_on_one_line() {
    clock.advance(Duration.ofHours(30));
    withTemplate.send(reply(" Sudah\ndiperbaiki,\t terima    kasih "));

    assertThat(vendor.lastMessage().path("type").asString("")).isEqualTo("template");
    assertThat(vendor.lastMessage().path("template").toString())
        .isEqualTo(
            "{\"name\":\"tanggapan_laporan\",\"language\":{\"code\":\"id\"},\"components\":["
                + "{\"type\":\"body\",\"parameters\":[{\"type\":\"text\","
                + "\"text\":\"Sudah diperbaiki, terima kasih\"}]}]}");
  }

  @Test
  void within_24_hours_the_template_is_not_used() {
    withTemplate.send(reply("Sudah"));

    assertThat(vendor.lastMessage().path("type").asString("")).isEqualTo("text");
  }

  @Test
  void a_template_takes_no_photo_and_no_long_words() {
    clock.advance(Duration.ofHours(30));

    assertThat(kindOf(() -> withTemplate.send(reply("Sudah", "foto"))))
        .isEqualTo(Kind.NOT_PERMITTED);
    assertThat(kindOf(() -> withTemplate.send(reply("x".repeat(1_025)))))
        .isEqualTo(Kind.NOT_PERMITTED);
    assertThat(vendor.requests()).isEmpty();
  }

  @Test
  void a_photo_of_the_store_is_uploaded_and_has_the_words_as_its_caption() {
    plain.send(reply("Sudah ditambal", "foto"));

    assertThat(vendor.requests().get(0).path()).endsWith("/media");
    assertThat(vendor.lastMessage().path("image").toString())
        .isEqualTo("{\"id\":\"4490709327384033\",\"caption\":\"Sudah ditambal\"}");
    assertThat(vendor.answers()).containsExactly("Sudah ditambal");
  }

  @Test
  void a_photo_on_the_web_is_fetched_by_meta() {
    plain.send(reply("Sudah", "https://kota.example/a.jpg"));

    assertThat(vendor.lastMessage().path("image").path("link").asString(""))
        .isEqualTo("https://kota.example/a.jpg");
  }

  @Test
  void long_words_follow_the_photo_and_the_id_is_that_of_the_words() {
    String words = "panjang ".repeat(200).strip();
    String id = plain.send(reply(words, "foto")).findExternalId().orElseThrow();

    assertThat(vendor.photos()).isEqualTo(1);
    assertThat(vendor.answers()).containsExactly(words);
    assertThat(vendor.lastMessage().path("type").asString("")).isEqualTo("text");
    assertThat(id).isNotBlank();
  }

  @Test
  void if_the_words_after_the_photo_fail_nobody_sends_the_photo_again() {
    vendor.failAfter(2, Fault.SERVER_ERROR);

    assertThat(kindOf(() -> plain.send(reply("panjang ".repeat(200), "foto"))))
        .isEqualTo(Kind.UNCONFIRMED);
    assertThat(plain.recognisesRepetition()).isFalse();
  }

  @Test
  void a_photo_alone_goes_out_without_a_caption() {
    plain.send(reply("", "foto"));

    assertThat(vendor.lastMessage().path("image").has("caption")).isFalse();
  }

  @Test
  void photos_that_meta_would_refuse_are_refused_before() {
    Picture large = Picture.of("image/jpeg", new byte[(5 << 20) + 1]);
    WhatsAppChannel tooLarge = builder().photoStore(MetaAccounts.store("foto", large)).build();
    Picture drawing = Picture.of("image/webp", new byte[1]);
    WhatsAppChannel wrong = builder().photoStore(MetaAccounts.store("foto", drawing)).build();

    assertThat(kindOf(() -> tooLarge.send(reply("a", "foto")))).isEqualTo(Kind.NOT_PERMITTED);
    assertThat(kindOf(() -> wrong.send(reply("a", "foto")))).isEqualTo(Kind.NOT_PERMITTED);
    assertThat(kindOf(() -> plain.send(reply("a", "hilang")))).isEqualTo(Kind.NOT_PERMITTED);
    assertThat(kindOf(() -> plain.send(reply("a", "foto", "foto")))).isEqualTo(Kind.NOT_PERMITTED);
    assertThat(vendor.requests()).isEmpty();
  }

  @Test
  void a_template_without_a_name_is_refused_while_building() {
    for (String name : List.of("", "Nama Besar", "a-b")) {
      assertThatIllegalArgumentException().isThrownBy(() -> builder().template(name, "id"));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> builder().template("nama", ""));
  }
}
