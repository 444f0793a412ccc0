package org.tanggap.sla;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One reason why a deadline is when it is.
 *
 * @param at when it happened
 * @param kind what happened to the clock
 * @param words why, in words, without anything a citizen wrote
 * @param notCounted how much time does not count because of it, or null
 * @param due when the deadline is after it, or null if it has none then
 */
public record LedgerLine(
    Instant at, Kind kind, String words, @Nullable Duration notCounted, @Nullable Instant due) {

  /** What may happen to a clock. */
  public enum Kind {
    /** It began, or began anew. */
    STARTED,
    /** It stopped. */
    PAUSED,
    /** It went on. */
    RESUMED,
    /** It got another budget. */
    CHANGED,
    /** The promise was kept, in time or late. */
    MET,
    /** Another promise took its place. */
    REPLACED,
    /** It ended without a result. */
    CANCELLED,
    /** Something happened that leaves it as it is. */
    UNMOVED
  }
}
