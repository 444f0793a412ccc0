package org.tanggap.channel.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Picture;
import org.tanggap.testkit.FakeVendor.Fault;
import org.tanggap.testkit.ManualClock;

/** Pictures that citizens have sent. */
class WhatsAppMediaTest {

  private final ManualClock clock = ManualClock.at("2026-11-21T02:15:00Z");
  private final FakeWhatsApp vendor = new FakeWhatsApp(clock);

  private WhatsAppChannel.Builder builder() {
    return vendor.channel(MetaAccounts.WHATSAPP).mediaHosts(List.of("127.0.0.1"));
  }

  @AfterEach
  void close() {
    vendor.close();
  }

  private static byte[] jpeg() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB), "jpg", out);
    return out.toByteArray();
  }

  private static Kind failure(WhatsAppChannel channel, String reference) {
    return catchThrowableOfType(ChannelException.class, () -> channel.download(reference)).kind();
  }

  @Test
  void a_picture_is_brought_by_its_media_id_with_the_token() throws IOException {
    vendor.file("1003383421387256", jpeg());

    Picture picture = builder().build().download("whatsapp:1003383421387256");

    assertThat(picture.mediaType()).isEqualTo("image/jpeg");
    assertThat(ImageIO.read(new java.io.ByteArrayInputStream(picture.content())).getWidth())
        .isEqualTo(8);
    assertThat(vendor.requests().get(0).query())
        .containsEntry("phone_number_id", MetaAccounts.PHONE_NUMBER_ID);
    assertThat(vendor.requests().get(1).path()).isEqualTo("/whatsapp_business/attachments/");
    assertThat(vendor.requests().get(1).query())
        .containsEntry("mid", "1003383421387256")
        .containsEntry("hash", "ATs-x_+1")
        .doesNotContainKey("appsecret_proof");
  }

  @Test
  void the_token_goes_to_no_host_beyond_the_list() throws IOException {
    vendor.file("1", jpeg());
    for (String address :
        List.of(
            "http://localhost:1/",
            "https://evil.example/",
            "https://127.0.0.1.evil.example/",
            "https://evil.example/127.0.0.1/",
            "https://x@127.0.0.1/",
            "ftp://127.0.0.1/",
            "file:///",
            "//127.0.0.1/",
            "\u0000")) {
      vendor.filesAt(address);
      int before = vendor.requests().size();

      assertThat(failure(builder().build(), "whatsapp:1")).as(address).isEqualTo(Kind.MALFORMED);
      assertThat(vendor.requests()).hasSize(before + 1);
    }
  }

  @Test
  void metas_own_hosts_are_on_the_list_unless_others_are_named() throws IOException {
    vendor.file("1", jpeg());
    WhatsAppChannel standard = vendor.channel(MetaAccounts.WHATSAPP).build();

    assertThat(failure(standard, "whatsapp:1")).isEqualTo(Kind.MALFORMED);
  }

  @Test
  void references_of_others_are_refused_without_a_call() {
    for (String reference :
        List.of("", "whatsapp:", "whatsapp:../1", "whatsapp:1/2", "telegram:1", "https://a/b")) {
      assertThat(failure(builder().build(), reference)).isEqualTo(Kind.NOT_PERMITTED);
    }
    assertThat(vendor.requests()).isEmpty();
  }

  @Test
  void a_picture_that_meta_no_longer_has_is_not_permitted() {
    assertThat(failure(builder().build(), "whatsapp:404")).isEqualTo(Kind.NOT_PERMITTED);
  }

  @Test
  void what_is_no_picture_or_too_long_is_malformed() throws IOException {
    vendor.file("1", MetaAccounts.utf8("<html>bukan gambar</html>"));
    vendor.file("2", jpeg());

    assertThat(failure(builder().build(), "whatsapp:1")).isEqualTo(Kind.MALFORMED);
    assertThat(failure(builder().maxPhotoBytes(100).build(), "whatsapp:2"))
        .isEqualTo(Kind.MALFORMED);
  }

  @Test
  void a_fault_of_the_vendor_is_temporary() throws IOException {
    vendor.file("1", jpeg());
    for (int first : new int[] {0, 1}) {
      vendor.failAfter(first, Fault.SERVER_ERROR);

      assertThat(failure(builder().build(), "whatsapp:1")).isEqualTo(Kind.TEMPORARY);
      vendor.recover();
    }
  }

  @Test
  void a_token_that_has_run_out_is_to_be_renewed() {
    vendor.fail(Fault.EXPIRED_CREDENTIAL, 1);

    assertThat(failure(builder().build(), "whatsapp:1")).isEqualTo(Kind.REAUTHORISE);
  }
}
