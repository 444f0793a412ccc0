package org.tanggap.channel;

/** A channel that can answer. */
public interface ReplyChannel extends Channel {

  /**
   * Whether a message may be answered now. Asked before an officer writes and before each sending;
   * any thread may ask, and the vendor is not called for it.
   *
   * @param to the message to answer
   * @return the permission with its conditions
   */
  ReplyPermission permission(ReplyTarget to);

  /**
   * Sends an answer. Returns only when the vendor has taken it.
   *
   * @param reply the answer
   * @return the vendor's id for it
   * @throws ChannelException if the vendor did not take it; of kind {@link
   *     ChannelException.Kind#UNCONFIRMED} if nobody knows
   */
  SentReply send(Reply reply);

  /**
   * Whether an answer that comes again after an attempt of unknown end reaches the citizen once:
   * because the vendor knows the id, or because this adapter looks before it sends again. Where
   * not, such an answer is left to a person, who looks first.
   *
   * @return true if it does
   */
  boolean recognisesRepetition();

  /**
   * How long the channel counts a text, to be compared with {@link
   * ReplyPermission.Allowed#maxCharacters()}.
   *
   * @param text a text
   * @return its Unicode code points, unless the vendor counts otherwise
   */
  default int lengthOf(String text) {
    return text.codePointCount(0, text.length());
  }
}
