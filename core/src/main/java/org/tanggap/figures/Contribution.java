package org.tanggap.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Lifecycle;
import org.tanggap.complaint.Status;
import org.tanggap.jurisdiction.Area;
import org.tanggap.jurisdiction.AreaLevel;
import org.tanggap.sla.Deadline;
import org.tanggap.sla.Holding;
import org.tanggap.sla.SlaClocks;
import org.tanggap.sla.Target;

/**
 * What one complaint counts, as its events and the policy leave it: codes, numbers and times, and
 * nothing that anybody wrote.
 *
 * @param version how many events it was computed from
 * @param keys in which rows it counts
 * @param outcome what came of it
 * @param judgement whether a promise to finish it was kept
 * @param reopened how often it was opened again
 * @param disputed how often of these a citizen disputed it
 * @param answered seconds to the first answer, or {@link #NONE}
 * @param finished seconds to its outcome, or {@link #NONE}
 * @param due when the running promise to finish it is missed, as {@link #millisFrom}, or {@link
 *     #NONE}
 * @param stays how it stood with the units that have it no longer, or until it was finished
 */
record Contribution(
    int version,
    Keys keys,
    Outcome outcome,
    Judgement judgement,
    int reopened,
    int disputed,
    long answered,
    long finished,
    long due,
    List<Stay> stays) {

  /** No time; before all that can be. */
  static final long NONE = Long.MIN_VALUE;

  /** What came of a complaint. */
  enum Outcome {
    OPEN,
    RESOLVED,
    REJECTED,
    CLARIFIED,
    MERGED,
    /** Put away with no outcome on record, which the lifecycle does not allow. */
    UNTOLD
  }

  /** Whether a promise to finish was kept. */
  enum Judgement {
    IN_TIME,
    LATE,
    /** It is open, merged, refused in time, or nothing was promised. */
    NONE
  }

  /** The rows of one complaint; null where it is unknown. */
  record Keys(
      Week week,
      @Nullable String unit,
      @Nullable String kelurahan,
      @Nullable String kecamatan,
      @Nullable String city,
      String category,
      String channel) {

    @Nullable String in(Dimension dimension) {
      return switch (dimension) {
        case UNIT -> unit;
        case KELURAHAN -> kelurahan;
        case KECAMATAN -> kecamatan;
        case CITY -> city;
        case CATEGORY -> category;
        case CHANNEL -> channel;
        case WEEK -> week.toString();
      };
    }
  }

  /** One unit's time with the complaint: seconds of its own working time. */
  record Stay(String unit, long held, boolean misrouted) {}

  /**
   * Computes what a complaint counts.
   *
   * @param zone in which the week of its opening is told
   * @param shared gives one and the same text for equal codes, so that each is kept once
   */
  static Contribution of(
      Complaint complaint, SlaClocks clocks, ZoneId zone, UnaryOperator<String> shared) {
    Keys keys = keys(complaint, zone, shared);
    Outcome outcome = outcome(complaint);
    if (outcome == Outcome.MERGED) {
      return new Contribution(
          complaint.version(), keys, outcome, Judgement.NONE, 0, 0, NONE, NONE, NONE, List.of());
    }
    return new Contribution(
        complaint.version(),
        keys,
        outcome,
        judgement(outcome, clocks, complaint.changed()),
        reopenings(complaint, false),
        reopenings(complaint, true),
        answered(complaint),
        finished(complaint, outcome),
        due(outcome, clocks),
        stays(clocks, complaint.changed(), shared));
  }

  private static Keys keys(Complaint complaint, ZoneId zone, UnaryOperator<String> shared) {
    String unit = complaint.findAssignment().map(it -> shared.apply(it.unit().id())).orElse(null);
    return new Keys(
        Week.of(complaint.opened(), zone),
        unit,
        area(complaint, AreaLevel.KELURAHAN, shared),
        area(complaint, AreaLevel.KECAMATAN, shared),
        area(complaint, AreaLevel.CITY, shared),
        shared.apply(complaint.category().code()),
        shared.apply(complaint.received().message().account().kind()));
  }

  private static @Nullable String area(
      Complaint complaint, AreaLevel level, UnaryOperator<String> shared) {
    return complaint
        .findJurisdiction()
        .flatMap(place -> place.find(level))
        .map(Area::code)
        .map(shared)
        .orElse(null);
  }

  /** What was told last; a complaint that was put away after that keeps it. */
  private static Outcome outcome(Complaint complaint) {
    Status status = complaint.status();
    if (status.isOpen()) {
      return Outcome.OPEN;
    }
    for (int v = complaint.version(); v > 0 && status == Status.CLOSED; v--) {
      Status before = complaint.statusAt(v);
      status = before.isDisputable() ? before : status;
    }
    return switch (status) {
      case RESOLVED -> Outcome.RESOLVED;
      case REJECTED -> Outcome.REJECTED;
      case CLARIFIED -> Outcome.CLARIFIED;
      case MERGED -> Outcome.MERGED;
      default -> Outcome.UNTOLD;
    };
  }

  /** Whoever refuses in time is neither praised nor blamed; whoever refuses late is late. */
  private static Judgement judgement(Outcome outcome, SlaClocks clocks, Instant at) {
    if (outcome == Outcome.OPEN || outcome == Outcome.UNTOLD) {
      return Judgement.NONE;
    }
    Deadline governing = clocks.findResolution().orElse(null);
    if (governing == null || governing.findDue().isEmpty()) {
      return Judgement.NONE;
    }
    if (governing.isOverdue(at) || wasMissedBeforePlanning(clocks, at)) {
      return Judgement.LATE;
    }
    return outcome == Outcome.REJECTED ? Judgement.NONE : Judgement.IN_TIME;
  }

  private static boolean wasMissedBeforePlanning(SlaClocks clocks, Instant at) {
    return clocks
        .find(Target.RESOLUTION)
        .filter(usual -> usual.state() == Deadline.State.REPLACED && usual.isOverdue(at))
        .isPresent();
  }

  private static int reopenings(Complaint complaint, boolean byDisputeOnly) {
    int count = 0;
    for (int v = 1; v < complaint.version(); v++) {
      Status before = complaint.statusAt(v);
      boolean wasFinished = !before.isOpen() && before != Status.MERGED;
      boolean byDispute = complaint.history().get(v) instanceof ComplaintEvent.Disputed;
      if (wasFinished && complaint.statusAt(v + 1).isOpen() && (byDispute || !byDisputeOnly)) {
        count++;
      }
    }
    return count;
  }

  private static long answered(Complaint complaint) {
    for (ComplaintEvent event : complaint.history()) {
      if (event.by().kind() == Actor.Kind.OFFICER && Lifecycle.tellsCitizen(event)) {
        return seconds(complaint.opened(), event.at());
      }
    }
    return NONE;
  }

  private static long finished(Complaint complaint, Outcome outcome) {
    return outcome == Outcome.OPEN || outcome == Outcome.UNTOLD
        ? NONE
        : complaint.findFinishedAt().map(at -> seconds(complaint.opened(), at)).orElse(NONE);
  }

  private static long seconds(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toSeconds());
  }

  private static long due(Outcome outcome, SlaClocks clocks) {
    return clocks
        .findResolution()
        .filter(it -> outcome == Outcome.OPEN && it.state() == Deadline.State.RUNNING)
        .flatMap(Deadline::findDue)
        .map(ZonedDateTime::toInstant)
        .map(Contribution::millisFrom)
        .orElse(NONE);
  }

  /** The first millisecond that is not before the instant. */
  private static long millisFrom(Instant instant) {
    return instant.plusNanos(999_999).toEpochMilli();
  }

  /** The time of a unit that has the complaint still is not known yet. */
  private static List<Stay> stays(SlaClocks clocks, Instant at, UnaryOperator<String> shared) {
    return clocks.holdings(at).stream()
        .filter(held -> held.end() != Holding.End.HELD)
        .map(
            held ->
                new Stay(
                    shared.apply(held.unit().id()),
                    Math.max(0, held.held().toSeconds()),
                    held.end() == Holding.End.MISROUTED))
        .toList();
  }
}
