package org.tanggap.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link WorkingCalendar} goes by. Not thread-safe. */
public final class WorkingCalendarBuilder {

  private static final int TABLE_FIRST = 2020;
  private static final int TABLE_LAST = 2039;
  private static final int TABLE_EARLIEST = 1990;
  private static final int TABLE_LATEST = 2069;

  private record ShiftDraft(LocalDate first, LocalDate last, WeekHours week) {

    String where() {
      return "shift " + first + " to " + last;
    }
  }

  private final ZoneId zone;
  private final WeekHours week;
  private final List<ShiftDraft> shifts = new ArrayList<>();
  private final Map<LocalDate, List<String>> exceptions = new TreeMap<>();
  private String name;
  private @Nullable Holidays holidays;
  private Set<HolidayType> closing = EnumSet.allOf(HolidayType.class);
  private @Nullable NavigableSet<Integer> shiftYears;
  private int tableFirst = TABLE_FIRST;
  private int tableLast = TABLE_LAST;

  WorkingCalendarBuilder(ZoneId zone) {
    this.zone = Objects.requireNonNull(zone, "zone");
    this.week = new WeekHours();
    this.name = zone.getId();
  }

  WorkingCalendarBuilder(WorkingCalendarBuilder other) {
    this.zone = other.zone;
    this.week = new WeekHours(other.week);
    this.shifts.addAll(other.shifts);
    this.exceptions.putAll(other.exceptions);
    this.name = other.name;
    this.holidays = other.holidays;
    this.closing = other.closing;
    this.shiftYears = other.shiftYears;
    this.tableFirst = other.tableFirst;
    this.tableLast = other.tableLast;
  }

  /**
   * Names the calendar, for messages.
   *
   * @param newName what to call it
   * @return this builder
   */
  public WorkingCalendarBuilder name(String newName) {
    this.name = Objects.requireNonNull(newName, "name");
    return this;
  }

  /**
   * Sets the hours of a weekday, in place of those it had.
   *
   * @param day the weekday on which the windows begin
   * @param windows the windows in local time, such as {@code 07:30-12:00}, {@code 22:00-06:00}
   *     overnight and {@code 00:00-24:00}; none to close the day
   * @return this builder
   */
  public WorkingCalendarBuilder hours(DayOfWeek day, String... windows) {
    week.hours(day, windows);
    return this;
  }

  /**
   * Sets the hours of several weekdays in a row.
   *
   * @param first the first weekday
   * @param last the last weekday; before the first, the row runs over the end of the week
   * @param windows the windows, as in {@link #hours(DayOfWeek, String...)}
   * @return this builder
   */
  public WorkingCalendarBuilder hours(DayOfWeek first, DayOfWeek last, String... windows) {
    week.hours(first, last, windows);
    return this;
  }

  /**
   * Adds a time with other hours, such as Ramadan. Shifts may not overlap.
   *
   * @param first the first day
   * @param last the last day, included
   * @param hours sets the hours of the week; weekdays that it does not name are closed
   * @return this builder
   */
  public WorkingCalendarBuilder shift(LocalDate first, LocalDate last, Consumer<WeekHours> hours) {
    WeekHours other = new WeekHours();
    hours.accept(other);
    shifts.add(new ShiftDraft(first, last, new WeekHours(other)));
    return this;
  }

  /**
   * Names the years for which all shifts are known, if those of some years are yet to be decided.
   * Other years are not known to the calendar, even if their holidays are.
   *
   * @param years the years
   * @return this builder
   */
  public WorkingCalendarBuilder shiftsKnownFor(Set<Integer> years) {
    this.shiftYears = new TreeSet<>(years);
    return this;
  }

  /**
   * Sets the holidays, in place of those it had.
   *
   * @param newHolidays the holidays; every type closes the office, unless {@link #closingOn} says
   *     otherwise
   * @return this builder
   */
  public WorkingCalendarBuilder holidays(Holidays newHolidays) {
    this.holidays = Objects.requireNonNull(newHolidays, "holidays");
    return this;
  }

  /**
   * Chooses the types of holidays that close the office.
   *
   * @param types the closing types; on other holidays the office works
   * @return this builder
   */
  public WorkingCalendarBuilder closingOn(Set<HolidayType> types) {
    this.closing = types.isEmpty() ? EnumSet.noneOf(HolidayType.class) : EnumSet.copyOf(types);
    return this;
  }

  /**
   * Sets the hours of one date, whatever the week, a shift or a holiday says.
   *
   * @param date the date
   * @param windows its windows, as in {@link #hours(DayOfWeek, String...)}; none to close
   * @return this builder
   */
  public WorkingCalendarBuilder except(LocalDate date, String... windows) {
    exceptions.put(date, List.of(windows));
    return this;
  }

  /** The years of the table that is made once; tests make it short. */
  WorkingCalendarBuilder table(int first, int last) {
    this.tableFirst = first;
    this.tableLast = last;
    return this;
  }

  String name() {
    return name;
  }

  Holidays holidaysOrNone() {
    return holidays == null ? Holidays.of(List.of(), Set.of()) : holidays;
  }

  /**
   * Makes the calendar.
   *
   * @return an immutable calendar
   * @throws InvalidCalendarException if windows are malformed or overlap, shifts are reversed or
   *     overlap, a date is not in the years 1900 to 2300, or the week has no hours; it lists every
   *     fault
   */
  public WorkingCalendar build() {
    List<String> faults = new ArrayList<>();
    if (name.isBlank()) {
      faults.add("the name is blank");
    }
    OfficeRules rules = readRules(faults);
    if (faults.isEmpty()) {
      rules.refuseOverlaps(faults);
    }
    if (!faults.isEmpty()) {
      throw new InvalidCalendarException(name, faults);
    }
    NavigableSet<Integer> years = knownYears();
    Timeline timeline = new Timeline(rules, firstOfTable(years), lastOfTable(years));
    return new WorkingCalendar(
        new WorkingCalendarBuilder(this), timeline, new KnownYears(timeline, years), true);
  }

  private OfficeRules readRules(List<String> faults) {
    Map<DayOfWeek, List<TimeWindow>> hours = week.read("", faults);
    if (hours.values().stream().allMatch(List::isEmpty)) {
      faults.add("the week has no hours");
    }
    List<OfficeRules.Shift> read = readShifts(faults);
    Map<LocalDate, List<TimeWindow>> dated = new HashMap<>();
    exceptions.forEach(
        (date, windows) -> {
          requireYear("exception " + date, date, faults);
          dated.put(date, WeekHours.readDay("exception " + date, windows, faults));
        });
    return new OfficeRules(zone, hours, read, dated, holidaysOrNone(), closing);
  }

  private List<OfficeRules.Shift> readShifts(List<String> faults) {
    List<OfficeRules.Shift> read = new ArrayList<>();
    List<ShiftDraft> sorted =
        shifts.stream().sorted(Comparator.comparing(ShiftDraft::first)).toList();
    for (ShiftDraft shift : sorted) {
      requireYear(shift.where(), shift.first(), faults);
      requireYear(shift.where(), shift.last(), faults);
      if (shift.last().isBefore(shift.first())) {
        faults.add(shift.where() + ": it ends before it begins");
      }
      if (!read.isEmpty() && !read.get(read.size() - 1).last().isBefore(shift.first())) {
        faults.add(shift.where() + ": it overlaps the shift before");
      }
      read.add(
          new OfficeRules.Shift(
              shift.first(), shift.last(), shift.week().read(shift.where() + ", ", faults)));
    }
    return read;
  }

  private static void requireYear(String where, LocalDate date, List<String> faults) {
    if (date.getYear() < Holiday.FIRST_YEAR || date.getYear() > Holiday.LAST_YEAR) {
      faults.add(where + ": not in the years 1900 to 2300");
    }
  }

  private @Nullable NavigableSet<Integer> knownYears() {
    if (holidays == null) {
      return shiftYears;
    }
    NavigableSet<Integer> years = new TreeSet<>(holidays.knownYears());
    if (shiftYears != null) {
      years.retainAll(shiftYears);
    }
    return years;
  }

  private int firstOfTable(@Nullable NavigableSet<Integer> years) {
    return years == null || years.isEmpty()
        ? tableFirst
        : Math.min(tableFirst, Math.max(years.first() - 1, TABLE_EARLIEST));
  }

  private int lastOfTable(@Nullable NavigableSet<Integer> years) {
    return years == null || years.isEmpty()
        ? tableLast
        : Math.max(tableLast, Math.min(years.last() + 1, TABLE_LATEST));
  }
}
