package org.tanggap.store;

import java.time.Instant;

/**
 * Instants as milliseconds since 1970-01-01T00:00Z, the unit of the columns that are searched. A
 * time to act is rounded up and the present down, so that nothing is taken before its time and
 * nothing waits a millisecond longer.
 */
final class Millis {

  private Millis() {}

  /** The millisecond that holds the instant; the last one there is for instants beyond. */
  static long floor(Instant instant) {
    try {
      return instant.toEpochMilli();
    } catch (ArithmeticException e) {
      return instant.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  /** The first millisecond that is not before the instant. */
  static long ceil(Instant instant) {
    long floor = floor(instant);
    boolean later = floor < Long.MAX_VALUE && Instant.ofEpochMilli(floor).isBefore(instant);
    return later ? floor + 1 : floor;
  }
}
