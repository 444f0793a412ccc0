package org.tanggap.channel.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings telephone numbers into one form, E.164 (ITU-T): {@code +6281234567890}.
 *
 * <pre>{@code
 * PhoneNumbers phones = PhoneNumbers.inRegion("ID");
 * phones.handleOf("0812-3456-7890");          // +6281234567890
 * phones.handleOf("whatsapp:+6281234567890"); // +6281234567890
 * phones.handleOf("TELKOMSEL");               // TELKOMSEL
 * }</pre>
 *
 * <p>A number is one if its length is possible in its country. Whether it is in use cannot be told
 * from it, and number plans change faster than tables. Digits without {@code +} that begin with the
 * region's own country code, as gateways write them, are taken with it if that gives a number of
 * the plan; so are digits after {@code 00}.
 *
 * <p>Immutable and thread-safe.
 */
public final class PhoneNumbers {

  /** The longest handle, in characters. */
  public static final int MAX_HANDLE = 100;

  private static final Pattern SCHEME =
      Pattern.compile("^(?:whatsapp|tel|sms|smsto):(?://)?", Pattern.CASE_INSENSITIVE);

  /** Marks that do not show, as they are pasted from address books. */
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

  /** Digits of any script with what stands between them, then an extension. Nothing else. */
  private static final Pattern SHAPE =
      Pattern.compile(
          "([+\uff0b]?)\\p{Zs}?([\\p{Nd}(\\[][\\p{Nd}\\p{Zs}\\t()\\[\\]./\\-\u2010-\u2015\uff0d]*)"
              + "(?:(?:;ext=|,?[ ]?ext\\.?|x)[ ]?(\\p{Nd}{1,7}))?",
          Pattern.CASE_INSENSITIVE);

  private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
  private final String region;
  private final String countryCode;

  private PhoneNumbers(String region) {
    this.region = region;
    this.countryCode = String.valueOf(library.getCountryCodeForRegion(region));
  }

  /**
   * Numbers as people write them in one country.
   *
   * @param region the country's code in ISO 3166-1, two capital letters: {@code ID}
   * @return the reader
   * @throws IllegalArgumentException if there is no such region
   */
  public static PhoneNumbers inRegion(String region) {
    if (!PhoneNumberUtil.getInstance().getSupportedRegions().contains(region)) {
      throw new IllegalArgumentException("region is no code of ISO 3166-1 in capital letters");
    }
    return new PhoneNumbers(region);
  }

  /**
   * The handle of a reporter. Never throws.
   *
   * @param sender the sender as the vendor gives it
   * @return the number in E.164, with {@code ;ext=} (RFC 3966) if it has an extension, as that is
   *     another person; else the text as it came, without white space around it and at most {@link
   *     #MAX_HANDLE} characters
   */
  public String handleOf(String sender) {
    return split(sender)
        .flatMap(parts -> e164(parts).map(number -> number + extension(parts)))
        .orElseGet(() -> shortened(sender.strip()));
  }

  /**
   * The number in a text that is nothing but a number. Never throws.
   *
   * @param text such as {@code 0812-3456-7890}; schemes {@code tel:}, {@code sms:} and {@code
   *     whatsapp:} may stand before it, and an extension behind
   * @return the number in E.164 without extension; nothing for words, short codes, and lengths that
   *     the country does not have
   */
  public Optional<String> find(String text) {
    return split(text).flatMap(this::e164);
  }

  private static Optional<Matcher> split(String text) {
    if (text.length() > MAX_HANDLE) {
      return Optional.empty();
    }
    String visible = INVISIBLE.matcher(text).replaceAll("").strip();
    Matcher parts = SHAPE.matcher(SCHEME.matcher(visible).replaceFirst("").strip());
    return parts.matches() ? Optional.of(parts) : Optional.empty();
  }

  private Optional<String> e164(Matcher parts) {
    String digits = PhoneNumberUtil.normalizeDigitsOnly(parts.group(2));
    if (!parts.group(1).isEmpty()) {
      return read("+" + digits, false);
    }
    if (digits.startsWith("00")) {
      return read("+" + digits.substring(2), true).or(() -> read(digits, true));
    }
    Optional<String> international =
        digits.startsWith(countryCode) ? read("+" + digits, true) : Optional.empty();
    return international.or(() -> read(digits, false));
  }

  /** Local lengths and a zero that was not taken for the trunk prefix are no number to write to. */
  private Optional<String> read(String number, boolean inPlan) {
    try {
      PhoneNumber parsed = library.parse(number, region);
      boolean valid = library.isValidNumber(parsed);
      boolean possible =
          library.isPossibleNumberWithReason(parsed) == ValidationResult.IS_POSSIBLE
              && !parsed.hasItalianLeadingZero();
      return valid || (possible && !inPlan)
          ? Optional.of(library.format(parsed, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  private static String extension(Matcher parts) {
    String digits = parts.group(3);
    return digits == null ? "" : ";ext=" + PhoneNumberUtil.normalizeDigitsOnly(digits);
  }

  private static String shortened(String text) {
    if (text.length() <= MAX_HANDLE) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(MAX_HANDLE - 1));
    return text.substring(0, splits ? MAX_HANDLE - 1 : MAX_HANDLE);
  }
}
