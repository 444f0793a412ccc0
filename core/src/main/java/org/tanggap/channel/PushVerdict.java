package org.tanggap.channel;

import java.util.List;

/** What a push channel makes of a request. */
public sealed interface PushVerdict {

  /**
   * The request is genuine.
   *
   * @param messages what was in it; may be empty
   */
  record Genuine(List<ChannelMessage> messages) implements PushVerdict {

    public Genuine {
      messages = List.copyOf(messages);
    }
  }

  /**
   * The request is not taken: forged, too large, not for this channel.
   *
   * @param response what to send back
   */
  record Refused(PushResponse response) implements PushVerdict {}
}
