package org.tanggap.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Which instants count as office time, and arithmetic on them.
 *
 * <pre>{@code
 * WorkingCalendar office =
 *     WorkingCalendar.builder(ZoneId.of("Asia/Jakarta"))
 *         .name("Jakarta offices")
 *         .hours(MONDAY, THURSDAY, "07:30-12:00", "13:00-16:00")
 *         .hours(FRIDAY, "07:30-11:30", "13:00-16:30")
 *         .holidays(Holidays.indonesia())
 *         .build();
 * Instant due = office.plus(start, Duration.ofHours(8));
 * }</pre>
 *
 * <p>The rules:
 *
 * <ul>
 *   <li>Windows hold their first instant and not their last. An instant is open when the clock on
 *       the wall shows a time inside a window; open time is measured in real seconds. So a window
 *       from 01:00 to 03:00 lasts one hour on the day on which the clock skips one, and a time that
 *       comes twice counts twice.
 *   <li>A window over midnight belongs to the day on which it begins: it is there if that day
 *       works, whatever the next day is. Windows may touch; ones that overlap are refused.
 *   <li>What a date has is decided by an exception for it, else by a holiday of a closing type,
 *       else by a dated shift, else by the week.
 *   <li>Work that ends with the day is due at closing, not at the next opening. Walking backwards,
 *       what could be a closing or the next opening is the opening.
 *   <li>Nothing is rounded: nanoseconds are kept.
 *   <li>An answer that depends on a year whose holidays are not known throws {@link
 *       UnknownHolidaysException}; {@link #provisional()} answers. A calendar without holidays
 *       knows all years.
 *   <li>Instants, and results, lie between the years 1800 and 2400; beyond, {@link
 *       DateTimeException} is thrown.
 * </ul>
 *
 * <p>Immutable and thread-safe. Between 2020 and 2039, and in the years around the known holidays,
 * a question is a binary search in a table made by the builder; elsewhere the table of a year is
 * made for the question.
 */
public final class WorkingCalendar {

  private final WorkingCalendarBuilder origin;
  private final Timeline timeline;
  private final KnownYears knownYears;
  private final boolean strict;

  WorkingCalendar(
      WorkingCalendarBuilder origin, Timeline timeline, KnownYears knownYears, boolean strict) {
    this.origin = origin;
    this.timeline = timeline;
    this.knownYears = knownYears;
    this.strict = strict;
  }

  /**
   * Starts a calendar.
   *
   * @param zone the zone in whose local time the hours are
   * @return a builder without hours
   */
  public static WorkingCalendarBuilder builder(ZoneId zone) {
    return new WorkingCalendarBuilder(zone);
  }

  /**
   * A calendar that is always open and has no holidays: every day is a working day.
   *
   * @param zone the zone in which its days begin and end
   * @return the calendar
   */
  public static WorkingCalendar alwaysOpen(ZoneId zone) {
    return builder(zone)
        .name("always open")
        .hours(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, "00:00-24:00")
        .build();
  }

  /**
   * Adds office time. A start outside hours counts from the next opening; without work to add, the
   * next opening is the result.
   *
   * @param start when the work begins
   * @param work how much office time it takes, not negative
   * @return when it is done: the first instant before which that much office time has passed
   * @throws IllegalArgumentException if the work is negative
   * @throws UnknownHolidaysException if the way leads through a year whose holidays are not known
   */
  public Instant plus(Instant start, Duration work) {
    if (requireSpan(work).isZero()) {
      return nextOpening(start);
    }
    Instant due = timeline.plus(start, work);
    requireKnown(start, due, false);
    return due;
  }

  /**
   * Takes office time away: when work must begin that is due at an instant. The inverse of {@link
   * #plus}, up to closed time: where a closing and the next opening are both right, this is the
   * opening. Without work, the result is {@link #previousClosing}.
   *
   * @param due when the work is to be done
   * @param work how much office time it takes, not negative
   * @return the last instant from which that much office time is left
   * @throws IllegalArgumentException if the work is negative
   * @throws UnknownHolidaysException if the way leads through a year whose holidays are not known
   */
  public Instant minus(Instant due, Duration work) {
    if (requireSpan(work).isZero()) {
      return previousClosing(due);
    }
    Instant start = timeline.minus(due, work);
    requireKnown(start, due, false);
    return start;
  }

  /**
   * The office time between two instants.
   *
   * @param a the beginning
   * @param b the end
   * @return the time, negative if the end is before the beginning
   * @throws UnknownHolidaysException if a year between them has holidays that are not known
   */
  public Duration between(Instant a, Instant b) {
    if (b.isBefore(a)) {
      return between(b, a).negated();
    }
    Duration open = timeline.between(a, b);
    requireKnown(a, b, false);
    return open;
  }

  /**
   * The next time that the office is open.
   *
   * @param instant any instant
   * @return the instant itself if it is open, else the opening that follows
   * @throws UnknownHolidaysException if that depends on holidays that are not known
   */
  public Instant nextOpening(Instant instant) {
    Instant opening = timeline.nextOpening(instant);
    requireKnown(instant, opening, true);
    return opening;
  }

  /**
   * The end of open time at or before an instant.
   *
   * @param instant any instant
   * @return the instant itself if the office is open right before it, a closing included, else the
   *     closing before
   * @throws UnknownHolidaysException if that depends on holidays that are not known
   */
  public Instant previousClosing(Instant instant) {
    Instant closing = timeline.previousClosing(instant);
    requireKnown(closing, instant, false);
    return closing;
  }

  /**
   * Whether the office is open.
   *
   * @param instant any instant
   * @return true from an opening on and until right before a closing
   * @throws UnknownHolidaysException if that depends on holidays that are not known
   */
  public boolean isOpen(Instant instant) {
    boolean open = timeline.isOpen(instant);
    requireKnown(instant, instant, true);
    return open;
  }

  /**
   * Whether a day has office time: a window after holidays and exceptions, which the zone's clock
   * does not skip.
   *
   * @param date the day
   * @return true if a window of it begins on that day
   * @throws UnknownHolidaysException if the holidays of its year are not known
   */
  public boolean isWorkingDay(LocalDate date) {
    boolean working = timeline.isWorkingDay(date);
    if (strict && !knownYears.knows(date.getYear())) {
      throw new UnknownHolidaysException(date.getYear(), name());
    }
    return working;
  }

  /**
   * Adds working days ("hari kerja"). The day of the start does not count.
   *
   * <p>{@link DayEnd#END_OF_DAY}: the closing of the last window of the n-th working day after the
   * day of the start.
   *
   * <p>{@link DayEnd#SAME_TIME}: the same time on the clock, on the n-th working day after the day
   * of the start. A start on a day that does not work counts from the midnight with which the next
   * working day begins, as Signalen does: one working day after a Saturday is a Tuesday. A time
   * outside hours is moved within the n-th day: before an opening to that opening, after the last
   * closing to that closing. A time that the clock skips or repeats is resolved as by {@link
   * ZonedDateTime#ofLocal}.
   *
   * @param start when it begins to count
   * @param days how many working days, at least one
   * @param end when on the last day the time is up
   * @return the end
   * @throws IllegalArgumentException if there are no days to add
   * @throws UnknownHolidaysException if a day on the way is in a year whose holidays are not known
   */
  public Instant plusWorkingDays(Instant start, int days, DayEnd end) {
    return new WorkingDays(timeline, this::isWorkingDay, strict).plus(start, days, end);
  }

  /**
   * The same calendar for years whose holidays are not known, too: there it counts only the
   * holidays that it has. Every question between 1900 and 2300 has an answer.
   *
   * @return a calendar that does not throw {@link UnknownHolidaysException}
   */
  public WorkingCalendar provisional() {
    return new WorkingCalendar(origin, timeline, knownYears, false);
  }

  /**
   * Whether what is said about an instant may still change when the holidays of its year become
   * known.
   *
   * @param instant any instant
   * @return true in years whose holidays are not known, and until the end of a window that began in
   *     such a year
   */
  public boolean isProvisional(Instant instant) {
    return !knownYears.knows(instant);
  }

  /**
   * The same calendar by other holidays, such as newly announced ones.
   *
   * @param holidays the holidays in place of those it has, of which the same types close
   * @return the newer calendar
   */
  public WorkingCalendar with(Holidays holidays) {
    WorkingCalendar newer = toBuilder().holidays(holidays).build();
    return strict ? newer : newer.provisional();
  }

  /**
   * A builder with all that this calendar has, to change something.
   *
   * @return a new builder
   */
  public WorkingCalendarBuilder toBuilder() {
    return new WorkingCalendarBuilder(origin);
  }

  /**
   * The holidays it goes by, of closing types and others.
   *
   * @return the holidays, empty if it has none
   */
  public Holidays holidays() {
    return origin.holidaysOrNone();
  }

  /**
   * The zone in whose local time the hours are.
   *
   * @return the zone
   */
  public ZoneId zone() {
    return timeline.rules().zone();
  }

  /**
   * What the calendar is called.
   *
   * @return its name, that of the zone unless the builder gave another
   */
  public String name() {
    return origin.name();
  }

  @Override
  public String toString() {
    return name() + " (" + zone() + (strict ? ")" : ", provisional)");
  }

  private void requireKnown(Instant first, Instant last, boolean withLast) {
    if (strict && !knownYears.knowsAll(first, last, withLast)) {
      throw new UnknownHolidaysException(knownYears.unknownYear(timeline, first, last), name());
    }
  }

  private static Duration requireSpan(Duration work) {
    if (work.isNegative()) {
      throw new IllegalArgumentException("work is not negative");
    }
    return work;
  }
}
