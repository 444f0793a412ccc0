package org.tanggap.calendar;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of local time in which the office is open, counted in minutes from the midnight on
 * which its day begins.
 *
 * @param from 0 to 1439
 * @param to after {@code from}, by a day at most; above 1440 it ends on the next day
 */
record TimeWindow(int from, int to) {

  static final int DAY = 24 * 60;

  private static final Pattern FORM =
      Pattern.compile(
          "([01][0-9]|2[0-3]):([0-5][0-9])-(?:(24):(00)|([01][0-9]|2[0-3]):([0-5][0-9]))");

  static Optional<TimeWindow> find(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    int from = minutes(form.group(1), form.group(2));
    int to = form.group(3) != null ? DAY : minutes(form.group(5), form.group(6));
    if (from == to) {
      return Optional.empty();
    }
    return Optional.of(new TimeWindow(from, to > from ? to : to + DAY));
  }

  /** Whether they share a minute, the other beginning some days later. */
  boolean overlaps(TimeWindow other, int daysLater) {
    int shift = daysLater * DAY;
    return from < other.to + shift && other.from + shift < to;
  }

  @Override
  public String toString() {
    return clock(from) + "-" + (to == DAY ? "24:00" : clock(to % DAY));
  }

  private static int minutes(String hour, String minute) {
    return Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
  }

  private static String clock(int minutes) {
    int hour = minutes / 60;
    int minute = minutes % 60;
    return (hour < 10 ? "0" : "") + hour + ":" + (minute < 10 ? "0" : "") + minute;
  }
}
