package org.tanggap.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.tanggap.calendar.Jakarta.at;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarBuilderTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private static List<String> faults(WorkingCalendarBuilder builder) {
    return catchThrowableOfType(InvalidCalendarException.class, builder::build).faults();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "7:30-12:00",
        "07:30",
        "07:30-07:30",
        "00:00-00:00",
        "24:00-24:00",
        "07:30-24:01",
        "07:30-25:00",
        "07:60-12:00",
        "07:30 - 12:00",
        "٠٧:٣٠-١٢:٠٠"
      })
  void a_malformed_window_is_a_fault(String window) {
    assertThat(faults(Jakarta.hours().hours(SATURDAY, window)))
        .containsExactly("SATURDAY: \"" + window + "\" is no window such as 07:30-12:00");
  }

  @Test
  void all_faults_are_told_at_once() {
    WorkingCalendarBuilder builder =
        WorkingCalendar.builder(Jakarta.ZONE)
            .name("broken")
            .hours(MONDAY, "8-9")
            .hours(TUESDAY, "")
            .shift(DAY, DAY.minusDays(1), week -> week.hours(MONDAY, "x"))
            .except(LocalDate.of(1899, 1, 1), "09:00-10:00", "09:30-11:00");

    assertThatThrownBy(builder::build)
        .isInstanceOf(InvalidCalendarException.class)
        .hasMessageStartingWith("calendar \"broken\": MONDAY: \"8-9\" is no window");
    assertThat(faults(builder))
        .containsExactly(
            "MONDAY: \"8-9\" is no window such as 07:30-12:00",
            "TUESDAY: \"\" is no window such as 07:30-12:00",
            "the week has no hours",
            "shift 2026-11-24 to 2026-11-23: it ends before it begins",
            "shift 2026-11-24 to 2026-11-23, MONDAY: \"x\" is no window such as 07:30-12:00",
            "exception 1899-01-01: not in the years 1900 to 2300",
            "exception 1899-01-01: 09:00-10:00 and 09:30-11:00 overlap");
  }

  @Test
  void a_calendar_without_hours_is_refused_even_if_a_date_has_some() {
    assertThat(faults(WorkingCalendar.builder(Jakarta.ZONE).except(DAY, "08:00-09:00")))
        .containsExactly("the week has no hours");
  }

  @Test
  void windows_of_a_day_that_overlap_are_refused() {
    assertThat(faults(Jakarta.hours().hours(SATURDAY, "10:00-12:00", "08:00-10:01")))
        .containsExactly("SATURDAY: 08:00-10:01 and 10:00-12:00 overlap");
  }

  @Test
  void a_night_that_runs_into_the_next_morning_is_refused_also_from_sunday_to_monday() {
    assertThat(
            faults(
                WorkingCalendar.builder(Jakarta.ZONE)
                    .hours(SUNDAY, "22:00-06:00")
                    .hours(MONDAY, "05:00-09:00")))
        .containsExactly("SUNDAY: 22:00-06:00 overlaps 05:00-09:00 of the next day");
  }

  @Test
  void a_night_that_runs_into_dated_hours_is_refused() {
    WorkingCalendarBuilder nights =
        WorkingCalendar.builder(Jakarta.ZONE).hours(MONDAY, SUNDAY, "22:00-06:00");

    assertThat(faults(nights.except(DAY, "05:00-09:00")))
        .containsExactly("2026-11-23: 22:00-06:00 overlaps 05:00-09:00 of the next day");
    assertThat(
            faults(
                WorkingCalendar.builder(Jakarta.ZONE)
                    .hours(MONDAY, FRIDAY, "05:00-09:00")
                    .shift(DAY, DAY, week -> week.hours(TUESDAY, "22:00-06:00"))))
        .containsExactly("2026-11-24: 22:00-06:00 overlaps 05:00-09:00 of the next day");
  }

  @Test
  void shifts_that_share_a_day_are_refused() {
    assertThat(
            faults(
                Jakarta.hours()
                    .shift(DAY, DAY.plusDays(3), week -> week.hours(MONDAY, "08:00-09:00"))
                    .shift(DAY.minusDays(5), DAY, week -> week.hours(MONDAY, "08:00-09:00"))))
        .containsExactly("shift 2026-11-24 to 2026-11-27: it overlaps the shift before");
  }

  @Test
  void a_blank_name_is_refused() {
    assertThat(faults(Jakarta.hours().name(" "))).containsExactly("the name is blank");
  }

  @Test
  void a_calendar_is_named_after_its_zone_unless_told_otherwise() {
    assertThat(WorkingCalendar.builder(Jakarta.ZONE).hours(MONDAY, "08:00-09:00").build().name())
        .isEqualTo("Asia/Jakarta");
  }

  @Test
  void the_last_hours_of_a_weekday_or_date_count() {
    WorkingCalendar calendar =
        Jakarta.hours().hours(MONDAY, "10:00-11:00").except(DAY).except(DAY, "20:00-21:00").build();

    assertThat(calendar.nextOpening(at("2026-11-23T00:00"))).isEqualTo(at("2026-11-23T10:00"));
    assertThat(calendar.nextOpening(at("2026-11-24T00:00"))).isEqualTo(at("2026-11-24T20:00"));
  }

  @Test
  void days_in_a_row_may_run_over_the_end_of_the_week() {
    WorkingCalendar weekend =
        WorkingCalendar.builder(Jakarta.ZONE).hours(SATURDAY, MONDAY, "08:00-09:00").build();

    assertThat(weekend.isWorkingDay(LocalDate.of(2026, 11, 22))).isTrue();
    assertThat(weekend.isWorkingDay(LocalDate.of(2026, 11, 23))).isTrue();
    assertThat(weekend.isWorkingDay(DAY)).isFalse();
  }

  @Test
  void a_builder_that_goes_on_does_not_change_what_it_built() {
    List<WeekHours> kept = new ArrayList<>();
    WorkingCalendarBuilder builder =
        Jakarta.hours().shift(DAY.plusDays(7), DAY.plusDays(7), kept::add);
    WorkingCalendar before = builder.build();
    builder.hours(MONDAY).except(DAY).name("later");
    kept.get(0).hours(TUESDAY, "00:00-24:00");

    assertThat(before.toBuilder().build().isWorkingDay(DAY.plusDays(7))).isFalse();
    assertThat(before.isOpen(at("2026-11-23T10:00"))).isTrue();
    assertThat(before.toBuilder().build().isOpen(at("2026-11-24T10:00"))).isTrue();
    assertThat(before.name()).isEqualTo("Jakarta offices");
  }
}
