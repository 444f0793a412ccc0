package org.tanggap.channel;

import org.tanggap.complaint.MessageKey;

/** A channel that can answer. */
public interface ReplyChannel extends Channel {

  /**
   * Whether a message may be answered now, asked before an officer writes and before each sending.
   *
   * @param inReplyTo the message to answer
   * @return the permission with its conditions
   */
  ReplyPermission permission(MessageKey inReplyTo);

  /**
   * Sends an answer. Returns only when the vendor has taken it; the same reply may come again after
   * a crash (at least once).
   *
   * @param reply the answer
   * @throws ChannelException if the vendor did not take it
   */
  void send(Reply reply);
}
