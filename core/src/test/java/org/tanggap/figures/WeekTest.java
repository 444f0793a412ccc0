package org.tanggap.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Weeks by ISO 8601. */
class WeekTest {

  @ParameterizedTest
  @CsvSource({
    "2026-12-27, 2026-W52",
    "2026-12-28, 2026-W53",
    "2027-01-03, 2026-W53",
    "2027-01-04, 2027-W01",
    "2024-12-30, 2025-W01",
    "2023-01-01, 2022-W52",
    "2020-12-31, 2020-W53",
    "2021-01-03, 2020-W53",
    "2018-12-31, 2019-W01",
  })
  void the_days_around_new_year_lie_in_the_week_of_their_thursday(LocalDate day, String week) {
    assertThat(Week.of(day)).hasToString(week);
  }

  @Test
  void every_day_lies_in_the_week_that_begins_on_the_monday_before() {
    for (LocalDate day = LocalDate.parse("2019-12-01");
        day.isBefore(LocalDate.parse("2033-02-01"));
        day = day.plusDays(1)) {
      Week week = Week.of(day);
      assertThat(week.monday()).isEqualTo(day.minusDays(day.getDayOfWeek().getValue() - 1L));
      assertThat(Week.parse(week.toString())).contains(week);
      assertThat(week).isLessThan(Week.of(day.plusDays(7)));
    }
  }

  @Test
  void a_short_week_with_a_lost_hour_ends_at_midnight_on_the_clock() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Instant midnight = Instant.parse("2026-03-29T22:00:00Z");

    assertThat(Week.of(midnight.minusNanos(1), berlin)).hasToString("2026-W13");
    assertThat(Week.of(midnight, berlin)).hasToString("2026-W14");
  }

  @Test
  void a_long_week_with_an_hour_twice_ends_at_midnight_on_the_clock() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Instant midnight = Instant.parse("2026-10-25T23:00:00Z");

    assertThat(Week.of(midnight.minusNanos(1), berlin)).hasToString("2026-W43");
    assertThat(Week.of(midnight, berlin)).hasToString("2026-W44");
  }

  @Test
  void a_sunday_that_has_no_midnight_is_the_last_day_of_its_week() {
    ZoneId asuncion = ZoneId.of("America/Asuncion");
    ZonedDateTime sunday = LocalDate.parse("2018-10-07").atStartOfDay(asuncion);

    assertThat(sunday.getHour()).isEqualTo(1);
    assertThat(Week.of(sunday.toInstant().minusNanos(1), asuncion)).hasToString("2018-W40");
    assertThat(Week.of(sunday.toInstant(), asuncion)).hasToString("2018-W40");
    assertThat(Week.of(Instant.parse("2018-10-08T03:00:00Z"), asuncion)).hasToString("2018-W41");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2026", "2026-W54", "2025-W53", "2026-W00", "2026-W1", "2026-w01", "0000-W01"})
  void what_is_no_week_is_not_read(String text) {
    assertThat(Week.parse(text)).isEmpty();
  }

  @Test
  void a_week_that_does_not_exist_is_refused() {
    assertThatThrownBy(() -> new Week(2025, 53)).hasMessage("2025 has no week 53");
    assertThatThrownBy(() -> new Week(0, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void weeks_on_end_hold_their_first_and_last() {
    Weeks weeks = Weeks.of(new Week(2026, 52), new Week(2027, 1));

    assertThat(weeks.contains(new Week(2026, 51))).isFalse();
    assertThat(weeks.contains(new Week(2026, 52))).isTrue();
    assertThat(weeks.contains(new Week(2026, 53))).isTrue();
    assertThat(weeks.contains(new Week(2027, 1))).isTrue();
    assertThat(weeks.contains(new Week(2027, 2))).isFalse();
    assertThat(Weeks.all().contains(new Week(1, 1))).isTrue();
    assertThat(new Weeks(new Week(2026, 1), null).contains(new Week(2025, 52))).isFalse();
    assertThatThrownBy(() -> Weeks.of(new Week(2026, 2), new Week(2026, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
