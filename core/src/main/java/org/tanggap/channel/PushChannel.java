package org.tanggap.channel;

import java.util.List;

/** A channel that hands its messages over, such as a web hook. */
public interface PushChannel extends Channel {

  /**
   * Verifies and then reads a request. Any thread may call it; it never throws for any bytes.
   *
   * <p>The signature is checked on the raw bytes, in constant time, before anything is parsed.
   *
   * @param request the request as it came
   * @return the messages in it, or why it is refused
   */
  PushVerdict open(PushRequest request);

  /**
   * Makes the answer to a request whose messages are stored.
   *
   * @param fates what became of each message, in the order of the verdict
   * @return the answer; without one of its own, 200 and nothing more
   */
  default PushResponse acknowledge(List<MessageFate> fates) {
    return PushResponse.of(200, "");
  }
}
