package org.tanggap.desk;

import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/**
 * Makes UUIDs of version 7 (RFC 9562): 48 bits of milliseconds, a counter of 12 bits that keeps
 * those of one millisecond in order, and 62 random bits. Ids of one instance always ascend, even if
 * the clock is set back. Thread-safe.
 */
final class TimeOrderedIds {

  private static final int COUNTER_LIMIT = 1 << 12;

  private final InstantSource clock;
  private final RandomGenerator random;
  private final ReentrantLock lock = new ReentrantLock();
  private long lastMillis = -1;
  private int counter;

  TimeOrderedIds(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  UUID next() {
    lock.lock();
    try {
      long millis = clock.millis();
      if (millis > lastMillis) {
        lastMillis = millis;
        counter = random.nextInt(COUNTER_LIMIT / 2);
      } else if (++counter == COUNTER_LIMIT) {
        lastMillis++;
        counter = 0;
      }
      long high = (lastMillis << 16) | 0x7000 | counter;
      long low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
      return new UUID(high, low);
    } finally {
      lock.unlock();
    }
  }
}
