package org.tanggap.channel.x;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How X counts the characters of a post: the weights of its configuration {@code
 * twitter-text/config/v3.json}. A code point of the ranges below counts 1, any other 2; an emoji of
 * several code points counts 2, an address 23, however long it is.
 *
 * <p>X knows every top-level domain by name, this class only the common ones and all of two
 * letters. Where a word without a scheme may be an address, the larger of both counts is taken, so
 * that a text is never counted shorter than X does for these.
 */
final class XText {

  /** What an address counts. */
  static final int ADDRESS = 23;

  private static final Pattern ADDRESSES =
      Pattern.compile(
          "(?<scheme>https?://[^\\s<>\"]*[^\\s<>\".,;:!?'()\\[\\]])"
              + "|(?<![\\p{L}\\p{N}@#$_.-])(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+"
              + "(?:[a-z]{2}|com|org|net|info|gov|edu|app|dev|xyz|biz|news|online|site|web|tech)"
              + "(?![\\p{L}\\p{N}@])(?:/[^\\s<>\"]*[^\\s<>\".,;:!?'()\\[\\]])?",
          Pattern.CASE_INSENSITIVE);

  private XText() {}

  static int length(String text) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    Matcher address = ADDRESSES.matcher(normal);
    int count = 0;
    int from = 0;
    while (address.find()) {
      count += words(normal.substring(from, address.start()));
      boolean certain = address.group("scheme") != null;
      count += certain ? ADDRESS : Math.max(ADDRESS, words(address.group()));
      from = address.end();
    }
    return count + words(normal.substring(from));
  }

  /** The text with every address as one sign, for comparing what X has rewritten. */
  static String withoutAddresses(String text, String sign) {
    return ADDRESSES.matcher(text).replaceAll(Matcher.quoteReplacement(sign));
  }

  private static int words(String text) {
    int count = 0;
    int at = 0;
    while (at < text.length()) {
      int end = emojiEnd(text, at);
      int codePoint = text.codePointAt(at);
      count += end > at || !isLight(codePoint) ? 2 : 1;
      at = end > at ? end : at + Character.charCount(codePoint);
    }
    return count;
  }

  /** The ranges of weight 100 in {@code config/v3.json}. */
  private static boolean isLight(int codePoint) {
    return codePoint <= 4351
        || (codePoint >= 8192 && codePoint <= 8205)
        || (codePoint >= 8208 && codePoint <= 8223)
        || (codePoint >= 8242 && codePoint <= 8247);
  }

  /** Where the emoji ends that begins here, or where it would begin if there is none. */
  private static int emojiEnd(String text, int start) {
    int end = oneEmoji(text, start);
    while (end > start && end < text.length() && text.charAt(end) == 0x200D) {
      int next = oneEmoji(text, end + 1);
      if (next == end + 1) {
        break;
      }
      end = next;
    }
    return end;
  }

  private static int oneEmoji(String text, int start) {
    if (start >= text.length()) {
      return start;
    }
    int first = text.codePointAt(start);
    int end = start + Character.charCount(first);
    if (isFlagLetter(first)) {
      return end < text.length() && isFlagLetter(text.codePointAt(end)) ? end + 2 : end;
    }
    int styled = end < text.length() && text.charAt(end) == 0xFE0F ? end + 1 : end;
    if ("0123456789#*".indexOf(first) >= 0) {
      boolean key = styled < text.length() && text.charAt(styled) == 0x20E3;
      return key ? styled + 1 : start;
    }
    if (!isPictograph(first) && styled == end) {
      return start;
    }
    end = styled;
    while (end < text.length() && isModifier(text.codePointAt(end))) {
      end += 2;
    }
    return end;
  }

  private static boolean isFlagLetter(int codePoint) {
    return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
  }

  private static boolean isPictograph(int codePoint) {
    return (codePoint >= 0x1F000 && codePoint <= 0x1FAFF)
        || (codePoint >= 0x2600 && codePoint <= 0x27BF)
        || (codePoint >= 0x2300 && codePoint <= 0x23FF)
        || (codePoint >= 0x2B00 && codePoint <= 0x2BFF);
  }

  /** A tone of skin, or a letter of a region's flag. */
  private static boolean isModifier(int codePoint) {
    return (codePoint >= 0x1F3FB && codePoint <= 0x1F3FF)
        || (codePoint >= 0xE0020 && codePoint <= 0xE007F);
  }
}
