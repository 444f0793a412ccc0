/**
 * Working time: which instants count as office time, and arithmetic on them; holidays as data.
 *
 * <p>Start at {@link org.tanggap.calendar.WorkingCalendar}, whose documentation states every rule;
 * {@link org.tanggap.calendar.IndonesianOffices} has one ready. Inside, {@code OfficeRules} says
 * which windows a date has, {@code Timetable} is a stretch of years as a sorted table of open
 * times, and {@code Timeline} puts such tables in a row.
 */
@NullMarked
package org.tanggap.calendar;

import org.jspecify.annotations.NullMarked;
