package org.tanggap.channel.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.ChannelMessage.Ignored;
import org.tanggap.channel.ChannelMessage.Ignored.Reason;
import org.tanggap.channel.ChannelMessage.Malformed;
import org.tanggap.channel.ChannelMessage.Unsupported;
import org.tanggap.channel.Conversation;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Discretion;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;

/**
 * What a mail means. Any bytes give one value, or two if something is attached that cannot be
 * taken; nothing is thrown but by the photo store.
 */
final class MailMessages {

  private static final int MAX_TEXT = 100_000;

  private final AccountId account;
  private final Set<String> ownAddresses;
  private final OwnIds ownIds;
  private final DeliveryNotice notices;
  private final MailPictures pictures;
  private final @Nullable SenderCheck senderCheck;

  /**
   * @param account the account
   * @param ownAddresses the addresses under which we write, lower case
   * @param ownIds the ids of our answers
   * @param pictures takes the pictures
   * @param senderCheck refuses mails whose sender is not known for certain; null takes them
   */
  MailMessages(
      AccountId account,
      Set<String> ownAddresses,
      OwnIds ownIds,
      MailPictures pictures,
      @Nullable SenderCheck senderCheck) {
    this.account = account;
    this.ownAddresses = Set.copyOf(ownAddresses);
    this.ownIds = ownIds;
    this.notices = new DeliveryNotice(account, ownIds);
    this.pictures = pictures;
    this.senderCheck = senderCheck;
  }

  /**
   * Reads a mail.
   *
   * @param raw the mail as it went over the wire (RFC 5322)
   * @param received when it came, or null to believe the last server's Received
   */
  List<ChannelMessage> read(byte[] raw, @Nullable Instant received) {
    MimeMessage mail;
    try {
      mail = new MimeMessage(null, new SharedByteArrayInputStream(raw));
    } catch (MessagingException e) {
      return List.of(new Malformed(hash(raw), "the mail has no header that can be read"));
    }
    MailHeaders headers = new MailHeaders(mail);
    if (!headers.areOfMail()) {
      return List.of(new Malformed(hash(raw), "no mail: it has none of a mail's header fields"));
    }
    String id = key(headers, raw);
    Optional<ChannelMessage> notice = notices.find(mail, headers, id, raw);
    if (notice.isPresent()) {
      return List.of(notice.get());
    } else if (isOwn(headers)) {
      return List.of(new Ignored(id, Reason.OWN_MESSAGE));
    } else if (AutomaticMail.is(headers)) {
      return List.of(new Ignored(id, Reason.AUTO_REPLY));
    } else if (senderCheck != null && !senderCheck.isPassed(headers)) {
      return List.of(
          new Unsupported(
              id, "a mail whose sender the mail server could not confirm (DMARC, DKIM, SPF)"));
    }
    return content(mail, headers, id, received == null ? headers.receivedOrNull() : received);
  }

  private static String key(MailHeaders headers, byte[] raw) {
    return headers.findId().orElseGet(() -> hash(raw));
  }

  private static String hash(byte[] raw) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(raw);
      return "sha256-" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private boolean isOwn(MailHeaders headers) {
    return headers
        .findSender()
        .filter(from -> ownAddresses.contains(from.handle().toLowerCase(Locale.ROOT)))
        .isPresent();
  }

  private List<ChannelMessage> content(
      MimeMessage mail, MailHeaders headers, String id, @Nullable Instant received) {
    MailParts parts = MailParts.of(mail);
    List<String> answered = headers.answered();
    Optional<String> ours = ownIds.findFirst(answered);
    String body = words(parts.text(), headers, !answered.isEmpty());
    if (ours.isPresent() && AutomaticMail.isInWords(body)) {
      return List.of(new Ignored(id, Reason.AUTO_REPLY));
    }
    MailPictures.Taken taken = pictures.take(parts.pictures());
    List<String> leftOut = new ArrayList<>(parts.leftOut());
    leftOut.addAll(taken.leftOut());
    String text = withSubject(body, headers, !answered.isEmpty());
    if (text.length() > MAX_TEXT) {
      text = text.substring(0, MAX_TEXT);
      leftOut.add("words beyond " + MAX_TEXT + " characters");
    }
    Report report =
        new Report(
            text,
            taken.place(),
            null,
            taken.photos(),
            headers.sentAtOrNull(received),
            person(headers),
            Discretion.NONE);
    if (report.isEmpty()) {
      return List.of(
          new Unsupported(
              id, "a mail without words" + (leftOut.isEmpty() ? "" : ", " + sentence(leftOut))));
    }
    String answers = ours.orElse(answered.isEmpty() ? null : answered.get(0));
    Conversation conversation =
        Conversation.NONE
            .answering(answers == null ? null : new MessageKey(account, answers))
            .withHint(AnswerHint.of(headers).write());
    List<ChannelMessage> messages = new ArrayList<>();
    messages.add(new ChannelMessage.NewReport(new MessageKey(account, id), report, conversation));
    if (!leftOut.isEmpty()) {
      messages.add(new Unsupported(id + " attachments", sentence(leftOut)));
    }
    return messages;
  }

  private static String sentence(List<String> leftOut) {
    Set<String> kinds = new TreeSet<>(leftOut);
    return leftOut.size()
        + (leftOut.size() == 1 ? " part" : " parts")
        + " left out: "
        + String.join(", ", kinds.stream().limit(10).toList());
  }

  /** Only of an answer something is cut off: a mail that is passed on is all that is reported. */
  private static String words(String text, MailHeaders headers, boolean answers) {
    String clean = text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]|\ufeff", "");
    boolean answer = (answers || headers.isAnswer()) && !headers.isPassedOn();
    String written = answer ? QuotedHistory.cutOff(clean) : clean;
    return QuotedHistory.withoutSignature(written.stripTrailing()).strip();
  }

  private static String withSubject(String body, MailHeaders headers, boolean answers) {
    String subject = headers.subject().replaceAll("\\p{Cntrl}", "");
    boolean repeated = (answers && headers.isAnswer()) || body.startsWith(subject);
    return (repeated && !body.isEmpty()) || subject.isEmpty()
        ? body
        : body.isEmpty() ? subject : subject + "\n" + body;
  }

  /** Who wrote it; where a machine wrote for somebody, whom it says to answer. */
  private static @Nullable Reporter person(MailHeaders headers) {
    Optional<Reporter> from = headers.findSender();
    boolean machine = from.filter(it -> MailAddress.isOfMachine(it.handle())).isPresent();
    return (machine ? headers.findReplyTo().or(() -> from) : from).orElse(null);
  }
}
