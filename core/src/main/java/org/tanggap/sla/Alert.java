package org.tanggap.sla;

import java.time.Instant;

/**
 * Somebody is to be told that a deadline is near or missed.
 *
 * @param target which promise
 * @param step which step: {@code 75%} of the budget used, {@code missed}, {@code missed by 8 hours}
 * @param to who is told: {@code unit} for warnings, else the role of the escalation
 * @param at when, in the offices' open time
 */
public record Alert(Target target, String step, String to, Instant at) {

  /**
   * Whether the deadline is still to come.
   *
   * @return true for a part of the budget, false for a step after the deadline
   */
  public boolean isWarning() {
    return step.endsWith("%");
  }
}
