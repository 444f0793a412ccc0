package org.tanggap.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanggap.channel.ChannelMessage;

/** The examples follow RFC 8601, appendix B. */
class SenderCheckTest {

  private static ChannelMessage read(String... results) {
    StringBuilder head = new StringBuilder();
    for (String result : results) {
      head.append("Authentication-Results: ").append(result).append("\r\n");
    }
    byte[] raw =
        Mails.bytes(
            head + "From: Siti <siti@warga.example.id>", "Message-ID: <a@b.example>", "", "Banjir");
    return Mails.reader(new KeptPhotos(), new SenderCheck("mx.kota.example.id"))
        .read(raw, null)
        .get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "'mx.kota.example.id; dmarc=pass (p=reject) header.from=warga.example.id', true",
    "'mx.kota.example.id; dmarc=fail header.from=warga.example.id', false",
    "'mx.kota.example.id; dmarc=none; dkim=pass header.d=warga.example.id', true",
    "'mx.kota.example.id 1; spf=pass smtp.mailfrom=siti@warga.example.id', true",
    "'mx.kota.example.id; dkim=pass header.d=mail.warga.example.id', true",
    "'mx.kota.example.id; dkim=pass header.i=@warga.example.id', true",
    "'mx.kota.example.id; dkim=pass header.d=jahat.example', false",
    "'mx.kota.example.id; dkim=pass header.d=jahatwarga.example.id', false",
    "'mx.kota.example.id; spf=pass smtp.mailfrom=jahat.example', false",
    "'mx.kota.example.id; dkim=fail header.d=warga.example.id', false",
    "'mx.kota.example.id; dmarc=fail; spf=pass smtp.mailfrom=warga.example.id', false",
    "'mx.kota.example.id; none', false",
    "'mx.jahat.example; dmarc=pass header.from=warga.example.id', false",
    "'mx.kota.example.id.jahat.example; dmarc=pass', false",
    "'MX.Kota.Example.ID; DMARC=PASS', true",
    "'', false"
  })
  void a_sender_is_confirmed_by_our_own_mail_server_only(String result, boolean taken) {
    assertThat(read(result) instanceof ChannelMessage.NewReport).isEqualTo(taken);
  }

  @Test
  void the_first_result_counts() {
    assertThat(read("mx.kota.example.id; dmarc=fail", "mx.kota.example.id; dmarc=pass"))
        .isEqualTo(
            new ChannelMessage.Unsupported(
                "<a@b.example>",
                "a mail whose sender the mail server could not confirm (DMARC, DKIM, SPF)"));
    assertThat(read()).isInstanceOf(ChannelMessage.Unsupported.class);
  }

  @Test
  void unless_it_is_wanted_every_mail_is_taken() {
    assertThat(Mails.readOne("From: siti@warga.example.id", "", "Banjir"))
        .isInstanceOf(ChannelMessage.NewReport.class);
  }
}
