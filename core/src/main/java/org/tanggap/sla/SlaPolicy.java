package org.tanggap.sla;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;

/**
 * What is promised, and how the deadline follows from a complaint's events.
 *
 * <p>The citizen's time begins when the report was sent (see {@link Complaint#opened()}) and never
 * moves because offices pass the case around; a complaint that is opened again keeps its deadline.
 * Immutable and thread-safe; {@link #deadline} is a function of its argument.
 */
public final class SlaPolicy {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT);

  private final Budget resolution;
  private final ZoneId zone;

  private SlaPolicy(Budget resolution, ZoneId zone) {
    this.resolution = Objects.requireNonNull(resolution, "resolution");
    this.zone = Objects.requireNonNull(zone, "zone");
  }

  /**
   * A policy that promises a resolution, told in the time of Jakarta ({@code Asia/Jakarta}).
   *
   * @param budget how much time there is
   * @return the policy
   */
  public static SlaPolicy resolveWithin(Budget budget) {
    return new SlaPolicy(budget, ZoneId.of("Asia/Jakarta"));
  }

  /**
   * This policy told in the time of another zone.
   *
   * @param other the zone
   * @return a new policy
   */
  public SlaPolicy withZone(ZoneId other) {
    return new SlaPolicy(resolution, other);
  }

  /**
   * Computes the deadline of a complaint.
   *
   * @param complaint the complaint with its history
   * @return the deadline with its reasons
   */
  public Deadline deadline(Complaint complaint) {
    Instant start = complaint.opened();
    Instant due = resolution.after(start);
    List<String> lines = new ArrayList<>();
    boolean bySending = start.equals(complaint.received().sentAt());
    lines.add(told(start) + "  " + (bySending ? "sent by the citizen" : "received by the desk"));
    lines.add(told(due) + "  due: " + resolution.words() + " later, nights and holidays included");
    Instant met = null;
    for (ComplaintEvent event : complaint.history()) {
      if (event instanceof ComplaintEvent.Resolved || event instanceof ComplaintEvent.Rejected) {
        met = event.at();
        lines.add(told(met) + "  " + (met.isBefore(due) ? "finished in time" : "finished late"));
      } else if (event instanceof ComplaintEvent.Reopened) {
        met = null;
        lines.add(told(event.at()) + "  opened again: the deadline stays");
      }
    }
    return new Deadline(due.atZone(zone), met == null ? null : met.atZone(zone), lines);
  }

  private String told(Instant instant) {
    return CLOCK.format(ZonedDateTime.ofInstant(instant, zone));
  }
}
