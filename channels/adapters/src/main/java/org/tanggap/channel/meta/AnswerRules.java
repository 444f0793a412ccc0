package org.tanggap.channel.meta;

import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Reply;

/** What holds for answers on all three channels. */
final class AnswerRules {

  private AnswerRules() {}

  /** Something that Meta does not allow, now or later. */
  static ChannelException refused(String message) {
    return ChannelException.of(Kind.NOT_PERMITTED, message);
  }

  static void checkLength(Reply reply, int maxCharacters) {
    if (reply.text().codePointCount(0, reply.text().length()) > maxCharacters) {
      throw refused("the answer is longer than " + maxCharacters + " characters");
    }
  }

  /** The words failed after the picture: sent as a whole again, the picture would come twice. */
  static ChannelException afterPicture(ChannelException failure) {
    return new ChannelException(
        Kind.UNCONFIRMED,
        "the picture went out, the words did not: " + failure.getMessage(),
        null,
        failure);
  }
}
