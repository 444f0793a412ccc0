package org.tanggap.channel.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tanggap.complaint.Reporter;

/** Addresses as people and programs write them (RFC 5322, 3.4), and whose they are. */
final class MailAddress {

  private static final String BARE =
      "([^\\s<>(),;:\"@\\[\\]\\p{Cntrl}]{1,64})@([^\\s<>(),;:\"@\\p{Cntrl}]{1,255})";
  private static final Pattern BRACKETED = Pattern.compile("<\\s*" + BARE + "\\s*>");
  private static final Pattern ANYWHERE = Pattern.compile(BARE);
  private static final Pattern COMMENT = Pattern.compile("\\(([^()]{1,200})\\)");
  private static final Pattern SENDABLE =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,255}");

  /** Local parts of machines (RFC 2142, RFC 3834, lists' own addresses). */
  private static final Pattern MACHINE =
      Pattern.compile(
          "(?:mailer-daemon|postmaster|listserv|majordomo|nobody|daemon|auto-?reply|notifications?"
              + "|(?:no|do[_-]?not|jangan)[._-]?(?:reply|response|respond|balas)(?:[+._-].*)?"
              + "|.*[._-]no-?reply|bounces?(?:[+._-].*)?|owner-.*|.*-(?:request|bounces?|owner))");

  private MailAddress() {}

  /** The first address of a field with its name; the domain in lower case. */
  static Optional<Reporter> findFirst(String field) {
    Matcher address = BRACKETED.matcher(field);
    boolean bracketed = address.find();
    if (!bracketed) {
      address = ANYWHERE.matcher(field);
      if (!address.find()) {
        return Optional.empty();
      }
    }
    String handle = address.group(1) + "@" + address.group(2).toLowerCase(Locale.ROOT);
    String name = bracketed ? field.substring(0, address.start()) : comment(field);
    String decoded = EncodedWords.decode(unquoted(name.strip())).replaceAll("\\s+", " ").strip();
    boolean none = decoded.isEmpty() || decoded.length() > 200 || decoded.equals(handle);
    return Optional.of(new Reporter(handle, none ? null : decoded));
  }

  private static String comment(String field) {
    Matcher comment = COMMENT.matcher(field);
    return comment.find() ? comment.group(1) : "";
  }

  private static String unquoted(String name) {
    boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
    return quoted ? name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1") : name;
  }

  /** Whether nobody reads what is sent there. */
  static boolean isOfMachine(String address) {
    int at = address.lastIndexOf('@');
    return MACHINE
        .matcher(address.substring(0, Math.max(at, 0)).toLowerCase(Locale.ROOT))
        .matches();
  }

  /** The address as every server takes it: plain letters, the domain in its ASCII form. */
  static Optional<String> findSendable(String address) {
    int at = address.lastIndexOf('@');
    try {
      String ascii =
          address.substring(0, at + 1)
              + IDN.toASCII(address.substring(at + 1)).toLowerCase(Locale.ROOT);
      return SENDABLE.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }
}
