package org.tanggap.sla;

import java.time.Duration;
import java.time.Instant;

/** How much time a promise has. */
public sealed interface Budget {

  /**
   * Elapsed hours, nights and holidays included, as in the road office's 3 x 24 jam.
   *
   * @param hours a positive number of hours
   * @return the budget
   * @throws IllegalArgumentException if the number is not positive
   */
  static Budget hours(int hours) {
    return new Elapsed(Duration.ofHours(hours));
  }

  /**
   * The instant at which the budget is used up.
   *
   * @param start when it begins to count
   * @return the end
   */
  Instant after(Instant start);

  /**
   * The budget in words.
   *
   * @return such as {@code 72 hours}
   */
  String words();

  /**
   * Elapsed time, nights and holidays included.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if it is zero or negative.
   *
   * @param time a positive span
   */
  record Elapsed(Duration time) implements Budget {

    public Elapsed {
      if (time.isZero() || time.isNegative()) {
        throw new IllegalArgumentException("a budget is a positive span of time");
      }
    }

    @Override
    public Instant after(Instant start) {
      return start.plus(time);
    }

    @Override
    public String words() {
      long minutes = time.toMinutes();
      return minutes % 60 == 0 ? minutes / 60 + " hours" : minutes + " minutes";
    }
  }
}
