package org.tanggap.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/**
 * The spans of time whose holidays are known: known years in a row, without the end of a night that
 * began in an unknown year.
 */
final class KnownYears {

  private final @Nullable NavigableSet<Integer> years;
  private final Instant[] from;
  private final Instant[] until;

  /** All years are known if there is no set of them. */
  KnownYears(Timeline timeline, @Nullable NavigableSet<Integer> years) {
    this.years = years;
    int[] firsts =
        years == null
            ? new int[0]
            : years.stream().mapToInt(y -> y).filter(y -> !years.contains(y - 1)).toArray();
    this.from = new Instant[firsts.length];
    this.until = new Instant[firsts.length];
    for (int i = 0; i < firsts.length; i++) {
      int last = firsts[i];
      while (knows(last + 1)) {
        last++;
      }
      from[i] = Instant.ofEpochSecond(endOfNightBefore(timeline, firsts[i]));
      until[i] = Instant.ofEpochSecond(timeline.beginning(last + 1));
    }
  }

  boolean knows(int year) {
    return years == null || years.contains(year);
  }

  boolean knows(Instant instant) {
    return years == null || knowsAll(instant, instant, true);
  }

  /** Whether the span, with its last instant or without it, lies in known time. */
  boolean knowsAll(Instant first, Instant last, boolean withLast) {
    if (years == null) {
      return true;
    }
    for (int i = 0; i < from.length; i++) {
      int end = last.compareTo(until[i]);
      if (!first.isBefore(from[i]) && (withLast ? end < 0 : end <= 0)) {
        return true;
      }
    }
    return false;
  }

  /** The year to name when a span is not known. */
  int unknownYear(Timeline timeline, Instant first, Instant last) {
    int begin = timeline.yearOf(first.getEpochSecond());
    int end = timeline.yearOf(last.getEpochSecond());
    for (int year = begin; year <= end; year++) {
      if (!knows(year)) {
        return year;
      }
    }
    return begin - 1;
  }

  /** The beginning of the year, or the end of a window that began before it and reaches into it. */
  private static long endOfNightBefore(Timeline timeline, int year) {
    long beginning = timeline.beginning(year);
    OpenTimes night = new OpenTimes(timeline.rules());
    LocalDate eve = LocalDate.of(year - 1, 12, 31);
    night.addDays(eve, eve);
    return night.size() == 0 ? beginning : Math.max(beginning, night.latestClosing());
  }
}
