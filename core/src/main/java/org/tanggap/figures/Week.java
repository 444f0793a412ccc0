package org.tanggap.figures;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A week from Monday to Sunday, numbered by ISO 8601: week 1 has the year's first Thursday, so the
 * first days of January may lie in week 52 or 53 of the year before.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if the year is not between 1 and 9999
 * or has no week of that number.
 *
 * @param year the year that the week is numbered in
 * @param number from 1 to 52, or to 53 in a long year
 */
public record Week(int year, int number) implements Comparable<Week> {

  private static final Pattern TEXT = Pattern.compile("([0-9]{4})-W([0-9]{2})");

  public Week {
    if (year < 1 || year > 9999) {
      throw new IllegalArgumentException("a year is between 1 and 9999");
    }
    if (number < 1 || number > weeksIn(year)) {
      throw new IllegalArgumentException(year + " has no week " + number);
    }
  }

  /** The 28th of December is always in the last week. */
  private static int weeksIn(int year) {
    return LocalDate.of(year, 12, 28).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }

  /**
   * The week that a day lies in.
   *
   * @param day a date
   * @return its week
   */
  public static Week of(LocalDate day) {
    return new Week(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  /**
   * The week that an instant lies in.
   *
   * @param instant an instant
   * @param zone whose clocks say which day it is
   * @return its week
   */
  public static Week of(Instant instant, ZoneId zone) {
    return of(LocalDate.ofInstant(instant, zone));
  }

  /**
   * Reads the form of ISO 8601, such as {@code 2026-W53}.
   *
   * @param text what {@link #toString} gives
   * @return the week, or nothing if the text is none
   */
  public static Optional<Week> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Week(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Its first day.
   *
   * @return a Monday
   */
  public LocalDate monday() {
    return LocalDate.of(year, 1, 4)
        .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number)
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** Orders by time. */
  @Override
  public int compareTo(Week other) {
    int byYear = Integer.compare(year, other.year);
    return byYear != 0 ? byYear : Integer.compare(number, other.number);
  }

  /** The form of ISO 8601, {@code 2026-W53}. */
  @Override
  public String toString() {
    return String.valueOf(10_000 + year).substring(1) + (number < 10 ? "-W0" : "-W") + number;
  }
}
