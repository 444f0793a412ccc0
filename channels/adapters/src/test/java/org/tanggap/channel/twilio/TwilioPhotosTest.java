package org.tanggap.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import javax.imageio.ImageIO;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Picture;
import org.tanggap.testkit.ManualClock;

class TwilioPhotosTest {

  private final ManualClock clock = ManualClock.at("2026-11-21T02:15:00Z");
  private final FakeTwilio twilio = new FakeTwilio(clock);
  private final TwilioChannel channel =
      Twilios.builder(clock)
          .baseUrl(twilio.url())
          .timeout(Duration.ofMillis(500))
          .mediaStores(Set.of("127.0.0.1", ".stores.example"))
          .build();

  @AfterEach
  void close() {
    twilio.close();
  }

  private static byte[] png() {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Kind failure(String reference) {
    return assertThatThrownBy(() -> channel.download(reference))
        .asInstanceOf(InstanceOfAssertFactories.type(ChannelException.class))
        .actual()
        .kind();
  }

  @Test
  void a_picture_is_brought_with_the_credential() {
    Picture picture = channel.download(twilio.media(png(), null));

    assertThat(picture.mediaType()).isEqualTo("image/png");
    assertThat(picture.content()).isNotEmpty();
  }

  @Test
  void a_picture_is_brought_from_the_store_without_the_credential() {
    String reference = twilio.media(png(), twilio.url() + "store/file?Signature=a%2Bb%2Fc");

    assertThat(channel.download(reference).mediaType()).isEqualTo("image/png");
    assertThat(twilio.requests().get(1).query()).containsEntry("Signature", "a+b/c");
    assertThat(twilio.requests().get(1).headers()).doesNotContainKey("authorization");
  }

  @Test
  void the_credential_goes_to_twilio_only() {
    assertThat(failure("https://twilio.example/2010-04-01/x")).isEqualTo(Kind.NOT_PERMITTED);
    assertThat(failure("http://user@127.0.0.1:" + twilio.url().getPort() + "/x"))
        .isEqualTo(Kind.NOT_PERMITTED);
    assertThat(failure(twilio.url() + "a/../../x")).isEqualTo(Kind.NOT_PERMITTED);
    assertThat(failure("file:///etc/passwd")).isEqualTo(Kind.NOT_PERMITTED);
    assertThat(failure("not an address")).isEqualTo(Kind.NOT_PERMITTED);
    assertThat(twilio.requests()).isEmpty();
  }

  @Test
  void twilio_does_not_lead_to_any_host() {
    assertThat(failure(twilio.media(png(), "http://localhost:1/store/file")))
        .isEqualTo(Kind.NOT_PERMITTED);
    assertThat(failure(twilio.media(png(), "ftp://127.0.0.1/store/file")))
        .isEqualTo(Kind.NOT_PERMITTED);
    assertThat(failure(twilio.media(png(), "http://evilstores.example/x")))
        .isEqualTo(Kind.NOT_PERMITTED);
  }

  @Test
  void what_is_no_picture_is_malformed() {
    assertThat(failure(twilio.media(Twilios.utf8("<html>"), null))).isEqualTo(Kind.MALFORMED);
  }

  @Test
  void a_picture_that_twilio_no_longer_has_is_not_permitted() {
    assertThat(failure(twilio.url() + "2010-04-01/Accounts/gone")).isEqualTo(Kind.NOT_PERMITTED);
  }
}
