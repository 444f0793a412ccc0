package org.tanggap.calendar;

import java.time.Instant;
import java.util.Arrays;

/**
 * The open times of some years: sorted, disjoint, not touching, in epoch seconds, with the open
 * seconds before each. Every question is a binary search.
 */
final class Timetable {

  private final long[] opens;
  private final long[] closes;

  /** Open seconds of the table before the open time of the same index. */
  private final long[] before;

  private final long total;
  private final long from;
  private final long until;

  Timetable(long[] opens, long[] closes, long from, long until) {
    this.opens = opens;
    this.closes = closes;
    this.from = from;
    this.until = until;
    this.before = new long[opens.length];
    long sum = 0;
    for (int i = 0; i < opens.length; i++) {
      before[i] = sum;
      sum += closes[i] - opens[i];
    }
    this.total = sum;
  }

  /** First second of the span that the table speaks of. */
  long from() {
    return from;
  }

  /** First second after that span. */
  long until() {
    return until;
  }

  boolean covers(long second) {
    return second >= from && second < until;
  }

  /** All open seconds. */
  long total() {
    return total;
  }

  boolean isOpen(long second) {
    int i = lastOpenedBy(second);
    return i >= 0 && second < closes[i];
  }

  /** Open seconds from the beginning of the table to the beginning of a second. */
  long openBefore(long second) {
    int i = lastOpenedBy(second);
    return i < 0 ? 0 : before[i] + Math.min(second, closes[i]) - opens[i];
  }

  /** The second itself if it is open, else the next opening, else {@link #until}. */
  long nextOpening(long second) {
    int i = lastOpenedBy(second);
    if (i >= 0 && second < closes[i]) {
      return second;
    }
    return i + 1 < opens.length ? opens[i + 1] : until;
  }

  /**
   * The end of the open second or, if it is closed, the last closing before, else {@link #from}.
   */
  long previousClosing(long second) {
    int i = lastOpenedBy(second);
    return i < 0 ? from : Math.min(closes[i], second + 1);
  }

  /** The earliest instant before which so much open time lies, which is positive and within all. */
  Instant earliestAfter(long openSeconds, int nanos) {
    int i = lastBegunBefore(nanos > 0 ? openSeconds + 1 : openSeconds);
    return Instant.ofEpochSecond(opens[i] + openSeconds - before[i], nanos);
  }

  /** The latest instant before which so much open time lies, which is less than all. */
  Instant latestAfter(long openSeconds, int nanos) {
    int i = lastBegunBefore(openSeconds + 1);
    return Instant.ofEpochSecond(opens[i] + openSeconds - before[i], nanos);
  }

  private int lastOpenedBy(long second) {
    int found = Arrays.binarySearch(opens, second);
    return found >= 0 ? found : -found - 2;
  }

  private int lastBegunBefore(long openSeconds) {
    int found = Arrays.binarySearch(before, openSeconds);
    return found >= 0 ? found - 1 : -found - 2;
  }
}
