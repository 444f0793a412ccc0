package org.tanggap.channel.twilio;

/**
 * An address as Twilio writes it: {@code +6281…} for SMS, {@code whatsapp:+6281…}, {@code
 * messenger:…}.
 *
 * @param channel what stands before the colon, or empty for SMS and MMS
 * @param name what stands behind it
 */
record TwilioAddress(String channel, String name) {

  static TwilioAddress parse(String text) {
    String stripped = text.strip();
    int colon = stripped.indexOf(':');
    boolean named = colon > 0 && stripped.substring(0, colon).matches("[a-z]{1,20}");
    return named
        ? new TwilioAddress(stripped.substring(0, colon), stripped.substring(colon + 1).strip())
        : new TwilioAddress("", stripped);
  }

  /** Whether this is a short code or a name: machines have them, citizens do not. */
  boolean isService() {
    return channel.isEmpty() && !name.matches("\\+?[0-9]{7,15}");
  }

  String text() {
    return channel.isEmpty() ? name : channel + ":" + name;
  }
}
