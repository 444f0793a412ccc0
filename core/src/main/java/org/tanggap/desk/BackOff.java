package org.tanggap.desk;

import java.time.Duration;
import java.time.Instant;

/**
 * How long to wait after failures in a row: twice as long each time, a little over an hour at most.
 */
enum BackOff {
  /** For answers, which cost their vendor something: from 30 seconds. */
  ANSWERS(Duration.ofSeconds(30), 7),
  /** For reading: from two seconds, so that a short trouble costs little. */
  READING(Duration.ofSeconds(2), 11);

  private final Duration first;
  private final int doublings;

  BackOff(Duration first, int doublings) {
    this.first = first;
    this.doublings = doublings;
  }

  /** The next time after so many failures, at least one. */
  Instant after(Instant now, int failures) {
    return now.plus(first.multipliedBy(1L << Math.max(0, Math.min(failures - 1, doublings))));
  }
}
