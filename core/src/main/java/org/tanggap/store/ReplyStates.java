package org.tanggap.store;

import java.util.Set;

/** The way of an answer after the vendor has taken it, which leads forward only. */
final class ReplyStates {

  private ReplyStates() {}

  /**
   * The states that are replaced by a later one.
   *
   * @return none if it is no state that a vendor tells
   */
  static Set<OutboxState> before(OutboxState later) {
    return switch (later) {
      case DELIVERED, DEAD -> Set.of(OutboxState.SENT);
      case READ -> Set.of(OutboxState.SENT, OutboxState.DELIVERED);
      default -> Set.of();
    };
  }
}
