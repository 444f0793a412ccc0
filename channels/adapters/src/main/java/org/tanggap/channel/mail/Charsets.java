package org.tanggap.channel.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Bytes as text, in the character set that was meant, which is not always the one declared. */
final class Charsets {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private Charsets() {}

  /**
   * Decodes. UTF-8 that is declared as Latin-1, as scripts send it, is read as UTF-8: other bytes
   * are hardly ever valid UTF-8 by chance. Latin-1 is read as windows-1252, as browsers do (WHATWG
   * Encoding Standard, 4.2).
   */
  static String decode(byte[] bytes, @Nullable String declared) {
    Charset charset = find(declared);
    if (charset != null && !isOneOfLatin(charset) && !charset.equals(StandardCharsets.UTF_8)) {
      return new String(bytes, charset);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, WINDOWS);
    }
  }

  private static boolean isOneOfLatin(Charset charset) {
    return charset.equals(StandardCharsets.US_ASCII)
        || charset.equals(StandardCharsets.ISO_8859_1)
        || charset.equals(WINDOWS);
  }

  private static @Nullable Charset find(@Nullable String name) {
    if (name == null || name.toLowerCase(Locale.ROOT).startsWith("unknown")) {
      return null;
    }
    try {
      return Charset.forName(name.strip());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  /**
   * What a header field says; raw bytes in it have been kept as one character each, or as UTF-8.
   */
  static String header(String value) {
    return value.chars().allMatch(c -> c < 0x80) || value.chars().anyMatch(c -> c > 0xFF)
        ? value
        : decode(value.getBytes(StandardCharsets.ISO_8859_1), null);
  }
}
