package org.tanggap.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Histories;
import org.tanggap.complaint.Status;

class SlaPolicyTest {

  private static final SlaPolicy THREE_DAYS = SlaPolicy.resolveWithin(Budget.hours(72));
  private static final Instant RECEIVED = Histories.RECEIVED_AT;
  private static final Instant DUE = RECEIVED.plus(Duration.ofDays(3));
  private static final Command DONE = new Command.Resolve("Sudah", List.of());

  private static Complaint sentAt(@Nullable Instant sentAt) {
    return Complaint.replay(Histories.ID, List.of(Histories.receipt(sentAt)));
  }

  private static Complaint resolvedAt(Instant at) {
    return Histories.after(Histories.in(Status.IN_WORK), DONE, at);
  }

  @Test
  void three_times_24_hours_from_the_receipt_are_told_in_the_time_of_jakarta() {
    Deadline deadline = THREE_DAYS.deadline(Histories.received());

    assertThat(deadline.due()).hasToString("2026-11-24T09:15+07:00[Asia/Jakarta]");
    assertThat(deadline.findMetAt()).isEmpty();
    assertThat(deadline.explain())
        .isEqualTo(
            """
            2026-11-21 09:15 +07:00  received by the desk
            2026-11-24 09:15 +07:00  due: 72 hours later, nights and holidays included""");
  }

  @Test
  void the_time_runs_from_the_sending_if_the_channel_tells_it() {
    Deadline deadline = THREE_DAYS.deadline(sentAt(RECEIVED.minusSeconds(3_600)));

    assertThat(deadline.due().toInstant()).isEqualTo(DUE.minusSeconds(3_600));
    assertThat(deadline.lines()).first().isEqualTo("2026-11-21 08:15 +07:00  sent by the citizen");
  }

  @Test
  void a_sending_in_the_future_does_not_lengthen_the_time() {
    Deadline deadline = THREE_DAYS.deadline(sentAt(RECEIVED.plusSeconds(3_600)));

    assertThat(deadline.due().toInstant()).isEqualTo(DUE);
    assertThat(deadline.lines()).first().asString().endsWith("received by the desk");
  }

  @Test
  void an_open_complaint_is_overdue_from_the_due_time_on() {
    Deadline deadline = THREE_DAYS.deadline(Histories.in(Status.IN_WORK));

    assertThat(deadline.isOverdue(DUE.minusMillis(1))).isFalse();
    assertThat(deadline.isOverdue(DUE)).isTrue();
  }

  @Test
  void what_is_finished_in_time_is_never_overdue() {
    Deadline deadline = THREE_DAYS.deadline(resolvedAt(DUE.minusMillis(1)));

    assertThat(deadline.isOverdue(DUE.plus(Duration.ofDays(365)))).isFalse();
    assertThat(deadline.findMetAt().orElseThrow().toInstant()).isEqualTo(DUE.minusMillis(1));
    assertThat(deadline.lines()).last().isEqualTo("2026-11-24 09:14 +07:00  finished in time");
  }

  @Test
  void what_is_finished_late_stays_overdue() {
    Deadline deadline = THREE_DAYS.deadline(resolvedAt(DUE));

    assertThat(deadline.isOverdue(RECEIVED)).isTrue();
    assertThat(deadline.lines()).last().isEqualTo("2026-11-24 09:15 +07:00  finished late");
  }

  @Test
  void a_refusal_keeps_the_promise_and_an_answer_alone_does_not() {
    assertThat(THREE_DAYS.deadline(Histories.in(Status.REJECTED)).findMetAt()).isPresent();
    assertThat(
            THREE_DAYS
                .deadline(Histories.after(Histories.received(), new Command.Answer("Kami periksa")))
                .findMetAt())
        .isEmpty();
  }

  @Test
  void a_complaint_that_is_opened_again_keeps_its_deadline_and_the_clock_runs_on() {
    Complaint reopened =
        Histories.after(
            resolvedAt(RECEIVED.plusSeconds(3_600)),
            new Command.Reopen("Belum selesai"),
            RECEIVED.plusSeconds(7_200));
    Deadline open = THREE_DAYS.deadline(reopened);
    Deadline done = THREE_DAYS.deadline(Histories.after(reopened, DONE, DUE.plusSeconds(60)));

    assertThat(open.due().toInstant()).isEqualTo(DUE);
    assertThat(open.findMetAt()).isEmpty();
    assertThat(open.isOverdue(DUE)).isTrue();
    assertThat(done.lines().subList(2, 5))
        .containsExactly(
            "2026-11-21 10:15 +07:00  finished in time",
            "2026-11-21 11:15 +07:00  opened again: the deadline stays",
            "2026-11-24 09:16 +07:00  finished late");
  }

  @Test
  void the_deadline_does_not_move_when_the_case_is_passed_around() {
    Complaint passed = Histories.after(Histories.in(Status.IN_WORK), reassigned());

    assertThat(THREE_DAYS.deadline(passed)).isEqualTo(THREE_DAYS.deadline(Histories.received()));
  }

  private static Command reassigned() {
    return new Command.Assign(Histories.SUDIN);
  }

  @Test
  void elapsed_hours_do_not_follow_a_change_of_the_clocks() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Instant eveningBefore = ZonedDateTime.of(2027, 3, 27, 12, 0, 0, 0, berlin).toInstant();
    SlaPolicy oneDay = SlaPolicy.resolveWithin(Budget.hours(24)).withZone(berlin);

    Deadline deadline = oneDay.deadline(receivedAndSent(eveningBefore));

    assertThat(Duration.between(eveningBefore, deadline.due())).isEqualTo(Duration.ofHours(24));
    assertThat(deadline.lines())
        .containsExactly(
            "2027-03-27 12:00 +01:00  sent by the citizen",
            "2027-03-28 13:00 +02:00  due: 24 hours later, nights and holidays included");
  }

  /** Sent and received in the same instant. */
  private static Complaint receivedAndSent(Instant at) {
    var receipt = Histories.receipt(at);
    return Complaint.replay(
        Histories.ID,
        List.of(
            new ComplaintEvent.Received(
                at,
                receipt.by(),
                receipt.message(),
                receipt.text(),
                receipt.location(),
                receipt.category(),
                receipt.photos(),
                at,
                null)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void a_budget_is_positive(int hours) {
    assertThatIllegalArgumentException().isThrownBy(() -> Budget.hours(hours));
  }

  @Test
  void a_budget_says_its_time_in_words() {
    assertThat(Budget.hours(72).words()).isEqualTo("72 hours");
    assertThat(new Budget.Elapsed(Duration.ofMinutes(90)).words()).isEqualTo("90 minutes");
  }
}
