package org.tanggap.channel.rss;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as feeds write them: RFC 822 with its zone names, two digits for a year, and the names of
 * Indonesian months and zones; ISO 8601 with and without a zone.
 */
final class FeedTimes {

  private static final Pattern RFC_822 =
      Pattern.compile(
          "(?:[\\p{L}']{2,10}\\.?,?\\s+)?([0-9]{1,2})\\s+([A-Za-z]{3})[a-z]*\\s+([0-9]{4}|[0-9]{2})"
              + "\\s+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?\\s*([A-Za-z]{1,5}|[+-][0-9]{4})?");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Map<String, String> INDONESIAN =
      Map.of("mei", "may", "agu", "aug", "okt", "oct", "des", "dec");
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("gmt", 0),
          Map.entry("ut", 0),
          Map.entry("utc", 0),
          Map.entry("z", 0),
          Map.entry("est", -5),
          Map.entry("edt", -4),
          Map.entry("cst", -6),
          Map.entry("cdt", -5),
          Map.entry("mst", -7),
          Map.entry("mdt", -6),
          Map.entry("pst", -8),
          Map.entry("pdt", -7),
          Map.entry("wib", 7),
          Map.entry("wita", 8),
          Map.entry("wit", 9));

  private FeedTimes() {}

  /** The time, or null if there is none. */
  static @Nullable Instant parse(String text, ZoneId zone) {
    if (text.length() > 80) {
      return null;
    }
    try {
      Matcher old = RFC_822.matcher(text.strip());
      return old.matches() ? rfc822(old, zone) : iso(text.strip(), zone);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Instant rfc822(Matcher parts, ZoneId zone) {
    String month = parts.group(2).toLowerCase(Locale.ROOT);
    int year = Integer.parseInt(parts.group(3));
    // RFC 2822, section 4.3.
    int full = year < 50 ? 2000 + year : year < 1000 ? 1900 + year : year;
    LocalDateTime local =
        LocalDateTime.of(
            full,
            MONTHS.indexOf(INDONESIAN.getOrDefault(month, month)) + 1,
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(4)),
            Integer.parseInt(parts.group(5)),
            parts.group(6) == null ? 0 : Math.min(59, Integer.parseInt(parts.group(6))));
    return local.atZone(offset(parts.group(7), zone)).toInstant();
  }

  private static ZoneId offset(@Nullable String name, ZoneId zone) {
    if (name == null) {
      return zone;
    } else if (name.startsWith("+") || name.startsWith("-")) {
      return ZoneOffset.of(name);
    }
    Integer hours = ZONES.get(name.toLowerCase(Locale.ROOT));
    // RFC 2822, section 4.3: names that are not known mean nothing, and so does -0000.
    return hours == null ? ZoneOffset.UTC : ZoneOffset.ofHours(hours);
  }

  private static Instant iso(String text, ZoneId zone) {
    String iso = text.replaceFirst("^([0-9-]{10}) ", "$1T");
    if (iso.length() == 10) {
      return LocalDate.parse(iso).atStartOfDay(zone).toInstant();
    }
    String full = iso.replaceFirst("([+-][0-9]{2})([0-9]{2})$", "$1:$2");
    return full.matches(".*([zZ]|[+-][0-9]{2}:[0-9]{2})")
        ? OffsetDateTime.parse(full).toInstant()
        : LocalDateTime.parse(full).atZone(zone).toInstant();
  }
}
