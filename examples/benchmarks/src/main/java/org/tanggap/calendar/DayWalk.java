package org.tanggap.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Working time as one writes it first: day after day, the windows of each day as instants. The
 * hours are those of Indonesian offices, without Ramadan.
 */
final class DayWalk {

  private record Window(LocalTime from, LocalTime to) {}

  private final ZoneId zone;
  private final Map<DayOfWeek, List<Window>> week;
  private final Set<LocalDate> holidays;

  DayWalk(ZoneId zone, Holidays holidays) {
    this.zone = zone;
    List<Window> day = List.of(window(7, 30, 12, 0), window(13, 0, 16, 0));
    this.week =
        Map.of(
            DayOfWeek.MONDAY, day,
            DayOfWeek.TUESDAY, day,
            DayOfWeek.WEDNESDAY, day,
            DayOfWeek.THURSDAY, day,
            DayOfWeek.FRIDAY, List.of(window(7, 30, 11, 30), window(13, 0, 16, 30)));
    this.holidays = holidays.list().stream().map(Holiday::date).collect(Collectors.toSet());
  }

  /** The same hours as the library's calendar. */
  static WorkingCalendar calendar(ZoneId zone, Holidays holidays) {
    return WorkingCalendar.builder(zone)
        .hours(DayOfWeek.MONDAY, DayOfWeek.THURSDAY, "07:30-12:00", "13:00-16:00")
        .hours(DayOfWeek.FRIDAY, "07:30-11:30", "13:00-16:30")
        .holidays(holidays)
        .build();
  }

  Instant plus(Instant start, Duration work) {
    Duration left = work;
    LocalDate day = start.atZone(zone).toLocalDate();
    while (true) {
      for (Window window : windows(day)) {
        Instant open = later(at(day, window.from()), start);
        Instant close = at(day, window.to());
        if (open.isBefore(close)) {
          Duration length = Duration.between(open, close);
          if (left.compareTo(length) <= 0) {
            return open.plus(left);
          }
          left = left.minus(length);
        }
      }
      day = day.plusDays(1);
    }
  }

  Duration between(Instant a, Instant b) {
    Duration sum = Duration.ZERO;
    LocalDate last = b.atZone(zone).toLocalDate();
    for (LocalDate day = a.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
      for (Window window : windows(day)) {
        Instant open = later(at(day, window.from()), a);
        Instant close = at(day, window.to());
        Instant end = close.isBefore(b) ? close : b;
        if (open.isBefore(end)) {
          sum = sum.plus(Duration.between(open, end));
        }
      }
    }
    return sum;
  }

  Instant nextOpening(Instant instant) {
    for (LocalDate day = instant.atZone(zone).toLocalDate(); ; day = day.plusDays(1)) {
      for (Window window : windows(day)) {
        if (instant.isBefore(at(day, window.to()))) {
          return later(at(day, window.from()), instant);
        }
      }
    }
  }

  private List<Window> windows(LocalDate day) {
    return holidays.contains(day) ? List.of() : week.getOrDefault(day.getDayOfWeek(), List.of());
  }

  private Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone).toInstant();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Window window(int fromHour, int fromMinute, int toHour, int toMinute) {
    return new Window(LocalTime.of(fromHour, fromMinute), LocalTime.of(toHour, toMinute));
  }
}
