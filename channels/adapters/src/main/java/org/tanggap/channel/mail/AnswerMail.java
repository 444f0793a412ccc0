package org.tanggap.channel.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.tanggap.channel.Picture;
import org.tanggap.channel.Reply;

/**
 * Writes an answer as a mail (RFC 5322, RFC 2045). The same answer gives the same bytes but for its
 * date. Whatever a citizen wrote into a subject is encoded, so that no line of the header can be
 * made of it.
 */
final class AnswerMail {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH);
  private static final int LINE = 76;

  private final String from;
  private final String name;
  private final OwnIds ids;
  private final ZoneId zone;

  AnswerMail(String from, String name, OwnIds ids, ZoneId zone) {
    this.from = from;
    this.name = name;
    this.ids = ids;
    this.zone = zone;
  }

  byte[] write(Reply reply, String to, List<Picture> pictures, Instant now) {
    AnswerHint hint = AnswerHint.parse(reply.to().hint());
    StringBuilder head = new StringBuilder();
    line(head, "Date", DATE.format(now.atZone(zone)));
    line(head, "From", name.isEmpty() ? from : encoded(name, "From: ") + "\r\n <" + from + ">");
    line(head, "To", to);
    line(head, "Subject", encoded(subject(hint), "Subject: "));
    line(head, "Message-ID", ids.of(reply.id()));
    thread(head, reply, hint);
    line(head, "Auto-Submitted", "auto-replied");
    line(head, "X-Auto-Response-Suppress", "OOF, AutoReply");
    line(head, "MIME-Version", "1.0");
    ByteArrayOutputStream mail = new ByteArrayOutputStream();
    if (pictures.isEmpty()) {
      append(mail, head.toString());
      text(mail, reply.text());
    } else {
      multipart(mail, head, reply, pictures);
    }
    return mail.toByteArray();
  }

  private static void line(StringBuilder head, String field, String value) {
    head.append(field).append(": ").append(value).append("\r\n");
  }

  private static String subject(AnswerHint hint) {
    String bare =
        hint.subject()
            .replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")
            .replaceFirst("(?i)^(?:\\s*(?:re|bls|balas)\\s*:)+", "")
            .strip();
    return bare.isEmpty() ? "Re: Laporan Anda" : "Re: " + bare;
  }

  private static String encoded(String text, String field) {
    try {
      return MimeUtility.fold(
          field.length(),
          MimeUtility.encodeText(text.replaceAll("\\p{Cntrl}", " "), "UTF-8", null));
    } catch (IOException e) {
      throw new UncheckedIOException("every Java platform has UTF-8", e);
    }
  }

  /** RFC 5322, 3.6.4: the mail that is answered, and those before it. */
  private static void thread(StringBuilder head, Reply reply, AnswerHint hint) {
    List<String> references = new ArrayList<>(hint.references());
    List<String> answered = MailHeaders.ids(reply.to().message().externalId());
    answered.stream().filter(id -> !references.contains(id)).forEach(references::add);
    if (!answered.isEmpty()) {
      line(head, "In-Reply-To", answered.get(0));
    }
    if (!references.isEmpty()) {
      line(head, "References", String.join("\r\n ", references));
    }
  }

  private static void multipart(
      ByteArrayOutputStream mail, StringBuilder head, Reply reply, List<Picture> pictures) {
    String boundary =
        "=_" + UUID.nameUUIDFromBytes(reply.id().toString().getBytes(StandardCharsets.US_ASCII));
    line(head, "Content-Type", "multipart/mixed; boundary=\"" + boundary + "\"");
    append(mail, head + "\r\n--" + boundary + "\r\n");
    text(mail, reply.text());
    int number = 0;
    for (Picture picture : pictures) {
      String type = MediaType.parse(picture.mediaType(), "application/octet-stream").name();
      String file = "foto-" + ++number + "." + type.substring(type.indexOf('/') + 1);
      append(
          mail,
          "\r\n--"
              + boundary
              + "\r\nContent-Type: "
              + type
              + "\r\nContent-Disposition: attachment; filename=\""
              + file
              + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n");
      Base64.Encoder lines =
          Base64.getMimeEncoder(LINE, "\r\n".getBytes(StandardCharsets.US_ASCII));
      mail.writeBytes(lines.encode(picture.content()));
    }
    append(mail, "\r\n--" + boundary + "--\r\n");
  }

  private static void text(ByteArrayOutputStream mail, String text) {
    StringBuilder head = new StringBuilder();
    line(head, "Content-Type", "text/plain; charset=utf-8");
    line(head, "Content-Transfer-Encoding", "quoted-printable");
    append(mail, head + "\r\n");
    try {
      OutputStream encoder = MimeUtility.encode(mail, "quoted-printable");
      encoder.write(text.getBytes(StandardCharsets.UTF_8));
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    } catch (MessagingException e) {
      throw new IllegalStateException("quoted-printable is part of jakarta.mail", e);
    }
    append(mail, "\r\n");
  }

  private static void append(ByteArrayOutputStream mail, String text) {
    mail.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
