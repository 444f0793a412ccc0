package org.tanggap.channel.smpp;

import java.util.Locale;
import java.util.Set;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;

/** What the network's refusals mean (SMPP 3.4, section 5.1.3). */
final class SmppStatus {

  private static final int ALREADY_BOUND = 0x05;

  /** Binding failed, wrong password, wrong system id. */
  private static final Set<Integer> SIGN_IN = Set.of(0x0D, 0x0E, 0x0F);

  /**
   * Not bound, a fault of the system's, a full queue, the message was not taken now, throttled, a
   * passing fault of an application.
   */
  private static final Set<Integer> PASSING = Set.of(0x04, 0x08, 0x14, 0x45, 0x58, 0x64, 0xFF);

  private SmppStatus() {}

  static ChannelException failure(int status) {
    String name = String.format(Locale.ROOT, "0x%08X", status);
    if (SIGN_IN.contains(status)) {
      return ChannelException.of(
          Kind.REAUTHORISE, "the network refused system id or password: " + name);
    } else if (status == ALREADY_BOUND) {
      return ChannelException.of(
          Kind.CONFLICT, "somebody else is bound with this system id: " + name);
    }
    Kind kind = PASSING.contains(status) ? Kind.TEMPORARY : Kind.NOT_PERMITTED;
    return ChannelException.of(kind, "the network answered " + name + sentence(status));
  }

  private static String sentence(int status) {
    return switch (status) {
      case 0x01 -> ": the message is too long";
      case 0x0A -> ": our own address is not allowed";
      case 0x0B -> ": the number cannot be written to";
      case 0x14 -> ": its queue is full";
      case 0x58 -> ": too many messages at once";
      default -> "";
    };
  }
}
