package org.tanggap.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tanggap.calendar.Jakarta.at;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {

  private final WorkingCalendar office = Jakarta.hours().holidays(Holidays.indonesia()).build();

  @Test
  void a_working_day_has_a_window_after_holidays_and_exceptions() {
    WorkingCalendar changed =
        office.toBuilder()
            .except(LocalDate.of(2026, 12, 25), "09:00-10:00")
            .except(LocalDate.of(2026, 11, 23))
            .build();

    assertThat(changed.isWorkingDay(LocalDate.of(2026, 11, 24))).isTrue();
    assertThat(changed.isWorkingDay(LocalDate.of(2026, 11, 22))).as("a Sunday").isFalse();
    assertThat(changed.isWorkingDay(LocalDate.of(2026, 12, 24))).as("joint leave").isFalse();
    assertThat(changed.isWorkingDay(LocalDate.of(2026, 12, 25))).as("opened").isTrue();
    assertThat(changed.isWorkingDay(LocalDate.of(2026, 11, 23))).as("closed").isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T09:00, 1, 2026-11-24T16:00",
    "2026-11-23T03:00, 1, 2026-11-24T16:00",
    "2026-11-23T23:00, 1, 2026-11-24T16:00",
    "2026-11-23T09:00, 4, 2026-11-27T16:30",
    "2026-11-23T09:00, 5, 2026-11-30T16:00",
    "2026-11-28T09:00, 1, 2026-11-30T16:00",
    "2026-12-23T09:00, 1, 2026-12-28T16:00",
  })
  void hari_kerja_end_at_closing_and_the_day_of_the_start_does_not_count(
      String start, int days, String due) {
    assertThat(office.plusWorkingDays(at(start), days, DayEnd.END_OF_DAY)).isEqualTo(at(due));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T09:12, 1, 2026-11-24T09:12, within hours",
    "2026-11-23T09:12, 5, 2026-11-30T09:12, over a weekend",
    "2026-12-23T09:12, 1, 2026-12-28T09:12, over Christmas",
    "2026-11-23T05:00, 1, 2026-11-24T07:30, before opening to the opening",
    "2026-11-23T12:30, 1, 2026-11-24T13:00, in the break to its end",
    "2026-11-23T12:00, 1, 2026-11-24T12:00, a closing stays",
    "2026-11-23T20:00, 1, 2026-11-24T16:00, after closing to the closing",
    "2026-11-23T16:00, 1, 2026-11-24T16:00, at closing",
    "2026-11-26T16:30, 1, 2026-11-27T16:30, Friday closes later",
    "2026-11-27T16:30, 1, 2026-11-30T16:00, Monday closes earlier",
    "2026-11-28T14:00, 1, 2026-12-01T07:30, a Saturday counts from the midnight of Monday",
    "2026-11-29T23:59, 2, 2026-12-02T07:30, a Sunday too",
    "2026-12-24T14:00, 1, 2026-12-29T07:30, joint leave too",
  })
  void the_same_time_is_moved_into_the_hours_of_the_last_day(
      String start, int days, String due, String what) {
    assertThat(office.plusWorkingDays(at(start), days, DayEnd.SAME_TIME))
        .as(what)
        .isEqualTo(at(due));
  }

  @Test
  void the_same_time_keeps_nanoseconds() {
    assertThat(office.plusWorkingDays(at("2026-11-23T09:12").plusNanos(5), 1, DayEnd.SAME_TIME))
        .isEqualTo(at("2026-11-24T09:12").plusNanos(5));
  }

  @Test
  void the_same_time_may_lie_in_the_night_of_the_day_before() {
    WorkingCalendar nights =
        WorkingCalendar.builder(Jakarta.ZONE).hours(MONDAY, FRIDAY, "22:00-06:00").build();

    assertThat(nights.plusWorkingDays(at("2026-11-24T02:00"), 1, DayEnd.SAME_TIME))
        .isEqualTo(at("2026-11-25T02:00"));
    assertThat(nights.plusWorkingDays(at("2026-11-24T02:00"), 1, DayEnd.END_OF_DAY))
        .as("the night of Wednesday ends on Thursday")
        .isEqualTo(at("2026-11-26T06:00"));
  }

  @Test
  void a_time_that_the_clock_skips_comes_later_by_what_is_skipped() {
    WorkingCalendar always = WorkingCalendar.alwaysOpen(ZoneId.of("Europe/Amsterdam"));

    assertThat(always.plusWorkingDays(Instant.parse("2026-03-28T01:30:00Z"), 1, DayEnd.SAME_TIME))
        .as("02:30 becomes 03:30 in summer time")
        .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
  }

  @Test
  void a_date_that_the_zone_skips_is_no_working_day() {
    WorkingCalendar apia = WorkingCalendar.alwaysOpen(ZoneId.of("Pacific/Apia"));

    assertThat(apia.isWorkingDay(LocalDate.of(2011, 12, 29))).isTrue();
    assertThat(apia.isWorkingDay(LocalDate.of(2011, 12, 30))).isFalse();
    assertThat(apia.plusWorkingDays(Instant.parse("2011-12-30T05:00:00Z"), 1, DayEnd.END_OF_DAY))
        .as("from the 29th to the end of the 31st")
        .isEqualTo(Instant.parse("2011-12-31T10:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void working_days_to_add_are_at_least_one(int days) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> office.plusWorkingDays(at("2026-11-23T09:00"), days, DayEnd.SAME_TIME));
  }
}
