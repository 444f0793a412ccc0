package org.tanggap.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Picture;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.SentReply;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Reporter;

class MailAnswersTest {

  private static final FakeMailbox mailbox = new FakeMailbox();
  private static final UUID ID = UUID.fromString("01939e4c-0000-7000-8000-000000000001");
  private static final String WORDS = "Petugas sudah menambal jalan itu.";
  private static final String HINT =
      new AnswerHint("Jalan berlubang \ud83c\udf27", List.of("<a0@w.example>", "<a1@w.example>"))
          .write();

  private final KeptPhotos photos = new KeptPhotos();

  @BeforeEach
  void clear() {
    mailbox.clear();
  }

  @AfterAll
  static void close() {
    mailbox.close();
  }

  private MailChannel connect(UnaryOperator<MailChannel.Builder> more) {
    return more.apply(
            MailChannel.builder(Mails.ACCOUNT, FakeMailbox.CITY, Mails.NOON)
                .imap(mailbox.imap())
                .smtp(mailbox.smtp())
                .name("Lapor Kota")
                .photoStore(photos)
                .timeout(Duration.ofMillis(500)))
        .build();
  }

  private static ReplyTarget target(@Nullable String handle, String hint) {
    return new ReplyTarget(
        new MessageKey(Mails.ACCOUNT, "<a1@w.example>"),
        Instant.parse("2026-11-21T02:00:00Z"),
        handle == null ? null : new Reporter(handle, "Siti"),
        hint);
  }

  private static Reply reply(String text) {
    return new Reply(ID, target(FakeMailbox.CITIZEN, HINT), text, List.of(), false);
  }

  private static Reply again(Reply reply) {
    return new Reply(reply.id(), reply.to(), reply.text(), reply.photos(), true);
  }

  private SentReply send(Reply reply) {
    try (MailChannel channel = connect(it -> it)) {
      return channel.send(reply);
    }
  }

  private ChannelException failure(UnaryOperator<MailChannel.Builder> more, Reply reply) {
    try (MailChannel channel = connect(more)) {
      ChannelException e = catchThrowableOfType(ChannelException.class, () -> channel.send(reply));
      assertThat(e)
          .hasMessageNotContaining(FakeMailbox.CITIZEN)
          .hasMessageNotContaining("rahasia")
          .hasNoCause();
      return e;
    }
  }

  private static String header(MimeMessage mail, String name) {
    try {
      return mail.getHeader(name, "|");
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void an_answer_arrives_in_the_thread_of_the_mail() throws MessagingException {
    SentReply sent = send(reply(WORDS));

    assertThat(sent.externalId()).isEqualTo("<" + ID + "@kota.example.id>");
    assertThat(mailbox.answers()).containsExactly(WORDS);
    MimeMessage mail = mailbox.mails().get(0);
    assertThat(mail.getSubject()).isEqualTo("Re: Jalan berlubang \ud83c\udf27");
    assertThat(mail.getFrom()[0]).hasToString("Lapor Kota <lapor@kota.example.id>");
    assertThat(mail.getAllRecipients()[0]).hasToString(FakeMailbox.CITIZEN);
    assertThat(header(mail, "Message-ID")).isEqualTo(sent.externalId());
    assertThat(header(mail, "In-Reply-To")).isEqualTo("<a1@w.example>");
    assertThat(header(mail, "References").replaceAll("\\s+", " "))
        .isEqualTo("<a0@w.example> <a1@w.example>");
    assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-replied");
    assertThat(header(mail, "Date")).isEqualTo("Sat, 21 Nov 2026 12:00:00 +0700");
  }

  @Test
  void our_own_answer_is_never_taken_for_a_report() {
    send(reply(WORDS));

    byte[] raw = FakeMailbox.raw(mailbox.mails().get(0)).getBytes(StandardCharsets.UTF_8);

    assertThat(Mails.read(raw)).hasOnlyElementsOfType(ChannelMessage.Ignored.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "baris satu\nbaris dua\n\nakhir",
        ".\n..\n.titik di awal",
        "From awal baris\nFrom lagi",
        "<b>tebal</b> &amp; =3D =?utf-8?B?YQ==?= \ud83c\udf0a\u00e9 \u062d\u0641",
        "--=_batas\nContent-Type: text/html\n\nbukan bagian",
        "  spasi di depan, tab\tdi tengah"
      })
  void words_arrive_unharmed(String words) {
    send(reply(words));

    assertThat(mailbox.answers()).containsExactly(words);
  }

  @Test
  void very_long_lines_arrive_unharmed() {
    String words = "kata \u00e9 ".repeat(10_000).strip();

    send(reply(words));

    assertThat(mailbox.answers()).containsExactly(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jalan\r\nBcc: lain@jahat.example",
        "Jalan\nX-Palsu: ya\n\nisi palsu",
        "Jalan\u0000\u000b\u2028Bcc: lain@jahat.example",
        "=?utf-8?Q?a=0D=0ABcc:_lain@jahat.example?="
      })
  void no_header_line_can_be_made_of_a_subject(String subject) {
    ReplyTarget to = target(FakeMailbox.CITIZEN, new AnswerHint(subject, List.of()).write());

    send(new Reply(ID, to, WORDS, List.of(), false));

    MimeMessage mail = mailbox.mails().get(0);
    assertThat(header(mail, "Bcc")).isNull();
    assertThat(header(mail, "X-Palsu")).isNull();
    assertThat(mailbox.answers()).containsExactly(WORDS);
  }

  @ParameterizedTest
  @CsvSource({
    "Re: Re: Bls: Lampu, Re: Lampu",
    "RE: Lampu, Re: Lampu",
    "'', Re: Laporan Anda",
    "Fwd: Lampu, Re: Fwd: Lampu"
  })
  void a_subject_gets_one_re(String subject, String expected) throws MessagingException {
    ReplyTarget to = target(FakeMailbox.CITIZEN, new AnswerHint(subject, List.of()).write());

    send(new Reply(ID, to, WORDS, List.of(), false));

    assertThat(mailbox.mails().get(0).getSubject()).isEqualTo(expected);
  }

  @Test
  void a_damaged_hint_still_gives_an_answer() throws MessagingException {
    for (String hint : List.of("", "{", "[]", "{\"subject\":[],\"references\":{\"a\":1}}")) {
      send(
          new Reply(UUID.randomUUID(), target(FakeMailbox.CITIZEN, hint), WORDS, List.of(), false));
    }

    assertThat(mailbox.answers()).hasSize(4);
    assertThat(mailbox.mails().get(0).getSubject()).isEqualTo("Re: Laporan Anda");
  }

  @Test
  void photos_go_with_an_answer() throws MessagingException, IOException {
    byte[] content = Mails.file("tebet.jpg");
    Photo photo = photos.keep(Picture.of("image/jpeg", content), null, null);

    send(new Reply(ID, target(FakeMailbox.CITIZEN, HINT), WORDS, List.of(photo), false));

    MimeMultipart parts = (MimeMultipart) mailbox.mails().get(0).getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(parts.getBodyPart(1).getContentType()).startsWith("image/jpeg");
    assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("foto-1.jpeg");
    assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(content);
    assertThat(mailbox.answers()).containsExactly(WORDS);
  }

  @Test
  void a_photo_that_is_not_in_the_store_keeps_the_answer_from_going_out() {
    Reply reply =
        new Reply(
            ID,
            target(FakeMailbox.CITIZEN, HINT),
            WORDS,
            List.of(Photo.of("https://example.org/a.jpg")),
            false);

    assertThat(failure(it -> it, reply).kind()).isEqualTo(Kind.NOT_PERMITTED);
    photos.fail();
    assertThat(failure(it -> it, reply).kind()).isEqualTo(Kind.TEMPORARY);
    assertThat(mailbox.answers()).isEmpty();
  }

  @Test
  void a_text_beyond_the_limit_is_refused_before_sending() {
    String most = "\ud83c\udf0a".repeat(MailAnswers.MAX_CHARACTERS);
    try (ScriptedServer server = new ScriptedServer(Map.of())) {
      ChannelException e = failure(it -> it.smtp(server.address("")), reply(most + "x"));
      assertThat(e.kind()).isEqualTo(Kind.NOT_PERMITTED);
      assertThat(server.commands()).isEmpty();
    }
  }

  @Test
  void permission_depends_on_the_address() {
    try (MailChannel channel = connect(it -> it)) {
      assertThat(channel.permission(target(FakeMailbox.CITIZEN, HINT)))
          .isEqualTo(ReplyPermission.Allowed.words(100_000).withPhotos(10));
      for (String address :
          List.of(
              "no-reply@toko.example",
              "noreply@toko.example",
              "do_not_reply@toko.example",
              "MAILER-DAEMON@mx.example",
              "postmaster@mx.example",
              "bounces+123@list.example",
              "rw03-request@list.example",
              "",
              "bukan alamat",
              "a@b\r\nBcc: c@d.example",
              "j\u00f6rg@example.org")) {
        assertThat(channel.permission(target(address, HINT)))
            .as(address)
            .isInstanceOf(ReplyPermission.ByHand.class);
      }
      assertThat(channel.permission(target(null, HINT))).isInstanceOf(ReplyPermission.ByHand.class);
      assertThat(channel.permission(target("siti@b\u00fccher.example", HINT)))
          .isInstanceOf(ReplyPermission.Allowed.class);
    }
    assertThat(failure(it -> it, new Reply(ID, target(null, HINT), WORDS, List.of(), false)).kind())
        .isEqualTo(Kind.NOT_PERMITTED);
  }

  @Test
  void without_a_mail_server_answers_are_left_to_a_person() {
    MailChannel channel = MailChannel.builder(Mails.ACCOUNT, FakeMailbox.CITY, Mails.NOON).build();

    assertThat(channel.permission(target(FakeMailbox.CITIZEN, HINT)))
        .isInstanceOf(ReplyPermission.ByHand.class);
    assertThat(channel.recognisesRepetition()).isFalse();
    assertThat(catchThrowableOfType(ChannelException.class, () -> channel.send(reply(WORDS))))
        .extracting(ChannelException::kind)
        .isEqualTo(Kind.NOT_PERMITTED);
  }

  @Test
  void a_repetition_is_recognised_by_the_folder_of_sent_mails() {
    try (MailChannel channel = connect(it -> it.sentFolder("Terkirim", false))) {
      assertThat(channel.recognisesRepetition()).isTrue();
      SentReply first = channel.send(reply(WORDS));
      SentReply second = channel.send(again(reply(WORDS)));

      assertThat(second).isEqualTo(first);
      assertThat(mailbox.answers()).hasSize(1);
      assertThat(mailbox.count("Terkirim")).isEqualTo(1);
    }
  }

  @Test
  void what_was_never_sent_goes_out_with_the_repetition() {
    try (MailChannel channel = connect(it -> it.sentFolder("Belum Ada", false))) {
      channel.send(again(reply(WORDS)));
    }
    assertThat(mailbox.answers()).hasSize(1);
  }

  @Test
  void copies_that_the_server_files_are_looked_for_and_not_made() {
    try (MailChannel channel = connect(it -> it.sentFolder("Salinan", true))) {
      channel.send(reply(WORDS));
      assertThat(mailbox.count("Salinan")).isZero();

      mailbox.deliver("Salinan", FakeMailbox.raw(mailbox.mails().get(0)));
      channel.send(again(reply(WORDS)));
    }
    assertThat(mailbox.answers()).hasSize(1);
  }

  @Test
  void without_that_folder_no_repetition_is_recognised() {
    try (MailChannel channel = connect(it -> it)) {
      assertThat(channel.recognisesRepetition()).isFalse();
    }
  }

  @Test
  void a_copy_that_cannot_be_filed_does_not_undo_the_answer() {
    MailServer gone = new MailServer("127.0.0.1", 1, MailServer.Security.NONE, "u", "p");

    try (MailChannel channel = connect(it -> it.imap(gone).sentFolder("Sent", false))) {
      assertThat(channel.send(reply(WORDS)).findExternalId()).isPresent();
    }
    assertThat(mailbox.answers()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "HELLO, 421 busy, TEMPORARY",
    "HELLO, 554 no service, TEMPORARY",
    "HELLO, cut, TEMPORARY",
    "HELLO, silence, TEMPORARY",
    "AUTH, 535 5.7.8 wrong, REAUTHORISE",
    "AUTH, 454 4.7.0 later, TEMPORARY",
    "MAIL, 530 5.7.0 sign in, REAUTHORISE",
    "MAIL, 451 later, TEMPORARY",
    "MAIL, 550 no, NOT_PERMITTED",
    "RCPT, 450 greylisted, TEMPORARY",
    "RCPT, 452 full, TEMPORARY",
    "RCPT, 550 5.1.1 siti.rahma@warga.example.id unknown, NOT_PERMITTED",
    "RCPT, cut, TEMPORARY",
    "DATA, 451 later, TEMPORARY",
    "DATA, 554 no, NOT_PERMITTED",
    "DATA, cut, TEMPORARY",
    "END, 452 later, TEMPORARY",
    "END, 552 too big, NOT_PERMITTED",
    "END, 554 spam, NOT_PERMITTED",
    "END, cut, UNCONFIRMED",
    "END, silence, UNCONFIRMED"
  })
  void each_failure_says_what_helps(String command, String answer, Kind kind) {
    try (ScriptedServer server = new ScriptedServer(Map.of(command, answer))) {
      ChannelException e =
          failure(
              it -> it.smtp(server.address("lapor")).timeout(Duration.ofMillis(150)), reply(WORDS));
      assertThat(e.kind()).isEqualTo(kind);
    }
  }

  @Test
  void a_connection_that_ends_badly_after_the_mail_was_taken_changes_nothing() {
    try (ScriptedServer server = new ScriptedServer(Map.of("QUIT", ScriptedServer.CUT));
        MailChannel channel = connect(it -> it.smtp(server.address("")))) {
      assertThat(channel.send(reply(WORDS)).findExternalId()).isPresent();
      assertThat(server.commands()).contains("END").doesNotContain("AUTH");
    }
  }
}
