package org.tanggap.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.complaint.Reporter;

/** What is taken of a mail's words, and what is cut off. */
class MailWordsTest {

  private static String answer(String... lines) {
    return Mails.report(
            "From: siti@warga.example.id",
            "Subject: Re: Jalan",
            "In-Reply-To: <x@y.example>",
            "",
            String.join("\r\n", lines))
        .report()
        .text();
  }

  @Test
  void what_is_quoted_below_a_clear_mark_is_cut_off() {
    for (String mark :
        List.of(
            "On Sat, Nov 21, 2026 at 9:40 AM Lapor <l@k.example> wrote:",
            "On Sat, Nov 21, 2026 at 9:40 AM\r\nLapor <l@k.example>\r\nwrote:",
            "Pada tanggal Sab, 21 Nov 2026 09.40, Lapor <l@k.example> menulis:",
            "-----Original Message-----",
            "-----Pesan Asli-----",
            "From: Lapor\r\nSent: Friday\r\nTo: Siti\r\nSubject: Jalan")) {
      assertThat(answer("Belum selesai.", "", mark, "", "> Sudah.", "> Salam"))
          .as(mark)
          .isEqualTo("Belum selesai.");
    }
  }

  @Test
  void in_doubt_everything_stays() {
    assertThat(answer("> Masih rusak?", "Ya, masih.")).isEqualTo("> Masih rusak?\nYa, masih.");
    assertThat(answer("On 21 Nov 2026, Lapor wrote:", "> Masih rusak?", "Ya."))
        .endsWith("> Masih rusak?\nYa.");
    assertThat(answer("On Monday my neighbour wrote:", "bad road")).endsWith("bad road");
    assertThat(answer("-----Original Message-----", "hanya ini")).endsWith("hanya ini");
    assertThat(answer("From: here to there", "the road is bad")).endsWith("road is bad");
  }

  @Test
  void a_signature_goes_and_a_long_text_behind_the_mark_stays() {
    assertThat(answer("Masih rusak.", "-- ", "Siti", "RT 05")).isEqualTo("Masih rusak.");
    assertThat(answer("Masih rusak.", "--", "bukan tanda tangan")).endsWith("tangan");
    assertThat(answer("Masih.", "-- ", "baris\r\n".repeat(20))).contains("baris");
    assertThat(answer("-- ", "Siti")).contains("Siti");
  }

  @Test
  void html_reads_like_a_letter() {
    Set<String> pictures = new HashSet<>();
    String text =
        HtmlText.of(
            "<title>x</title><style>p{}</style><p>Satu&nbsp;dua<br>tiga</p><div>empat <b>lima</b>"
                + "</div><script>alert(1)</script><blockquote>lama<br>sekali</blockquote>"
                + "<pre>a\n  b</pre><table><tr><td>x</td><td>y</td></tr></table>"
                + "<a href='https://maps.example.com/?q=1,2'>peta</a>"
                + "<a href='https://www.warga.example.id/'>warga.example.id</a>"
                + "<a href='javascript:alert(1)'>klik</a><img src='cid:a@b'>",
            pictures);

    assertThat(text.replace('\u00a0', ' '))
        .startsWith("Satu dua\ntiga\n\nempat lima\n> lama\n> sekali\na\nb\nx y\n")
        .contains("peta https://maps.example.com/?q=1,2")
        .doesNotContain("alert", "www.warga", "p{}");
    assertThat(pictures).containsExactly("a@b");
  }

  @ParameterizedTest
  @CsvSource({
    "'Siti <siti@Warga.Example.ID>', siti@warga.example.id, Siti",
    "'\"Siti, RT 05\" <Siti.R@warga.example.id>', Siti.R@warga.example.id, 'Siti, RT 05'",
    "siti@warga.example.id, siti@warga.example.id,",
    "'siti@warga.example.id (Ibu Siti)', siti@warga.example.id, Ibu Siti",
    "'<siti@warga.example.id>', siti@warga.example.id,",
    "'=?utf-8?B?UmVuw6k=?= <r@w.example>', r@w.example, Ren\u00e9",
    "'=?x-tidak-ada?Q?A_B?= <r@w.example>', r@w.example, A B",
    "'\"a \\\"b\\\" c\" <r@w.example>', r@w.example, 'a \"b\" c'",
    "'siti@warga.example.id <siti@warga.example.id>', siti@warga.example.id,"
  })
  void a_sender_is_an_address_with_a_name(String field, String handle, String name) {
    assertThat(MailAddress.findFirst(field)).contains(new Reporter(handle, name));
  }

  @Test
  void a_hidden_way_to_another_header_is_no_address() {
    assertThat(MailAddress.findFirst("undisclosed-recipients:;")).isEmpty();
    assertThat(MailAddress.findSendable("a@b.example\r\nBcc: c@d.example")).isEmpty();
    assertThat(MailAddress.findSendable("<a@b.example>")).isEmpty();
    assertThat(MailAddress.findSendable("a b@c.example")).isEmpty();
  }

  @Test
  void what_the_mail_holds_is_never_shown_in_a_note() {
    byte[] raw = Mails.file("mails/winmail-dat.eml");
    ChannelMessage.Unsupported note = (ChannelMessage.Unsupported) Mails.read(raw).get(1);

    assertThat(note.what()).doesNotContainPattern(Pattern.compile("winmail|Jembatan"));
  }

  @Test
  void a_text_beyond_any_letter_is_cut_and_noted() {
    byte[] raw =
        Mails.bytes("From: a@b.example", "Message-ID: <l@b.example>", "", "kata ".repeat(30_000));

    List<ChannelMessage> read = Mails.read(raw);

    assertThat(((ChannelMessage.NewReport) read.get(0)).report().text()).hasSize(100_000);
    assertThat(read.get(1))
        .isEqualTo(
            new ChannelMessage.Unsupported(
                "<l@b.example> attachments", "1 part left out: words beyond 100000 characters"));
  }

  @Test
  void endless_blanks_are_read_in_good_time() {
    for (String body :
        List.of(
            "\r\n".repeat(300_000) + "akhir",
            " ".repeat(1_000_000) + "akhir",
            "x" + " \t".repeat(300_000) + "\r\nakhir")) {
      ChannelMessage.NewReport report =
          assertTimeoutPreemptively(
              Duration.ofSeconds(10), () -> Mails.report("From: a@b.example", "", body));
      assertThat(report.report().text()).isNotBlank();
    }
    String html = "<p>" + "&nbsp;".repeat(150_000) + "akhir";
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> assertThat(HtmlText.of(html, new HashSet<>())).contains("akhir"));
  }

  @ParameterizedTest
  @CsvSource({"begin", "begin 6", "begin 644 a", "'begin 644 a\r\n!!!'", "end"})
  void uuencoded_nonsense_is_kept_as_it_is(String body) {
    assertThat(
            Mails.report(
                    "From: a@b.example",
                    "Subject: Lampu mati",
                    "Content-Transfer-Encoding: x-uuencode",
                    "",
                    body)
                .report()
                .text())
        .startsWith("Lampu mati");
  }

  @Test
  void our_answer_is_found_among_the_references() {
    ChannelMessage.NewReport report =
        Mails.report(
            "From: siti@warga.example.id",
            "References: <a@b.example> " + Mails.OURS + " <c@d.example>",
            "In-Reply-To: <c@d.example>",
            "",
            "Belum selesai");

    assertThat(Objects.requireNonNull(report.conversation().answers()).externalId())
        .isEqualTo(Mails.OURS);
  }
}
