package org.tanggap.sla;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Handover;
import org.tanggap.complaint.Priority;
import org.tanggap.complaint.Status;
import org.tanggap.responsibility.Category;
import org.tanggap.responsibility.Unit;
import org.tanggap.sla.Deadline.State;

/**
 * The rules page once more, as simply as can be: goes through time minute by minute, asks of each
 * whether it counts, and is done when as many counted as the budget has.
 */
final class MinuteWalker {

  /** What is promised for a complaint that stands as it does. */
  interface Rules {
    @Nullable Budget resolution(Category category, Priority priority);

    boolean isFromVerification(Budget budget);

    @Nullable Budget unitWork(Category category, Priority priority, String unit);
  }

  /** One unit's time. */
  final class Hold {

    final Unit unit;
    final int from;
    final MinuteTally tally;
    Holding.End end = Holding.End.HELD;

    Hold(Unit unit, int from) {
      this.unit = unit;
      this.from = from;
      this.tally = new MinuteTally(offices);
      tally.count(from);
      tally.budget = rules.unitWork(category, priority, unit.id());
    }
  }

  private final RandomOffices offices;
  private final Rules rules;
  private final boolean restart;
  private final boolean fromChange;
  final MinuteTally resolution;
  final MinuteTally planned;
  final List<Hold> holds = new ArrayList<>();
  private final int opened;
  private Category category;
  private Priority priority = Priority.NORMAL;
  private int verified = -1;
  private int restarted = -1;

  /** How the last stretch began in which the reporter is asked, and the unit can do nothing. */
  private int asked = -1;

  private int idle = -1;

  MinuteWalker(
      RandomOffices offices,
      Rules rules,
      Reopening reopening,
      Recalculation recalculation,
      Complaint complaint) {
    this.offices = offices;
    this.rules = rules;
    this.resolution = new MinuteTally(offices);
    this.planned = new MinuteTally(offices);
    this.restart = reopening == Reopening.RESTART;
    this.fromChange = recalculation == Recalculation.FROM_CHANGE;
    this.category = complaint.received().category();
    this.opened = offices.minute(complaint.opened());
    resolution.budget = rules.resolution(category, priority);
    resolution.count(resolution.budget == null ? opened : origin(resolution.budget, -1));
    for (int i = 1; i < complaint.version(); i++) {
      ComplaintEvent event = complaint.history().get(i);
      happens(event, complaint.statusAt(i), complaint.statusAt(i + 1));
    }
    int end = offices.minutes();
    if (asked >= 0) {
      resolution.stop(asked, end);
    }
    if (idle >= 0 && holder() != null) {
      holder().tally.stop(idle, end);
    }
  }

  private int origin(Budget budget, int change) {
    boolean waits = rules.isFromVerification(budget) && verified < 0 && restarted < 0;
    if (waits) {
      return -1;
    } else if (fromChange && change >= 0) {
      return change;
    }
    return restarted >= 0 ? restarted : rules.isFromVerification(budget) ? verified : opened;
  }

  private void happens(ComplaintEvent event, Status before, Status after) {
    int at = offices.minute(event.at());
    stopAndGo(at, before, after);
    if (event.by().kind() == Actor.Kind.OFFICER && verified < 0 && isVerifying(event)) {
      verified = at;
      if (resolution.state == State.NOT_STARTED && resolution.budget != null) {
        resolution.count(at);
      }
    }
    if (event instanceof ComplaintEvent.PriorityChanged changed) {
      priority = changed.priority();
      change(at);
    } else if (event instanceof ComplaintEvent.CategoryChanged changed) {
      category = changed.category();
      change(at);
    } else if (event instanceof ComplaintEvent.Scheduled scheduled) {
      resolution.end(at, State.REPLACED);
      plan(at, scheduled.promisedFor());
    } else if (event instanceof ComplaintEvent.Assigned given) {
      give(at, given.assignment().unit(), Holding.End.PASSED_ON);
    } else if (event instanceof ComplaintEvent.Referred given) {
      give(at, given.assignment().unit(), Holding.End.PASSED_ON);
    } else if (event instanceof ComplaintEvent.Forwarded given) {
      boolean wrong = given.handover() == Handover.NOT_OURS;
      give(at, given.assignment().unit(), wrong ? Holding.End.MISROUTED : Holding.End.PASSED_ON);
    }
    if (before.isOpen() && !after.isOpen()) {
      finish(at, after == Status.MERGED ? State.CANCELLED : State.MET);
    } else if (!before.isOpen() && after.isOpen()) {
      openAgain(at);
    }
    asked = asked < 0 && after == Status.WAITING_FOR_REPORTER ? at : asked;
    idle = idle < 0 && isIdle(after) ? at : idle;
  }

  private void stopAndGo(int at, Status before, Status after) {
    if (before == Status.WAITING_FOR_REPORTER && after != before) {
      resolution.stop(asked, at);
      asked = -1;
    }
    if (isIdle(before) && !isIdle(after)) {
      if (holder() != null) {
        holder().tally.stop(idle, at);
      }
      idle = -1;
    }
  }

  private static boolean isIdle(Status status) {
    return status == Status.WAITING_FOR_REPORTER
        || status == Status.SCHEDULED
        || status == Status.CHECKING;
  }

  private static boolean isVerifying(ComplaintEvent event) {
    return switch (event.getClass().getSimpleName()) {
      case "Verified", "Assigned", "Forwarded", "Referred" -> true;
      case "WorkStarted", "Scheduled", "Resolved", "Rejected", "Clarified" -> true;
      default -> false;
    };
  }

  private void change(int at) {
    Budget budget = rules.resolution(category, priority);
    if (resolution.ended < 0 && budget != null && isOther(budget, resolution.budget)) {
      resolution.budget = budget;
      resolution.count(origin(budget, at));
    }
    Hold hold = holder();
    Budget work = hold == null ? null : rules.unitWork(category, priority, hold.unit.id());
    if (hold != null && work != null && !work.equals(hold.tally.budget)) {
      hold.tally.budget = work;
      hold.tally.count(fromChange ? at : hold.tally.start);
    }
  }

  private boolean isOther(Budget budget, @Nullable Budget old) {
    return old == null
        || !budget.equals(old)
        || rules.isFromVerification(budget) != rules.isFromVerification(old);
  }

  private void plan(int at, LocalDate day) {
    if (planned.budget != null) {
      planned.keep(planned.ended < 0 ? at : planned.ended);
    }
    planned.budget = new Budget.Until(day);
    planned.count(at);
  }

  private void give(int at, Unit unit, Holding.End how) {
    leave(at, how, how == Holding.End.MISROUTED ? State.CANCELLED : State.MET);
    holds.add(new Hold(unit, at));
  }

  private void leave(int at, Holding.End how, State state) {
    Hold hold = holder();
    if (hold != null) {
      hold.end = how;
      hold.tally.end(at, state);
    }
  }

  private @Nullable Hold holder() {
    Hold last = holds.isEmpty() ? null : holds.get(holds.size() - 1);
    return last == null || last.end != Holding.End.HELD ? null : last;
  }

  private void finish(int at, State how) {
    resolution.end(at, how);
    planned.end(at, how);
    leave(at, Holding.End.FINISHED, how);
  }

  private void openAgain(int at) {
    Budget budget = rules.resolution(category, priority);
    if (restart) {
      resolution.keep(resolution.ended);
      restarted = at;
      resolution.budget = budget == null ? resolution.budget : budget;
      resolution.count(at);
    } else if (resolution.state != State.REPLACED) {
      resolution.goOn(at);
    }
    if (planned.budget != null && !(restart && resolution.budget != null)) {
      planned.goOn(at);
    }
    if (!holds.isEmpty()) {
      holds.add(new Hold(holds.get(holds.size() - 1).unit, at));
    }
    change(at);
  }
}
