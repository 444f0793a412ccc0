package org.tanggap.audience;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** For whom a status is put into words. */
public enum Readership {
  /** Residents, in Indonesian. */
  PUBLIC_INDONESIAN(Audience.PUBLIC, "id", "d MMMM uuuu", "d MMMM uuuu 'pukul' HH.mm"),
  /** Residents, in English. */
  PUBLIC_ENGLISH(Audience.PUBLIC, "en", "d MMMM uuuu", "d MMMM uuuu, HH:mm"),
  /** The offices, in their own Indonesian terms. */
  OFFICER(Audience.OFFICER, "id", "d MMM uuuu", "d MMM uuuu HH.mm"),
  /** Clients of Open311, which know open and closed; all else is said in the notes. */
  OPEN311(Audience.PUBLIC, "id", "d MMMM uuuu", "d MMMM uuuu 'pukul' HH.mm");

  private final Audience audience;
  private final DateTimeFormatter dates;
  private final DateTimeFormatter times;

  Readership(Audience audience, String language, String dates, String times) {
    Locale locale = Locale.forLanguageTag(language);
    this.audience = audience;
    this.dates = DateTimeFormatter.ofPattern(dates, locale);
    this.times = DateTimeFormatter.ofPattern(times, locale);
  }

  /**
   * The audience that these words are meant for.
   *
   * @return the public, or the officers
   */
  public Audience audience() {
    return audience;
  }

  String write(LocalDate date) {
    return dates.format(date);
  }

  String write(Instant time, ZoneId zone) {
    return times.format(time.atZone(zone));
  }
}
