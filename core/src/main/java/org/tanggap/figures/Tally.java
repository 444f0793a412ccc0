package org.tanggap.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the complaints of one row that were opened in one week count together. Used under the lock
 * of its {@link Figures}.
 */
final class Tally {

  private int received;
  private int resolved;
  private int rejected;
  private int clarified;
  private int open;
  private int inTime;
  private int late;
  private int reopened;
  private int disputed;
  private int misrouted;
  private int merged;
  private final SortedValues answered = new SortedValues();
  private final SortedValues finished = new SortedValues();
  private final SortedValues held = new SortedValues();
  private final SortedValues due = new SortedValues();

  /**
   * Adds a complaint, or takes one away that was added before.
   *
   * @param sign 1 or -1
   */
  void count(Contribution complaint, int sign) {
    if (complaint.outcome() == Contribution.Outcome.MERGED) {
      merged += sign;
      return;
    }
    received += sign;
    countOutcome(complaint.outcome(), sign);
    switch (complaint.judgement()) {
      case IN_TIME -> inTime += sign;
      case LATE -> late += sign;
      case NONE -> {}
    }
    reopened += sign * complaint.reopened();
    disputed += sign * complaint.disputed();
    count(answered, complaint.answered(), sign);
    count(finished, complaint.finished(), sign);
    count(due, complaint.due(), sign);
  }

  private void countOutcome(Contribution.Outcome outcome, int sign) {
    switch (outcome) {
      case OPEN -> open += sign;
      case RESOLVED -> resolved += sign;
      case REJECTED -> rejected += sign;
      case CLARIFIED -> clarified += sign;
      case MERGED, UNTOLD -> {}
    }
  }

  /**
   * Adds a unit's time with a complaint, or takes one away that was added before.
   *
   * @param sign 1 or -1
   */
  void count(Contribution.Stay stay, int sign) {
    if (stay.misrouted()) {
      misrouted += sign;
    } else {
      count(held, stay.held(), sign);
    }
  }

  private static void count(SortedValues values, long value, int sign) {
    if (value == Contribution.NONE) {
      return;
    }
    if (sign > 0) {
      values.add(value);
    } else {
      values.remove(value);
    }
  }

  boolean isEmpty() {
    return received == 0 && merged == 0 && misrouted == 0 && held.size() == 0;
  }

  /**
   * The figures of a row.
   *
   * @param weeks its weeks that are asked for
   */
  static FigureRow row(@Nullable String key, Collection<Tally> weeks, Instant now) {
    long millis = now.toEpochMilli();
    return new FigureRow(
        key,
        sum(weeks, week -> week.received),
        sum(weeks, week -> week.answered.size()),
        sum(weeks, week -> week.resolved),
        sum(weeks, week -> week.rejected),
        sum(weeks, week -> week.clarified),
        sum(weeks, week -> week.open),
        sum(weeks, week -> week.due.countUpTo(millis)),
        sum(weeks, week -> week.inTime),
        sum(weeks, week -> week.late),
        sum(weeks, week -> week.reopened),
        sum(weeks, week -> week.disputed),
        sum(weeks, week -> week.misrouted),
        sum(weeks, week -> week.merged),
        times(weeks, week -> week.answered),
        times(weeks, week -> week.finished),
        times(weeks, week -> week.held));
  }

  private static int sum(Collection<Tally> weeks, ToIntFunction<Tally> count) {
    return weeks.stream().mapToInt(count).sum();
  }

  private static FigureRow.Times times(
      Collection<Tally> weeks, Function<Tally, SortedValues> which) {
    List<SortedValues> parts =
        weeks.stream().map(which).filter(values -> values.size() > 0).toList();
    if (parts.isEmpty()) {
      return FigureRow.Times.NONE;
    }
    return new FigureRow.Times(
        parts.stream().mapToInt(SortedValues::size).sum(),
        Duration.ofSeconds(SortedValues.percentile(parts, 50)),
        Duration.ofSeconds(SortedValues.percentile(parts, 90)));
  }
}
