package org.tanggap.sla;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanggap.sla.Deadline.State;

/** A clock that is told what happens, and walks through all its minutes whenever it is asked. */
final class MinuteTally {

  /** Beyond the table. */
  static final int UNKNOWN = Integer.MAX_VALUE;

  private final RandomOffices offices;

  @Nullable Budget budget;
  State state = State.NOT_STARTED;
  int start = -1;
  int ended = -1;
  final List<List<Integer>> rounds = new ArrayList<>();
  private final BitSet stopped = new BitSet();

  MinuteTally(RandomOffices offices) {
    this.offices = offices;
  }

  /** What happens after the end moves nothing any more. */
  void stop(int from, int to) {
    if (ended < 0) {
      stopped.set(from, to);
    }
  }

  void count(int from) {
    start = from;
    state = from < 0 ? State.NOT_STARTED : State.RUNNING;
    ended = -1;
  }

  void end(int at, State how) {
    if (ended < 0) {
      ended = at;
      state = how;
    }
  }

  /** Keeps a result before the clock goes on or begins anew. */
  void keep(int at) {
    int due = due();
    if (due >= 0 && (state == State.MET || (state != State.CANCELLED && due <= at))) {
      rounds.add(List.of(due, at));
    }
  }

  void goOn(int at) {
    keep(ended);
    stopped.set(ended, at);
    count(start);
  }

  /** The minute at which the time is up; -1 without a promise or a start. */
  int due() {
    if (budget == null || start < 0) {
      return -1;
    }
    int base = base(budget, start);
    if (base == UNKNOWN || base <= start) {
      return base;
    }
    int whole = 0;
    for (int t = start; t < base; t++) {
      whole += counts(budget, t) ? 1 : 0;
    }
    int used = 0;
    boolean moved = false;
    for (int t = start; t < offices.minutes(); t++) {
      boolean paused = t > start && stopped.get(t - 1) && stopped.get(t);
      if (!paused && (moved ? used >= whole : t >= base)) {
        return t;
      }
      if (counts(budget, t)) {
        used += stopped.get(t) ? 0 : 1;
        moved |= stopped.get(t);
      }
    }
    return UNKNOWN;
  }

  boolean isStoppedAt(int minute) {
    return stopped.get(minute);
  }

  int held(int from, int to) {
    int held = 0;
    for (int t = from; t < to; t++) {
      held += offices.isOpen(t) && !stopped.get(t) ? 1 : 0;
    }
    return held;
  }

  private boolean counts(Budget budget, int minute) {
    boolean elapsed =
        budget instanceof Budget.Elapsed
            || budget instanceof Budget.CalendarDays
            || budget instanceof Budget.Until;
    return elapsed || offices.isOpen(minute);
  }

  /** Where a budget ends if nothing stops the clock. */
  private int base(Budget budget, int start) {
    if (budget instanceof Budget.Elapsed elapsed) {
      return start + (int) elapsed.time().toMinutes();
    } else if (budget instanceof Budget.CalendarDays days) {
      return firstAfter(start, offices.date(start) + days.days());
    } else if (budget instanceof Budget.Until until) {
      return firstAfter(0, until.day().toEpochDay());
    } else if (budget instanceof Budget.WorkingDays days) {
      return closing(start, days.days());
    }
    int left = (int) ((Budget.WorkingTime) budget).time().toMinutes();
    for (int t = start; t < offices.minutes(); t++) {
      left -= offices.isOpen(t) ? 1 : 0;
      if (left == 0) {
        return t + 1;
      }
    }
    return UNKNOWN;
  }

  private int firstAfter(int start, long date) {
    for (int t = start; t < offices.minutes(); t++) {
      if (offices.date(t) > date) {
        return t;
      }
    }
    return UNKNOWN;
  }

  /** The end of the last minute that belongs to the n-th working day after a day. */
  private int closing(int start, int days) {
    long day = offices.date(start);
    int end = UNKNOWN;
    int left = days + 1;
    for (int t = start; t < offices.minutes(); t++) {
      long owner = offices.owner(t);
      if (owner > day) {
        day = owner;
        left--;
        if (left == 0) {
          return end;
        }
      }
      end = owner == day && left == 1 ? t + 1 : end;
    }
    return UNKNOWN;
  }
}
