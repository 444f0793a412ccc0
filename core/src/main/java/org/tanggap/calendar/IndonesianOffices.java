package org.tanggap.calendar;

import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The calendar of Indonesian government offices, from Perpres 21/2023: Monday to Friday from 07:30,
 * 37.5 hours a week, with a break of 60 minutes, 90 on Friday; in Ramadan from 08:00, 32.5 hours,
 * with a break of 30 minutes, 60 on Friday. Offices that serve the public directly may have others.
 *
 * <p>The decree fixes the beginning, the sum and the length of the breaks. When a break begins and
 * when a day ends is up to each institution; here they are those that the ministry's circular
 * 6/2023 and the circulars of Jakarta for 2025 and 2026 give for Ramadan, and such that the days
 * are of equal length otherwise. <b>Check them with the rule of your region</b>: in Ramadan 2023,
 * before the decree, Jakarta's offices worked from 07:00 to 14:00.
 */
public final class IndonesianOffices {

  /** Western Indonesian time (WIB): Jakarta, Java, Sumatra. */
  public static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

  /** Central Indonesian time (WITA): Makassar, Bali. */
  public static final ZoneId WITA = ZoneId.of("Asia/Makassar");

  /** Eastern Indonesian time (WIT): Jayapura, Maluku. */
  public static final ZoneId WIT = ZoneId.of("Asia/Jayapura");

  private IndonesianOffices() {}

  /**
   * The calendar with {@link Holidays#indonesia()}, all types closing, and the hours of {@link
   * #ramadan()}. It knows the years of which both are decided, 2023 to 2026; beyond, use {@link
   * WorkingCalendar#provisional()}, which goes by the holidays of 2027 but not by a Ramadan.
   *
   * @param zone {@link #WIB}, {@link #WITA} or {@link #WIT}
   * @return the calendar
   */
  public static WorkingCalendar calendar(ZoneId zone) {
    return builder(zone).build();
  }

  /**
   * The same calendar, to change or to add to.
   *
   * @param zone {@link #WIB}, {@link #WITA} or {@link #WIT}
   * @return a builder with hours, Ramadan and holidays
   */
  public static WorkingCalendarBuilder builder(ZoneId zone) {
    List<Ramadan> months = ramadan();
    WorkingCalendarBuilder builder =
        WorkingCalendar.builder(zone)
            .name("Indonesian offices")
            .hours(DayOfWeek.MONDAY, DayOfWeek.THURSDAY, "07:30-12:00", "13:00-16:00")
            .hours(DayOfWeek.FRIDAY, "07:30-11:30", "13:00-16:30")
            .holidays(Holidays.indonesia())
            .shiftsKnownFor(years(months));
    months.forEach(
        month -> builder.shift(month.first(), month.last(), IndonesianOffices::ramadanHours));
    return builder;
  }

  /**
   * The months of Ramadan that are decided, those of 2023 to 2026.
   *
   * @return the months, in the order of time, read anew from the library's jar
   */
  public static List<Ramadan> ramadan() {
    return Resources.read("ramadan-id.csv", IndonesianOffices::readRamadan);
  }

  /**
   * Sets the hours of Ramadan, for {@link WorkingCalendarBuilder#shift}.
   *
   * @param week the hours to set
   */
  public static void ramadanHours(WeekHours week) {
    week.hours(DayOfWeek.MONDAY, DayOfWeek.THURSDAY, "08:00-12:00", "12:30-15:00")
        .hours(DayOfWeek.FRIDAY, "08:00-11:30", "12:30-15:30");
  }

  private static Set<Integer> years(List<Ramadan> months) {
    return months.stream().map(month -> month.first().getYear()).collect(Collectors.toSet());
  }

  private static List<Ramadan> readRamadan(InputStream in, String name) {
    List<Ramadan> months = new ArrayList<>();
    DataLines.read(
        in,
        name,
        (lines, fields) ->
            months.add(
                new Ramadan(
                    Integer.parseInt(fields.get(0)),
                    LocalDate.parse(fields.get(1)),
                    LocalDate.parse(fields.get(2)),
                    LocalDate.parse(fields.get(3)))));
    return List.copyOf(months);
  }
}
