package org.tanggap.sla;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.tanggap.calendar.Holiday;
import org.tanggap.calendar.HolidayType;
import org.tanggap.calendar.Holidays;
import org.tanggap.calendar.WorkingCalendar;

/**
 * Office hours made at random, twice: as a calendar of the library, and as a plain table that says
 * for each minute of some weeks to which day's hours it belongs.
 */
final class RandomOffices {

  static final int DAYS = 70;

  /** In the table: the offices are closed. */
  static final long CLOSED = Long.MIN_VALUE;

  /** Weeks in which clocks change, or not; one of the changes is by half an hour. */
  private static final List<ZonedDateTime> BEGINNINGS =
      List.of(
          LocalDate.of(2026, 11, 20).atStartOfDay(ZoneId.of("Asia/Jakarta")),
          LocalDate.of(2027, 3, 20).atStartOfDay(ZoneId.of("Europe/Berlin")),
          LocalDate.of(2026, 10, 17).atStartOfDay(ZoneId.of("Europe/Berlin")),
          LocalDate.of(2027, 3, 6).atStartOfDay(ZoneId.of("America/New_York")),
          LocalDate.of(2027, 3, 28).atStartOfDay(ZoneId.of("Australia/Lord_Howe")),
          LocalDate.of(2026, 9, 26).atStartOfDay(ZoneId.of("Australia/Lord_Howe")));

  private final ZonedDateTime beginning;
  private final Map<DayOfWeek, List<int[]>> week = new EnumMap<>(DayOfWeek.class);
  private final Set<LocalDate> holidays = new TreeSet<>();
  private final long[] owners;
  private final long[] dates;

  RandomOffices(RandomGenerator random) {
    this.beginning = BEGINNINGS.get(random.nextInt(BEGINNINGS.size()));
    boolean atNight = random.nextInt(6) == 0;
    for (DayOfWeek day : DayOfWeek.values()) {
      boolean open = day == DayOfWeek.MONDAY || random.nextInt(7) < 5;
      week.put(day, !open ? List.of() : atNight ? night() : windows(random));
    }
    for (int i = random.nextInt(6); i > 0; i--) {
      holidays.add(beginning.toLocalDate().plusDays(random.nextInt(30)));
    }
    owners = new long[DAYS * 24 * 60];
    dates = new long[owners.length];
    for (int minute = 0; minute < owners.length; minute++) {
      ZonedDateTime local = instant(minute).atZone(beginning.getZone());
      int ofDay = local.getHour() * 60 + local.getMinute();
      dates[minute] = local.toLocalDate().toEpochDay();
      owners[minute] = owner(local.toLocalDate(), ofDay);
    }
  }

  private static List<int[]> night() {
    return List.of(new int[] {22 * 60, 30 * 60});
  }

  private static List<int[]> windows(RandomGenerator random) {
    int count = 1 + random.nextInt(3);
    int[] edges =
        random.ints(0, 24 * 12 + 1).distinct().limit(2L * count).map(it -> it * 5).toArray();
    Arrays.sort(edges);
    List<int[]> windows = new ArrayList<>();
    for (int i = 0; i < edges.length; i += 2) {
      windows.add(new int[] {edges[i], edges[i + 1]});
    }
    return windows;
  }

  private long owner(LocalDate date, int minute) {
    if (isInside(date, minute)) {
      return date.toEpochDay();
    }
    LocalDate eve = date.minusDays(1);
    return isInside(eve, minute + 24 * 60) ? eve.toEpochDay() : CLOSED;
  }

  private boolean isInside(LocalDate date, int minute) {
    return !holidays.contains(date)
        && week.getOrDefault(date.getDayOfWeek(), List.of()).stream()
            .anyMatch(window -> window[0] <= minute && minute < window[1]);
  }

  WorkingCalendar calendar() {
    var calendar = WorkingCalendar.builder(beginning.getZone());
    week.forEach(
        (day, windows) ->
            calendar.hours(day, windows.stream().map(RandomOffices::text).toArray(String[]::new)));
    return calendar
        .holidays(
            Holidays.of(
                holidays.stream()
                    .map(date -> Holiday.of(date, HolidayType.LOCAL, "Libur"))
                    .collect(Collectors.toList()),
                Set.of(2026, 2027)))
        .build();
  }

  private static String text(int[] window) {
    int to = window[1] > 24 * 60 ? window[1] - 24 * 60 : window[1];
    return String.format(
        Locale.ROOT, "%02d:%02d-%02d:%02d", window[0] / 60, window[0] % 60, to / 60, to % 60);
  }

  Instant instant(int minute) {
    return beginning.toInstant().plusSeconds(60L * minute);
  }

  int minute(Instant instant) {
    return (int) ((instant.getEpochSecond() - beginning.toEpochSecond()) / 60);
  }

  int minutes() {
    return owners.length;
  }

  boolean isOpen(int minute) {
    return owners[minute] != CLOSED;
  }

  /** The day to whose hours a minute belongs, or {@link #CLOSED}. */
  long owner(int minute) {
    return owners[minute];
  }

  /** The date that the wall shows, as an epoch day. */
  long date(int minute) {
    return dates[minute];
  }

  @Override
  public String toString() {
    return beginning
        + " "
        + calendar().holidays().list()
        + " "
        + week.entrySet().stream()
            .map(
                day ->
                    day.getKey() + " " + day.getValue().stream().map(RandomOffices::text).toList())
            .toList();
  }
}
