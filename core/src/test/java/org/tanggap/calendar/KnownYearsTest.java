package org.tanggap.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.tanggap.calendar.Jakarta.at;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownYearsTest {

  private static final Holidays NONE_IN_2026 = Holidays.of(List.of(), Set.of(2026));

  private final WorkingCalendar office = Jakarta.hours().holidays(NONE_IN_2026).build();

  private static void assertUnknown(int year, ThrowingCallable question) {
    assertThatThrownBy(question)
        .isInstanceOfSatisfying(
            UnknownHolidaysException.class,
            e -> {
              assertThat(e.year()).isEqualTo(year);
              assertThat(e.calendar()).isEqualTo("Jakarta offices");
            })
        .hasMessage(
            "the holidays of " + year + " are not known to the calendar \"Jakarta offices\"");
  }

  @Test
  void an_answer_in_an_unknown_year_is_refused() {
    Instant lastAfternoon = at("2026-12-31T15:00");

    assertThat(office.plus(lastAfternoon, Duration.ofHours(1))).isEqualTo(at("2026-12-31T16:00"));
    assertUnknown(2027, () -> office.plus(lastAfternoon, Duration.ofMinutes(61)));
    assertUnknown(2027, () -> office.nextOpening(at("2026-12-31T16:00")));
    assertUnknown(2027, () -> office.between(lastAfternoon, at("2027-01-01T00:01")));
    assertUnknown(2027, () -> office.isOpen(at("2027-06-01T10:00")));
    assertUnknown(2027, () -> office.isWorkingDay(LocalDate.of(2027, 1, 2)));
    assertUnknown(2027, () -> office.plusWorkingDays(lastAfternoon, 1, DayEnd.END_OF_DAY));
    assertUnknown(2025, () -> office.plusWorkingDays(at("2025-12-31T08:00"), 1, DayEnd.SAME_TIME));
    assertUnknown(2025, () -> office.minus(at("2026-01-01T08:00"), Duration.ofHours(1)));
    assertUnknown(2025, () -> office.previousClosing(at("2026-01-01T07:00")));
    assertUnknown(2025, () -> office.between(at("2025-12-31T08:00"), at("2026-01-01T08:00")));
    assertUnknown(2024, () -> office.between(at("2024-12-31T08:00"), at("2027-01-01T08:00")));
  }

  @Test
  void the_end_of_a_known_year_is_known() {
    assertThat(office.between(at("2026-01-01T00:00"), at("2027-01-01T00:00"))).isPositive();
    assertThat(office.previousClosing(at("2027-01-01T00:00"))).isEqualTo(at("2026-12-31T16:00"));
  }

  @Test
  void a_year_between_known_ones_may_be_unknown() {
    WorkingCalendar gap = office.with(Holidays.of(List.of(), Set.of(2024, 2026)));

    assertUnknown(2025, () -> gap.between(at("2024-12-31T08:00"), at("2026-01-01T08:00")));
    assertUnknown(2025, () -> gap.plus(at("2024-12-31T15:00"), Duration.ofHours(2999)));
    assertThat(gap.isOpen(at("2024-12-31T08:00"))).isTrue();
  }

  @Test
  void provisionally_unknown_years_count_with_the_holidays_that_are_there() {
    Holidays early =
        Holidays.of(
            List.of(Holiday.of(LocalDate.of(2027, 1, 1), HolidayType.NATIONAL, "Tahun Baru")),
            Set.of(2026));
    WorkingCalendar provisional = office.with(early).provisional();

    assertThat(provisional.nextOpening(at("2026-12-31T16:00"))).isEqualTo(at("2027-01-04T07:30"));
    assertThat(provisional.isProvisional(at("2027-01-04T07:30"))).isTrue();
    assertThat(provisional.isProvisional(at("2026-12-31T16:00"))).isFalse();
    assertThat(provisional).hasToString("Jakarta offices (Asia/Jakarta, provisional)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1900-01-01T00:00:00Z", "2150-06-01T00:00:00Z", "2300-12-31T23:00:00Z"})
  void provisionally_everything_has_an_answer(Instant instant) {
    WorkingCalendar provisional = office.provisional();

    assertThat(provisional.isProvisional(instant)).isTrue();
    assertThat(provisional.between(instant, provisional.plus(instant, Duration.ofHours(50))))
        .isEqualTo(Duration.ofHours(50));
    assertThat(provisional.plusWorkingDays(instant, 3, DayEnd.SAME_TIME)).isAfter(instant);
  }

  @Test
  void a_night_that_began_in_an_unknown_year_is_unknown() {
    WorkingCalendar nights =
        WorkingCalendar.builder(Jakarta.ZONE)
            .name("Jakarta offices")
            .hours(MONDAY, SUNDAY, "22:00-06:00")
            .holidays(NONE_IN_2026)
            .build();

    assertUnknown(2025, () -> nights.isOpen(at("2026-01-01T05:59")));
    assertThat(nights.isProvisional(at("2026-01-01T05:59"))).isTrue();
    assertThat(nights.isOpen(at("2026-01-01T06:00"))).isFalse();
    assertUnknown(2027, () -> nights.isOpen(at("2027-01-01T00:00")));
  }

  @Test
  void a_calendar_without_holidays_knows_all_years() {
    WorkingCalendar free = Jakarta.hours().build();

    assertThat(free.isOpen(at("2199-11-25T10:00"))).isTrue();
    assertThat(free.isProvisional(at("2199-11-25T10:00"))).isFalse();
  }

  @Test
  void holidays_that_are_known_for_no_year_leave_every_year_unknown() {
    assertUnknown(
        2026, () -> office.with(Holidays.of(List.of(), Set.of())).isOpen(at("2026-11-23T10:00")));
  }

  @Test
  void shifts_that_are_not_decided_leave_a_year_unknown() {
    WorkingCalendar calendar =
        office.toBuilder()
            .holidays(Holidays.of(List.of(), Set.of(2026, 2027)))
            .shiftsKnownFor(Set.of(2026))
            .build();

    assertUnknown(2027, () -> calendar.isOpen(at("2027-01-04T10:00")));
  }

  @Test
  void a_late_holiday_makes_a_newer_calendar_and_leaves_the_old_one() {
    Holiday late = Holiday.of(LocalDate.of(2026, 11, 24), HolidayType.JOINT_LEAVE, "Cuti bersama");
    WorkingCalendar newer = office.with(NONE_IN_2026.merge(Holidays.of(List.of(late), Set.of())));
    Instant start = at("2026-11-23T15:00");

    assertThat(office.plus(start, Duration.ofHours(2))).isEqualTo(at("2026-11-24T08:30"));
    assertThat(newer.plus(start, Duration.ofHours(2))).isEqualTo(at("2026-11-25T08:30"));
    assertThat(newer.holidays().find(LocalDate.of(2026, 11, 24))).contains(late);
    assertThat(newer.name()).isEqualTo(office.name());
    assertThat(office.provisional().with(NONE_IN_2026).isOpen(at("2030-11-25T10:00")))
        .as("still provisional")
        .isTrue();
  }

  @Test
  void a_question_is_refused_if_and_only_if_it_touches_an_unknown_minute() {
    ZoneId zone = ZoneId.of("Europe/Amsterdam");
    Set<Integer> years = Set.of(2020, 2022, 2023);
    WorkingCalendar nights =
        WorkingCalendar.builder(zone)
            .hours(MONDAY, SUNDAY, "22:00-06:00")
            .holidays(Holidays.of(List.of(), years))
            .build();
    SplittableRandom random = new SplittableRandom(20_261_122);
    for (int i = 0; i < 400; i++) {
      Instant newYear = LocalDate.of(2019 + random.nextInt(7), 1, 1).atStartOfDay(zone).toInstant();
      Instant a = newYear.plusSeconds(60L * random.nextInt(-1500, 1500));
      Instant b = a.plusSeconds(60L * random.nextInt(1500));
      boolean known =
          Stream.iterate(a, at -> at.isBefore(b), at -> at.plusSeconds(60))
              .allMatch(at -> isKnown(at.atZone(zone), years));

      assertThat(catchThrowable(() -> nights.between(a, b)) == null)
          .as("%s to %s", a, b)
          .isEqualTo(known);
      assertThat(nights.isProvisional(a)).isEqualTo(!isKnown(a.atZone(zone), years));
      Duration work = nights.provisional().between(a, b);
      if (!work.isZero()) {
        Instant due = nights.provisional().plus(a, work);
        assertThat(catchThrowable(() -> nights.plus(a, work)) == null)
            .isEqualTo(catchThrowable(() -> nights.between(a, due)) == null);
      }
    }
  }

  private static boolean isKnown(ZonedDateTime minute, Set<Integer> years) {
    boolean nightOfTheEve = minute.getDayOfYear() == 1 && minute.getHour() < 6;
    return years.contains(minute.getYear())
        && (!nightOfTheEve || years.contains(minute.getYear() - 1));
  }
}
