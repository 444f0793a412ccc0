package org.tanggap.channel.mail;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code Content-Type} or {@code Content-Disposition} as far as it can be read (RFC 2045, 5).
 *
 * @param name such as {@code text/plain}, lower case
 * @param parameters all that stands behind the name
 */
record MediaType(String name, String parameters) {

  private static final Pattern NAME =
      Pattern.compile("\\s*([A-Za-z0-9.+_-]{1,80}(?:/[A-Za-z0-9.+_-]{1,80})?)\\s*(?:;|$)");

  static MediaType parse(@Nullable String header, String otherwise) {
    Matcher name = NAME.matcher(header == null ? "" : header);
    return header != null && name.lookingAt()
        ? new MediaType(name.group(1).toLowerCase(Locale.ROOT), header.substring(name.end()))
        : new MediaType(otherwise, header == null ? "" : header);
  }

  boolean isWithin(String main) {
    return name.startsWith(main + "/");
  }

  /** A parameter's value without quotes, or null. */
  @Nullable String parameter(String wanted) {
    Matcher found =
        Pattern.compile(
                "(?:^|;)\\s*" + Pattern.quote(wanted) + "\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;\"]+))",
                Pattern.CASE_INSENSITIVE)
            .matcher(parameters);
    if (!found.find()) {
      return null;
    }
    return found.group(1) == null ? found.group(2) : found.group(1);
  }

  boolean has(String wanted, String value) {
    return value.equalsIgnoreCase(parameter(wanted));
  }
}
