package org.tanggap.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Holidays as data, with the years they are known for.
 *
 * <p>A year is known when its list is complete. A day that is announced early may stand in a year
 * that is not known yet. Nothing is computed: the days of the Islamic calendar are decided each
 * year and differ from the computed ones in half of the years.
 *
 * <p>Immutable and thread-safe.
 */
public final class Holidays {

  private static final Comparator<Holiday> BY_DATE =
      Comparator.comparing(Holiday::date).thenComparing(Holiday::type);

  private final NavigableMap<Holiday, Holiday> days;
  private final NavigableSet<Integer> knownYears;

  private Holidays(NavigableMap<Holiday, Holiday> days, NavigableSet<Integer> knownYears) {
    this.days = Collections.unmodifiableNavigableMap(days);
    this.knownYears = Collections.unmodifiableNavigableSet(knownYears);
  }

  /**
   * National holidays, joint leave and election days of Indonesia, 2023 to 2027, by the joint
   * decrees of three ministers and their changes. The file {@code holidays-id.csv} beside this
   * class has the decrees, and says what could not be verified.
   *
   * @return the holidays, read anew from the library's jar
   */
  public static Holidays indonesia() {
    return Resources.read("holidays-id.csv", Holidays::read);
  }

  /**
   * Holidays from code.
   *
   * @param days the days, in any order
   * @param knownYears the years whose list is complete with them
   * @return the holidays
   * @throws IllegalArgumentException if two have the same date and type, or a year is not one from
   *     1900 to 2300
   */
  public static Holidays of(Collection<Holiday> days, Set<Integer> knownYears) {
    NavigableMap<Holiday, Holiday> sorted = new TreeMap<>(BY_DATE);
    for (Holiday day : days) {
      if (sorted.put(day, day) != null) {
        throw new IllegalArgumentException(
            day.date() + " stands there twice as " + day.type() + " holiday");
      }
    }
    knownYears.forEach(Holiday::requireYear);
    return new Holidays(sorted, new TreeSet<>(knownYears));
  }

  /**
   * Reads holidays from a text file in UTF-8, fields separated by semicolons:
   *
   * <pre>{@code
   * # comment
   * years;2026;2027
   * 2026-06-22;LOCAL;Hari Ulang Tahun Jakarta;Kepgub 1/2026;2026-01-05
   * 2026-06-23;LOCAL;Pesta rakyat
   * }</pre>
   *
   * <p>The line {@code years} names the years whose list is complete; the type is one of {@link
   * HolidayType}; the decree and its date may be missing. At most 10,000 lines and 1 MiB are read.
   *
   * @param file the file
   * @return the holidays
   * @throws InvalidHolidaysException if the file is not of that form; it lists every fault
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Holidays read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, String.valueOf(file.getFileName()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the holiday file " + file, e);
    }
  }

  /**
   * Reads holidays from a stream, which is not closed.
   *
   * @param in text in the form that {@link #read(Path)} shows
   * @param name what to call the source in an error
   * @return the holidays
   * @throws InvalidHolidaysException if the text is not of that form; it lists every fault
   * @throws UncheckedIOException if the stream cannot be read
   */
  public static Holidays read(InputStream in, String name) {
    return HolidaysReader.read(in, name);
  }

  /**
   * Finds the holiday on a day.
   *
   * @param date the day
   * @return the holiday, the one whose type comes first in {@link HolidayType} if the day is
   *     several, or nothing
   */
  public Optional<Holiday> find(LocalDate date) {
    return days.values().stream().filter(day -> day.date().equals(date)).findFirst();
  }

  /**
   * All holidays.
   *
   * @return the holidays, sorted by date and then by type
   */
  public List<Holiday> list() {
    return List.copyOf(days.values());
  }

  /**
   * The years whose list is complete.
   *
   * @return the years, ascending
   */
  public NavigableSet<Integer> knownYears() {
    return knownYears;
  }

  /**
   * These holidays and others: those of a region beside the national ones, or a late change. A day
   * that both have with the same type is taken from the others; a year is known if it is known to
   * one of them.
   *
   * @param others the holidays to add
   * @return the union
   */
  public Holidays merge(Holidays others) {
    NavigableMap<Holiday, Holiday> merged = new TreeMap<>(days);
    others.list().forEach(merged::remove);
    others.list().forEach(day -> merged.put(day, day));
    TreeSet<Integer> years = new TreeSet<>(knownYears);
    years.addAll(others.knownYears);
    return new Holidays(merged, years);
  }

  /**
   * These holidays without a day that a late change took back.
   *
   * @param date the day, of whatever type
   * @return the rest; the same holidays if the day is none of them
   */
  public Holidays without(LocalDate date) {
    NavigableMap<Holiday, Holiday> rest = new TreeMap<>(days);
    rest.keySet().removeIf(day -> day.date().equals(date));
    return new Holidays(rest, knownYears);
  }
}
