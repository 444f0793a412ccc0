package org.tanggap.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks minute by minute and asks of each "is this minute open?", from the definition: the clock on
 * the wall shows a time inside a window of that date, or inside one that began the day before.
 * Knows nothing of tables. The minutes of some weeks are asked once and kept.
 */
final class MinuteWalker {

  /** Windows as texts, by the same rules as those of the library. */
  record Definition(
      ZoneId zone,
      Map<DayOfWeek, List<String>> week,
      LocalDate shiftFirst,
      LocalDate shiftLast,
      Map<DayOfWeek, List<String>> shiftWeek,
      Set<LocalDate> holidays,
      Map<LocalDate, List<String>> exceptions) {

    List<String> windowsOn(LocalDate date) {
      if (exceptions.containsKey(date)) {
        return exceptions.get(date);
      }
      if (holidays.contains(date)) {
        return List.of();
      }
      boolean shifted = !date.isBefore(shiftFirst) && !date.isAfter(shiftLast);
      return (shifted ? shiftWeek : week).getOrDefault(date.getDayOfWeek(), List.of());
    }
  }

  private static final long MINUTE = 60;

  final Definition definition;
  private final long first;
  private final boolean[] open;

  MinuteWalker(Definition definition, Instant around, int days) {
    this.definition = definition;
    this.first = Math.floorDiv(around.getEpochSecond(), MINUTE) - days / 2 * 1440L;
    this.open = new boolean[days * 1440];
    for (int i = 0; i < open.length; i++) {
      open[i] = ask(first + i);
    }
  }

  Instant plus(Instant start, Duration work) {
    Instant at = start;
    Duration left = work;
    while (true) {
      long minute = minuteOf(at);
      Instant end = Instant.ofEpochSecond((minute + 1) * MINUTE);
      if (isOpen(minute)) {
        Duration rest = Duration.between(at, end);
        if (left.compareTo(rest) < 0 || (left.equals(rest) && !work.isZero())) {
          return at.plus(left);
        }
        left = left.minus(rest);
      }
      at = end;
    }
  }

  Instant minus(Instant due, Duration work) {
    Instant at = due;
    Duration left = work;
    while (true) {
      long minute = minuteOf(at.minusNanos(1));
      Instant begin = Instant.ofEpochSecond(minute * MINUTE);
      if (isOpen(minute)) {
        Duration rest = Duration.between(begin, at);
        if (left.compareTo(rest) < 0 || (left.equals(rest) && !work.isZero())) {
          return at.minus(left);
        }
        left = left.minus(rest);
      }
      at = begin;
    }
  }

  Duration between(Instant a, Instant b) {
    Duration sum = Duration.ZERO;
    for (Instant at = a; at.isBefore(b); ) {
      long minute = minuteOf(at);
      Instant end = Instant.ofEpochSecond((minute + 1) * MINUTE);
      Instant until = end.isBefore(b) ? end : b;
      if (isOpen(minute)) {
        sum = sum.plus(Duration.between(at, until));
      }
      at = end;
    }
    return sum;
  }

  boolean isOpen(Instant instant) {
    return isOpen(minuteOf(instant));
  }

  /** The end of the last minute that a window of the date holds, or null if there is none. */
  @Nullable Instant lastClosing(LocalDate date) {
    long midnight = date.toEpochDay() * 1440;
    @Nullable Instant last = null;
    for (long minute = midnight - 1440; minute < midnight + 3 * 1440; minute++) {
      LocalDateTime local = local(minute);
      long clock = (local.toLocalDate().toEpochDay() - date.toEpochDay()) * 1440;
      if (holds(date, clock + local.getHour() * 60L + local.getMinute())) {
        last = Instant.ofEpochSecond((minute + 1) * MINUTE);
      }
    }
    return last;
  }

  private boolean isOpen(long minute) {
    long index = minute - first;
    return (index >= 0 && index < open.length) ? open[(int) index] : ask(minute);
  }

  private boolean ask(long minute) {
    LocalDateTime local = local(minute);
    LocalDate date = local.toLocalDate();
    int clock = local.getHour() * 60 + local.getMinute();
    return holds(date, clock) || holds(date.minusDays(1), clock + 1440);
  }

  /** Whether a window of the day holds a minute, counted from the midnight of the day. */
  private boolean holds(LocalDate day, long clock) {
    for (String window : definition.windowsOn(day)) {
      long from = clock(window, 0);
      long to = clock(window, 6);
      if (from <= clock && clock < (to > from ? to : to + 1440)) {
        return true;
      }
    }
    return false;
  }

  private LocalDateTime local(long minute) {
    Instant instant = Instant.ofEpochSecond(minute * MINUTE);
    return LocalDateTime.ofEpochSecond(
        minute * MINUTE, 0, definition.zone().getRules().getOffset(instant));
  }

  private static long clock(String window, int at) {
    return (window.charAt(at) - '0') * 600L
        + (window.charAt(at + 1) - '0') * 60L
        + (window.charAt(at + 3) - '0') * 10L
        + (window.charAt(at + 4) - '0');
  }

  private static long minuteOf(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), MINUTE);
  }
}
