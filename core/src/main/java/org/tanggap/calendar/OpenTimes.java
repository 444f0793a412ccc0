package org.tanggap.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/**
 * Turns windows in local time into open times in epoch seconds: an instant is open when the clock
 * on the wall shows a time inside a window. A window in an hour that the clock skips is therefore
 * shorter, and one in an hour that comes twice is open twice.
 */
final class OpenTimes {

  private static final long DAY = 86_400;

  /** No zone is further from UTC. */
  private static final long FURTHEST = 18 * 3600;

  /** A window that is this far from the next change of the clock is not touched by it. */
  private static final long CLEAR = 2 * DAY;

  private final OfficeRules rules;
  private final ZoneRules clock;

  private long[] opens = new long[8];
  private long[] closes = new long[8];
  private int size;

  /** The stretch of constant offset that was used last. */
  private long from = 1;

  private long until;
  private long offset;

  OpenTimes(OfficeRules rules) {
    this.rules = rules;
    this.clock = rules.zone().getRules();
  }

  void addDays(LocalDate first, LocalDate last) {
    for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
      long midnight = date.toEpochDay() * DAY;
      for (TimeWindow window : rules.windowsOn(date)) {
        addLocal(midnight + window.from() * 60L, midnight + window.to() * 60L);
      }
    }
  }

  int size() {
    return size;
  }

  /** The latest closing of all. There is one. */
  long latestClosing() {
    return Arrays.stream(closes, 0, size).max().orElseThrow();
  }

  /** Sorts, cuts to a span, and joins what touches. */
  Timetable toTimetable(long spanFrom, long spanUntil) {
    sort();
    int last = -1;
    for (int i = 0; i < size; i++) {
      long open = Math.max(opens[i], spanFrom);
      long close = Math.min(closes[i], spanUntil);
      if (open >= close) {
        continue;
      }
      if (last >= 0 && closes[last] == open) {
        closes[last] = close;
      } else {
        last++;
        opens[last] = open;
        closes[last] = close;
      }
    }
    return new Timetable(
        Arrays.copyOf(opens, last + 1), Arrays.copyOf(closes, last + 1), spanFrom, spanUntil);
  }

  private void addLocal(long localFrom, long localTo) {
    if (localFrom - offset - CLEAR >= from && localTo - offset + CLEAR <= until) {
      add(localFrom - offset, localTo - offset);
      return;
    }
    long at = localFrom - FURTHEST;
    while (at < localTo + FURTHEST) {
      moveTo(at);
      add(Math.max(localFrom - offset, from), Math.min(localTo - offset, until));
      at = until;
    }
  }

  private void moveTo(long second) {
    Instant instant = Instant.ofEpochSecond(second);
    ZoneOffsetTransition previous = clock.previousTransition(instant.plusNanos(1));
    ZoneOffsetTransition next = clock.nextTransition(instant);
    from = previous == null ? Long.MIN_VALUE : previous.toEpochSecond();
    until = next == null ? Long.MAX_VALUE : next.toEpochSecond();
    offset = clock.getOffset(instant).getTotalSeconds();
  }

  private void add(long open, long close) {
    if (open >= close) {
      return;
    }
    if (size == opens.length) {
      opens = Arrays.copyOf(opens, 2 * size);
      closes = Arrays.copyOf(closes, 2 * size);
    }
    opens[size] = open;
    closes[size] = close;
    size++;
  }

  /** By insertion: only what lies around a change of the clock can be out of order. */
  private void sort() {
    for (int i = 1; i < size; i++) {
      long open = opens[i];
      long close = closes[i];
      int hole = i;
      for (; hole > 0 && opens[hole - 1] > open; hole--) {
        opens[hole] = opens[hole - 1];
        closes[hole] = closes[hole - 1];
      }
      opens[hole] = open;
      closes[hole] = close;
    }
  }
}
