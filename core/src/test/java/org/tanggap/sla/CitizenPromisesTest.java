package org.tanggap.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tanggap.sla.Story.BRIDGE;
import static org.tanggap.sla.Story.OFFICE;
import static org.tanggap.sla.Story.ROAD;
import static org.tanggap.sla.Story.at;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Handover;
import org.tanggap.responsibility.Assignment;
import org.tanggap.responsibility.Category;
import org.tanggap.responsibility.Unit;
import org.tanggap.sla.Deadline.State;

/** From when each promise counts, and what keeps it. */
class CitizenPromisesTest {

  private static final Category PERMIT = Category.of("permit");
  private static final SlaPolicy POLICY =
      SlaPolicy.builder(OFFICE)
          .rule(
              SlaRule.always()
                  .verify(Budget.hours(24))
                  .respond(Budget.hours(24))
                  .update(Budget.hours(24))
                  .resolve(Budget.hours(72)))
          .rule(SlaRule.about(PERMIT).resolveOnceVerified(Budget.hours(48)))
          .build();

  private static State state(Story story, Target target) {
    return story.deadline(POLICY, target).state();
  }

  @Test
  void the_time_counts_from_when_it_was_sent_if_the_channel_says_so() {
    Instant received = at("Mon 09:00");

    assertThat(Story.received(received, ROAD, at("Mon 08:00")).due(POLICY))
        .isEqualTo(at("Thu 08:00"));
    assertThat(Story.received(received, ROAD, null).due(POLICY)).isEqualTo(at("Thu 09:00"));
    assertThat(Story.received(received, ROAD, at("Mon 10:00")).due(POLICY))
        .as("not from the future")
        .isEqualTo(at("Thu 09:00"));
  }

  @Test
  void in_time_is_strictly_before_the_due_instant() {
    Deadline open = Story.received("Mon 09:00").resolution(POLICY);

    assertThat(open.isOverdue(at("Thu 09:00").minusNanos(1))).isFalse();
    assertThat(open.isOverdue(at("Thu 09:00"))).isTrue();
    assertThat(
            Story.received("Mon 09:00")
                .resolve("Thu 08:59")
                .resolution(POLICY)
                .isOverdue(at("Fri 09:00")))
        .isFalse();
    Deadline late = Story.received("Mon 09:00").resolve("Thu 09:00").resolution(POLICY);
    assertThat(late.isOverdue(at("Mon 09:00"))).isTrue();
    assertThat(late.findMetAt().orElseThrow().toInstant()).isEqualTo(at("Thu 09:00"));
  }

  static Stream<Command> verifying() {
    return Stream.of(
        new Command.Verify(),
        new Command.Assign(new Assignment(new Unit("a", "A"), "By the rule.")),
        new Command.StartWork(),
        new Command.Schedule(java.time.LocalDate.of(2027, 1, 1), "Dianggarkan"),
        new Command.Resolve("Sudah", List.of()),
        new Command.Reject("Bukan jalan kota"),
        new Command.Clarify("Itu jalan tol"));
  }

  @ParameterizedTest
  @MethodSource("verifying")
  void an_officer_verifies_or_does_what_presupposes_it(Command command) {
    assertThat(
            state(Story.received("Mon 09:00").officer("Mon 10:00", command), Target.VERIFICATION))
        .isEqualTo(State.MET);
  }

  @Test
  void passing_on_presupposes_the_verification_too() {
    Assignment first = new Assignment(new Unit("a", "A"), "By the rule.");
    Story forwarded = Story.received("Mon 09:00").system("Mon 09:01", new Command.Assign(first));
    Story referred = Story.received("Mon 09:00").system("Mon 09:01", new Command.Assign(first));

    assertThat(state(forwarded, Target.VERIFICATION)).isEqualTo(State.RUNNING);
    forwarded.forward("Mon 10:00", "b", Handover.NOT_OURS);
    assertThat(state(forwarded, Target.VERIFICATION)).isEqualTo(State.MET);
    assertThat(state(referred.refer("Mon 10:00", "b"), Target.VERIFICATION)).isEqualTo(State.MET);
  }

  @Test
  void what_the_system_does_by_its_rules_verifies_and_answers_nothing() {
    Story story =
        Story.received("Mon 09:00")
            .system("Mon 09:01", new Command.Verify())
            .system("Mon 09:02", new Command.Answer("Laporan Anda kami terima"));

    assertThat(state(story, Target.VERIFICATION)).isEqualTo(State.RUNNING);
    assertThat(state(story, Target.FIRST_RESPONSE)).isEqualTo(State.RUNNING);
  }

  @Test
  void neither_a_note_nor_a_change_of_the_category_verifies_or_answers() {
    Story story = Story.received("Mon 09:00").note("Mon 10:00").category("Mon 11:00", BRIDGE);

    assertThat(state(story, Target.VERIFICATION)).isEqualTo(State.RUNNING);
    assertThat(state(story, Target.FIRST_RESPONSE)).isEqualTo(State.RUNNING);
  }

  static Stream<Command> telling() {
    return Stream.of(
        new Command.Answer("Kami periksa"),
        new Command.Ask("Di mana?"),
        new Command.Schedule(java.time.LocalDate.of(2027, 1, 1), "Dianggarkan"),
        new Command.Resolve("Sudah", List.of()),
        new Command.Reject("Bukan jalan kota"),
        new Command.Clarify("Itu jalan tol"));
  }

  @ParameterizedTest
  @MethodSource("telling")
  void the_first_thing_that_an_officer_tells_is_the_first_response(Command command) {
    Deadline response =
        Story.received("Mon 09:00")
            .officer("Mon 10:00", command)
            .answer("Mon 11:00")
            .deadline(POLICY, Target.FIRST_RESPONSE);

    assertThat(response.findMetAt().orElseThrow().toInstant()).isEqualTo(at("Mon 10:00"));
  }

  @Test
  void a_late_first_response_stays_late() {
    Deadline response =
        Story.received("Mon 09:00").answer("Tue 09:00").deadline(POLICY, Target.FIRST_RESPONSE);

    assertThat(response.isOverdue(at("Mon 09:00"))).isTrue();
    assertThat(response.explain()).endsWith("answered by an officer, late");
  }

  @Test
  void the_resolution_may_count_from_the_verification() {
    Story story = Story.received("Mon 09:00", PERMIT);

    assertThat(state(story, Target.RESOLUTION)).isEqualTo(State.NOT_STARTED);
    assertThat(story.clocks(POLICY).findExpected()).isEmpty();
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> story.resolution(POLICY).getDue())
        .withMessage("RESOLUTION is NOT_STARTED");
    assertThat(story.verify("Tue 10:00").due(POLICY)).isEqualTo(at("Thu 10:00"));
    assertThat(story.start("Wed 10:00").due(POLICY)).isEqualTo(at("Thu 10:00"));
  }

  @Test
  void a_pause_before_the_verification_does_not_count_twice() {
    Story story =
        Story.received("Mon 09:00", PERMIT).ask("Mon 10:00").write("Mon 12:00").verify("Mon 13:00");

    assertThat(story.due(POLICY)).isEqualTo(at("Wed 13:00"));
  }

  @Test
  void verified_by_going_on_without_an_answer_it_counts_from_there() {
    Story story = Story.received("Mon 09:00", PERMIT).ask("Mon 10:00").start("Tue 10:00");

    assertThat(story.due(POLICY)).isEqualTo(at("Thu 10:00"));
    assertThat(state(story, Target.RESOLUTION)).isEqualTo(State.RUNNING);
  }

  @Test
  void where_a_second_person_has_to_look_the_citizen_s_clock_runs_until_then() {
    Story story = Story.received("Mon 09:00", BRIDGE).resolve("Mon 10:00");

    assertThat(state(story, Target.RESOLUTION)).isEqualTo(State.RUNNING);
    assertThat(state(story, Target.FIRST_RESPONSE)).as("nothing told").isEqualTo(State.RUNNING);
    assertThat(state(story, Target.VERIFICATION)).isEqualTo(State.MET);
    story.failCheck("Tue 10:00").resolve("Wed 10:00").passCheck("Thu 08:00");
    assertThat(story.resolution(POLICY).findMetAt().orElseThrow().toInstant())
        .isEqualTo(at("Thu 08:00"));
    assertThat(story.deadline(POLICY, Target.FIRST_RESPONSE).isOverdue(at("Thu 09:00"))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"VERIFICATION", "FIRST_RESPONSE", "RESOLUTION"})
  void a_merged_complaint_is_never_overdue(Target target) {
    Story story = Story.received("Mon 09:00").merge("Fri 10:00");

    assertThat(state(story, target)).isEqualTo(State.CANCELLED);
    assertThat(story.deadline(POLICY, target).isOverdue(at("Fri+1 09:00"))).isFalse();
    assertThat(story.deadline(POLICY, target).findMetAt()).isEmpty();
    assertThat(story.deadline(POLICY, target).explain()).endsWith("merged into another complaint");
  }

  @Test
  void without_a_promise_there_is_no_deadline() {
    SlaClocks clocks =
        Story.received("Mon 09:00").resolve("Mon 10:00").clocks(SlaPolicy.builder(OFFICE).build());

    assertThat(clocks.deadlines()).isEmpty();
    assertThat(clocks.alerts()).isEmpty();
    assertThat(clocks.findExpected()).isEmpty();
    assertThat(clocks.explain()).isEmpty();
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(clocks::getResolution)
        .withMessage("no rule promises a resolution");
  }

  @Test
  void deadlines_come_in_the_order_of_the_targets() {
    Story story = Story.received("Mon 09:00").answer("Mon 10:00").write("Mon 11:00");

    assertThat(story.clocks(POLICY).deadlines())
        .extracting(Deadline::target)
        .containsExactly(
            Target.VERIFICATION, Target.FIRST_RESPONSE, Target.UPDATE, Target.RESOLUTION);
    assertThat(story.resolution(POLICY))
        .hasToString("Deadline[RESOLUTION, RUNNING, due 2026-11-26T02:00:00Z]");
  }
}
