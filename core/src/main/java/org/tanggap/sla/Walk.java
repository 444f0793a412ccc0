package org.tanggap.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanggap.calendar.WorkingCalendar;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Handover;
import org.tanggap.complaint.Lifecycle;
import org.tanggap.complaint.Priority;
import org.tanggap.complaint.Status;
import org.tanggap.jurisdiction.Area;
import org.tanggap.jurisdiction.Jurisdiction;
import org.tanggap.responsibility.Assignment;
import org.tanggap.responsibility.Category;
import org.tanggap.responsibility.Unit;

/** One walk over the events of a complaint that moves its clocks. Used once, by one thread. */
final class Walk {

  private final SlaPolicy policy;
  private final Complaint complaint;
  private final WorkingCalendar calendar;
  private final Clock verification;
  private final Clock firstResponse;
  private final Clock resolution;
  private final Map<Target, Clock> clocks = new EnumMap<>(Target.class);
  private final List<UnitTime> units = new ArrayList<>(2);
  private final List<SlaClocks.Told> told = new ArrayList<>(2);
  private final @Nullable Area place;
  private final @Nullable String firstUnit;
  private Category category;
  private Priority priority = Priority.NORMAL;
  private boolean answered;
  private @Nullable Instant verifiedAt;
  private @Nullable Instant restartedAt;

  Walk(SlaPolicy policy, Complaint complaint, WorkingCalendar calendar) {
    this.policy = policy;
    this.complaint = complaint;
    this.calendar = calendar;
    this.category = complaint.received().category();
    this.place = complaint.findJurisdiction().map(Jurisdiction::smallest).orElse(null);
    this.firstUnit = firstUnit();
    this.verification = clock(Target.VERIFICATION);
    this.firstResponse = clock(Target.FIRST_RESPONSE);
    this.resolution = clock(Target.RESOLUTION);
  }

  private @Nullable String firstUnit() {
    for (ComplaintEvent event : complaint.history()) {
      if (event instanceof ComplaintEvent.Assigned assigned) {
        return assigned.assignment().unit().id();
      }
    }
    return null;
  }

  private Clock clock(Target target) {
    return clocks.computeIfAbsent(target, missing -> new Clock(missing, calendar));
  }

  SlaClocks clocks() {
    open();
    Status before = Status.RECEIVED;
    for (int i = 1; i < complaint.version(); i++) {
      Status after = complaint.statusAt(i + 1);
      step(complaint.history().get(i), before, after);
      before = after;
    }
    return new SlaClocks(policy, calendar, clocks, units, told);
  }

  private void open() {
    Instant start = complaint.opened();
    String why =
        start.equals(complaint.received().sentAt())
            ? "sent by the citizen"
            : "received by the desk";
    verification.start(start, promise(Target.VERIFICATION), why);
    firstResponse.start(start, promise(Target.FIRST_RESPONSE), why);
    Promise promised = promise(Target.RESOLUTION);
    if (promised != null && promised.fromVerification()) {
      resolution.await(start, promised, why);
    } else {
      resolution.start(start, promised, why);
    }
  }

  private @Nullable Promise promise(Target target) {
    return policy.promise(target, new SlaRule.Case(category, priority, place, firstUnit));
  }

  private void step(ComplaintEvent event, Status before, Status after) {
    Instant at = event.at();
    boolean byOfficer = event.by().kind() == Actor.Kind.OFFICER;
    if (before != after) {
      goOn(at, before, after);
    }
    if (byOfficer && isVerifying(event)) {
      verified(at);
    }
    if (event instanceof ComplaintEvent.Alerted alerted) {
      rememberAlert(alerted);
    } else if (event instanceof ComplaintEvent.PriorityChanged changed) {
      priority = changed.priority();
      change(at, "priority is now " + priority);
    } else if (event instanceof ComplaintEvent.CategoryChanged changed) {
      category = changed.category();
      change(at, "category is now " + category.code());
    } else if (event instanceof ComplaintEvent.Scheduled scheduled) {
      plan(at, scheduled);
    } else {
      passOn(event, at);
    }
    if (before != after) {
      move(at, before, after);
    }
    if (byOfficer && Lifecycle.tellsCitizen(event) && after != Status.MERGED) {
      answered(at);
    } else if (isFromCitizen(event) && answered && after.isOpen()) {
      askForUpdate(at);
    }
  }

  private void rememberAlert(ComplaintEvent.Alerted alerted) {
    for (Target target : Target.values()) {
      if (target.name().equals(alerted.target())) {
        told.add(new SlaClocks.Told(target, alerted.step(), alerted.to(), alerted.at()));
      }
    }
  }

  /** Counts by other budgets, for whatever is still to be kept. */
  private void change(Instant at, String why) {
    clocks.forEach(
        (target, clock) -> {
          Promise promised = promise(target);
          if (promised != null && target == Target.RESOLUTION) {
            changeResolution(at, promised, why);
          } else if (promised != null) {
            clock.change(at, promised, from(clock, at), why);
          }
        });
    UnitTime held = holder();
    Promise promised = held == null ? null : unitPromise(held.unit());
    if (held != null && promised != null) {
      held.clock().change(at, promised, from(held.clock(), at), why);
    }
  }

  private Instant from(Clock clock, Instant at) {
    Instant start = clock.start();
    return start == null || policy.recalculation() == Recalculation.FROM_CHANGE ? at : start;
  }

  /** The new budget may count from somewhere else than the old one: opening or verification. */
  private void changeResolution(Instant at, Promise promised, String why) {
    boolean fromVerification = promised.fromVerification();
    Instant from = fromVerification ? verifiedAt : complaint.opened();
    if (restartedAt != null) {
      from = restartedAt;
    }
    boolean fromChange = policy.recalculation() == Recalculation.FROM_CHANGE;
    resolution.change(at, promised, fromChange && from != null ? at : from, why);
  }

  /** The promised date takes the place of the usual deadline, and a new one that of the old one. */
  private void plan(Instant at, ComplaintEvent.Scheduled scheduled) {
    resolution.replace(at, "planned for a promised day");
    Clock planned = clock(Target.PLANNED_WORK);
    String why = planned.isGoing() ? "planned anew" : "planned";
    planned.start(at, Promise.of(new Budget.Until(scheduled.promisedFor())), why);
  }

  private void passOn(ComplaintEvent event, Instant at) {
    if (event instanceof ComplaintEvent.Assigned assigned) {
      give(at, assigned.assignment(), Holding.End.PASSED_ON);
    } else if (event instanceof ComplaintEvent.Forwarded forwarded) {
      boolean misrouted = forwarded.handover() == Handover.NOT_OURS;
      give(at, forwarded.assignment(), misrouted ? Holding.End.MISROUTED : Holding.End.PASSED_ON);
    } else if (event instanceof ComplaintEvent.Referred referred) {
      give(at, referred.assignment(), Holding.End.PASSED_ON);
    }
  }

  private void give(Instant at, Assignment assignment, Holding.End how) {
    UnitTime held = holder();
    if (held != null) {
      boolean misrouted = how == Holding.End.MISROUTED;
      held.end(at, how, misrouted ? "not theirs: charged to nobody" : "passed on");
      String words = "passed on to " + assignment.unit().name() + ": nothing moves";
      resolution.remark(at, words);
      Clock planned = clocks.get(Target.PLANNED_WORK);
      if (planned != null) {
        planned.remark(at, words);
      }
    }
    take(at, assignment.unit(), "the unit got it");
  }

  private void take(Instant at, Unit unit, String why) {
    Clock clock = new Clock(Target.UNIT_WORK, calendar);
    clock.start(at, unitPromise(unit), why);
    units.add(new UnitTime(unit, at, clock));
  }

  private @Nullable Promise unitPromise(Unit unit) {
    return policy.promise(Target.UNIT_WORK, new SlaRule.Case(category, priority, place, unit.id()));
  }

  /** The unit that has it, or had it last; what has ended is not moved by anything any more. */
  private @Nullable UnitTime holder() {
    return units.isEmpty() ? null : units.get(units.size() - 1);
  }

  /** Lets go on what stood still in the status before. */
  private void goOn(Instant at, Status before, Status after) {
    String why = "no longer " + waiting(before);
    if (before == Status.WAITING_FOR_REPORTER) {
      verification.resume(at, why);
      resolution.resume(at, why);
    }
    UnitTime held = holder();
    if (held != null && isOutOfTheUnitsHands(before) && !isOutOfTheUnitsHands(after)) {
      held.clock().resume(at, why);
    }
  }

  private void move(Instant at, Status before, Status after) {
    if (before.isOpen() && !after.isOpen()) {
      finish(at, after);
    } else if (!before.isOpen() && after.isOpen()) {
      openAgain(at);
    }
    String why = waiting(after);
    if (after == Status.WAITING_FOR_REPORTER) {
      verification.pause(at, why);
      resolution.pause(at, why);
    }
    UnitTime held = holder();
    if (held != null && isOutOfTheUnitsHands(after)) {
      held.clock().pause(at, why);
    }
  }

  private static boolean isOutOfTheUnitsHands(Status status) {
    return status == Status.WAITING_FOR_REPORTER
        || status == Status.SCHEDULED
        || status == Status.CHECKING;
  }

  private static String waiting(Status status) {
    return switch (status) {
      case SCHEDULED -> "waiting for the planned day";
      case CHECKING -> "waiting for a second person's check";
      default -> "waiting for the reporter";
    };
  }

  private void finish(Instant at, Status how) {
    boolean merged = how == Status.MERGED;
    String why = merged ? "merged into another complaint" : how.name().toLowerCase(Locale.ROOT);
    for (Clock clock : clocks.values()) {
      if (merged) {
        clock.cancel(at, why);
      } else {
        clock.meet(at, why);
      }
    }
    UnitTime held = holder();
    if (held != null) {
      held.finish(at, merged, why);
    }
    answered |= !merged;
  }

  private void openAgain(Instant at) {
    String why = "opened again";
    for (Target target : List.of(Target.VERIFICATION, Target.FIRST_RESPONSE, Target.UPDATE)) {
      Clock clock = clocks.get(target);
      if (clock != null && clock.state() == Deadline.State.CANCELLED) {
        clock.goOn(at, why);
      }
    }
    boolean anew = policy.reopening() == Reopening.RESTART;
    if (anew) {
      restartedAt = at;
      resolution.start(at, promise(Target.RESOLUTION), why + ", the clock begins anew");
    }
    Clock planned = clocks.get(Target.PLANNED_WORK);
    if (planned == null && !anew) {
      resolution.goOn(at, why);
    } else if (planned != null && !(anew && resolution.isPromised())) {
      planned.goOn(at, why);
    }
    if (!units.isEmpty()) {
      take(at, units.get(units.size() - 1).unit(), why);
    }
    // What it is about may have been sorted anew while it was finished.
    change(at, "category is now " + category.code());
  }

  private static boolean isVerifying(ComplaintEvent event) {
    return event instanceof ComplaintEvent.Verified
        || event instanceof ComplaintEvent.Assigned
        || event instanceof ComplaintEvent.Forwarded
        || event instanceof ComplaintEvent.Referred
        || event instanceof ComplaintEvent.WorkStarted
        || event instanceof ComplaintEvent.Scheduled
        || event instanceof ComplaintEvent.Resolved
        || event instanceof ComplaintEvent.Rejected
        || event instanceof ComplaintEvent.Clarified;
  }

  private void verified(Instant at) {
    verification.meet(at, "looked at by an officer");
    if (verifiedAt == null) {
      verifiedAt = at;
    }
    if (resolution.state() == Deadline.State.NOT_STARTED) {
      resolution.start(at, promise(Target.RESOLUTION), "found complete by an officer");
    }
  }

  private void answered(Instant at) {
    answered = true;
    firstResponse.meet(at, "answered by an officer");
    Clock update = clocks.get(Target.UPDATE);
    if (update != null) {
      update.meet(at, "answered by an officer");
    }
  }

  private static boolean isFromCitizen(ComplaintEvent event) {
    return event instanceof ComplaintEvent.MessageAdded || event instanceof ComplaintEvent.Disputed;
  }

  /** A second message neither extends nor restarts it. */
  private void askForUpdate(Instant at) {
    Clock update = clock(Target.UPDATE);
    if (!update.isGoing()) {
      update.start(at, promise(Target.UPDATE), "the citizen wrote again");
    }
  }
}
