package org.tanggap.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockChangeTest {

  private static Duration openOn(String zone, String windows, LocalDate date) {
    ZoneId place = ZoneId.of(zone);
    WorkingCalendar calendar =
        WorkingCalendar.builder(place).hours(MONDAY, SUNDAY, windows.split(" ", -1)).build();
    Instant noon = date.atTime(12, 0).atZone(place).toInstant();
    return calendar.between(noon.minus(Duration.ofHours(12)), noon.plus(Duration.ofHours(12)));
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Amsterdam, 01:00-03:00, 2026-03-29, PT1H, spring",
    "Europe/Amsterdam, 01:00-03:00, 2026-10-25, PT3H, autumn",
    "Europe/Amsterdam, 02:15-02:45, 2026-03-29, PT0S, all of it is skipped",
    "Europe/Amsterdam, 02:15-02:45, 2026-10-25, PT1H, all of it comes twice",
    "Europe/Amsterdam, 01:00-02:30, 2026-10-25, PT2H, half an hour comes twice",
    "Europe/Amsterdam, 02:30-04:00, 2026-03-29, PT1H, it begins when the clock arrives",
    "America/New_York, 01:00-03:00, 2026-03-08, PT1H, spring",
    "Australia/Lord_Howe, 01:00-03:00, 2026-10-04, PT1H30M, half an hour is skipped",
    "Australia/Lord_Howe, 01:00-03:00, 2026-04-05, PT2H30M, half an hour comes twice",
    "Asia/Jakarta, 01:00-03:00, 2026-03-29, PT2H, no change",
  })
  void windows_are_local_time_and_measured_in_real_seconds(
      String zone, String window, LocalDate date, Duration open, String what) {
    assertThat(openOn(zone, window, date)).as(what).isEqualTo(open);
  }

  @Test
  void a_night_over_the_change_is_an_hour_shorter_or_longer() {
    WorkingCalendar nights =
        WorkingCalendar.builder(ZoneId.of("Europe/Amsterdam"))
            .hours(MONDAY, SUNDAY, "22:00-06:00")
            .build();

    assertThat(nights.plus(Instant.parse("2026-03-28T21:00:00Z"), Duration.ofHours(7)))
        .isEqualTo(Instant.parse("2026-03-29T04:00:00Z"));
    assertThat(nights.minus(Instant.parse("2026-10-25T05:00:00Z"), Duration.ofHours(9)))
        .isEqualTo(Instant.parse("2026-10-24T20:00:00Z"));
  }

  @Test
  void an_hour_that_comes_twice_opens_the_office_twice() {
    WorkingCalendar calendar =
        WorkingCalendar.builder(ZoneId.of("Europe/Amsterdam")).hours(SUNDAY, "02:15-02:45").build();

    assertThat(calendar.nextOpening(Instant.parse("2026-10-25T00:45:00Z")))
        .isEqualTo(Instant.parse("2026-10-25T01:15:00Z"));
  }

  @Test
  void a_day_that_the_zone_skips_has_no_time() {
    WorkingCalendar apia = WorkingCalendar.alwaysOpen(ZoneId.of("Pacific/Apia"));
    Instant change = Instant.parse("2011-12-30T10:00:00Z");

    assertThat(apia.plus(change.minusSeconds(1), Duration.ofSeconds(2)))
        .isEqualTo(change.plusSeconds(1));
    WorkingCalendar friday =
        WorkingCalendar.builder(ZoneId.of("Pacific/Apia")).hours(FRIDAY, "08:00-16:00").build();
    assertThat(friday.nextOpening(change))
        .as("the Friday of that week is skipped")
        .isEqualTo(Instant.parse("2012-01-05T18:00:00Z"));
  }

  @Test
  void a_stop_of_summer_time_in_ramadan_counts() {
    WorkingCalendar casablanca =
        WorkingCalendar.builder(ZoneId.of("Africa/Casablanca"))
            .hours(MONDAY, SUNDAY, "02:00-04:00")
            .build();

    assertThat(
            casablanca.between(
                Instant.parse("2026-02-15T00:00:00Z"), Instant.parse("2026-02-16T00:00:00Z")))
        .as("at 03:00 the clock goes back to 02:00")
        .isEqualTo(Duration.ofHours(3));
  }
}
