package org.tanggap.calendar;

/**
 * An answer would need the holidays of a year for which they, or the dated shifts, are not known.
 * {@link WorkingCalendar#provisional()} answers such questions, as if that year had no more
 * holidays than are known.
 */
public final class UnknownHolidaysException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int year;
  private final String calendar;

  UnknownHolidaysException(int year, String calendar) {
    super("the holidays of " + year + " are not known to the calendar \"" + calendar + "\"");
    this.year = year;
    this.calendar = calendar;
  }

  /**
   * The year in question, the earliest one if there are several.
   *
   * @return the year
   */
  public int year() {
    return year;
  }

  /**
   * The calendar that was asked.
   *
   * @return its name
   */
  public String calendar() {
    return calendar;
  }
}
