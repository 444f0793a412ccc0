package org.tanggap.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanggap.calendar.WorkingCalendar;

/**
 * All clocks of one complaint as its events leave them: the citizen's deadlines, the units' own
 * time, and whom to tell when.
 *
 * <p>Immutable and thread-safe once it is made; a function of the events and the policy.
 */
public final class SlaClocks {

  private final SlaPolicy policy;
  private final WorkingCalendar calendar;
  private final Map<Target, Clock> clocks;
  private final List<UnitTime> units;
  private final List<Told> told;

  /** An alert that is on record: who was told which step of which promise, when. */
  record Told(Target target, String step, String to, Instant at) {}

  SlaClocks(
      SlaPolicy policy,
      WorkingCalendar calendar,
      Map<Target, Clock> clocks,
      List<UnitTime> units,
      List<Told> told) {
    this.policy = policy;
    this.calendar = calendar;
    this.clocks = clocks;
    this.units = units;
    this.told = told;
  }

  /**
   * The deadlines of what is promised to the citizen.
   *
   * @return one for each promise, in the order of {@link Target}
   */
  public List<Deadline> deadlines() {
    return clocks.values().stream().filter(Clock::isPromised).map(Clock::deadline).toList();
  }

  /**
   * The deadline of one promise to the citizen.
   *
   * @param target what is promised
   * @return the deadline, or nothing if no rule promises it
   */
  public Optional<Deadline> find(Target target) {
    return Optional.ofNullable(promised(target)).map(Clock::deadline);
  }

  /**
   * The deadline by which the complaint is to be finished: the promised date of planned work if
   * that has taken the place of the usual one.
   *
   * @return the deadline, or nothing if no rule promises it
   */
  public Optional<Deadline> findResolution() {
    return Optional.ofNullable(governing()).map(Clock::deadline);
  }

  /**
   * The deadline by which the complaint is to be finished, which must be promised.
   *
   * @return the deadline
   * @throws NoSuchElementException if no rule promises it
   */
  public Deadline getResolution() {
    return findResolution()
        .orElseThrow(() -> new NoSuchElementException("no rule promises a resolution"));
  }

  /**
   * When the citizen may expect it to be finished: Open311's {@code expected_datetime}.
   *
   * @return the due time; nothing while the clock is paused, or if no rule promises it
   */
  public Optional<Instant> findExpected() {
    Clock governing = governing();
    return governing == null ? Optional.empty() : Optional.ofNullable(governing.due());
  }

  private @Nullable Clock governing() {
    Clock resolution = promised(Target.RESOLUTION);
    Clock planned = promised(Target.PLANNED_WORK);
    boolean replaced = resolution == null || resolution.state() == Deadline.State.REPLACED;
    return planned != null && replaced ? planned : resolution;
  }

  private @Nullable Clock promised(Target target) {
    Clock clock = clocks.get(target);
    return clock != null && clock.isPromised() ? clock : null;
  }

  /**
   * The units that had the complaint, each with its own time.
   *
   * @param now until when to count for the unit that has it
   * @return in the order of time
   */
  public List<Holding> holdings(Instant now) {
    return units.stream().map(unit -> unit.holding(now)).toList();
  }

  /**
   * Whether any unit had it by mistake.
   *
   * @return true if one passed it on as not its own
   */
  public boolean isMisrouted() {
    return units.stream().anyMatch(UnitTime::isMisrouted);
  }

  /**
   * Who is still to be told what, and when, if nothing else happens. What is on record in the
   * events is not repeated, unless its time comes again: in a new round of the clock, by another
   * budget or another calendar.
   *
   * @return the alerts in the order of time
   */
  public List<Alert> alerts() {
    List<Alert> alerts = new ArrayList<>();
    clocks.forEach((target, clock) -> addAlerts(target, clock, alerts));
    units.forEach(unit -> addAlerts(Target.UNIT_WORK, unit.clock(), alerts));
    alerts.sort(Comparator.comparing(Alert::at).thenComparing(Alert::target));
    return alerts;
  }

  private void addAlerts(Target target, Clock clock, Collection<Alert> alerts) {
    Instant due = clock.due();
    if (due == null || clock.state() != Deadline.State.RUNNING) {
      return;
    }
    List<Alert> warnings = new ArrayList<>();
    for (SlaPolicy.Warning warning : policy.warnings()) {
      Instant at = whileOpen(clock, warning.fraction(), due);
      if (at != null) {
        add(new Alert(target, warning.step(), SlaPolicy.UNIT, at), warnings, warnings);
      }
    }
    Instant opening = calendar.nextOpening(due);
    for (SlaPolicy.Step escalation : policy.escalations()) {
      Instant at = calendar.nextOpening(calendar.plus(opening, escalation.after()));
      add(new Alert(target, escalation.step(), escalation.to(), at), warnings, alerts);
    }
    alerts.addAll(warnings);
  }

  /** Adds an alert; if it is on record, the warnings before it are out of date. */
  private void add(Alert alert, Collection<Alert> warnings, Collection<Alert> alerts) {
    if (isOnRecord(alert)) {
      warnings.clear();
    } else {
      alerts.add(alert);
    }
  }

  /** An alert that was given before its time was given for another deadline. */
  private boolean isOnRecord(Alert alert) {
    for (Told known : told) {
      if (known.target() == alert.target()
          && known.step().equals(alert.step())
          && known.to().equals(alert.to())
          && !known.at().isBefore(alert.at())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Nobody is warned in the night; but a warning comes before the deadline, if any office hour
   * does.
   */
  private @Nullable Instant whileOpen(Clock clock, double fraction, Instant due) {
    Instant used = clock.used(fraction);
    Instant start = clock.start();
    if (used == null || start == null) {
      return null;
    }
    Instant opening = calendar.nextOpening(used);
    if (opening.isBefore(due)) {
      return opening;
    }
    Instant closing = calendar.previousClosing(used);
    return closing.isBefore(start) ? null : closing;
  }

  /**
   * Why everything is due when it is.
   *
   * @return the ledgers of all promises
   */
  public String explain() {
    return deadlines().stream()
        .map(deadline -> deadline.target().words() + "\n" + deadline.explain())
        .collect(Collectors.joining("\n\n"));
  }
}
