package org.tanggap.channel.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimePart;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Reporter;

/** The header fields of a mail (RFC 5322, 3.6), as far as they can be read. */
final class MailHeaders {

  private static final int MOST = 16_384;
  private static final Duration OLDEST = Duration.ofDays(30);
  private static final Pattern ID = Pattern.compile("<([^<>\\s]{1,253})>");
  private static final Pattern ANSWER =
      Pattern.compile("(?i)\\s*(?:re|aw|antw|bls|balas)(?:\\[[0-9]+\\])?\\s*:.*");
  private static final Pattern PASSED_ON =
      Pattern.compile("(?i)\\s*(?:fw|fwd|wg|trs|terusan|teruskan)\\s*:.*");
  private static final Pattern NO_SUBJECT =
      Pattern.compile("(?i)\\(?(?:no subject|tanpa subjek|tidak ada subjek)\\)?");

  private final MimePart mail;

  MailHeaders(MimePart mail) {
    this.mail = mail;
  }

  /** The values of a field, unfolded, in order. */
  List<String> values(String name) {
    try {
      String[] values = mail.getHeader(name);
      return values == null
          ? List.of()
          : Arrays.stream(values)
              .map(value -> value.length() > MOST ? value.substring(0, MOST) : value)
              .map(value -> Charsets.header(value).replaceAll("\\r?\\n[ \\t]*", " ").strip())
              .toList();
    } catch (MessagingException e) {
      return List.of();
    }
  }

  /** The first value of a field, unfolded; empty if it is missing. */
  String value(String name) {
    List<String> values = values(name);
    return values.isEmpty() ? "" : values.get(0);
  }

  boolean has(String name) {
    return !values(name).isEmpty();
  }

  /** Whether any field is there without which nothing is a mail. */
  boolean areOfMail() {
    return has("From") || has("Message-ID") || has("Date") || has("Subject") || has("Received");
  }

  /** The mail's own id with its angle brackets; nothing if it has none that can be a key. */
  Optional<String> findId() {
    String field = value("Message-ID");
    List<String> ids = ids(field);
    String id = ids.isEmpty() ? "<" + field + ">" : ids.get(0);
    return (!ids.isEmpty() || field.matches("[^<>\\s]{1,253}")) && MessageKey.isExternalId(id)
        ? Optional.of(id)
        : Optional.empty();
  }

  /** What the mail answers: the ids in In-Reply-To, then those in References, the last first. */
  List<String> answered() {
    List<String> references = new ArrayList<>(references());
    Set<String> ids = new LinkedHashSet<>(ids(value("In-Reply-To")));
    for (int i = references.size() - 1; i >= 0; i--) {
      ids.add(references.get(i));
    }
    return List.copyOf(ids);
  }

  List<String> references() {
    return ids(value("References"));
  }

  static List<String> ids(String text) {
    List<String> ids = new ArrayList<>();
    Matcher id = ID.matcher(text);
    while (id.find()) {
      if (MessageKey.isExternalId(id.group())) {
        ids.add(id.group());
      }
    }
    return ids;
  }

  /** The subject in words; empty if there is none. */
  String subject() {
    String subject = EncodedWords.decode(value("Subject")).replaceAll("\\s+", " ").strip();
    return NO_SUBJECT.matcher(subject).matches() ? "" : subject;
  }

  boolean isAnswer() {
    return ANSWER.matcher(subject()).matches();
  }

  boolean isPassedOn() {
    return PASSED_ON.matcher(subject()).matches();
  }

  Optional<Reporter> findSender() {
    return MailAddress.findFirst(value("From"));
  }

  /** Whom to answer, if the writer wants it elsewhere. */
  Optional<Reporter> findReplyTo() {
    return MailAddress.findFirst(value("Reply-To"));
  }

  MediaType type() {
    return MediaType.parse(has("Content-Type") ? value("Content-Type") : null, "text/plain");
  }

  /** When the last server took the mail, by its own clock. */
  @Nullable Instant receivedOrNull() {
    String received = value("Received");
    return dateOrNull(received.substring(received.lastIndexOf(';') + 1));
  }

  /** When it was sent, by the sender's clock unless that cannot be right. */
  @Nullable Instant sentAtOrNull(@Nullable Instant received) {
    Instant sent = dateOrNull(value("Date"));
    boolean sane =
        sent != null
            && (received == null
                || (!sent.isAfter(received) && sent.isAfter(received.minus(OLDEST))));
    return sane ? sent : received;
  }

  private static @Nullable Instant dateOrNull(String date) {
    try {
      return date.isBlank() ? null : new MailDateFormat().parse(date.strip()).toInstant();
    } catch (ParseException e) {
      return null;
    }
  }
}
