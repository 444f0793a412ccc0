package org.tanggap.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanggap.calendar.WorkingCalendar;

/**
 * The clock of one promise while the events go by. It keeps no remaining time: the due time follows
 * from the start, the budget and the stops. It goes by, unseen, without a promise, too, so that one
 * that is made later counts as if it had been made at once. Used by one thread.
 */
final class Clock {

  private record Stop(Instant from, Instant to) {}

  /** A line of the ledger whose words are put together when somebody reads them. */
  private record Entry(
      Instant at,
      LedgerLine.Kind kind,
      String words,
      @Nullable Promise promise,
      @Nullable Duration notCounted,
      @Nullable Instant due) {

    LedgerLine line() {
      String text = promise == null ? words : words + ": " + promise.words();
      return new LedgerLine(at, kind, text, notCounted, due);
    }
  }

  private final Target target;
  private final WorkingCalendar calendar;
  private final List<Entry> entries = new ArrayList<>(4);
  private final List<Deadline.Round> earlier = new ArrayList<>(0);
  private final List<Stop> stops = new ArrayList<>(2);
  private @Nullable Promise promise;
  private Deadline.State state = Deadline.State.NOT_STARTED;
  private @Nullable Instant start;

  /** When the time would be up if nothing had stopped the clock. */
  private @Nullable Instant unstopped;

  private @Nullable Instant due;
  private @Nullable Instant stoppedAt;
  private @Nullable Instant endedAt;

  Clock(Target target, WorkingCalendar calendar) {
    this.target = target;
    this.calendar = calendar;
  }

  Deadline.State state() {
    return state;
  }

  boolean isPromised() {
    return promise != null;
  }

  boolean isGoing() {
    return state == Deadline.State.RUNNING || state == Deadline.State.PAUSED;
  }

  /** Where the present budget began to count, or null before that. */
  @Nullable Instant start() {
    return start;
  }

  @Nullable Instant due() {
    return state == Deadline.State.PAUSED ? null : due;
  }

  /** Waits for what it counts from. */
  void await(Instant at, Promise promised, String why) {
    promise = promised;
    start = null;
    due = null;
    state = Deadline.State.NOT_STARTED;
    note(at, LedgerLine.Kind.UNMOVED, why + "; counts from the verification", promised);
  }

  /** Begins, or begins anew with the whole budget; a promise that no rule makes any more stays. */
  void start(Instant at, @Nullable Promise promised, String why) {
    keepRound(at);
    promise = promised == null ? promise : promised;
    count(at);
    note(at, LedgerLine.Kind.STARTED, why, promise);
  }

  /**
   * Counts by another budget from now on, as if it had done so since an instant; without one, it
   * waits for the verification.
   */
  void change(Instant at, Promise promised, @Nullable Instant from, String why) {
    boolean open = isGoing() || state == Deadline.State.NOT_STARTED;
    if (!open || promised.isWorth(promise)) {
      return;
    }
    if (from == null) {
      await(at, promised, why);
      return;
    }
    promise = promised;
    count(from);
    note(at, LedgerLine.Kind.CHANGED, why, promised);
  }

  private void count(Instant from) {
    start = from;
    endedAt = null;
    unstopped = promise == null ? null : promise.budget().after(from, calendar);
    due = unstopped == null ? null : afterStops(unstopped, from);
    boolean paused = stoppedAt != null && !isUpBy(later(stoppedAt, from));
    state = paused ? Deadline.State.PAUSED : Deadline.State.RUNNING;
  }

  /** What was kept in time or late is a result; what another promise replaced only if missed. */
  private void keepRound(Instant at) {
    Instant ended = endedAt == null ? at : endedAt;
    boolean result = state == Deadline.State.MET || isUpBy(ended);
    if (due != null && result && state != Deadline.State.CANCELLED) {
      earlier.add(new Deadline.Round(due, ended));
    }
  }

  /** Stops. What has been missed already stays missed: then the clock runs on. */
  void pause(Instant at, String why) {
    if (endedAt != null || stoppedAt != null) {
      return;
    }
    stoppedAt = at;
    if (state == Deadline.State.NOT_STARTED) {
      return;
    }
    if (isUpBy(at)) {
      note(at, LedgerLine.Kind.UNMOVED, why + ", but the time was up before", null);
      return;
    }
    state = Deadline.State.PAUSED;
    note(at, LedgerLine.Kind.PAUSED, why + ": the clock stops", null);
  }

  /** Goes on; the time since it stopped does not count. */
  void resume(Instant at, String why) {
    if (stoppedAt == null) {
      return;
    }
    Instant from = stoppedAt;
    stoppedAt = null;
    boolean paused = state == Deadline.State.PAUSED;
    leaveOut(from, at);
    if (paused) {
      state = Deadline.State.RUNNING;
      noteStop(at, why, from);
    }
  }

  /** Goes on after it had ended; the time since then does not count unless it was late already. */
  void goOn(Instant at, String why) {
    Instant ended = endedAt;
    if (ended == null) {
      return;
    }
    keepRound(at);
    boolean late = isUpBy(ended);
    endedAt = null;
    state = start == null ? Deadline.State.NOT_STARTED : Deadline.State.RUNNING;
    leaveOut(ended, at);
    if (late) {
      note(at, LedgerLine.Kind.RESUMED, why + "; the time was up before", null);
    } else {
      noteStop(at, why, ended);
    }
  }

  private void leaveOut(Instant from, Instant to) {
    Stop stop = new Stop(from, to);
    stops.add(stop);
    if (due != null && start != null) {
      due = afterStop(due, stop, start);
    }
  }

  private Instant afterStops(Instant instant, Instant begun) {
    Instant moved = instant;
    for (Stop stop : stops) {
      moved = afterStop(moved, stop, begun);
    }
    return moved;
  }

  /** What lies after the beginning of a stop comes later by the stop. */
  private Instant afterStop(Instant instant, Stop stop, Instant begun) {
    Instant from = later(stop.from(), begun);
    Promise promised = promise;
    if (promised == null || !instant.isAfter(from) || !stop.to().isAfter(from)) {
      return instant;
    }
    Budget budget = promised.budget();
    return budget.move(instant, budget.measure(from, stop.to(), calendar), calendar);
  }

  /** The promise is kept, in time or late. */
  void meet(Instant at, String why) {
    if (endedAt == null) {
      boolean late = isUpBy(at);
      String how = due == null ? "" : late ? ", late" : ", in time";
      end(at, Deadline.State.MET, LedgerLine.Kind.MET, why + how);
    }
  }

  /** Another promise takes its place. */
  void replace(Instant at, String why) {
    if (endedAt == null) {
      end(at, Deadline.State.REPLACED, LedgerLine.Kind.REPLACED, why);
    }
  }

  /** Ends without a result. */
  void cancel(Instant at, String why) {
    if (endedAt == null) {
      end(at, Deadline.State.CANCELLED, LedgerLine.Kind.CANCELLED, why);
    }
  }

  private void end(Instant at, Deadline.State how, LedgerLine.Kind kind, String why) {
    state = how;
    endedAt = at;
    entries.add(new Entry(at, kind, why, null, null, null));
  }

  /** Writes down something that happened without moving anything. */
  void remark(Instant at, String words) {
    if (isGoing()) {
      note(at, LedgerLine.Kind.UNMOVED, words, null);
    }
  }

  private void note(Instant at, LedgerLine.Kind kind, String words, @Nullable Promise promised) {
    entries.add(new Entry(at, kind, words, promised, null, due()));
  }

  private void noteStop(Instant at, String why, Instant from) {
    Promise promised = promise;
    Duration notCounted =
        promised == null || start == null
            ? null
            : promised.budget().measure(later(from, start), at, calendar);
    entries.add(new Entry(at, LedgerLine.Kind.RESUMED, why, null, notCounted, due()));
  }

  private boolean isUpBy(Instant instant) {
    return due != null && !due.isAfter(instant);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** When a part of the budget is used up, stops considered; null unless the clock runs. */
  @Nullable Instant used(double fraction) {
    Promise promised = promise;
    Instant begun = start;
    Instant end = unstopped;
    if (promised == null || begun == null || end == null || state != Deadline.State.RUNNING) {
      return null;
    }
    Budget budget = promised.budget();
    Duration whole = budget.measure(begun, end, calendar);
    Duration part = Duration.ofMillis(Math.round(whole.toMillis() * fraction));
    return afterStops(budget.move(begun, part, calendar), begun);
  }

  /**
   * How much working time lies between two instants, all stops and what came after the end left
   * out.
   */
  Duration worked(Instant from, Instant now) {
    Instant until = endedAt != null && endedAt.isBefore(now) ? endedAt : now;
    Duration worked = open(from, until);
    for (Stop stop : stops) {
      worked = worked.minus(open(stop.from(), stop.to().isBefore(until) ? stop.to() : until));
    }
    return stoppedAt == null ? worked : worked.minus(open(stoppedAt, until));
  }

  private Duration open(Instant from, Instant until) {
    return until.isAfter(from) ? calendar.between(from, until) : Duration.ZERO;
  }

  Deadline deadline() {
    boolean byOfficeTime = promise != null && promise.budget().isCountedInWorkingTime();
    return new Deadline(
        target,
        state,
        byOfficeTime ? start : null,
        due(),
        endedAt,
        earlier,
        entries.stream().map(Entry::line).toList(),
        calendar);
  }
}
