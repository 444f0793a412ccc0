package org.tanggap.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The calendar beside a walk minute by minute. {@code -Dtanggap.proof=long} takes a million
 * intervals, {@code -Dseed=N} other ones.
 */
class MinuteWalkTest {

  private static final long SEED = Long.getLong("seed", 20_261_122L);
  private static final int INTERVALS = 20;

  private static final System.Logger LOG = System.getLogger(MinuteWalkTest.class.getName());

  private final RandomOffices offices = new RandomOffices(SEED);
  private final List<String> differences = new ArrayList<>();
  private int refused;
  private int intervals;

  @Test
  void a_thousand_intervals_are_answered_as_by_the_walk() {
    compare(60, UnaryOperator.identity());

    assertThat(differences).as("seed %d", SEED).isEmpty();
  }

  @Test
  @EnabledIfSystemProperty(
      named = "tanggap.proof",
      matches = "long",
      disabledReason = "The long proof takes minutes: ask for it with -Dtanggap.proof=long")
  void a_million_intervals_are_answered_as_by_the_walk() {
    compare(50_000, UnaryOperator.identity());

    LOG.log(
        Level.INFO,
        "seed "
            + SEED
            + (": " + intervals + " intervals on " + intervals / INTERVALS + " random calendars (")
            + (refused + " more were refused), " + differences.size() + " differences"));
    assertThat(differences).as("seed %d", SEED).isEmpty();
  }

  @Test
  void spans_of_years_are_answered_as_by_the_walk() {
    for (int i = 0; i < 3; i++) {
      MinuteWalker.Definition definition = accepted();
      WorkingCalendar calendar = offices.calendar(definition);
      MinuteWalker walker = new MinuteWalker(definition, offices.around(), 30);
      Instant start = offices.instant();
      Instant end = start.plus(Duration.ofDays(400 + offices.upTo(800)));
      Duration work = walker.between(start, end);

      assertThat(calendar.between(start, end)).as("seed %d", SEED).isEqualTo(work);
      assertThat(calendar.plus(start, work)).isEqualTo(walker.plus(start, work));
      assertThat(calendar.minus(end, work)).isEqualTo(walker.minus(end, work));
    }
  }

  @Test
  void working_days_are_counted_as_by_the_walk() {
    for (int i = 0; i < 25; i++) {
      MinuteWalker.Definition definition = accepted();
      WorkingCalendar calendar = offices.calendar(definition);
      MinuteWalker walker = new MinuteWalker(definition, offices.around(), 1);
      LocalDate date = offices.instant().atZone(definition.zone()).toLocalDate();
      assertThat(calendar.isWorkingDay(date)).isEqualTo(walker.lastClosing(date) != null);

      Instant start = offices.instant();
      LocalDate last = start.atZone(definition.zone()).toLocalDate();
      int days = 1 + offices.upTo(8);
      for (int left = days; left > 0; ) {
        last = last.plusDays(1);
        left -= walker.lastClosing(last) == null ? 0 : 1;
      }
      assertThat(calendar.plusWorkingDays(start, days, DayEnd.END_OF_DAY))
          .as("seed %d", SEED)
          .isEqualTo(walker.lastClosing(last));
    }
  }

  @Test
  void a_calendar_that_drops_a_holiday_is_caught() {
    compare(
        20, right -> with(right, right.week(), right.zone().getId(), Set.of(), right.exceptions()));

    assertThat(differences).isNotEmpty();
  }

  @Test
  void a_calendar_that_gives_a_night_to_the_next_day_is_caught() {
    compare(20, MinuteWalkTest::cutAtMidnight);

    assertThat(differences).isNotEmpty();
  }

  @Test
  void a_calendar_that_does_not_change_the_clock_is_caught() {
    compare(
        20,
        right -> {
          ZoneOffset offset = right.zone().getRules().getStandardOffset(offices.around());
          return with(right, right.week(), offset.getId(), right.holidays(), right.exceptions());
        });

    assertThat(differences).isNotEmpty();
  }

  @Test
  void a_calendar_whose_mondays_close_a_minute_early_is_caught() {
    compare(
        20,
        right -> {
          Map<DayOfWeek, List<String>> week = new HashMap<>(right.week());
          week.put(DayOfWeek.MONDAY, List.of("00:00-23:59"));
          return with(
              with(right, week, right.zone().getId(), right.holidays(), right.exceptions()),
              week,
              right.zone().getId(),
              right.holidays(),
              right.exceptions());
        });

    assertThat(differences).isNotEmpty();
  }

  /** Compares random calendars, built by a rule that is right or deliberately wrong. */
  private void compare(int calendars, UnaryOperator<MinuteWalker.Definition> rule) {
    for (int i = 0; i < calendars; i++) {
      MinuteWalker.Definition definition = accepted();
      WorkingCalendar calendar;
      try {
        calendar = offices.calendar(rule.apply(definition));
      } catch (InvalidCalendarException e) {
        continue;
      }
      MinuteWalker walker = new MinuteWalker(definition, offices.around(), 32);
      for (int n = 0; n < INTERVALS; n++) {
        intervals++;
        compare(calendar, walker, offices.instant(), offices.instant(), offices.work());
      }
    }
  }

  private void compare(
      WorkingCalendar calendar, MinuteWalker walker, Instant a, Instant b, Duration work) {
    Instant first = a.isBefore(b) ? a : b;
    Instant last = a.isBefore(b) ? b : a;
    Duration held = walker.between(first, last);
    same("between", walker, first + " " + last, calendar.between(first, last), held);
    same("negative", walker, last + " " + first, calendar.between(last, first), held.negated());
    same("isOpen", walker, a, calendar.isOpen(a), walker.isOpen(a));
    same("next", walker, a, calendar.nextOpening(a), walker.plus(a, Duration.ZERO));
    same("previous", walker, a, calendar.previousClosing(a), walker.minus(a, Duration.ZERO));
    same("plus", walker, a + " " + work, calendar.plus(a, work), walker.plus(a, work));
    same("minus", walker, a + " " + work, calendar.minus(a, work), walker.minus(a, work));
    if (!held.isZero()) {
      same(
          "reach",
          walker,
          first + " " + held,
          calendar.plus(first, held),
          walker.minus(last, Duration.ZERO));
      same(
          "back",
          walker,
          last + " " + held,
          calendar.minus(last, held),
          walker.plus(first, Duration.ZERO));
    }
  }

  private void same(
      String what, MinuteWalker walker, Object question, Object actual, Object expected) {
    if (!actual.equals(expected) && differences.size() < 5) {
      differences.add(
          what
              + (" " + question + ": " + actual + " and not " + expected)
              + (" in " + walker.definition));
    }
  }

  /** A random definition that the builder accepts. */
  private MinuteWalker.Definition accepted() {
    while (true) {
      MinuteWalker.Definition definition = offices.definition();
      try {
        offices.calendar(definition);
        return definition;
      } catch (InvalidCalendarException e) {
        assertThat(e.faults())
            .allMatch(fault -> fault.contains("overlap") || fault.contains("no hours"));
        refused++;
      }
    }
  }

  private static MinuteWalker.Definition cutAtMidnight(MinuteWalker.Definition right) {
    Map<DayOfWeek, List<String>> week = new HashMap<>();
    right
        .week()
        .forEach(
            (day, windows) -> week.put(day, windows.stream().map(MinuteWalkTest::cut).toList()));
    return with(right, week, right.zone().getId(), right.holidays(), right.exceptions());
  }

  private static String cut(String window) {
    return window.substring(6).compareTo(window.substring(0, 5)) > 0
        ? window
        : window.substring(0, 6) + "24:00";
  }

  private static MinuteWalker.Definition with(
      MinuteWalker.Definition right,
      Map<DayOfWeek, List<String>> week,
      String zone,
      Set<LocalDate> holidays,
      Map<LocalDate, List<String>> exceptions) {
    return new MinuteWalker.Definition(
        ZoneId.of(zone),
        week,
        right.shiftFirst(),
        right.shiftLast(),
        right.shiftWeek(),
        holidays,
        exceptions);
  }
}
