package org.tanggap.channel.mail;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells what machines send from what people write, so that no two of them ever answer each other:
 * RFC 3834 (Auto-Submitted, sections 2 and 5), RFC 2919 (List-Id), Microsoft's [MS-OXCMAIL]
 * (X-Auto-Response-Suppress), and the fields of older programs.
 */
final class AutomaticMail {

  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?i)(?:automatic reply|auto(?:matic|mated)?[ -]?(?:reply|response)|out of (?:the"
              + " )?office|(?:balasan|jawaban|pesan) otomatis|(?:sedang )?di ?luar kantor)"
              + "(?:\\s+re)?\\s*(?:[:\\]-].*)?");

  private static final Pattern WORDS =
      Pattern.compile(
          "(?is).*\\b(?:balasan otomatis|pesan (?:ini )?(?:dikirim (?:secara )?)?otomatis"
              + "|automatic(?:ally generated)? (?:reply|response|message)|out of (?:the )?office"
              + "|sedang (?:cuti|berada di luar kantor|di luar kantor))\\b.*");

  private static final int SHORT = 800;

  private AutomaticMail() {}

  static boolean is(MailHeaders mail) {
    return isDeclared(mail) || isFromMachine(mail) || SUBJECT.matcher(mail.subject()).matches();
  }

  private static boolean isDeclared(MailHeaders mail) {
    String submitted = mail.value("Auto-Submitted").toLowerCase(Locale.ROOT);
    String suppress = mail.value("X-Auto-Response-Suppress").toLowerCase(Locale.ROOT);
    return (!submitted.isEmpty() && !submitted.startsWith("no"))
        || mail.value("Precedence").toLowerCase(Locale.ROOT).matches("bulk|junk|list|auto_reply")
        || List.of("oof", "autoreply", "all").stream().anyMatch(suppress::contains)
        || mail.has("X-Autoreply")
        || mail.has("X-Autorespond")
        || mail.has("List-Id")
        || mail.value("Return-Path").replace(" ", "").equals("<>");
  }

  /** A form on a web page writes in its own name and says whom to answer: that is a person. */
  private static boolean isFromMachine(MailHeaders mail) {
    return mail.findSender().filter(from -> MailAddress.isOfMachine(from.handle())).isPresent()
        && mail.findReplyTo().filter(person -> !MailAddress.isOfMachine(person.handle())).isEmpty();
  }

  /** Whether a short answer to one of ours says of itself that nobody wrote it. */
  static boolean isInWords(String text) {
    return text.length() <= SHORT && WORDS.matcher(text).matches();
  }
}
