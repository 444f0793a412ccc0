package org.tanggap.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.tanggap.calendar.IndonesianOffices.WIB;
import static org.tanggap.sla.Story.OFFICE;
import static org.tanggap.sla.Story.at;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.calendar.DayEnd;
import org.tanggap.calendar.IndonesianOffices;
import org.tanggap.calendar.WorkingCalendar;

class BudgetTest {

  private static final WorkingCalendar INDONESIA = IndonesianOffices.calendar(WIB).provisional();
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "Mon 09:00, Thu 09:00",
    "Fri 15:00, Mon+1 15:00",
    "Sun 03:00, Wed+1 03:00",
  })
  void three_times_24_hours_run_through_nights_and_weekends(String start, String due) {
    assertThat(Budget.hours(72).after(at(start), OFFICE)).isEqualTo(at(due));
  }

  @ParameterizedTest
  @CsvSource({
    "Mon 08:00, Mon 16:00",
    "Mon 09:00, Tue 09:00",
    "Mon 16:00, Tue 16:00",
    "Fri 15:00, Mon+1 15:00",
    "Sat 11:00, Mon+1 16:00",
    "Mon 05:00, Mon 16:00",
  })
  void eight_working_hours_count_while_the_offices_are_open_and_may_end_at_closing(
      String start, String due) {
    assertThat(Budget.workingHours(8).after(at(start), OFFICE)).isEqualTo(at(due));
  }

  @Test
  void two_windows_a_day_with_a_lunch_between_count_as_they_are() {
    // Friday's windows are 07:30-11:30 and 13:00-16:30.
    assertThat(Budget.workingHours(2).after(at("Fri 10:00"), INDONESIA)).isEqualTo(at("Fri 13:30"));
    assertThat(Budget.workingHours(1).after(at("Fri 10:30"), INDONESIA))
        .as("at the closing, not at the next opening")
        .isEqualTo(at("Fri 11:30"));
  }

  @ParameterizedTest
  @CsvSource({
    "Mon 09:00, 1, Tue 16:00",
    "Mon 23:00, 1, Tue 16:00",
    "Fri 09:00, 5, Fri+1 16:00",
    "Sat 09:00, 1, Mon+1 16:00",
  })
  void working_days_end_at_the_closing_of_the_last_one_and_the_day_itself_does_not_count(
      String start, int days, String due) {
    assertThat(Budget.workingDays(days).after(at(start), OFFICE)).isEqualTo(at(due));
  }

  @Test
  void working_days_may_end_at_the_same_time_of_day() {
    Budget five = new Budget.WorkingDays(5, DayEnd.SAME_TIME);

    assertThat(five.after(at("Wed 10:20"), OFFICE)).isEqualTo(at("Wed+1 10:20"));
  }

  @Test
  void five_working_days_step_over_lebaran() {
    // 18 to 24 March 2026 are holidays and joint leave.
    assertThat(Budget.workingDays(5).after(at("2026-03-13T10:00"), INDONESIA))
        .isEqualTo(at("2026-03-27T16:30"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T00:00, 60, 2027-01-23T00:00",
    "2026-11-23T23:59, 60, 2027-01-23T00:00",
    "2026-03-13T10:00, 1, 2026-03-15T00:00",
  })
  void calendar_days_end_at_midnight_at_the_end_of_the_last_one(
      String start, int days, String due) {
    assertThat(Budget.calendarDays(days).after(at(start), INDONESIA)).isEqualTo(at(due));
  }

  @Test
  void calendar_days_may_end_at_the_same_time_of_day() {
    Budget sixty = new Budget.CalendarDays(60, DayEnd.SAME_TIME);

    assertThat(sixty.after(at("2026-11-23T10:20"), INDONESIA)).isEqualTo(at("2027-01-22T10:20"));
  }

  @Test
  void a_promised_day_lasts_until_its_midnight_whenever_it_was_promised() {
    Budget until = new Budget.Until(LocalDate.of(2026, 11, 27));

    assertThat(until.after(at("Mon 09:00"), OFFICE)).isEqualTo(at("Sat 00:00"));
    assertThat(until.after(at("Fri 23:59"), OFFICE)).isEqualTo(at("Sat 00:00"));
  }

  @Test
  void where_clocks_are_set_forward_hours_are_real_and_days_are_the_wall_s() {
    Instant noon = ZonedDateTime.of(2027, 3, 27, 12, 0, 0, 0, BERLIN).toInstant();
    WorkingCalendar always = WorkingCalendar.alwaysOpen(BERLIN);

    assertThat(Budget.hours(24).after(noon, always)).isEqualTo(noon.plus(Duration.ofHours(24)));
    assertThat(Budget.workingHours(24).after(noon, always))
        .isEqualTo(noon.plus(Duration.ofHours(24)));
    assertThat(new Budget.CalendarDays(1, DayEnd.SAME_TIME).after(noon, always))
        .isEqualTo(noon.plus(Duration.ofHours(23)));
  }

  @Test
  void a_window_over_the_lost_hour_is_an_hour_shorter() {
    WorkingCalendar night =
        WorkingCalendar.builder(BERLIN).hours(java.time.DayOfWeek.SUNDAY, "01:00-03:00").build();
    Instant saturday = ZonedDateTime.of(2027, 3, 27, 12, 0, 0, 0, BERLIN).toInstant();
    ZonedDateTime due = Budget.workingHours(1).after(saturday, night).atZone(BERLIN);

    assertThat(due.toLocalDateTime()).hasToString("2027-03-28T03:00");
  }

  @Test
  void nothing_is_rounded() {
    Instant start = at("Mon 09:00").plusNanos(123_456_789);

    assertThat(Budget.hours(1).after(start, OFFICE)).isEqualTo(start.plusSeconds(3_600));
    assertThat(new Budget.WorkingTime(Duration.ofSeconds(50)).after(start, OFFICE))
        .isEqualTo(start.plusSeconds(50));
  }

  @Test
  void hours_and_calendar_days_are_measured_in_elapsed_time_and_the_others_in_office_time() {
    Instant friday = at("Fri 15:00");
    Instant monday = at("Mon+1 09:00");

    for (Budget elapsed :
        new Budget[] {
          Budget.hours(1), Budget.calendarDays(1), new Budget.Until(LocalDate.of(2026, 12, 1))
        }) {
      assertThat(elapsed.isCountedInWorkingTime()).isFalse();
      assertThat(elapsed.measure(friday, monday, OFFICE)).isEqualTo(Duration.ofHours(66));
      assertThat(elapsed.move(friday, Duration.ofHours(2), OFFICE)).isEqualTo(at("Fri 17:00"));
    }
    for (Budget working : new Budget[] {Budget.workingHours(1), Budget.workingDays(1)}) {
      assertThat(working.isCountedInWorkingTime()).isTrue();
      assertThat(working.measure(friday, monday, OFFICE)).isEqualTo(Duration.ofHours(2));
      assertThat(working.move(friday, Duration.ofHours(2), OFFICE)).isEqualTo(monday);
      assertThat(working.move(at("Sat 01:00"), Duration.ZERO, OFFICE)).isEqualTo(at("Sat 01:00"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void a_budget_is_positive(int count) {
    assertThatIllegalArgumentException().isThrownBy(() -> Budget.hours(count));
    assertThatIllegalArgumentException().isThrownBy(() -> Budget.workingHours(count));
    assertThatIllegalArgumentException().isThrownBy(() -> Budget.workingDays(count));
    assertThatIllegalArgumentException().isThrownBy(() -> Budget.calendarDays(count));
  }

  @Test
  @SuppressWarnings("NullAway")
  void a_budget_of_days_says_how_they_end() {
    assertThatNullPointerException().isThrownBy(() -> new Budget.WorkingDays(1, null));
    assertThatNullPointerException().isThrownBy(() -> new Budget.CalendarDays(1, null));
    assertThatNullPointerException().isThrownBy(() -> new Budget.Until(null));
  }

  @Test
  void a_budget_says_its_time_in_words() {
    assertThat(Budget.hours(72).words()).isEqualTo("72 hours, nights and holidays included");
    assertThat(Budget.workingHours(1).words()).isEqualTo("1 hour in which the offices are open");
    assertThat(Budget.workingDays(1).words()).isEqualTo("1 working day, to the end of it");
    assertThat(new Budget.WorkingDays(5, DayEnd.SAME_TIME).words())
        .isEqualTo("5 working days, to the same time of day");
    assertThat(Budget.calendarDays(1).words()).isEqualTo("1 calendar day, to the end of it");
    assertThat(Budget.calendarDays(60).words())
        .isEqualTo("60 calendar days, to the end of the last one");
    assertThat(new Budget.Until(LocalDate.of(2027, 3, 31)).words())
        .isEqualTo("promised for 2027-03-31");
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 seconds",
    "PT0.4S, 0 seconds",
    "PT1S, 1 second",
    "PT50S, 50 seconds",
    "PT1M, 1 minute",
    "PT45M, 45 minutes",
    "PT1H, 1 hour",
    "PT72H, 72 hours",
    "PT90M, 1 h 30 min",
    "PT90S, 1 min 30 s",
    "PT1H30S, 1 h 30 s",
    "PT25H1M1S, 25 h 1 min 1 s",
  })
  void spans_are_told_to_the_second(Duration time, String words) {
    assertThat(Spans.words(time)).isEqualTo(words);
  }
}
