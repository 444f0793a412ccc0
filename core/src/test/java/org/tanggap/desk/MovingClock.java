package org.tanggap.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved. */
final class MovingClock implements InstantSource {

  private Instant now = Instant.parse("2026-11-21T02:15:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void set(Instant instant) {
    now = instant;
  }

  void move(Duration by) {
    now = now.plus(by);
  }
}
