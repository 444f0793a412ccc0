package org.tanggap.sla;

import java.time.Duration;
import java.util.Objects;

/**
 * One step of what happens after a deadline was missed.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if the time is negative or nobody is
 * named.
 *
 * @param after how long after the deadline, in the offices' open time
 * @param to who is told: a role such as {@code camat}, which the host knows how to reach
 */
public record Escalation(Duration after, String to) {

  public Escalation {
    Objects.requireNonNull(to, "to");
    if (after.isNegative() || to.isBlank()) {
      throw new IllegalArgumentException("an escalation is told to somebody, not before it is due");
    }
  }

  /**
   * A step at the next moment after the deadline in which the offices are open.
   *
   * @param to who is told
   * @return the step
   */
  public static Escalation atBreach(String to) {
    return new Escalation(Duration.ZERO, to);
  }

  /** The name of the step, under which it is remembered. */
  String step() {
    return after.isZero() ? "missed" : "missed by " + Spans.words(after);
  }
}
