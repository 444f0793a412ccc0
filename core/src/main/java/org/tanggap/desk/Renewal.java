package org.tanggap.desk;

import java.util.function.Supplier;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;

/** Calls a channel, and once more if its credential had to be renewed. */
final class Renewal {

  private Renewal() {}

  static <T> T call(Channel channel, Supplier<T> call) {
    try {
      return call.get();
    } catch (ChannelException e) {
      if (e.kind() != Kind.REFRESH) {
        throw e;
      }
    }
    channel.refresh();
    try {
      return call.get();
    } catch (ChannelException e) {
      if (e.kind() != Kind.REFRESH) {
        throw e;
      }
      throw new ChannelException(
          Kind.REAUTHORISE,
          "the credential of " + channel.account() + " was renewed in vain: sign in again",
          null,
          e);
    }
  }
}
