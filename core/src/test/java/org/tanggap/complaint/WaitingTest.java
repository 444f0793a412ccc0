package org.tanggap.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A complaint that waits for its reporter, and one that is opened again. */
class WaitingTest {

  private static final Command ANSWER =
      new Command.AddMessage(Histories.message("m-3"), "Di depan pasar", List.of());

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {
        "RECEIVED",
        "VERIFIED",
        "ASSIGNED",
        "FORWARDED",
        "REFERRED",
        "IN_WORK",
        "SCHEDULED",
        "DISPUTED"
      })
  void the_answer_brings_the_complaint_back_to_where_it_was(Status before) {
    Complaint waiting = Histories.after(Histories.in(before), new Command.Ask("Di mana?"));

    assertThat(waiting.status()).isEqualTo(Status.WAITING_FOR_REPORTER);
    assertThat(waiting.isAnswered()).isTrue();
    assertThat(answered(waiting, Actor.reporter()).status()).isEqualTo(before);
  }

  @Test
  void an_officer_who_heard_the_answer_may_write_it_down() {
    Complaint waiting = Histories.in(Status.WAITING_FOR_REPORTER);

    assertThat(answered(waiting, Histories.OFFICER).status()).isEqualTo(Status.IN_WORK);
  }

  @Test
  void a_follower_does_not_answer_for_the_reporter() {
    Complaint waiting = Histories.in(Status.WAITING_FOR_REPORTER);

    assertThat(answered(waiting, Actor.follower()).status()).isEqualTo(Status.WAITING_FOR_REPORTER);
  }

  @Test
  void asking_again_does_not_forget_where_the_complaint_was() {
    Complaint twice =
        Histories.after(
            Histories.in(Status.WAITING_FOR_REPORTER), new Command.Ask("Mohon dijawab"));

    assertThat(twice.status()).isEqualTo(Status.WAITING_FOR_REPORTER);
    assertThat(answered(twice, Actor.reporter()).status()).isEqualTo(Status.IN_WORK);
  }

  @Test
  void what_is_forwarded_meanwhile_waits_no_longer() {
    Complaint forwarded =
        Histories.after(
            Histories.in(Status.WAITING_FOR_REPORTER),
            new Command.Forward(Histories.DINAS, Handover.NOT_OURS, "Jalan provinsi"));

    assertThat(forwarded.status()).isEqualTo(Status.FORWARDED);
    assertThat(answered(forwarded, Actor.reporter()).status()).isEqualTo(Status.FORWARDED);
  }

  @Test
  void the_next_unit_that_asks_gets_the_complaint_back_as_its_own() {
    Complaint forwarded =
        Histories.after(
            Histories.in(Status.WAITING_FOR_REPORTER),
            new Command.Forward(Histories.DINAS, Handover.NOT_OURS, "Jalan provinsi"));
    Complaint asked = Histories.after(forwarded, new Command.Ask("Sisi mana?"));

    assertThat(answered(asked, Actor.reporter()).status()).isEqualTo(Status.FORWARDED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {"WAITING_FOR_REPORTER", "MERGED"},
      mode = EnumSource.Mode.EXCLUDE)
  void a_message_changes_nothing_where_nobody_waits_for_it(Status status) {
    Complaint complaint = Histories.in(status);

    assertThat(answered(complaint, Actor.reporter()).status()).isEqualTo(status);
    assertThat(answered(complaint, Actor.follower()).status()).isEqualTo(status);
  }

  private static Complaint answered(Complaint complaint, Actor by) {
    return Histories.after(Lifecycle.standard(), complaint, ANSWER, by);
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {"RESOLVED", "DISPUTED", "REJECTED", "CLARIFIED", "CLOSED", "MERGED"})
  void what_is_opened_again_goes_back_to_its_unit_or_to_those_who_receive(Status finished) {
    Complaint held = reopened(Histories.in(finished));
    Complaint free = reopened(Histories.withoutUnit(finished));

    assertThat(held.status()).isEqualTo(Status.ASSIGNED);
    assertThat(held.findAssignment()).contains(Histories.SUDIN);
    assertThat(free.status()).isEqualTo(Status.RECEIVED);
    assertThat(free.findMergedInto()).isEmpty();
  }

  @Test
  void what_was_verified_need_not_be_verified_again() {
    Complaint rejected =
        Histories.after(Histories.in(Status.VERIFIED), new Command.Reject("Bukan jalan kota"));

    assertThat(reopened(rejected).status()).isEqualTo(Status.VERIFIED);
    assertThat(reopened(rejected).isVerified()).isTrue();
  }

  @Test
  void a_merged_complaint_knows_the_one_that_goes_on_until_it_is_opened_again() {
    Complaint merged = Histories.in(Status.MERGED);

    assertThat(merged.findMergedInto()).contains(Histories.OTHER_ID);
    assertThat(reopened(merged).findMergedInto()).isEmpty();
    assertThat(Histories.in(Status.ASSIGNED).findMergedInto()).isEmpty();
  }

  private static Complaint reopened(Complaint complaint) {
    return Histories.after(complaint, new Command.Reopen("Belum selesai"));
  }
}
