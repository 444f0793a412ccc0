package org.tanggap.sla;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tanggap.responsibility.Unit;

/** The time of one unit while the events go by. Used by one thread. */
final class UnitTime {

  private final Unit unit;
  private final Instant from;
  private final Clock clock;
  private @Nullable Instant to;
  private Holding.End end = Holding.End.HELD;

  UnitTime(Unit unit, Instant from, Clock clock) {
    this.unit = unit;
    this.from = from;
    this.clock = clock;
  }

  Unit unit() {
    return unit;
  }

  Clock clock() {
    return clock;
  }

  boolean isMisrouted() {
    return end == Holding.End.MISROUTED;
  }

  /** Ends; a unit that should never have had it is neither in time nor late. */
  void end(Instant at, Holding.End how, String why) {
    to = at;
    end = how;
    if (how == Holding.End.MISROUTED) {
      clock.cancel(at, why);
    } else {
      clock.meet(at, why);
    }
  }

  /** Ends with the complaint; one that was merged leaves the unit neither in time nor late. */
  void finish(Instant at, boolean merged, String why) {
    to = at;
    end = Holding.End.FINISHED;
    if (merged) {
      clock.cancel(at, why);
    } else {
      clock.meet(at, why);
    }
  }

  Holding holding(Instant now) {
    Instant due = clock.state() == Deadline.State.CANCELLED ? null : clock.due();
    Duration held = clock.worked(from, now);
    return new Holding(unit, from, to, end, held, due, clock.deadline().explain());
  }
}
