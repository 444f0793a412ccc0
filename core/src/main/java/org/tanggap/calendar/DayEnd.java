package org.tanggap.calendar;

/** When, on the last of some working days, the time is up. */
public enum DayEnd {
  /** At the time of day at which it began, moved into the hours of that day. */
  SAME_TIME,
  /** At the closing of the last window of that day, as regulations count "hari kerja". */
  END_OF_DAY
}
