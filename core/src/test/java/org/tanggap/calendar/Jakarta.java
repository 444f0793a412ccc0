package org.tanggap.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** An office in Jakarta without holidays, and its clock. */
final class Jakarta {

  static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

  private Jakarta() {}

  static WorkingCalendarBuilder hours() {
    return WorkingCalendar.builder(ZONE)
        .name("Jakarta offices")
        .hours(MONDAY, THURSDAY, "07:30-12:00", "13:00-16:00")
        .hours(FRIDAY, "07:30-11:30", "13:00-16:30");
  }

  /** The instant of a local time such as {@code 2026-11-23T07:30}; that day is a Monday. */
  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }
}
