package org.tanggap.channel;

import java.util.List;
import java.util.Objects;

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
   * The request is genuine, brings nothing, and wants an answer: a vendor makes sure that the
   * address is ours.
   *
   * @param response what to send back
   */
  record Handshake(PushResponse response) implements PushVerdict {

    public Handshake {
      Objects.requireNonNull(response, "response");
    }
  }

  /**
   * The request is not taken: forged, too large, not for this channel.
   *
   * @param response what to send back
   */
  record Refused(PushResponse response) implements PushVerdict {

    public Refused {
      Objects.requireNonNull(response, "response");
    }

    /**
     * A refusal in plain text.
     *
     * @param status the HTTP status, 400 to 499
     * @param why what is wrong, without anything secret
     * @return the refusal
     */
    public static Refused of(int status, String why) {
      return new Refused(PushResponse.of(status, why));
    }
  }
}
