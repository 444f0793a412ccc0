package org.tanggap.desk;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.Status;
import org.tanggap.responsibility.Category;

/**
 * How long citizens' words and identities are kept after a complaint has ended, by category. The
 * narrowest category that is named decides; what none reaches is kept.
 *
 * <p>Immutable and thread-safe. Periods are counted in UTC, from the last event of a complaint that
 * is closed or merged.
 */
public final class Retention {

  private record Rule(Category category, Period period) {}

  private final List<Rule> rules;

  private Retention(List<Rule> rules) {
    this.rules = rules;
  }

  /** Keeps everything, until {@link #keep} says otherwise for some. */
  public static final Retention FOREVER = new Retention(List.of());

  /**
   * This retention with a period for a category.
   *
   * @param category the category, with all narrower ones that have no period of their own
   * @param period how long after the end, positive
   * @return a copy
   * @throws IllegalArgumentException if the period is negative or zero
   */
  public Retention keep(Category category, Period period) {
    Objects.requireNonNull(category, "category");
    if (period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException("what has ended is kept for a positive period");
    }
    List<Rule> more = new ArrayList<>(rules);
    more.add(new Rule(category, period));
    more.sort(Comparator.comparing((Rule rule) -> rule.category().code().length()).reversed());
    return new Retention(List.copyOf(more));
  }

  /**
   * When the words and identities of a complaint are to go.
   *
   * @param complaint a complaint
   * @return the end of its period; nothing if it has not ended or is kept
   */
  public Optional<Instant> findEnd(Complaint complaint) {
    if (complaint.status() != Status.CLOSED && complaint.status() != Status.MERGED) {
      return Optional.empty();
    }
    return rules.stream()
        .filter(rule -> complaint.category().isWithin(rule.category()))
        .findFirst()
        .map(rule -> complaint.changed().atOffset(ZoneOffset.UTC).plus(rule.period()).toInstant());
  }
}
