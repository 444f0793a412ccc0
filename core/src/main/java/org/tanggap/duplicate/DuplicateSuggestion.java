package org.tanggap.duplicate;

import java.util.List;
import java.util.Objects;
import org.tanggap.complaint.ComplaintId;

/**
 * A complaint that may be the same issue, and why. Somebody has to look: it is no verdict.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if the score is not between 0 and 1 or
 * there is no reason.
 *
 * @param complaint the other complaint
 * @param score how much speaks for it, 0 to 1, see {@link NearDuplicates}; for ordering, no
 *     probability
 * @param reasons what speaks for it: category, place, time, words, in this order
 */
public record DuplicateSuggestion(ComplaintId complaint, double score, List<Reason> reasons) {

  public DuplicateSuggestion {
    Objects.requireNonNull(complaint, "complaint");
    reasons = List.copyOf(reasons);
    if (!(score >= 0 && score <= 1) || reasons.isEmpty()) {
      throw new IllegalArgumentException("score is not between 0 and 1, or reasons is empty");
    }
  }

  /**
   * Why the two may be the same, for an officer.
   *
   * @return the reasons, a sentence a line, without a citizen's words
   */
  public String explain() {
    return String.join("\n", reasons.stream().map(Reason::explain).toList());
  }
}
