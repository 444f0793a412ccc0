package org.tanggap.calendar;

import java.time.LocalDate;

/**
 * One month of Ramadan as the minister of religion of Indonesia decided it.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if the month does not have 29 or 30
 * days.
 *
 * @param hijriYear the year of the Islamic calendar
 * @param first 1 Ramadan
 * @param last the eve of 1 Syawal
 * @param decidedOn the day of the session (sidang isbat) that decided the beginning
 */
public record Ramadan(int hijriYear, LocalDate first, LocalDate last, LocalDate decidedOn) {

  public Ramadan {
    long days = last.toEpochDay() - first.toEpochDay() + 1;
    if (days != 29 && days != 30) {
      throw new IllegalArgumentException("Ramadan has 29 or 30 days");
    }
  }
}
