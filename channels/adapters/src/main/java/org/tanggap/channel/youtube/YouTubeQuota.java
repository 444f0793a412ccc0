package org.tanggap.channel.youtube;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.Vitals;

/**
 * Counts the units of the day's quota, which Google does not tell: a list costs 1, an insert 50, a
 * refused call as much, and the count begins anew at midnight Pacific time ("Quota and compliance
 * audits"). Thread-safe.
 */
final class YouTubeQuota {

  /** What a call of {@code list} costs. */
  static final int LIST = 1;

  /** What a call of {@code insert} costs. */
  static final int INSERT = 50;

  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

  /**
   * What was used on a day.
   *
   * @param day the day in Pacific time
   * @param units how much was used
   */
  record Used(LocalDate day, int units) {}

  private final InstantSource clock;
  private final int daily;
  private final int reserve;
  private final AtomicReference<Used> used;

  YouTubeQuota(InstantSource clock, int daily, int reserve) {
    this.clock = clock;
    this.daily = daily;
    this.reserve = reserve;
    this.used = new AtomicReference<>(new Used(LocalDate.EPOCH, 0));
  }

  /** Counts a call. */
  void spend(int units) {
    LocalDate today = today();
    used.updateAndGet(
        before -> new Used(today, (before.day().equals(today) ? before.units() : 0) + units));
  }

  /** Takes what an earlier process has counted, if it was more. */
  void recall(Used known) {
    used.updateAndGet(
        before ->
            before.day().isAfter(known.day())
                    || (before.day().equals(known.day()) && before.units() >= known.units())
                ? before
                : known);
  }

  /** Google says that nothing is left. */
  ChannelException spent() {
    used.set(new Used(today(), daily));
    return ChannelException.waitUntil("YouTube's quota of the day is used up", resets());
  }

  /** Throws if a list would eat what is kept for answers. */
  void reserveForAnswers() {
    if (left() - LIST < reserve) {
      throw ChannelException.waitUntil(
          "what is left of YouTube's quota of the day is kept for answers", resets());
    }
  }

  Used used() {
    Used now = used.get();
    return now.day().equals(today()) ? now : new Used(today(), 0);
  }

  Vitals vitals() {
    return new Vitals(null, (long) Math.max(left(), 0), resets());
  }

  private int left() {
    return daily - used().units();
  }

  private Instant resets() {
    return today().plusDays(1).atStartOfDay(PACIFIC).toInstant();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), PACIFIC);
  }
}
