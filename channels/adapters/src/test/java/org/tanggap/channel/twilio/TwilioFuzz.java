package org.tanggap.channel.twilio;

import java.util.List;
import org.tanggap.channel.ChannelMessage;

/** Any bytes as the body of a web hook: messages without words in their faults, or no form. */
public final class TwilioFuzz {

  private TwilioFuzz() {}

  /**
   * One input.
   *
   * @param data the bytes
   */
  public static void fuzzerTestOneInput(byte[] data) {
    TwilioForm.decode(data).ifPresent(form -> check(TwilioForm.of(form), data));
    TwilioForm.json(data).ifPresent(form -> check(form, data));
  }

  private static void check(TwilioForm form, byte[] data) {
    List<ChannelMessage> messages = Twilios.messages().read(form, data);
    if (messages.isEmpty()) {
      throw new IllegalStateException("a request was passed over in silence");
    }
  }
}
