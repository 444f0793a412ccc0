package org.tanggap.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands until it is moved. Thread-safe. */
public final class ManualClock implements InstantSource {

  private final AtomicReference<Instant> now;

  private ManualClock(Instant start) {
    this.now = new AtomicReference<>(start);
  }

  /**
   * A clock.
   *
   * @param start the time it shows
   * @return the clock
   */
  public static ManualClock at(Instant start) {
    return new ManualClock(start);
  }

  /**
   * A clock.
   *
   * @param start the time it shows, in ISO 8601, such as {@code 2026-11-21T02:15:00Z}
   * @return the clock
   */
  public static ManualClock at(String start) {
    return at(Instant.parse(start));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  /**
   * Moves the clock.
   *
   * @param time how far; backwards if negative
   */
  public void advance(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }
}
