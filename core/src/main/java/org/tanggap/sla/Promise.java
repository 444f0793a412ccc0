package org.tanggap.sla;

import org.jspecify.annotations.Nullable;

/**
 * What one rule promises for one target.
 *
 * @param rule the rule
 * @param budget how much time there is
 * @param fromVerification whether it counts from the verification and not from the opening
 * @param words rule and budget in words, for the ledger
 */
record Promise(SlaRule rule, Budget budget, boolean fromVerification, String words) {

  static Promise of(SlaRule rule, Target target, Budget budget) {
    boolean fromVerification = target == Target.RESOLUTION && rule.isResolutionFromVerification();
    String words = budget.words() + " (rule for " + rule.words() + ")";
    return new Promise(rule, budget, fromVerification, words);
  }

  /** A promise for a day that was agreed on, by no rule. */
  static Promise of(Budget.Until day) {
    return new Promise(SlaRule.always(), day, false, day.words());
  }

  /** Whether it makes no difference which of the two is given. */
  boolean isWorth(@Nullable Promise other) {
    return other != null
        && budget.equals(other.budget)
        && fromVerification == other.fromVerification;
  }
}
