package org.tanggap.channel.smpp;

import java.util.List;
import org.jsmpp.PDUStringException;

/** Any bytes as a {@code deliver_sm}: refused by jsmpp, or one message at least. */
public final class SmppFuzz {

  private SmppFuzz() {}

  /**
   * One input.
   *
   * @param data the bytes
   */
  public static void fuzzerTestOneInput(byte[] data) {
    SmppPdu pdu;
    try {
      pdu = Networks.decoded(data);
    } catch (PDUStringException | RuntimeException refused) {
      // jsmpp answers that with an error of its own.
      return;
    }
    if (Networks.read(List.of(pdu)).isEmpty()) {
      throw new IllegalStateException("a message was passed over in silence");
    }
  }
}
