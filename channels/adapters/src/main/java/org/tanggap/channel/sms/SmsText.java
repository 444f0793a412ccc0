package org.tanggap.channel.sms;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The text of an SMS: in the GSM 7 bit default alphabet with its extension table (3GPP TS 23.038,
 * section 6.2.1) where every character is in it, else in UCS-2, which stands for UTF-16 here. An
 * SMS holds 160 septets or 70 units of UTF-16; as part of a longer text 153 or 67 (3GPP TS 23.040,
 * section 9.2.3.24.1). Without state.
 */
public final class SmsText {

  /** How many septets fit in one part of a long text. */
  public static final int PART_SEPTETS = 153;

  /** How many units of UTF-16 fit in one part of a long text. */
  public static final int PART_UNITS = 67;

  private static final int ESCAPE = 0x1B;

  private static final String BASIC =
      "@\u00a3$\u00a5\u00e8\u00e9\u00f9\u00ec\u00f2\u00c7\n\u00d8\u00f8\r\u00c5\u00e5"
          + "\u0394_\u03a6\u0393\u039b\u03a9\u03a0\u03a8\u03a3\u0398\u039e\u001b\u00c6\u00e6\u00df"
          + "\u00c9 !\"#\u00a4%&'()*+,-./0123456789:;<=>?"
          + "\u00a1ABCDEFGHIJKLMNOPQRSTUVWXYZ\u00c4\u00d6\u00d1\u00dc\u00a7"
          + "\u00bfabcdefghijklmnopqrstuvwxyz\u00e4\u00f6\u00f1\u00fc\u00e0";

  private static final Map<Integer, Character> EXTENSION =
      Map.of(
          0x0A, '\f', 0x14, '^', 0x28, '{', 0x29, '}', 0x2F, '\\', 0x3C, '[', 0x3D, '~', 0x3E, ']',
          0x40, '|', 0x65, '\u20ac');

  private static final Map<Character, byte[]> CODES = codes();

  private SmsText() {}

  private static Map<Character, byte[]> codes() {
    Map<Character, byte[]> codes = new HashMap<>();
    for (int i = 0; i < BASIC.length(); i++) {
      if (i != ESCAPE) {
        codes.put(BASIC.charAt(i), new byte[] {(byte) i});
      }
    }
    EXTENSION.forEach(
        (code, character) -> codes.put(character, new byte[] {ESCAPE, code.byteValue()}));
    return codes;
  }

  /**
   * Whether every character is in the GSM alphabet.
   *
   * @param text any text
   * @return true if it can be written in septets
   */
  public static boolean isGsm(String text) {
    return text.chars().allMatch(unit -> CODES.containsKey((char) unit));
  }

  /**
   * Writes a text in septets, one a byte, as SMPP carries it.
   *
   * @param text a text for which {@link #isGsm} holds
   * @return the septets; those of the extension table are two
   * @throws IllegalArgumentException if a character is not in the alphabet
   */
  public static byte[] encode(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      byte[] code = CODES.get(text.charAt(i));
      if (code == null) {
        throw new IllegalArgumentException("a character is not in the GSM alphabet");
      }
      out.writeBytes(code);
    }
    return out.toByteArray();
  }

  /**
   * Reads septets, one a byte. What is not in the tables becomes U+FFFD; an unknown character after
   * an escape is read from the basic table, as the standard asks.
   *
   * @param septets the septets
   * @return the text
   */
  public static String decode(byte[] septets) {
    StringBuilder text = new StringBuilder(septets.length);
    for (int i = 0; i < septets.length; i++) {
      int code = septets[i] & 0xFF;
      if (code == ESCAPE && i + 1 < septets.length) {
        int next = septets[++i] & 0xFF;
        text.append((char) EXTENSION.getOrDefault(next, basic(next)));
      } else {
        text.append(code == ESCAPE ? ' ' : basic(code));
      }
    }
    return text.toString();
  }

  private static char basic(int code) {
    return code < BASIC.length() && code != ESCAPE ? BASIC.charAt(code) : '\ufffd';
  }

  /**
   * Cuts a text into the parts that are sent. Neither a character of two units nor one of two
   * septets is torn.
   *
   * @param text any text
   * @return the parts; one if it fits into one SMS
   */
  public static List<String> split(String text) {
    boolean gsm = isGsm(text);
    if (units(text, gsm) <= (gsm ? 160 : 70)) {
      return List.of(text);
    }
    int limit = gsm ? PART_SEPTETS : PART_UNITS;
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int used = 0;
    for (int i = 0; i < text.length(); ) {
      String character = text.substring(i, text.offsetByCodePoints(i, 1));
      int needed = units(character, gsm);
      if (used + needed > limit) {
        parts.add(part.toString());
        part.setLength(0);
        used = 0;
      }
      part.append(character);
      used += needed;
      i += character.length();
    }
    parts.add(part.toString());
    return List.copyOf(parts);
  }

  private static int units(String text, boolean gsm) {
    return gsm ? encode(text).length : text.length();
  }

  /**
   * How long a text counts, so that one limit holds for both alphabets: in septets of a long text,
   * where each part counts 153. To be compared with {@link #maxLength}.
   *
   * @param text any text
   * @return its parts but the last in full, and the last by its share
   */
  public static int lengthOf(String text) {
    List<String> parts = split(text);
    boolean gsm = isGsm(text);
    int last = units(parts.get(parts.size() - 1), gsm);
    int share = gsm ? last : (last * PART_SEPTETS + PART_UNITS - 1) / PART_UNITS;
    return (parts.size() - 1) * PART_SEPTETS + Math.min(share, PART_SEPTETS);
  }

  /**
   * How long a text of some parts counts at most.
   *
   * @param parts the parts
   * @return to be compared with {@link #lengthOf}
   */
  public static int maxLength(int parts) {
    return parts * PART_SEPTETS;
  }
}
