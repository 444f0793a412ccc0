package org.tanggap.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Decision;
import org.tanggap.complaint.Lifecycle;
import org.tanggap.sla.Alert;
import org.tanggap.sla.MovedDeadline;
import org.tanggap.sla.SlaClocks;
import org.tanggap.sla.SlaPolicy;
import org.tanggap.sla.Target;
import org.tanggap.store.Bookmark;
import org.tanggap.store.Commit;
import org.tanggap.store.CommitResult;
import org.tanggap.store.ComplaintPage;
import org.tanggap.store.ComplaintQuery;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.Watch;

/**
 * Looks at complaints when something is due: raises alerts, and closes what nobody disputed in
 * time. The store knows when to look at which, so a sweep reads only those.
 */
final class DeadlineWatch {

  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final int PAGE = 500;

  private final ComplaintStore store;
  private final SlaPolicy sla;
  private final Lifecycle lifecycle;
  private final InstantSource clock;
  private final Listeners listeners;

  DeadlineWatch(FeedbackDeskBuilder parts, Listeners listeners) {
    this.store = parts.store();
    this.sla = parts.sla();
    this.lifecycle = parts.lifecycle;
    this.clock = parts.clock;
    this.listeners = listeners;
  }

  /** When the complaint is due, and when to look at it next. */
  Watch of(Complaint complaint) {
    SlaClocks clocks = sla.clocks(complaint);
    Instant due = complaint.status().isOpen() ? clocks.findExpected().orElse(null) : null;
    Instant lookAt =
        Stream.concat(
                clocks.alerts().stream().map(Alert::at),
                lifecycle.findDisputableUntil(complaint).stream())
            .min(Instant::compareTo)
            .orElse(null);
    return new Watch(due, lookAt);
  }

  DeadlineSweep sweep(int limit) {
    Instant now = clock.instant();
    List<Complaint> due = store.claimDue(now, LEASE, limit);
    List<DeskEvent.AlertRaised> raised = new ArrayList<>();
    int closed = 0;
    for (Complaint complaint : due) {
      List<Alert> alerts = dueAlerts(complaint, now);
      Complaint changed = complaint;
      for (Alert alert : alerts) {
        changed = changed.after(onRecord(alert, now));
      }
      Optional<ComplaintEvent> closing = findClosing(changed, now);
      if (closing.isPresent()) {
        changed = changed.after(closing.get());
      }
      if (store(complaint, changed)) {
        closed += closing.isPresent() ? 1 : 0;
        for (Alert alert : alerts) {
          raised.add(new DeskEvent.AlertRaised(changed, alert));
        }
      }
    }
    raised.forEach(listeners::tell);
    return new DeadlineSweep(due.size(), raised, closed);
  }

  private static ComplaintEvent onRecord(Alert alert, Instant now) {
    return new ComplaintEvent.Alerted(
        now, Actor.system(), alert.target().name(), alert.step(), alert.to());
  }

  /** Whether it was stored; if not, somebody else has changed the complaint and its watch. */
  private boolean store(Complaint complaint, Complaint changed) {
    if (changed.version() == complaint.version()) {
      store.watch(complaint, of(complaint));
      return false;
    }
    Commit commit = new Commit().append(changed, complaint.version(), of(changed));
    if (!(store.commit(commit) instanceof CommitResult.Committed)) {
      return false;
    }
    listeners.tell(
        new DeskEvent.ComplaintStored(
            changed, changed.history().subList(complaint.version(), changed.version())));
    return true;
  }

  /** Of each promise the last warning only, and none at all once it is missed; every escalation. */
  private List<Alert> dueAlerts(Complaint complaint, Instant now) {
    Map<Target, Alert> lastWarning = new EnumMap<>(Target.class);
    List<Alert> alerts = new ArrayList<>();
    for (Alert alert : sla.clocks(complaint).alerts()) {
      if (alert.at().isAfter(now)) {
        continue;
      }
      if (alert.isWarning()) {
        lastWarning.put(alert.target(), alert);
      } else {
        lastWarning.remove(alert.target());
        alerts.add(alert);
      }
    }
    alerts.addAll(lastWarning.values());
    return alerts;
  }

  private Optional<ComplaintEvent> findClosing(Complaint complaint, Instant now) {
    Decision decision = lifecycle.decide(complaint, new Command.Close(), Actor.system(), now);
    return decision instanceof Decision.Allowed allowed
        ? Optional.of(allowed.event())
        : Optional.empty();
  }

  /** Computes all open complaints anew, and says which moved since the previous policy. */
  List<MovedDeadline> refresh(SlaPolicy previous) {
    List<MovedDeadline> moved = new ArrayList<>();
    Bookmark end = null;
    ComplaintPage page;
    do {
      page = store.list(ComplaintQuery.open().after(end).limit(PAGE));
      for (Complaint complaint : page.complaints()) {
        store.watch(complaint, of(complaint));
        moved.addAll(previous.moved(complaint, sla));
      }
      end = page.end();
    } while (page.complaints().size() == PAGE);
    return moved;
  }
}
