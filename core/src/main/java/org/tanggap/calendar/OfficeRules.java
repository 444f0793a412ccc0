package org.tanggap.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which windows a date has. An exception comes first, then a holiday, then a dated shift, then the
 * week.
 */
final class OfficeRules {

  /** Other hours of the week from one day to another, both included. */
  record Shift(LocalDate first, LocalDate last, Map<DayOfWeek, List<TimeWindow>> week) {}

  private final ZoneId zone;
  private final Map<DayOfWeek, List<TimeWindow>> week;
  private final NavigableMap<LocalDate, Shift> shifts = new TreeMap<>();
  private final Map<LocalDate, List<TimeWindow>> exceptions;
  private final Set<LocalDate> closed = new HashSet<>();

  OfficeRules(
      ZoneId zone,
      Map<DayOfWeek, List<TimeWindow>> week,
      List<Shift> shifts,
      Map<LocalDate, List<TimeWindow>> exceptions,
      Holidays holidays,
      Set<HolidayType> closing) {
    this.zone = zone;
    this.week = new EnumMap<>(week);
    shifts.forEach(shift -> this.shifts.put(shift.first(), shift));
    this.exceptions = Map.copyOf(exceptions);
    holidays.list().stream()
        .filter(day -> closing.contains(day.type()))
        .forEach(day -> closed.add(day.date()));
  }

  ZoneId zone() {
    return zone;
  }

  /** The windows that begin on the date, sorted. */
  List<TimeWindow> windowsOn(LocalDate date) {
    return closed.contains(date) && !exceptions.containsKey(date)
        ? List.of()
        : windowsBesideHolidays(date);
  }

  List<TimeWindow> windowsBesideHolidays(LocalDate date) {
    List<TimeWindow> exception = exceptions.get(date);
    if (exception != null) {
      return exception;
    }
    Map.Entry<LocalDate, Shift> shift = shifts.floorEntry(date);
    boolean shifted = shift != null && !date.isAfter(shift.getValue().last());
    return (shifted ? shift.getValue().week() : week).getOrDefault(date.getDayOfWeek(), List.of());
  }

  /** Faults of windows that run into those of the next day where dated hours begin or end. */
  void refuseOverlaps(List<String> faults) {
    Set<LocalDate> eves = new HashSet<>();
    for (Shift shift : shifts.values()) {
      eves.add(shift.first().minusDays(1));
      eves.add(shift.last());
    }
    for (LocalDate date : exceptions.keySet()) {
      eves.add(date.minusDays(1));
      eves.add(date);
    }
    eves.stream()
        .sorted()
        .forEach(
            eve ->
                WeekHours.refuseOverlap(
                    eve.toString(),
                    windowsBesideHolidays(eve),
                    windowsBesideHolidays(eve.plusDays(1)),
                    faults));
  }
}
