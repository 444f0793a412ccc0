package org.tanggap.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tanggap.complaint.Decision.Obstacle;
import org.tanggap.responsibility.Category;

/** The time in which a citizen may confirm or dispute an outcome: exact to the nanosecond. */
class DisputeTimeTest {

  private static final Duration TWO_DAYS = Duration.ofDays(2);
  private static final Lifecycle RULES = Lifecycle.builder().disputeWithin(TWO_DAYS).build();

  private static final Command CONFIRM = new Command.Confirm();
  private static final Command DISPUTE = new Command.Dispute("Belum");
  private static final Command CLOSE = new Command.Close();

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {"RESOLVED", "REJECTED", "CLARIFIED"})
  void until_the_end_the_citizen_decides_and_from_then_on_it_may_be_closed(Status told) {
    Complaint complaint = Histories.in(told);
    Instant end = complaint.changed().plus(TWO_DAYS);

    assertThat(complaint.findFinishedAt()).contains(complaint.changed());
    assertThat(RULES.findDisputableUntil(complaint)).contains(end);
    assertThat(after(complaint, CONFIRM, end.minusNanos(1))).isEqualTo(Status.CLOSED);
    assertThat(after(complaint, DISPUTE, end.minusNanos(1))).isEqualTo(Status.DISPUTED);
    assertThat(after(complaint, CLOSE, end.minusNanos(1))).isEqualTo(Obstacle.WINDOW_OPEN);
    assertThat(after(complaint, CONFIRM, end)).isEqualTo(Obstacle.WINDOW_OVER);
    assertThat(after(complaint, DISPUTE, end)).isEqualTo(Obstacle.WINDOW_OVER);
    assertThat(after(complaint, CLOSE, end)).isEqualTo(Status.CLOSED);
  }

  @Test
  void an_officer_may_open_it_again_after_the_end_too() {
    Complaint complaint = Histories.in(Status.RESOLVED);
    Instant late = complaint.changed().plus(TWO_DAYS).plusSeconds(1);

    assertThat(after(complaint, new Command.Reopen("Memang belum"), late))
        .isEqualTo(Status.ASSIGNED);
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void what_was_not_told_or_is_put_away_cannot_be_disputed(Status status) {
    assertThat(RULES.findDisputableUntil(Histories.in(status)).isPresent())
        .isEqualTo(status.isDisputable());
  }

  @Test
  void the_standard_is_ten_days() {
    Complaint complaint = Histories.in(Status.RESOLVED);

    assertThat(Lifecycle.standard().findDisputableUntil(complaint))
        .contains(complaint.changed().plus(Duration.ofDays(10)));
  }

  @Test
  void with_no_time_at_all_it_may_be_closed_at_once() {
    Lifecycle rules = Lifecycle.builder().disputeWithin(Duration.ZERO).build();
    Complaint complaint = Histories.in(Status.REJECTED);

    assertThat(rules.findDisputableUntil(complaint)).contains(complaint.changed());
    assertThat(after(rules, complaint, CLOSE, complaint.changed())).isEqualTo(Status.CLOSED);
    assertThat(after(rules, complaint, DISPUTE, complaint.changed()))
        .isEqualTo(Obstacle.WINDOW_OVER);
  }

  @Test
  void the_longest_time_that_may_be_set_can_be_computed() {
    Lifecycle rules = Lifecycle.builder().disputeWithin(Duration.ofDays(36_525)).build();

    assertThat(rules.findDisputableUntil(Histories.in(Status.RESOLVED))).isPresent();
  }

  @Test
  void messages_and_notes_do_not_prolong_it() {
    Complaint told = Histories.in(Status.RESOLVED);
    Complaint noted = Histories.after(told, new Command.Note("Ditelepon"));
    Complaint answered = Histories.after(noted, new Command.Answer("Terima kasih"));

    assertThat(RULES.findDisputableUntil(answered)).isEqualTo(RULES.findDisputableUntil(told));
  }

  @Test
  void it_begins_anew_when_a_disputed_complaint_is_resolved_again() {
    Complaint disputed = Histories.in(Status.DISPUTED);
    Complaint again = Histories.after(disputed, new Command.Resolve("Sekarang", List.of()));

    assertThat(disputed.findFinishedAt()).isNotEmpty();
    assertThat(RULES.findDisputableUntil(disputed)).isEmpty();
    assertThat(RULES.findDisputableUntil(again)).contains(again.changed().plus(TWO_DAYS));
  }

  @Test
  void it_begins_when_the_check_is_passed_not_when_the_work_is_done() {
    Lifecycle checked = Lifecycle.builder().requireCheck(Category.UNSORTED).build();
    Complaint checking = Histories.in(Status.CHECKING);
    Complaint passed =
        Histories.after(checked, checking, new Command.PassCheck(), Histories.SECOND_OFFICER);

    assertThat(checking.findFinishedAt()).isEmpty();
    assertThat(passed.findFinishedAt()).contains(passed.changed());
    assertThat(passed.changed()).isAfter(checking.changed());
  }

  @Test
  void a_clock_that_was_set_back_does_not_open_it_again() {
    Complaint told = Histories.in(Status.RESOLVED);
    Instant end = told.changed().plus(TWO_DAYS);
    Complaint noted = Histories.after(told, new Command.Note("Lewat"), end);

    assertThat(after(noted, DISPUTE, end.minusSeconds(60))).isEqualTo(Obstacle.WINDOW_OVER);
    assertThat(after(noted, CLOSE, end.minusSeconds(60))).isEqualTo(Status.CLOSED);
  }

  /** The status after the command, or what stands against it. */
  private static Object after(Complaint complaint, Command command, Instant at) {
    return after(RULES, complaint, command, at);
  }

  private static Object after(Lifecycle rules, Complaint complaint, Command command, Instant at) {
    Decision decision = rules.decide(complaint, command, Histories.OFFICER, at);
    return decision instanceof Decision.Refused refused
        ? refused.obstacle()
        : complaint.after(((Decision.Allowed) decision).event()).status();
  }
}
