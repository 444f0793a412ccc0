package org.tanggap.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.MessageKey;

/**
 * What the end of a delivery changes about an answer.
 *
 * @param state where it stands
 * @param note why
 * @param due when to try it again, in milliseconds, or null if not
 * @param failed whether it counts as a failure
 * @param certain whether it is known that this attempt did not reach the vendor unnoticed
 * @param sentAs the vendor's id for it, or null if it was not sent or goes without one
 */
record Settlement(
    OutboxState state,
    String note,
    @Nullable Long due,
    boolean failed,
    boolean certain,
    @Nullable String sentAs) {

  static Settlement of(DeliveryOutcome outcome) {
    boolean unconfirmed = outcome instanceof DeliveryOutcome.Unconfirmed;
    Instant again = findAgain(outcome);
    return new Settlement(
        outcome.state(),
        outcome.because(),
        again == null ? null : Millis.ceil(again),
        unconfirmed || outcome instanceof DeliveryOutcome.Retry,
        !unconfirmed,
        findSentAs(outcome));
  }

  private static @Nullable Instant findAgain(DeliveryOutcome outcome) {
    if (outcome instanceof DeliveryOutcome.Retry retry) {
      return retry.at();
    } else if (outcome instanceof DeliveryOutcome.Postponed postponed) {
      return postponed.at();
    }
    return outcome instanceof DeliveryOutcome.Unconfirmed unconfirmed ? unconfirmed.at() : null;
  }

  /** No fault if the id is odd: the vendor has taken the answer, and must not get it twice. */
  private static @Nullable String findSentAs(DeliveryOutcome outcome) {
    return outcome instanceof DeliveryOutcome.Sent sent
        ? sent.as().findExternalId().filter(MessageKey::isExternalId).orElse(null)
        : null;
  }
}
