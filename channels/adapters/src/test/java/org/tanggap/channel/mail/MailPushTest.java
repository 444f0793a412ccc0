package org.tanggap.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.PushChannel;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushVerdict;
import org.tanggap.testkit.PushChannelContract;

class MailPushTest extends PushChannelContract {

  private int published;

  @Override
  protected PushChannel connect() {
    MailChannel.Builder builder =
        MailChannel.builder(Mails.ACCOUNT, FakeMailbox.CITY, clock()).maxMessageBytes(1 << 20);
    secrets().forEach(builder::pushSecret);
    return builder.build();
  }

  @Override
  protected PushRequest publish(String... texts) {
    return signed(mail(FakeMailbox.CITIZEN, texts[0]));
  }

  private byte[] mail(String from, String text) {
    return Mails.bytes(
        "From: " + from,
        "Message-ID: <push-" + ++published + "@warga.example.id>",
        "Date: Sat, 21 Nov 2026 09:00:00 +0700",
        "Content-Type: text/plain; charset=utf-8",
        "",
        text);
  }

  @Override
  protected @Nullable PushRequest publishOwn(String text) {
    return signed(mail(FakeMailbox.CITY, text));
  }

  @Override
  protected PushRequest signedWith(String secret, byte[] body) {
    return PushRequest.of(body, Map.of("X-Mail-Secret", List.of(secret)));
  }

  @Override
  protected String signatureHeader() {
    return "X-Mail-Secret";
  }

  @Override
  protected List<String> secrets() {
    return List.of("rahasia-mta-pertama", "rahasia-mta-kedua!!");
  }

  @Override
  protected boolean signsBody() {
    return false;
  }

  @Override
  protected int batchSize() {
    return 1;
  }

  private static int status(PushVerdict verdict) {
    return ((PushVerdict.Refused) verdict).response().status();
  }

  @Test
  void what_is_no_mail_is_refused_by_its_shape() {
    try (PushChannel channel = connect()) {
      Map<String, List<String>> secret = Map.of("x-mail-secret", List.of(secrets().get(1)));
      URI uri = URI.create("/mail");
      assertThat(status(channel.open(PushRequest.of("GET", uri, new byte[0], secret))))
          .isEqualTo(405);
      assertThat(status(channel.open(PushRequest.of(new byte[0], secret)))).isEqualTo(400);
      assertThat(status(channel.open(PushRequest.of(new byte[(1 << 20) + 1], secret))))
          .isEqualTo(413);
      assertThat(status(channel.open(PushRequest.of(new byte[1], Map.of())))).isEqualTo(401);
    }
  }

  @Test
  void a_mail_that_was_pulled_and_pushed_has_one_key() {
    byte[] raw = mail(FakeMailbox.CITIZEN, "Banjir");
    try (PushChannel channel = connect()) {
      PushVerdict verdict = channel.open(signed(raw));
      assertThat(((PushVerdict.Genuine) verdict).messages())
          .usingRecursiveComparison()
          .isEqualTo(Mails.read(raw));
    }
  }

  @Test
  void a_photo_store_that_fails_lets_the_mail_server_try_again() {
    KeptPhotos photos = new KeptPhotos();
    photos.fail();
    MailChannel channel =
        MailChannel.builder(Mails.ACCOUNT, FakeMailbox.CITY, clock())
            .pushSecret(secrets().get(0))
            .photoStore(photos)
            .build();

    assertThat(status(channel.open(signed(Mails.file("mails/iphone-photo.eml"))))).isEqualTo(503);
  }

  @Test
  void without_a_secret_nothing_is_taken() {
    MailChannel channel = MailChannel.builder(Mails.ACCOUNT, FakeMailbox.CITY, clock()).build();
    byte[] raw = "From: a@b.example\r\n\r\nBanjir".getBytes(StandardCharsets.UTF_8);

    assertThat(status(channel.open(signed(raw)))).isEqualTo(401);
    assertThat(status(channel.open(PushRequest.of(raw, Map.of("X-Mail-Secret", List.of(""))))))
        .isEqualTo(401);
  }
}
