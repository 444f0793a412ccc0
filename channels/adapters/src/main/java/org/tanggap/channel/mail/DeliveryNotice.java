package org.tanggap.channel.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.ChannelMessage.Ignored;
import org.tanggap.channel.ChannelMessage.Ignored.Reason;
import org.tanggap.channel.ChannelMessage.ReplyStatus;
import org.tanggap.channel.ChannelMessage.ReplyStatus.State;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.MessageKey;

/**
 * What servers and readers tell of our answers: delivery status (RFC 3464), disposition (RFC 8098),
 * and the bounces of servers that write neither.
 */
final class DeliveryNotice {

  private static final Pattern ACTION = Pattern.compile("(?im)^Action:\\s*([a-z]+)");
  private static final Pattern STATUS =
      Pattern.compile("(?im)^Status:\\s*([245]\\.[0-9]{1,3}\\.[0-9]{1,3})");
  private static final Pattern DISPLAYED =
      Pattern.compile("(?im)^Disposition:[^;\\n]*;\\s*displayed");
  private static final Pattern MESSAGE_ID =
      Pattern.compile("(?im)^(?:Original-)?Message-ID:\\s*<[^<>\\s]{1,300}>");
  private static final Pattern BOUNCE =
      Pattern.compile(
          "(?i)(?:undeliver(?:ed|able)|mail delivery failed|failure notice|returned mail"
              + "|delivery status notification \\(failure\\)|tidak terkirim).*");
  private static final int LOOKED_AT = 256 * 1_024;

  private final AccountId account;
  private final OwnIds own;

  DeliveryNotice(AccountId account, OwnIds own) {
    this.account = account;
    this.own = own;
  }

  /** What a mail tells of our answers, or nothing if it is no notice. */
  Optional<ChannelMessage> find(MimeMessage mail, MailHeaders headers, String id, byte[] raw) {
    MediaType type = headers.type();
    if (type.name().equals("multipart/report")) {
      String words = words(mail);
      boolean read = type.has("report-type", "disposition-notification");
      return Optional.of(read ? disposition(words, id) : delivery(words, id));
    }
    boolean bounce =
        headers.has("X-Failed-Recipients")
            || (BOUNCE.matcher(headers.subject()).matches() && AutomaticMail.is(headers));
    return bounce ? Optional.of(status(text(raw), State.FAILED, "", id)) : Optional.empty();
  }

  private ChannelMessage disposition(String words, String id) {
    return DISPLAYED.matcher(words).find()
        ? status(words, State.READ, "", id)
        : new Ignored(id, Reason.AUTO_REPLY);
  }

  private ChannelMessage delivery(String words, String id) {
    Matcher action = ACTION.matcher(words);
    Matcher code = STATUS.matcher(words);
    String because = code.find() ? "the mail server answered " + code.group(1) : "";
    return switch (action.find() ? action.group(1).toLowerCase(Locale.ROOT) : "") {
      case "failed" -> status(words, State.FAILED, because, id);
      case "delivered" -> status(words, State.DELIVERED, "", id);
      default -> new Ignored(id, Reason.AUTO_REPLY);
    };
  }

  private ChannelMessage status(String words, State state, String because, String id) {
    Optional<String> answer = answer(words);
    return answer.isPresent()
        ? new ReplyStatus(new MessageKey(account, answer.get()), state, because)
        : new Ignored(id, Reason.AUTO_REPLY);
  }

  /**
   * Which answer it is about: our id may stand among the references of the returned mail as well.
   */
  private Optional<String> answer(String words) {
    return MESSAGE_ID
        .matcher(words)
        .results()
        .flatMap(line -> own.findIn(line.group()).stream())
        .findFirst()
        .or(() -> own.findIn(words));
  }

  /** All parts but the first, which is for people. */
  private static String words(MimeMessage mail) {
    StringBuilder words = new StringBuilder();
    try {
      MimeMultipart parts = new MimeMultipart(new MimePartDataSource(mail));
      for (int i = 1; i < Math.min(parts.getCount(), 5); i++) {
        words.append(text(TransferEncoding.decode((MimePart) parts.getBodyPart(i)))).append('\n');
      }
    } catch (MessagingException | IOException e) {
      return words.toString();
    }
    return words.toString();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1)
        .replace("\r\n", "\n");
  }
}
