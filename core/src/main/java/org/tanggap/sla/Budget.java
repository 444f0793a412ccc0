package org.tanggap.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.tanggap.calendar.DayEnd;
import org.tanggap.calendar.WorkingCalendar;

/**
 * How much time a promise has, and in which measure it is counted. Hours that run through, working
 * hours, working days and calendar days stand side by side, because laws use all of them.
 */
public sealed interface Budget {

  /**
   * Elapsed hours, nights and holidays included, as in the road office's 3 x 24 jam.
   *
   * @param hours a positive number of hours
   * @return the budget
   * @throws IllegalArgumentException if the number is not positive
   */
  static Budget hours(int hours) {
    return new Elapsed(Duration.ofHours(hours));
  }

  /**
   * Hours in which the offices are open.
   *
   * @param hours a positive number of hours
   * @return the budget
   * @throws IllegalArgumentException if the number is not positive
   */
  static Budget workingHours(int hours) {
    return new WorkingTime(Duration.ofHours(hours));
  }

  /**
   * Working days to the end of the last one, the way regulations count <em>hari kerja</em>: the day
   * itself does not count.
   *
   * @param days a positive number of days
   * @return the budget
   * @throws IllegalArgumentException if the number is not positive
   */
  static Budget workingDays(int days) {
    return new WorkingDays(days, DayEnd.END_OF_DAY);
  }

  /**
   * Calendar days to the end of the last one: the day itself does not count.
   *
   * @param days a positive number of days
   * @return the budget
   * @throws IllegalArgumentException if the number is not positive
   */
  static Budget calendarDays(int days) {
    return new CalendarDays(days, DayEnd.END_OF_DAY);
  }

  /**
   * The instant at which the budget is used up if nothing stops the clock.
   *
   * @param start when it begins to count
   * @param calendar when the offices are open
   * @return the end
   */
  Instant after(Instant start, WorkingCalendar calendar);

  /**
   * How much of this budget's measure lies between two instants.
   *
   * @param from the earlier one
   * @param to the later one
   * @param calendar when the offices are open
   * @return elapsed or working time
   */
  default Duration measure(Instant from, Instant to, WorkingCalendar calendar) {
    return isCountedInWorkingTime() ? calendar.between(from, to) : Duration.between(from, to);
  }

  /**
   * An instant moved on in this budget's measure.
   *
   * @param from an instant
   * @param time how far, in this budget's measure
   * @param calendar when the offices are open
   * @return the later instant
   */
  default Instant move(Instant from, Duration time, WorkingCalendar calendar) {
    if (time.isZero()) {
      return from;
    }
    return isCountedInWorkingTime() ? calendar.plus(from, time) : from.plus(time);
  }

  /**
   * Whether only the offices' open time counts.
   *
   * @return true for working hours and working days
   */
  boolean isCountedInWorkingTime();

  /**
   * The budget in words.
   *
   * @return such as {@code 72 hours, nights and holidays included}
   */
  String words();

  /**
   * Elapsed time, nights and holidays included.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if it is zero or negative.
   *
   * @param time a positive span
   */
  record Elapsed(Duration time) implements Budget {

    public Elapsed {
      requirePositive(time);
    }

    @Override
    public Instant after(Instant start, WorkingCalendar calendar) {
      return start.plus(time);
    }

    @Override
    public boolean isCountedInWorkingTime() {
      return false;
    }

    @Override
    public String words() {
      return Spans.words(time) + ", nights and holidays included";
    }
  }

  /**
   * Time in which the offices are open.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if it is zero or negative.
   *
   * @param time a positive span
   */
  record WorkingTime(Duration time) implements Budget {

    public WorkingTime {
      requirePositive(time);
    }

    @Override
    public Instant after(Instant start, WorkingCalendar calendar) {
      return calendar.plus(start, time);
    }

    @Override
    public boolean isCountedInWorkingTime() {
      return true;
    }

    @Override
    public String words() {
      return Spans.words(time) + " in which the offices are open";
    }
  }

  /**
   * Working days.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if there is none.
   *
   * @param days how many, at least 1; the day itself does not count
   * @param end the same clock time on the last one, or its end
   */
  record WorkingDays(int days, DayEnd end) implements Budget {

    public WorkingDays {
      requirePositive(days, end);
    }

    @Override
    public Instant after(Instant start, WorkingCalendar calendar) {
      return calendar.plusWorkingDays(start, days, end);
    }

    @Override
    public boolean isCountedInWorkingTime() {
      return true;
    }

    @Override
    public String words() {
      return (days == 1 ? "1 working day" : days + " working days") + Spans.words(end, days);
    }
  }

  /**
   * Calendar days, holidays included.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if there is none.
   *
   * @param days how many, at least 1; the day itself does not count
   * @param end the same clock time on the last one, or its end, which is midnight
   */
  record CalendarDays(int days, DayEnd end) implements Budget {

    public CalendarDays {
      requirePositive(days, end);
    }

    @Override
    public Instant after(Instant start, WorkingCalendar calendar) {
      ZonedDateTime local = start.atZone(calendar.zone());
      return end == DayEnd.SAME_TIME
          ? local.plusDays(days).toInstant()
          : local.toLocalDate().plusDays(days + 1L).atStartOfDay(calendar.zone()).toInstant();
    }

    @Override
    public boolean isCountedInWorkingTime() {
      return false;
    }

    @Override
    public String words() {
      return (days == 1 ? "1 calendar day" : days + " calendar days") + Spans.words(end, days);
    }
  }

  /**
   * Until the end of a promised day, whenever the promise was made.
   *
   * @param day the last day, which ends at midnight
   */
  record Until(LocalDate day) implements Budget {

    public Until {
      Objects.requireNonNull(day, "day");
    }

    @Override
    public Instant after(Instant start, WorkingCalendar calendar) {
      return day.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
    }

    @Override
    public boolean isCountedInWorkingTime() {
      return false;
    }

    @Override
    public String words() {
      return "promised for " + day;
    }
  }

  private static void requirePositive(Duration time) {
    if (time.isZero() || time.isNegative()) {
      throw new IllegalArgumentException("a budget is a positive span of time");
    }
  }

  private static void requirePositive(int days, DayEnd end) {
    Objects.requireNonNull(end, "end");
    if (days < 1) {
      throw new IllegalArgumentException("a budget has at least one day");
    }
  }
}
