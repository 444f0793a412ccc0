package org.tanggap.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Predicate;

/** Counts working days, by the rules of {@link WorkingCalendar#plusWorkingDays}. */
final class WorkingDays {

  private final Timeline timeline;
  private final Predicate<LocalDate> isWorkingDay;
  private final boolean asked;

  /**
   * Counts in a timeline.
   *
   * @param asked whether each day on the way is to be asked for, which may refuse it
   */
  WorkingDays(Timeline timeline, Predicate<LocalDate> isWorkingDay, boolean asked) {
    this.timeline = timeline;
    this.isWorkingDay = isWorkingDay;
    this.asked = asked;
  }

  Instant plus(Instant start, int days, DayEnd end) {
    if (days < 1) {
      throw new IllegalArgumentException("working days to add are at least one");
    }
    ZonedDateTime local = start.atZone(timeline.rules().zone());
    return switch (end) {
      case END_OF_DAY -> timeline.lastClosing(after(local.toLocalDate(), days));
      case SAME_TIME -> sameTime(local, days);
    };
  }

  private Instant sameTime(ZonedDateTime start, int days) {
    LocalDate day = start.toLocalDate();
    LocalTime time = start.toLocalTime();
    if (!isWorkingDay.test(day)) {
      day = after(day, 1);
      time = LocalTime.MIDNIGHT;
    }
    LocalDate last = after(day, days);
    ZoneId zone = timeline.rules().zone();
    ZonedDateTime due = ZonedDateTime.ofLocal(last.atTime(time), zone, start.getOffset());
    return withinHours(due.toInstant(), last);
  }

  private LocalDate after(LocalDate day, int count) {
    LocalDate found = asked ? null : timeline.findWorkingDayAfter(day, count);
    if (found != null) {
      return found;
    }
    LocalDate date = day;
    for (int left = count; left > 0; ) {
      date = date.plusDays(1);
      if (isWorkingDay.test(date)) {
        left--;
      }
    }
    return date;
  }

  private Instant withinHours(Instant instant, LocalDate day) {
    if (timeline.previousClosing(instant).equals(instant)) {
      return instant;
    }
    Instant opening = timeline.nextOpening(instant);
    Instant closing = timeline.lastClosing(day);
    return opening.isBefore(closing) ? opening : closing;
  }
}
