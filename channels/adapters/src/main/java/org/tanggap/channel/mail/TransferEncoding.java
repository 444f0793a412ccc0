package org.tanggap.channel.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The bytes of a part without its transfer encoding (RFC 2045, 6), however damaged it is. */
final class TransferEncoding {

  private TransferEncoding() {}

  static byte[] decode(MimePart part) throws MessagingException, IOException {
    byte[] raw;
    try (InputStream in = raw(part)) {
      raw = in.readAllBytes();
    }
    @Nullable String field = part.getHeader("Content-Transfer-Encoding", null);
    String encoding = field == null ? "" : field.strip().toLowerCase(Locale.ROOT);
    if (encoding.startsWith("base64")) {
      return base64(raw);
    } else if (encoding.startsWith("quoted-printable")) {
      return decode(raw, "quoted-printable");
    } else if (encoding.matches("(?:x-)?uu(?:e|encode)")) {
      return decode(raw, "uuencode");
    }
    return raw;
  }

  private static InputStream raw(MimePart part) throws MessagingException {
    return part instanceof MimeMessage message
        ? message.getRawInputStream()
        : ((MimeBodyPart) part).getRawInputStream();
  }

  private static byte[] decode(byte[] raw, String encoding) throws MessagingException {
    try (InputStream in = MimeUtility.decode(new ByteArrayInputStream(raw), encoding)) {
      return in.readAllBytes();
    } catch (IOException | IndexOutOfBoundsException e) {
      // The latter is what the library's uuencode reader throws at a first line that is too short.
      return raw;
    }
  }

  /** What can be read of base 64: up to the padding, without foreign characters. */
  static byte[] base64(byte[] text) {
    byte[] digits = new byte[text.length];
    int count = 0;
    for (byte c : text) {
      if (c == '=') {
        break;
      }
      boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      if (letter || (c >= '0' && c <= '9') || c == '+' || c == '/') {
        digits[count++] = c;
      }
    }
    int whole = count % 4 == 1 ? count - 1 : count;
    return Base64.getDecoder().decode(Arrays.copyOf(digits, whole));
  }
}
