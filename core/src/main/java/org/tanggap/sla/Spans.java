package org.tanggap.sla;

import java.time.Duration;
import org.tanggap.calendar.DayEnd;

/** Spans of time for a reader. */
final class Spans {

  private Spans() {}

  /** Hours, minutes and seconds; parts of a second are left out. */
  static String words(Duration time) {
    long hours = time.toHours();
    int minutes = time.toMinutesPart();
    int seconds = time.toSecondsPart();
    if (hours == 0 && minutes == 0) {
      return counted(seconds, "second");
    } else if (minutes == 0 && seconds == 0) {
      return counted(hours, "hour");
    } else if (hours == 0 && seconds == 0) {
      return counted(minutes, "minute");
    }
    String text = hours == 0 ? "" : " " + hours + " h";
    text += minutes == 0 ? "" : " " + minutes + " min";
    text += seconds == 0 ? "" : " " + seconds + " s";
    return text.substring(1);
  }

  private static String counted(long count, String unit) {
    return count + " " + unit + (count == 1 ? "" : "s");
  }

  static String words(DayEnd end, int days) {
    if (end == DayEnd.SAME_TIME) {
      return ", to the same time of day";
    }
    return days == 1 ? ", to the end of it" : ", to the end of the last one";
  }
}
