package org.tanggap.calendar;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One day on which offices may be closed.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if the name is blank or the year is
 * not one from 1900 to 2300.
 *
 * @param date the day
 * @param type why it is a holiday
 * @param name what it is called, such as {@code Hari Lahir Pancasila}; that of a joint leave is the
 *     name of the holiday it belongs to
 * @param decree number of the decree, such as {@code Keppres 10/2024}, or empty
 * @param decreedOn when it was decreed, or null if that is not known
 */
public record Holiday(
    LocalDate date, HolidayType type, String name, String decree, @Nullable LocalDate decreedOn) {

  static final int FIRST_YEAR = 1900;
  static final int LAST_YEAR = 2300;

  public Holiday {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(decree, "decree");
    if (name.isBlank()) {
      throw new IllegalArgumentException("a holiday has a name");
    }
    requireYear(date.getYear());
  }

  /**
   * A holiday that no decree is known of.
   *
   * @param date the day
   * @param type why it is a holiday
   * @param name what it is called
   * @return the holiday
   * @throws IllegalArgumentException if the name is blank or the year is not one from 1900 to 2300
   */
  public static Holiday of(LocalDate date, HolidayType type, String name) {
    return new Holiday(date, type, name, "", null);
  }

  /**
   * When it was decreed.
   *
   * @return the date of the decree, or nothing if it is not known
   */
  public Optional<LocalDate> findDecreedOn() {
    return Optional.ofNullable(decreedOn);
  }

  static void requireYear(int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new IllegalArgumentException(
          "the year of a holiday is one from " + FIRST_YEAR + " to " + LAST_YEAR);
    }
  }
}
