package org.tanggap.channel.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Header text with encoded words (RFC 2047). Programs cut words in the middle of a character, so
 * neighbours in the same character set are joined before they are decoded.
 */
final class EncodedWords {

  private static final Pattern WORD =
      Pattern.compile("=\\?([^?*\\s]{1,40})(?:\\*[^?\\s]{0,40})?\\?([bBqQ])\\?([^?]*)\\?=");

  private EncodedWords() {}

  static String decode(String header) {
    String text = Charsets.header(header).replaceAll("\\r?\\n[ \\t]*", " ");
    StringBuilder decoded = new StringBuilder();
    Matcher word = WORD.matcher(text);
    Run run = new Run(decoded);
    int end = 0;
    while (word.find()) {
      String between = text.substring(end, word.start());
      String charset = word.group(1).toLowerCase(Locale.ROOT);
      if (!run.isOpen() || !between.isBlank()) {
        run.flush();
        decoded.append(between);
      }
      run.add(charset, decoded(word.group(2), word.group(3)));
      end = word.end();
    }
    run.flush();
    return decoded.append(text.substring(end)).toString();
  }

  private static byte[] decoded(String encoding, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (encoding.equalsIgnoreCase("b")) {
      return TransferEncoding.base64(bytes);
    }
    return quoted(bytes);
  }

  /** The Q encoding: an underscore is a space, {@code =} and two hex digits are a byte. */
  private static byte[] quoted(byte[] text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length);
    for (int i = 0; i < text.length; i++) {
      int high = text[i] == '=' && i + 2 < text.length ? Character.digit(text[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(text[i + 2], 16);
      if (low >= 0) {
        bytes.write(high << 4 | low);
        i += 2;
      } else {
        bytes.write(text[i] == '_' ? ' ' : text[i]);
      }
    }
    return bytes.toByteArray();
  }

  /** Words in one character set that stand beside each other. */
  private static final class Run {

    private final StringBuilder to;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private @Nullable String charset;

    Run(StringBuilder to) {
      this.to = to;
    }

    boolean isOpen() {
      return charset != null;
    }

    void add(String name, byte[] more) {
      if (!name.equals(charset)) {
        flush();
      }
      charset = name;
      bytes.writeBytes(more);
    }

    void flush() {
      if (charset != null) {
        to.append(Charsets.decode(bytes.toByteArray(), charset));
      }
      charset = null;
      bytes.reset();
    }
  }
}
