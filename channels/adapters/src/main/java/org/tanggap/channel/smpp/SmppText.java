package org.tanggap.channel.smpp;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tanggap.channel.sms.SmsText;

/** Reads a message's bytes by its data coding (SMPP 3.4, section 5.2.19; 3GPP TS 23.038). */
final class SmppText {

  /** In which alphabet messages of data coding 0 come, which each network sets for itself. */
  enum DefaultAlphabet {
    /** The GSM alphabet, one septet a byte. */
    GSM,
    /** ISO 8859-1. */
    LATIN1,
    /** UTF-8. */
    UTF8
  }

  private SmppText() {}

  /** The text, or nothing if the bytes are no text or of a coding that is not read. */
  static Optional<String> decode(byte[] body, int coding, DefaultAlphabet usual) {
    return switch (coding) {
      case 0x00 -> Optional.of(usual(body, usual));
      case 0x01 -> Optional.of(new String(body, StandardCharsets.US_ASCII));
      case 0x03 -> Optional.of(new String(body, StandardCharsets.ISO_8859_1));
      case 0x06 -> charset(body, "ISO-8859-5");
      case 0x07 -> charset(body, "ISO-8859-8");
      case 0x08 -> Optional.of(new String(body, StandardCharsets.UTF_16BE));
      default -> byClass(body, coding);
    };
  }

  private static String usual(byte[] body, DefaultAlphabet usual) {
    return switch (usual) {
      case GSM -> SmsText.decode(body);
      case LATIN1 -> new String(body, StandardCharsets.ISO_8859_1);
      case UTF8 -> new String(body, StandardCharsets.UTF_8);
    };
  }

  private static Optional<String> charset(byte[] body, String name) {
    return Charset.isSupported(name)
        ? Optional.of(new String(body, Charset.forName(name)))
        : Optional.empty();
  }

  /** The coding groups with a message class, of which flash messages are. */
  private static Optional<String> byClass(byte[] body, int coding) {
    int group = coding & 0xF0;
    int alphabet = coding & 0x0C;
    if (group == 0xF0 || group == 0x10) {
      if (alphabet == 0x00) {
        return Optional.of(SmsText.decode(body));
      }
      return alphabet == 0x08 && group == 0x10
          ? Optional.of(new String(body, StandardCharsets.UTF_16BE))
          : Optional.empty();
    }
    return Optional.empty();
  }
}
