package org.tanggap.desk;

import java.time.Duration;
import java.time.Instant;

/** How long to wait after failures in a row: 30 seconds, then twice as long each time. */
final class BackOff {

  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final int DOUBLINGS = 7;

  private BackOff() {}

  /** The next time after so many failures, at least one; a little over an hour at most. */
  static Instant after(Instant now, int failures) {
    int doublings = Math.max(0, Math.min(failures - 1, DOUBLINGS));
    return now.plus(FIRST.multipliedBy(1L << doublings));
  }
}
