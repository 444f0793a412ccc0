package org.tanggap.channel.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the city's own mail server found out about a mail's sender, in Authentication-Results (RFC
 * 8601). Fields under any other name are the sender's own claims; those under this name in a mail
 * from outside are taken out by the server itself (RFC 8601, 5).
 *
 * @param server the server's name in the field (authserv-id)
 */
record SenderCheck(String server) {

  private static final Pattern RESULT =
      Pattern.compile(";\\s*(dmarc|dkim|spf)\\s*=\\s*([a-z]+)([^;]*)");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?:header\\.d|header\\.i|smtp\\.mailfrom)\\s*=\\s*\"?(?:[^\\s@;\"]*@)?([^\\s;\"]+)");

  /**
   * Whether the domain that is shown as the sender's stands for the mail: by its DMARC policy or,
   * where it has none, by a signature or a server of the same domain.
   */
  boolean isPassed(MailHeaders mail) {
    String domain = mail.findSender().map(from -> MailAddress.domain(from.handle())).orElse("");
    Map<String, String> first = new HashMap<>();
    boolean aligned = false;
    for (String results : results(mail)) {
      Matcher result = RESULT.matcher(results);
      while (result.find()) {
        first.putIfAbsent(result.group(1), result.group(2));
        aligned |=
            !result.group(1).equals("dmarc")
                && result.group(2).equals("pass")
                && isAligned(result.group(3), domain);
      }
    }
    String policy = first.getOrDefault("dmarc", "none");
    return policy.equals("pass") || (policy.equals("none") && aligned);
  }

  private List<String> results(MailHeaders mail) {
    return mail.values("Authentication-Results").stream()
        .map(field -> field.replaceAll("\\([^()]*\\)", " ").toLowerCase(Locale.ROOT).strip())
        .filter(field -> field.split("[\\s;]", 2)[0].equals(server.toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static boolean isAligned(String properties, String domain) {
    Matcher other = DOMAIN.matcher(properties);
    return !domain.isEmpty()
        && other.find()
        && (other.group(1).equals(domain)
            || other.group(1).endsWith("." + domain)
            || (domain.endsWith("." + other.group(1)) && other.group(1).indexOf('.') > 0));
  }
}
