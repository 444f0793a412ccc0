package org.tanggap.geo;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tanggap.geo.AttributeProfile.Codes;
import org.tanggap.jurisdiction.AreaLevel;

/** What codes and names of areas look like. */
final class AreaCodes {

  private static final Pattern DOTTED =
      Pattern.compile("\\d{2}(?:\\.\\d{2}(?:\\.\\d{2}(?:\\.\\d{4})?)?)?");
  private static final Pattern DIGITS = Pattern.compile("\\d{2}|\\d{4}|\\d{6}|\\d{10}");
  private static final Pattern ALL_DIGITS = Pattern.compile("\\d{2,10}");
  private static final Pattern DECIMALS = Pattern.compile("(\\d+)\\.0+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private AreaCodes() {}

  /** The Kemendagri code with its dots, or null if it is none. */
  static @Nullable String kemendagri(String written) {
    String code = written.strip();
    if (DOTTED.matcher(code).matches()) {
      return code;
    }
    String digits = DECIMALS.matcher(code).replaceFirst("$1");
    if (!DIGITS.matcher(digits).matches()) {
      return null;
    }
    StringBuilder dotted = new StringBuilder(digits.substring(0, 2));
    for (int at = 2; at < digits.length(); at += at < 6 ? 2 : 4) {
      dotted.append('.').append(digits, at, at < 6 ? at + 2 : digits.length());
    }
    return dotted.toString();
  }

  /** A code as the scheme understands it, or null if the scheme does not know such a code. */
  static @Nullable String understood(String written, Codes scheme) {
    return scheme == Codes.KEMENDAGRI ? kemendagri(written) : written;
  }

  /** The level whose codes look like this, or null if none do. */
  static @Nullable AreaLevel level(String code, Codes scheme) {
    return switch (scheme) {
      case KEMENDAGRI ->
          switch (DOTTED.matcher(code).matches() ? code.length() : 0) {
            case 2 -> AreaLevel.PROVINCE;
            case 5 -> AreaLevel.CITY;
            case 8 -> AreaLevel.KECAMATAN;
            case 13 -> AreaLevel.KELURAHAN;
            default -> null;
          };
      case BPS ->
          switch (ALL_DIGITS.matcher(code).matches() ? code.length() : 0) {
            case 2 -> AreaLevel.PROVINCE;
            case 4 -> AreaLevel.CITY;
            case 7 -> AreaLevel.KECAMATAN;
            case 10 -> AreaLevel.KELURAHAN;
            default -> null;
          };
      case MIXED, AS_WRITTEN -> null;
    };
  }

  /** The code of the area above, as the prefix tells it, or null if the prefix tells nothing. */
  static @Nullable String parent(String code, AreaLevel level, Codes scheme) {
    int length =
        switch (level) {
          case PROVINCE -> 2;
          case CITY -> scheme == Codes.BPS ? 4 : 5;
          case KECAMATAN -> scheme == Codes.BPS ? 7 : 8;
          case KELURAHAN -> scheme == Codes.BPS ? 10 : 13;
          case RW, RT -> Integer.MAX_VALUE;
        };
    boolean tells = scheme == Codes.KEMENDAGRI || scheme == Codes.BPS;
    if (!tells || code.length() <= length) {
      return null;
    }
    String prefix = code.substring(0, length);
    return level == level(prefix, scheme) ? prefix : null;
  }

  /** Whether a code was made up because the file has none. */
  static boolean isMadeUp(String code) {
    return code.startsWith("x-") || code.contains(".x-");
  }

  /** A code for something without one, below the area that holds it. */
  static String madeUp(@Nullable String parent, @Nullable String name) {
    return (parent == null ? "" : parent + ".") + "x-" + slug(name == null ? "" : name);
  }

  /** The code of an RW within its kelurahan: {@code rw-01} for {@code RW 01} and {@code 01}. */
  static String rw(String kelurahan, String name) {
    String slug = slug(name);
    return kelurahan + "." + (slug.startsWith("rw") ? slug : "rw-" + slug);
  }

  /** A name as part of a code: small letters and digits, other runs as one hyphen. */
  static String slug(String name) {
    String letters = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    String slug = NO_LETTERS.matcher(letters.toLowerCase(Locale.ROOT)).replaceAll("-");
    int from = slug.startsWith("-") ? 1 : 0;
    int to = slug.endsWith("-") && slug.length() > from ? slug.length() - 1 : slug.length();
    return from >= to ? "unnamed" : slug.substring(from, to);
  }

  /** A name for comparison: its letters and digits, whatever their case. */
  static String key(String name) {
    String letters = name.toLowerCase(Locale.ROOT);
    String key = NO_LETTERS.matcher(letters).replaceAll("");
    return key.isEmpty() ? letters : key;
  }
}
