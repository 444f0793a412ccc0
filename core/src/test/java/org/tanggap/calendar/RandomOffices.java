package org.tanggap.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Makes random calendars, and instants and spans that are likely to hit an edge of them. */
final class RandomOffices {

  static final List<ZoneId> ZONES =
      Stream.of(
              "Asia/Jakarta",
              "Asia/Makassar",
              "Asia/Jayapura",
              "Europe/Amsterdam",
              "America/New_York",
              "America/St_Johns",
              "Australia/Lord_Howe",
              "Pacific/Apia",
              "Africa/Casablanca")
          .map(ZoneId::of)
          .toList();

  private static final Instant FIRST = Instant.parse("2005-01-01T00:00:00Z");
  private static final long SPAN = Duration.ofDays(365L * 30).toSeconds();
  private static final Instant APIA_SKIPS_A_DAY = Instant.parse("2011-12-30T10:00:00Z");

  private final SplittableRandom random;

  /** What the random calendars are about. */
  private Instant around = FIRST;

  private LocalDate middle = LocalDate.EPOCH;

  RandomOffices(long seed) {
    this.random = new SplittableRandom(seed);
  }

  Instant around() {
    return around;
  }

  MinuteWalker.Definition definition() {
    ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
    around = interesting(zone);
    middle = around.atZone(zone).toLocalDate();
    LocalDate shiftFirst = near();
    Set<LocalDate> holidays = new HashSet<>();
    Map<LocalDate, List<String>> exceptions = new HashMap<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      holidays.add(near());
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      exceptions.put(near(), windows());
    }
    return new MinuteWalker.Definition(
        zone,
        week(),
        shiftFirst,
        shiftFirst.plusDays(random.nextInt(10)),
        week(),
        holidays,
        exceptions);
  }

  /** The calendar of a definition, with a table that is short on purpose. */
  WorkingCalendar calendar(MinuteWalker.Definition definition) {
    int year = middle.getYear() + random.nextInt(3) - 1;
    WorkingCalendarBuilder builder =
        WorkingCalendar.builder(definition.zone())
            .holidays(
                Holidays.of(
                    definition.holidays().stream()
                        .map(date -> Holiday.of(date, HolidayType.LOCAL, "libur"))
                        .toList(),
                    Set.of()))
            .shift(
                definition.shiftFirst(),
                definition.shiftLast(),
                week -> definition.shiftWeek().forEach((day, w) -> week.hours(day, array(w))))
            .table(year, year + random.nextInt(2));
    definition.week().forEach((day, windows) -> builder.hours(day, array(windows)));
    definition.exceptions().forEach((date, windows) -> builder.except(date, array(windows)));
    return builder.build().provisional();
  }

  /** An instant of some days around, often at a full hour, sometimes between seconds. */
  Instant instant() {
    long second = around.getEpochSecond() + random.nextLong(-12 * 86_400, 12 * 86_400);
    return switch (random.nextInt(4)) {
      case 0 -> Instant.ofEpochSecond(Math.floorDiv(second, 1800) * 1800);
      case 1 -> Instant.ofEpochSecond(Math.floorDiv(second, 900) * 900, -1);
      case 2 -> Instant.ofEpochSecond(second);
      default -> Instant.ofEpochSecond(second, random.nextInt(1_000_000_000));
    };
  }

  Duration work() {
    return switch (random.nextInt(5)) {
      case 0 -> Duration.ofMinutes(15L * random.nextInt(200));
      case 1 -> Duration.ofHours(random.nextInt(60));
      case 2 -> Duration.ofNanos(random.nextInt(3));
      default -> Duration.ofSeconds(random.nextInt(200_000), random.nextInt(1_000_000_000));
    };
  }

  int upTo(int bound) {
    return random.nextInt(bound);
  }

  private Instant interesting(ZoneId zone) {
    Instant any = FIRST.plusSeconds(random.nextLong(SPAN));
    ZoneOffsetTransition change = zone.getRules().nextTransition(any);
    if (change == null || random.nextInt(3) == 0) {
      return any;
    }
    return zone.getId().equals("Pacific/Apia") && random.nextBoolean()
        ? APIA_SKIPS_A_DAY
        : change.getInstant();
  }

  private LocalDate near() {
    return middle.plusDays(random.nextInt(-12, 13));
  }

  private Map<DayOfWeek, List<String>> week() {
    Map<DayOfWeek, List<String>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, random.nextInt(5) == 0 ? List.of() : windows());
    }
    return week;
  }

  private List<String> windows() {
    if (random.nextInt(12) == 0) {
      return List.of("00:00-24:00");
    }
    int step = random.nextBoolean() ? 30 : 1;
    TreeSet<Integer> edges = new TreeSet<>(Comparator.naturalOrder());
    for (int i = random.nextInt(4) * 2; i > 0; i--) {
      edges.add(random.nextInt(1440 / step) * step);
    }
    List<Integer> sorted = new ArrayList<>(edges);
    List<String> windows = new ArrayList<>();
    for (int i = 0; i + 1 < sorted.size(); i += random.nextInt(3) == 0 ? 1 : 2) {
      windows.add(clock(sorted.get(i)) + "-" + clock(sorted.get(i + 1)));
    }
    if (random.nextInt(6) == 0) {
      int from = sorted.isEmpty() ? 1200 : sorted.get(sorted.size() - 1);
      int to = from / 5 / step * step;
      boolean overnight = random.nextBoolean() && to < from;
      windows.add(clock(from) + "-" + (overnight ? clock(to) : "24:00"));
    }
    return windows;
  }

  private static String clock(int minutes) {
    return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
  }

  private static String[] array(List<String> windows) {
    return windows.toArray(String[]::new);
  }
}
