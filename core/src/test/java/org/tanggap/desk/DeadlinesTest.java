package org.tanggap.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tanggap.calendar.WorkingCalendar;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.Lifecycle;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Status;
import org.tanggap.sla.Alert;
import org.tanggap.sla.Budget;
import org.tanggap.sla.Escalation;
import org.tanggap.sla.MovedDeadline;
import org.tanggap.sla.SlaPolicy;
import org.tanggap.sla.SlaRule;
import org.tanggap.sla.Target;
import org.tanggap.store.ComplaintQuery;
import org.tanggap.store.ComplaintStore;

/** What becomes of promises while nobody does anything. */
class DeadlinesTest extends DeskTests {

  private static final Actor OFFICER = Actor.officer("officer-7");
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

  private final SlaPolicy policy =
      SlaPolicy.builder(WorkingCalendar.alwaysOpen(JAKARTA))
          .rule(SlaRule.always().resolve(Budget.hours(72)))
          .warnAt(0.5, 0.75)
          .escalate(
              Escalation.atBreach("kepala-seksi"), new Escalation(Duration.ofHours(8), "camat"))
          .build();
  private final FeedbackDesk desk = deskOn(store);

  private FeedbackDesk deskOn(ComplaintStore keeper) {
    return parts(keeper)
        .sla(policy)
        .lifecycle(Lifecycle.builder().disputeWithin(Duration.ofDays(10)).build())
        .build();
  }

  private Complaint taken() {
    return desk.receive(Report.of("Jalan berlubang").withCategory(ROAD)).getComplaint();
  }

  private static List<String> told(DeadlineSweep sweep) {
    return sweep.alerts().stream()
        .map(raised -> raised.alert().step() + " to " + raised.alert().to())
        .toList();
  }

  @Test
  void a_sweep_looks_at_nothing_that_is_not_due() {
    taken();

    assertThat(desk.checkDeadlines(10)).isEqualTo(new DeadlineSweep(0, List.of(), 0));
  }

  @Test
  void warnings_and_escalations_come_in_time_and_once_each() {
    Complaint complaint = taken();
    List<String> all = new ArrayList<>();
    for (int hour = 1; hour <= 100; hour++) {
      clock.move(Duration.ofHours(1));
      for (String step : told(desk.checkDeadlines(10))) {
        all.add("after " + hour + " h: " + step);
      }
    }

    assertThat(all)
        .containsExactly(
            "after 36 h: 50% to unit",
            "after 54 h: 75% to unit",
            "after 72 h: missed to kepala-seksi",
            "after 80 h: missed by 8 hours to camat");
    assertThat(desk.find(complaint.id()).orElseThrow().version())
        .as("each is on record")
        .isEqualTo(complaint.version() + 4);
  }

  @Test
  void after_an_outage_late_warnings_are_left_out_and_everybody_in_the_chain_is_told() {
    taken();
    clock.move(Duration.ofDays(30));

    assertThat(told(desk.checkDeadlines(10)))
        .containsExactly("missed to kepala-seksi", "missed by 8 hours to camat");
    clock.move(Duration.ofDays(30));
    assertThat(desk.checkDeadlines(10).looked()).isZero();
  }

  @Test
  void a_finished_complaint_raises_nothing() {
    desk.change(taken(), new Command.Resolve("Sudah", List.of()), OFFICER);
    clock.move(Duration.ofDays(5));

    assertThat(desk.checkDeadlines(10).alerts()).isEmpty();
  }

  @Test
  void a_complaint_that_waits_for_its_reporter_raises_nothing_and_goes_on_afterwards() {
    Complaint asked =
        ((Change.Done) desk.change(taken(), new Command.Ask("Di mana?"), OFFICER)).complaint();
    clock.move(Duration.ofDays(30));
    assertThat(desk.checkDeadlines(10).looked()).isZero();

    desk.change(asked, new Command.AddMessage(null, "Depan pasar", List.of()), Actor.reporter());
    clock.move(Duration.ofHours(36));

    assertThat(told(desk.checkDeadlines(10))).containsExactly("50% to unit");
  }

  @Test
  void what_nobody_disputed_in_time_is_closed() {
    Complaint complaint = taken();
    desk.change(complaint, new Command.Resolve("Sudah", List.of()), OFFICER);
    clock.move(Duration.ofDays(10).minusMillis(1));
    assertThat(desk.checkDeadlines(10).closed()).isZero();
    clock.move(Duration.ofMillis(1));

    assertThat(desk.checkDeadlines(10).closed()).isEqualTo(1);
    assertThat(desk.find(complaint.id()).orElseThrow().status()).isEqualTo(Status.CLOSED);
  }

  @Test
  void a_listener_hears_of_each_alert_once() {
    List<Alert> heard = new ArrayList<>();
    FeedbackDesk listened =
        parts(store)
            .sla(policy)
            .listener(
                event -> {
                  if (event instanceof DeskEvent.AlertRaised raised) {
                    heard.add(raised.alert());
                  }
                })
            .build();
    taken();
    clock.move(Duration.ofHours(36));

    listened.checkDeadlines(10);
    listened.checkDeadlines(10);

    assertThat(heard).extracting(Alert::target).containsExactly(Target.RESOLUTION);
  }

  @Test
  void an_officer_who_acts_during_the_sweep_wins_and_nobody_is_told_for_nothing() {
    Complaint complaint = taken();
    clock.move(Duration.ofHours(36));
    ForwardingStore contested =
        new ForwardingStore(store) {
          @Override
          public List<Complaint> claimDue(Instant now, Duration lease, int limit) {
            List<Complaint> due = super.claimDue(now, lease, limit);
            desk.change(complaint, new Command.Resolve("Sudah", List.of()), OFFICER);
            return due;
          }
        };

    assertThat(deskOn(contested).checkDeadlines(10).alerts()).isEmpty();
    assertThat(desk.find(complaint.id()).orElseThrow().status()).isEqualTo(Status.RESOLVED);
  }

  @Test
  void complaints_are_listed_by_what_is_due_next() {
    Complaint first = taken();
    clock.move(Duration.ofHours(1));
    Complaint second = taken();
    clock.move(Duration.ofHours(1));
    Complaint third = taken();
    desk.change(first, new Command.Ask("Di mana?"), OFFICER);
    LocalDate today = LocalDate.ofInstant(clock.instant(), JAKARTA);
    desk.change(third, new Command.Schedule(today, "Hari ini"), OFFICER);

    assertThat(desk.list(ComplaintQuery.open().by(ComplaintQuery.Order.DUE)).complaints())
        .extracting(Complaint::id)
        .as("the one that waits has no due time")
        .containsExactly(third.id(), second.id());
  }

  @Test
  void late_holidays_move_open_complaints_and_the_desk_says_which() {
    WorkingCalendar before =
        WorkingCalendar.builder(JAKARTA)
            .hours(java.time.DayOfWeek.MONDAY, java.time.DayOfWeek.FRIDAY, "08:00-16:00")
            .build();
    SlaPolicy old =
        SlaPolicy.builder(before).rule(SlaRule.always().resolve(Budget.workingDays(2))).build();
    FeedbackDesk open = parts(store).sla(old).build();
    Complaint complaint = open.receive(Report.of("Banjir")).getComplaint();
    SlaPolicy late =
        old.withCalendar(
            clock.instant(), before.toBuilder().except(LocalDate.of(2026, 11, 24)).build());

    List<MovedDeadline> moved = parts(store).sla(late).build().refreshDeadlines(old);

    assertThat(moved)
        .containsExactly(
            new MovedDeadline(
                complaint.id(),
                Target.RESOLUTION,
                Instant.parse("2026-11-24T09:00:00Z"),
                Instant.parse("2026-11-25T09:00:00Z")));
    assertThat(store.claimDue(Instant.parse("2026-11-24T10:00:00Z"), Duration.ofMinutes(1), 10))
        .as("the store looks by the new deadline")
        .isEmpty();
  }
}
