package org.tanggap.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tanggap.calendar.IndonesianOffices;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.Discretion;
import org.tanggap.complaint.Handover;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Priority;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.responsibility.Assignment;
import org.tanggap.responsibility.Category;
import org.tanggap.responsibility.Unit;

/** All clocks of a complaint with 20 events: four promises to the citizen and the units' time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SlaClocksBenchmark {

  private static final Actor OFFICER = Actor.officer("officer-7");
  private static final Actor CITIZEN = Actor.reporter();

  private final SlaPolicy policy =
      SlaPolicy.builder(IndonesianOffices.calendar(IndonesianOffices.WIB))
          .rule(
              SlaRule.always()
                  .verify(Budget.workingDays(3))
                  .respond(Budget.hours(24))
                  .update(Budget.workingHours(8))
                  .resolve(Budget.workingDays(14))
                  .unitWork(Budget.workingDays(5)))
          .rule(SlaRule.about(Category.of("road")).resolve(Budget.workingDays(5)))
          .rule(
              SlaRule.about(Category.of("road"))
                  .withPriority(Priority.HIGH)
                  .resolve(Budget.workingHours(24)))
          .warnAt(0.5, 0.75)
          .escalate(
              Escalation.atBreach("kepala-seksi"), new Escalation(Duration.ofHours(8), "camat"))
          .build();

  private final Complaint complaint = complaint();

  /** The clocks themselves. */
  @Benchmark
  public SlaClocks clocks() {
    return policy.clocks(complaint);
  }

  /** And what a list of complaints shows: every due time, and the next alerts. */
  @Benchmark
  public int dueTimesAndAlerts() {
    SlaClocks clocks = policy.clocks(complaint);
    int sum = clocks.alerts().size();
    for (Deadline deadline : clocks.deadlines()) {
      sum += deadline.findDue().isPresent() ? 1 : 0;
    }
    return sum;
  }

  /** And the ledgers in words. */
  @Benchmark
  public int explanation() {
    return policy.clocks(complaint).explain().length();
  }

  static Complaint complaint() {
    Assignment first = unit("kel-tebet-timur");
    Assignment second = unit("sudin-bm");
    List<ComplaintEvent> events = new ArrayList<>();
    events.add(
        new ComplaintEvent.Received(
            at("2026-03-13T10:00"),
            CITIZEN,
            new MessageKey(AccountId.of("feed", "jakarta"), "m-1"),
            "Jalan berlubang",
            LocationEvidence.none(),
            Category.UNSORTED,
            List.of(),
            null,
            null,
            Discretion.NONE));
    events.add(new ComplaintEvent.CategoryChanged(at("2026-03-13T10:05"), OFFICER, road(), "a"));
    events.add(new ComplaintEvent.Verified(at("2026-03-13T10:06"), OFFICER));
    events.add(new ComplaintEvent.Assigned(at("2026-03-13T10:07"), OFFICER, first));
    events.add(
        new ComplaintEvent.Forwarded(
            at("2026-03-13T14:00"), OFFICER, second, Handover.NOT_OURS, "a"));
    events.add(new ComplaintEvent.Answered(at("2026-03-13T14:10"), OFFICER, "a"));
    events.add(new ComplaintEvent.ReporterAsked(at("2026-03-16T09:00"), OFFICER, "a"));
    events.add(added("2026-03-17T14:30"));
    events.add(new ComplaintEvent.WorkStarted(at("2026-03-17T14:40"), OFFICER));
    events.add(new ComplaintEvent.Answered(at("2026-03-17T14:50"), OFFICER, "a"));
    events.add(
        new ComplaintEvent.PriorityChanged(at("2026-03-25T08:00"), OFFICER, Priority.HIGH, "a"));
    events.add(new ComplaintEvent.Noted(at("2026-03-25T09:00"), OFFICER, "a"));
    events.add(new ComplaintEvent.ReporterAsked(at("2026-03-25T10:00"), OFFICER, "a"));
    events.add(added("2026-03-25T11:00"));
    events.add(
        new ComplaintEvent.Alerted(
            at("2026-03-25T13:00"), Actor.system(), "RESOLUTION", "50%", SlaPolicy.UNIT));
    events.add(new ComplaintEvent.Answered(at("2026-03-25T14:00"), OFFICER, "a"));
    events.add(new ComplaintEvent.Resolved(at("2026-03-26T10:00"), OFFICER, "a", List.of(), false));
    events.add(new ComplaintEvent.Disputed(at("2026-03-26T15:00"), CITIZEN, "a"));
    events.add(new ComplaintEvent.WorkStarted(at("2026-03-27T08:00"), OFFICER));
    events.add(new ComplaintEvent.Noted(at("2026-03-27T09:00"), OFFICER, "a"));
    ComplaintId id = new ComplaintId(new UUID(1, 2));
    return Complaint.replay(id, events);
  }

  private static ComplaintEvent added(String when) {
    return new ComplaintEvent.MessageAdded(at(when), CITIZEN, null, "a", List.of());
  }

  private static Category road() {
    return Category.of("road.pothole");
  }

  private static Assignment unit(String id) {
    return new Assignment(new Unit(id, id), "By the rule.");
  }

  private static Instant at(String when) {
    return LocalDateTime.parse(when).atZone(IndonesianOffices.WIB).toInstant();
  }
}
