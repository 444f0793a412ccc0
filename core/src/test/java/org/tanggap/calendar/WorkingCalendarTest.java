package org.tanggap.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tanggap.calendar.Jakarta.at;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

  private final WorkingCalendar office = Jakarta.hours().build();

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T07:30, true, an opening",
    "2026-11-23T11:59, true, before a break",
    "2026-11-23T12:00, false, a closing",
    "2026-11-23T12:30, false, in a break",
    "2026-11-23T13:00, true, after a break",
    "2026-11-23T16:00, false, the end of the day",
    "2026-11-22T10:00, false, a Sunday",
  })
  void a_window_holds_its_first_instant_and_not_its_last(String local, boolean open, String what) {
    assertThat(office.isOpen(at(local))).as(what).isEqualTo(open);
    assertThat(office.isOpen(at(local).minusNanos(1)))
        .as("right before " + what)
        .isEqualTo(local.endsWith("T12:00") || local.endsWith("T16:00") || local.endsWith("11:59"));
  }

  @Test
  void work_that_ends_with_the_day_is_due_at_closing() {
    assertThat(office.plus(at("2026-11-23T07:30"), Duration.ofMinutes(7 * 60 + 30)))
        .isEqualTo(at("2026-11-23T16:00"));
    assertThat(office.plus(at("2026-11-23T07:30"), Duration.ofMinutes(7 * 60 + 30).plusNanos(1)))
        .isEqualTo(at("2026-11-24T07:30").plusNanos(1));
  }

  @Test
  void a_start_outside_hours_rolls_forward_to_the_next_opening() {
    assertThat(office.plus(at("2026-11-23T05:00"), Duration.ofHours(1)))
        .isEqualTo(at("2026-11-23T08:30"));
    assertThat(office.plus(at("2026-11-27T16:30"), Duration.ofHours(1)))
        .as("Friday's closing")
        .isEqualTo(at("2026-11-30T08:30"));
  }

  @Test
  void without_work_the_next_opening_is_due() {
    assertThat(office.plus(at("2026-11-28T10:00"), Duration.ZERO))
        .isEqualTo(at("2026-11-30T07:30"));
    assertThat(office.plus(at("2026-11-23T16:00"), Duration.ZERO))
        .as("a closing")
        .isEqualTo(at("2026-11-24T07:30"));
    assertThat(office.plus(at("2026-11-23T10:00").plusNanos(7), Duration.ZERO))
        .isEqualTo(at("2026-11-23T10:00").plusNanos(7));
  }

  @Test
  void breaks_and_weekends_do_not_count() {
    assertThat(office.plus(at("2026-11-27T11:00"), Duration.ofHours(8)))
        .isEqualTo(at("2026-11-30T11:30"));
    assertThat(office.between(at("2026-11-27T11:00"), at("2026-11-30T12:30")))
        .isEqualTo(Duration.ofHours(8).plusMinutes(30));
  }

  @Test
  void walking_back_an_instant_that_could_be_a_closing_or_the_opening_is_the_opening() {
    assertThat(office.minus(at("2026-11-24T10:00"), Duration.ofMinutes(150)))
        .isEqualTo(at("2026-11-24T07:30"));
    assertThat(office.minus(at("2026-11-24T10:00"), Duration.ofMinutes(151)))
        .isEqualTo(at("2026-11-23T15:59"));
    assertThat(office.minus(at("2026-11-28T00:00"), Duration.ofMinutes(210)))
        .as("from a Saturday")
        .isEqualTo(at("2026-11-27T13:00"));
    assertThat(office.minus(at("2026-11-28T00:00"), Duration.ZERO))
        .as("without work")
        .isEqualTo(at("2026-11-27T16:30"));
  }

  @Test
  void a_warning_at_three_quarters_is_found_by_walking_back() {
    Instant due = office.plus(at("2026-11-27T15:00"), Duration.ofHours(8));

    assertThat(due).isEqualTo(at("2026-11-30T15:00"));
    assertThat(office.minus(due, Duration.ofHours(2))).isEqualTo(at("2026-11-30T13:00"));
  }

  @Test
  void time_between_is_negative_when_the_end_comes_first() {
    assertThat(office.between(at("2026-11-23T09:00"), at("2026-11-23T08:00")))
        .isEqualTo(Duration.ofHours(-1));
    assertThat(office.between(at("2026-11-23T09:00"), at("2026-11-23T09:00")))
        .isEqualTo(Duration.ZERO);
  }

  @Test
  void nanoseconds_are_kept() {
    Instant start = at("2026-11-23T11:59").plusNanos(123_456_789);
    Duration work = Duration.ofSeconds(100, 999_999_999);
    Instant due = office.plus(start, work);

    assertThat(due).isEqualTo(at("2026-11-23T13:00").plusNanos(41_123_456_788L));
    assertThat(office.between(start, due)).isEqualTo(work);
    assertThat(office.minus(due, work)).isEqualTo(start);
  }

  @Test
  void the_next_opening_and_the_previous_closing_are_told() {
    assertThat(office.nextOpening(at("2026-11-27T12:00"))).isEqualTo(at("2026-11-27T13:00"));
    assertThat(office.nextOpening(at("2026-11-27T13:00"))).isEqualTo(at("2026-11-27T13:00"));
    assertThat(office.previousClosing(at("2026-11-30T07:30"))).isEqualTo(at("2026-11-27T16:30"));
    assertThat(office.previousClosing(at("2026-11-27T16:30"))).isEqualTo(at("2026-11-27T16:30"));
    assertThat(office.previousClosing(at("2026-11-27T14:00"))).isEqualTo(at("2026-11-27T14:00"));
  }

  @Test
  void a_night_belongs_to_the_day_on_which_it_begins() {
    WorkingCalendar nights =
        WorkingCalendar.builder(Jakarta.ZONE)
            .hours(MONDAY, SUNDAY, "22:00-06:00")
            .except(LocalDate.of(2026, 11, 24))
            .build();

    assertThat(nights.isOpen(at("2026-11-24T05:59"))).as("Monday's night").isTrue();
    assertThat(nights.isOpen(at("2026-11-24T23:00"))).as("no night on Tuesday").isFalse();
    assertThat(nights.isOpen(at("2026-11-25T05:00"))).isFalse();
    assertThat(nights.between(at("2026-11-23T00:00"), at("2026-11-26T00:00")))
        .isEqualTo(Duration.ofHours(6 + 8 + 2));
  }

  @Test
  void windows_that_touch_are_one_open_time() {
    WorkingCalendar touching =
        WorkingCalendar.builder(Jakarta.ZONE)
            .hours(MONDAY, "08:00-12:00", "12:00-24:00")
            .hours(TUESDAY, "00:00-04:00")
            .build();

    assertThat(touching.isOpen(at("2026-11-23T12:00"))).isTrue();
    assertThat(touching.previousClosing(at("2026-11-24T01:00"))).isEqualTo(at("2026-11-24T01:00"));
    assertThat(touching.plus(at("2026-11-23T08:00"), Duration.ofHours(20)))
        .isEqualTo(at("2026-11-24T04:00"));
  }

  @Test
  void always_open_counts_elapsed_time() {
    WorkingCalendar always = WorkingCalendar.alwaysOpen(ZoneId.of("Europe/Amsterdam"));
    Instant start = Instant.parse("2026-03-28T12:00:00.5Z");

    assertThat(always.plus(start, Duration.ofDays(3))).isEqualTo(start.plus(Duration.ofDays(3)));
    assertThat(always.minus(start, Duration.ofDays(9000)))
        .isEqualTo(start.minus(Duration.ofDays(9000)));
    assertThat(always.nextOpening(start)).isEqualTo(start);
    assertThat(always.previousClosing(start)).isEqualTo(start);
    assertThat(always.isWorkingDay(LocalDate.of(2026, 3, 29))).isTrue();
    assertThat(always.isProvisional(start)).isFalse();
    assertThat(always).hasToString("always open (Europe/Amsterdam)");
  }

  @Test
  void a_dated_shift_has_other_hours() {
    WorkingCalendar ramadan =
        Jakarta.hours()
            .shift(
                LocalDate.of(2026, 2, 19),
                LocalDate.of(2026, 3, 20),
                week -> week.hours(MONDAY, FRIDAY, "08:00-15:00"))
            .build();

    assertThat(ramadan.isOpen(at("2026-02-18T07:45"))).isTrue();
    assertThat(ramadan.isOpen(at("2026-02-19T07:45"))).isFalse();
    assertThat(ramadan.isOpen(at("2026-03-20T12:30"))).isTrue();
    assertThat(ramadan.isOpen(at("2026-03-23T12:30"))).isFalse();
  }

  @Test
  void an_exception_comes_before_a_holiday_and_a_holiday_before_a_shift() {
    LocalDate monday = LocalDate.of(2026, 11, 23);
    Holidays holiday =
        Holidays.of(Set.of(Holiday.of(monday, HolidayType.LOCAL, "libur")), Set.of(2026));
    WorkingCalendarBuilder builder =
        Jakarta.hours().shift(monday, monday, week -> week.hours(MONDAY, "10:00-11:00"));

    assertThat(builder.build().isOpen(at("2026-11-23T08:00"))).as("shift").isFalse();
    assertThat(builder.holidays(holiday).build().isOpen(at("2026-11-23T10:00")))
        .as("holiday")
        .isFalse();
    assertThat(builder.except(monday, "08:00-09:00").build().isOpen(at("2026-11-23T08:00")))
        .as("exception")
        .isTrue();
  }

  @Test
  void the_types_of_holidays_that_close_are_chosen() {
    WorkingCalendarBuilder counter = Jakarta.hours().holidays(Holidays.indonesia());
    Instant jointLeave = at("2026-12-24T10:00");

    assertThat(counter.build().isOpen(jointLeave)).isFalse();
    assertThat(counter.closingOn(Set.of(HolidayType.NATIONAL)).build().isOpen(jointLeave)).isTrue();
    assertThat(counter.build().isOpen(at("2026-12-25T10:00"))).isFalse();
    assertThat(counter.closingOn(Set.of()).build().isOpen(at("2026-12-25T10:00"))).isTrue();
  }

  @Test
  void negative_work_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> office.plus(at("2026-11-23T08:00"), Duration.ofNanos(-1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> office.minus(at("2026-11-23T08:00"), Duration.ofNanos(-1)));
  }

  @ParameterizedTest
  @CsvSource({"1900-01-01T00:00:00Z", "1945-08-17T03:00:00Z", "2300-12-31T23:59:59Z"})
  void every_question_between_1900_and_2300_has_an_answer(Instant instant) {
    Instant due = office.plus(instant, Duration.ofHours(1000));

    assertThat(office.between(instant, due)).isEqualTo(Duration.ofHours(1000));
    assertThat(office.between(office.minus(instant, Duration.ofHours(1000)), instant))
        .isEqualTo(Duration.ofHours(1000));
    assertThat(office.previousClosing(instant)).isBeforeOrEqualTo(instant);
    assertThat(office.nextOpening(instant)).isAfterOrEqualTo(instant);
    assertThat(office.plusWorkingDays(instant, 5, DayEnd.END_OF_DAY)).isAfter(instant);
  }

  @Test
  void four_centuries_are_measured() {
    Duration open =
        office.between(
            Instant.parse("1900-01-01T00:00:00Z"), Instant.parse("2300-01-01T00:00:00Z"));

    assertThat(open.toHours() / 400.0).isBetween(1950.0, 1960.0);
  }

  @Test
  void beyond_1800_and_2400_the_answer_is_an_exception() {
    Instant now = at("2026-11-23T08:00");

    assertThatThrownBy(() -> office.isOpen(Instant.MAX)).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> office.isOpen(Instant.MIN)).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> office.plus(now, Duration.ofSeconds(Long.MAX_VALUE)))
        .isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> office.minus(now, Duration.ofDays(365 * 300)))
        .isInstanceOf(DateTimeException.class)
        .hasMessageContaining("1800 to 2400");
    assertThatThrownBy(() -> office.plusWorkingDays(now, Integer.MAX_VALUE, DayEnd.END_OF_DAY))
        .isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> office.isWorkingDay(LocalDate.MAX))
        .isInstanceOf(DateTimeException.class);
  }
}
