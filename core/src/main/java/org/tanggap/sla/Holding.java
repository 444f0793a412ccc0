package org.tanggap.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.responsibility.Unit;

/**
 * The time in which one unit had the complaint: its own clock, apart from the citizen's.
 *
 * <p>Only the offices' open time counts, and none in which the unit could do nothing: while the
 * reporter was asked, the work was planned for later, or a second person had to look.
 *
 * @param unit the unit
 * @param from when it got the complaint
 * @param to when it had it no longer, or null while it has it
 * @param end why it has it no longer
 * @param held how much working time it had the complaint, up to the instant asked for
 * @param due until when it was to do its part; null if no rule says so, the clock is paused, or it
 *     ended without a result: the complaint was merged, or not the unit's
 * @param explanation the ledger of its clock
 */
public record Holding(
    Unit unit,
    Instant from,
    @Nullable Instant to,
    End end,
    Duration held,
    @Nullable Instant due,
    String explanation) {

  /** How the time of a unit ended. */
  public enum End {
    /** The unit has it still. */
    HELD,
    /** It did its part and passed it on. */
    PASSED_ON,
    /** It should never have had it. */
    MISROUTED,
    /** The complaint was finished. */
    FINISHED
  }

  /**
   * Whether the time counts for the unit. Time lost by misrouting is charged to nobody.
   *
   * @return false if the unit should never have had the complaint
   */
  public boolean isCharged() {
    return end != End.MISROUTED;
  }

  /**
   * Whether the unit has missed, or missed then, what it was given.
   *
   * @param now the instant to judge by
   * @return true from the due time on, unless the time is charged to nobody
   */
  public boolean isOverdue(Instant now) {
    return isCharged() && due != null && !Optional.ofNullable(to).orElse(now).isBefore(due);
  }
}
