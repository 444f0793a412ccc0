package org.tanggap.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.ChannelMessage.Ignored.Reason;
import org.tanggap.channel.ChannelMessage.ReplyStatus;
import org.tanggap.channel.ChannelMessage.ReplyStatus.State;
import org.tanggap.complaint.MessageKey;

/** What becomes of our answers, as servers tell it (RFC 3464) and readers (RFC 8098). */
class DeliveryNoticeTest {

  private static final String OLDER = "<01939e4c-0000-7000-8000-000000000009@kota.example.id>";

  private static ChannelMessage report(String type, String part, String status, String returned) {
    return Mails.readOne(
        "From: MAILER-DAEMON@mx.example",
        "Message-ID: <n1@mx.example>",
        "Content-Type: multipart/report; report-type=" + type + "; boundary=r",
        "",
        "--r",
        "Content-Type: text/plain",
        "",
        "Ini pemberitahuan otomatis tentang " + OLDER,
        "--r",
        "Content-Type: " + part,
        "",
        status,
        "--r",
        "Content-Type: text/rfc822-headers",
        "",
        returned,
        "--r--");
  }

  @ParameterizedTest
  @CsvSource({
    "failed, FAILED",
    "FAILED, FAILED",
    "delivered, DELIVERED",
    "delayed,",
    "relayed,",
    "expanded,",
    "'',",
    "lain,"
  })
  void an_action_is_a_state_or_nothing(String action, State state) {
    ChannelMessage read =
        report(
            "delivery-status",
            "message/delivery-status",
            "Reporting-MTA: dns; mx\r\n\r\nAction: " + action,
            "Message-ID: " + Mails.OURS);

    assertThat(read)
        .isEqualTo(
            state == null
                ? new ChannelMessage.Ignored("<n1@mx.example>", Reason.AUTO_REPLY)
                : new ReplyStatus(new MessageKey(Mails.ACCOUNT, Mails.OURS), state, ""));
  }

  @Test
  void the_returned_mail_is_the_one_whose_own_id_is_ours() {
    ChannelMessage read =
        report(
            "delivery-status",
            "message/delivery-status",
            "Action: failed\r\nStatus: 5.2.2",
            "References: " + OLDER + "\r\nMessage-ID: " + Mails.OURS);

    assertThat(read)
        .isEqualTo(
            new ReplyStatus(
                new MessageKey(Mails.ACCOUNT, Mails.OURS),
                State.FAILED,
                "the mail server answered 5.2.2"));
  }

  @ParameterizedTest
  @CsvSource({
    "manual-action/MDN-sent-manually; displayed, true",
    "automatic-action/MDN-sent-automatically;displayed, true",
    "manual-action/MDN-sent-manually; deleted, false",
    "automatic-action/MDN-sent-automatically; processed, false"
  })
  void only_a_mail_that_was_displayed_was_read(String disposition, boolean read) {
    ChannelMessage message =
        report(
            "disposition-notification",
            "message/disposition-notification",
            "Original-Message-ID: " + Mails.OURS + "\r\nDisposition: " + disposition,
            "");

    assertThat(message instanceof ReplyStatus status && status.state() == State.READ)
        .isEqualTo(read);
  }

  @Test
  void an_answer_of_somebody_elses_is_none_of_ours() {
    ChannelMessage read =
        report(
            "delivery-status",
            "message/delivery-status",
            "Action: failed",
            "Message-ID: <01939e4c-0000-7000-8000-000000000001@kota.example.id.jahat.example>");

    assertThat(read).isInstanceOf(ChannelMessage.Ignored.class);
  }
}
