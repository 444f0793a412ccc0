package org.tanggap.calendar;

import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects the open hours of a week for {@link WorkingCalendarBuilder}. A weekday without hours is
 * closed. Not thread-safe.
 */
public final class WeekHours {

  private final Map<DayOfWeek, List<String>> hours = new EnumMap<>(DayOfWeek.class);

  WeekHours() {}

  WeekHours(WeekHours other) {
    hours.putAll(other.hours);
  }

  /**
   * Sets the hours of a weekday, in place of those it had.
   *
   * @param day the weekday on which the windows begin
   * @param windows the windows in local time, such as {@code 07:30-12:00}, {@code 22:00-06:00}
   *     overnight and {@code 00:00-24:00}; none to close the day
   * @return these hours
   */
  public WeekHours hours(DayOfWeek day, String... windows) {
    hours.put(day, List.of(windows));
    return this;
  }

  /**
   * Sets the hours of several weekdays in a row.
   *
   * @param first the first weekday
   * @param last the last weekday; before the first, the row runs over the end of the week
   * @param windows the windows, as in {@link #hours(DayOfWeek, String...)}
   * @return these hours
   */
  public WeekHours hours(DayOfWeek first, DayOfWeek last, String... windows) {
    for (DayOfWeek day = first; day != last; day = day.plus(1)) {
      hours(day, windows);
    }
    return hours(last, windows);
  }

  /** The windows by weekday, sorted; faults are told with where they are. */
  Map<DayOfWeek, List<TimeWindow>> read(String where, List<String> faults) {
    Map<DayOfWeek, List<TimeWindow>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, readDay(where + day, hours.getOrDefault(day, List.of()), faults));
    }
    for (DayOfWeek day : DayOfWeek.values()) {
      List<TimeWindow> today = week.getOrDefault(day, List.of());
      List<TimeWindow> tomorrow = week.getOrDefault(day.plus(1), List.of());
      refuseOverlap(where + day, today, tomorrow, faults);
    }
    return week;
  }

  static List<TimeWindow> readDay(String where, List<String> texts, List<String> faults) {
    texts.stream()
        .filter(text -> TimeWindow.find(text).isEmpty())
        .forEach(text -> faults.add(where + ": \"" + text + "\" is no window such as 07:30-12:00"));
    List<TimeWindow> windows =
        texts.stream()
            .map(TimeWindow::find)
            .flatMap(Optional::stream)
            .sorted(Comparator.comparingInt(TimeWindow::from))
            .toList();
    for (int i = 1; i < windows.size(); i++) {
      if (windows.get(i - 1).overlaps(windows.get(i), 0)) {
        faults.add(where + ": " + windows.get(i - 1) + " and " + windows.get(i) + " overlap");
      }
    }
    return windows;
  }

  static void refuseOverlap(
      String where, List<TimeWindow> today, List<TimeWindow> tomorrow, List<String> faults) {
    for (TimeWindow night : today) {
      for (TimeWindow morning : tomorrow) {
        if (night.overlaps(morning, 1)) {
          faults.add(where + ": " + night + " overlaps " + morning + " of the next day");
        }
      }
    }
  }
}
