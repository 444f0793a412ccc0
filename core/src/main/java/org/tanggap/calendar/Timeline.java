package org.tanggap.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Open time from 1800 to 2400: one table for the years that matter, made once, and tables of single
 * years around it, made for the question and forgotten.
 */
final class Timeline {

  static final int FIRST_YEAR = 1800;
  static final int LAST_YEAR = 2400;

  private static final int BILLION = 1_000_000_000;

  private final OfficeRules rules;
  private final Timetable core;

  /** The working days of the core's years, as days since its first one. */
  private final BitSet workingDays = new BitSet();

  /** The last closing of each of these days, 0 for the others. */
  private final long[] lastClosings;

  private final LocalDate firstDay;
  private final LocalDate lastDay;

  Timeline(OfficeRules rules, int coreFirst, int coreLast) {
    this.rules = rules;
    this.core = years(coreFirst, coreLast);
    this.firstDay = LocalDate.of(coreFirst, 1, 1);
    this.lastDay = LocalDate.of(coreLast, 12, 31);
    this.lastClosings = new long[dayOf(lastDay) + 1];
    for (LocalDate date = firstDay; !date.isAfter(lastDay); date = date.plusDays(1)) {
      if (hasOpenTime(date)) {
        workingDays.set(dayOf(date));
        lastClosings[dayOf(date)] = openTimesOf(date).latestClosing();
      }
    }
  }

  OfficeRules rules() {
    return rules;
  }

  boolean isOpen(Instant instant) {
    return holding(instant.getEpochSecond()).isOpen(instant.getEpochSecond());
  }

  Instant nextOpening(Instant instant) {
    Timetable table = holding(instant.getEpochSecond());
    long opening = table.nextOpening(instant.getEpochSecond());
    while (opening == table.until()) {
      table = after(table);
      opening = table.nextOpening(table.from());
    }
    return opening == instant.getEpochSecond() ? instant : Instant.ofEpochSecond(opening);
  }

  Instant previousClosing(Instant instant) {
    long second = instant.getEpochSecond();
    long moment = instant.getNano() > 0 ? second : second - 1;
    Timetable table = holding(moment);
    if (table.isOpen(moment)) {
      return instant;
    }
    long closing = table.previousClosing(moment);
    while (closing == table.from()) {
      table = before(table);
      closing = table.previousClosing(table.until() - 1);
    }
    return Instant.ofEpochSecond(closing);
  }

  /** Adds a positive span. */
  Instant plus(Instant start, Duration work) {
    Timetable table = holding(start.getEpochSecond());
    long seconds = table.openBefore(start.getEpochSecond()) + boundedSeconds(work);
    int nanos = openNanos(table, start) + work.toNanosPart();
    if (nanos >= BILLION) {
      nanos -= BILLION;
      seconds++;
    }
    while (seconds > table.total() || (seconds == table.total() && nanos > 0)) {
      seconds -= table.total();
      table = after(table);
    }
    return table.earliestAfter(seconds, nanos);
  }

  /** Takes a positive span away. */
  Instant minus(Instant due, Duration work) {
    Timetable table = holding(due.getEpochSecond());
    long seconds = table.openBefore(due.getEpochSecond()) - boundedSeconds(work);
    int nanos = openNanos(table, due) - work.toNanosPart();
    if (nanos < 0) {
      nanos += BILLION;
      seconds--;
    }
    while (seconds < 0) {
      table = before(table);
      seconds += table.total();
    }
    return table.latestAfter(seconds, nanos);
  }

  /** The open time between two instants, the first not after the second. */
  Duration between(Instant a, Instant b) {
    Timetable first = holding(a.getEpochSecond());
    Timetable last = first.covers(b.getEpochSecond()) ? first : holding(b.getEpochSecond());
    long seconds = last.openBefore(b.getEpochSecond()) - first.openBefore(a.getEpochSecond());
    for (Timetable table = first; table.until() <= last.from(); table = after(table)) {
      seconds += table.total();
    }
    return Duration.ofSeconds(seconds, (long) openNanos(last, b) - openNanos(first, a));
  }

  /** Whether the date has any open time, which one that the zone skips has not. */
  boolean isWorkingDay(LocalDate date) {
    if (isInCore(date)) {
      return workingDays.get(dayOf(date));
    }
    requireYear(date.getYear());
    return hasOpenTime(date);
  }

  /** The n-th working day after a date, or null if that leads out of the core's years. */
  @Nullable LocalDate findWorkingDayAfter(LocalDate date, int count) {
    if (!isInCore(date)) {
      return null;
    }
    int day = dayOf(date);
    for (int left = count; left > 0; left--) {
      day = workingDays.nextSetBit(day + 1);
      if (day < 0) {
        return null;
      }
    }
    return firstDay.plusDays(day);
  }

  private boolean isInCore(LocalDate date) {
    return !date.isBefore(firstDay) && !date.isAfter(lastDay);
  }

  private int dayOf(LocalDate date) {
    return (int) (date.toEpochDay() - firstDay.toEpochDay());
  }

  private boolean hasOpenTime(LocalDate date) {
    return !rules.windowsOn(date).isEmpty() && openTimesOf(date).size() > 0;
  }

  /** The end of the last window that begins on a working day. */
  Instant lastClosing(LocalDate workingDay) {
    return Instant.ofEpochSecond(
        isInCore(workingDay)
            ? lastClosings[dayOf(workingDay)]
            : openTimesOf(workingDay).latestClosing());
  }

  /** The first second of a year on the clock of the zone. */
  long beginning(int year) {
    return LocalDate.of(year, 1, 1).atStartOfDay(rules.zone()).toEpochSecond();
  }

  int yearOf(long second) {
    int year = Instant.ofEpochSecond(second).atZone(rules.zone()).getYear();
    requireYear(year);
    return year;
  }

  private OpenTimes openTimesOf(LocalDate date) {
    OpenTimes times = new OpenTimes(rules);
    times.addDays(date, date);
    return times;
  }

  private Timetable holding(long second) {
    if (core.covers(second)) {
      return core;
    }
    int year = yearOf(second);
    return years(year, year);
  }

  private Timetable after(Timetable table) {
    return holding(table.until());
  }

  private Timetable before(Timetable table) {
    return holding(table.from() - 1);
  }

  private Timetable years(int first, int last) {
    OpenTimes times = new OpenTimes(rules);
    // A window can reach into the next day, and a change of the clock can move it by a day more.
    times.addDays(LocalDate.of(first, 1, 1).minusDays(2), LocalDate.of(last, 12, 31).plusDays(2));
    return times.toTimetable(beginning(first), beginning(last + 1));
  }

  private static int openNanos(Timetable table, Instant instant) {
    return instant.getNano() > 0 && table.isOpen(instant.getEpochSecond()) ? instant.getNano() : 0;
  }

  private static long boundedSeconds(Duration work) {
    if (work.toSeconds() > (LAST_YEAR - FIRST_YEAR + 1L) * 366 * 86_400) {
      throw outOfRange();
    }
    return work.toSeconds();
  }

  private static void requireYear(int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw outOfRange();
    }
  }

  private static DateTimeException outOfRange() {
    return new DateTimeException(
        "working time is known for the years " + FIRST_YEAR + " to " + LAST_YEAR + " only");
  }
}
