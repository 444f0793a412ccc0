package org.tanggap.duplicate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tanggap.complaint.Complaint;
import org.tanggap.responsibility.Category;

/** The conditions and the score that {@link NearDuplicates} states, for one pair of complaints. */
record Judgement(
    PerCategory<Double> metres,
    PerCategory<Duration> windows,
    double likeness,
    double likenessWithoutPlace) {

  /** With a likeness of 0.5, four of 167,647 pairs of reports more than 3 km apart reach this. */
  static final int SHARED_WORDS_WITHOUT_PLACE = 4;

  /** The words of a candidate are read only if all else speaks for it. */
  Optional<DuplicateSuggestion> find(Issue issue, Words words, Complaint candidate) {
    Issue other = new Issue(candidate);
    Optional<Reason> kinship = Kinship.find(issue.category(), other.category());
    if (kinship.isEmpty()) {
      return Optional.empty();
    }
    Category category = Kinship.narrower(issue.category(), other.category());
    Duration window = windows.of(category);
    Duration apart = Duration.between(issue.opened(), other.opened()).abs();
    Gap gap = Gap.between(issue.place(), other.place(), metres.of(category));
    if (apart.compareTo(window) > 0 || gap.verdict() == Gap.Verdict.APART) {
      return Optional.empty();
    }
    Reason.Likeness alike = likeness(words, other.words());
    return suffices(alike, gap.verdict(), kinship.get())
        ? Optional.of(suggestion(candidate, kinship.get(), gap, apart, window, alike))
        : Optional.empty();
  }

  private static Reason.Likeness likeness(Words one, Words other) {
    return new Reason.Likeness(one.likeness(other), one.shared(other));
  }

  private boolean suffices(Reason.Likeness alike, Gap.Verdict place, Reason kinship) {
    if (place == Gap.Verdict.UNCERTAIN) {
      return alike.value() >= likenessWithoutPlace
          && alike.sharedWords() >= SHARED_WORDS_WITHOUT_PLACE;
    }
    boolean sorted = !(kinship instanceof Reason.UnsortedCategory);
    return (place == Gap.Verdict.NEAR && sorted) || alike.value() >= likeness;
  }

  private static DuplicateSuggestion suggestion(
      Complaint candidate,
      Reason kinship,
      Gap gap,
      Duration apart,
      Duration window,
      Reason.Likeness alike) {
    List<Reason> reasons = new ArrayList<>();
    reasons.add(kinship);
    reasons.add(gap.reason());
    reasons.add(new Reason.TimeApart(apart, window));
    if (alike.value() > 0) {
      reasons.add(alike);
    }
    double inTime = 1 - seconds(apart) / seconds(window);
    double score = 0.4 * gap.nearness() + 0.4 * alike.value() + 0.2 * inTime;
    return new DuplicateSuggestion(candidate.id(), Math.min(1, score), reasons);
  }

  private static double seconds(Duration span) {
    return span.getSeconds() + span.getNano() * 1e-9;
  }
}
