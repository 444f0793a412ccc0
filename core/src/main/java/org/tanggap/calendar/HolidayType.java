package org.tanggap.calendar;

/** Why a day is a holiday. */
public enum HolidayType {
  /** A national holiday (hari libur nasional). */
  NATIONAL,
  /** Joint leave between or beside holidays (cuti bersama). */
  JOINT_LEAVE,
  /** A day of voting, made a holiday by a decree of its own. */
  ELECTION,
  /** A holiday of one region or one office. */
  LOCAL
}
