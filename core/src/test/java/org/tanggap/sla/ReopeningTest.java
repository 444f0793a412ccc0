package org.tanggap.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.sla.Story.BRIDGE;
import static org.tanggap.sla.Story.OFFICE;
import static org.tanggap.sla.Story.at;

import org.junit.jupiter.api.Test;
import org.tanggap.complaint.Priority;
import org.tanggap.sla.Deadline.Round;
import org.tanggap.sla.Deadline.State;

class ReopeningTest {

  private static final SlaPolicy RESUME = policy().build();
  private static final SlaPolicy RESTART = policy().reopening(Reopening.RESTART).build();

  private static SlaPolicy.Builder policy() {
    return SlaPolicy.builder(OFFICE)
        .rule(SlaRule.about(BRIDGE).resolveOnceVerified(Budget.hours(48)))
        .rule(
            SlaRule.always()
                .verify(Budget.hours(24))
                .respond(Budget.hours(24))
                .update(Budget.hours(24))
                .resolve(Budget.hours(72)));
  }

  @Test
  void the_clock_goes_on_and_the_time_in_which_it_was_finished_does_not_count() {
    Story story = Story.received("Mon 09:00").resolve("Wed 09:00").reopen("Fri 09:00");

    assertThat(story.resolution(RESUME).state()).isEqualTo(State.RUNNING);
    assertThat(story.due(RESUME)).isEqualTo(at("Sat 09:00"));
    assertThat(story.resolution(RESUME).findMetAt()).isEmpty();
  }

  @Test
  void a_dispute_opens_it_again_and_a_reopening_after_it_moves_nothing_more() {
    Story story = Story.received("Mon 09:00").assign("Mon 09:00", "a");
    story.resolve("Wed 09:00").dispute("Thu 09:00");

    assertThat(story.due(RESUME)).isEqualTo(at("Fri 09:00"));
    story.reopen("Thu 15:00");
    assertThat(story.due(RESUME)).isEqualTo(at("Fri 09:00"));
    assertThat(story.resolution(RESUME).earlierRounds()).hasSize(1);
    assertThat(story.holdings(RESUME, "Thu 16:00")).hasSize(2);
  }

  @Test
  void what_was_finished_late_stays_late() {
    Story story = Story.received("Mon 09:00").resolve("Thu 09:00").reopen("Fri 09:00");

    assertThat(story.due(RESUME)).isEqualTo(at("Thu 09:00"));
    assertThat(story.resolution(RESUME).isOverdue(at("Fri 09:00"))).isTrue();
    assertThat(story.resolution(RESUME).explain()).contains("opened again; the time was up before");
    story.resolve("Fri 10:00");
    assertThat(story.resolution(RESUME).isOverdue(at("Mon 09:00"))).isTrue();
  }

  @Test
  void the_first_result_stays_on_record() {
    Story story = Story.received("Mon 09:00").resolve("Wed 09:00").reopen("Fri 09:00");
    Round inTime = new Round(at("Thu 09:00"), at("Wed 09:00"));

    assertThat(inTime.isLate()).isFalse();
    assertThat(story.resolution(RESUME).earlierRounds()).containsExactly(inTime);
    assertThat(story.resolution(RESTART).earlierRounds()).containsExactly(inTime);

    Story late = Story.received("Mon 09:00").resolve("Thu 09:00").reopen("Fri 09:00");
    assertThat(late.resolution(RESTART).earlierRounds()).allMatch(Round::isLate).hasSize(1);
  }

  @Test
  void the_clock_may_begin_anew_with_the_whole_budget() {
    Story story =
        Story.received("Mon 09:00")
            .ask("Mon 10:00")
            .write("Mon 12:00")
            .resolve("Wed 09:00")
            .reopen("Fri 09:00");

    assertThat(story.due(RESTART)).isEqualTo(at("Mon+1 09:00"));
    assertThat(story.ask("Fri 10:00").write("Fri 11:00").due(RESTART)).isEqualTo(at("Mon+1 10:00"));
  }

  @Test
  void pauses_before_and_the_finished_time_between_add_up() {
    Story story =
        Story.received("Mon 09:00")
            .ask("Mon 10:00")
            .write("Mon 12:00")
            .resolve("Wed 09:00")
            .reopen("Fri 09:00")
            .ask("Fri 10:00")
            .write("Fri 11:00");

    assertThat(story.due(RESUME)).isEqualTo(at("Sat 12:00"));
  }

  @Test
  void finished_while_the_reporter_was_asked_and_opened_again_no_second_counts_twice() {
    Story story =
        Story.received("Mon 09:00").ask("Mon 10:00").resolve("Tue 10:00").reopen("Wed 10:00");

    assertThat(story.due(RESUME)).isEqualTo(at("Sat 09:00"));
  }

  @Test
  void it_may_be_opened_again_twice() {
    Story story =
        Story.received("Mon 09:00")
            .resolve("Mon 10:00")
            .reopen("Mon 11:00")
            .resolve("Mon 12:00")
            .reopen("Mon 14:00");

    assertThat(story.due(RESUME)).isEqualTo(at("Thu 12:00"));
    assertThat(story.resolution(RESUME).earlierRounds())
        .containsExactly(
            new Round(at("Thu 09:00"), at("Mon 10:00")),
            new Round(at("Thu 10:00"), at("Mon 12:00")));
    assertThat(story.due(RESTART)).isEqualTo(at("Thu 14:00"));
    assertThat(story.resolution(RESTART).earlierRounds()).hasSize(2);
  }

  @Test
  void a_new_budget_after_a_restart_counts_from_the_restart() {
    SlaPolicy policy =
        policy()
            .reopening(Reopening.RESTART)
            .rule(SlaRule.always().withPriority(Priority.URGENT).resolve(Budget.hours(12)))
            .build();
    Story story =
        Story.received("Mon 09:00")
            .resolve("Mon 10:00")
            .reopen("Wed 09:00")
            .priority("Wed 10:00", Priority.URGENT);

    assertThat(story.due(policy)).isEqualTo(at("Wed 21:00"));
  }

  @Test
  void a_restart_keeps_a_promise_that_no_rule_makes_any_more() {
    SlaPolicy policy =
        SlaPolicy.builder(OFFICE)
            .rule(SlaRule.always().withPriority(Priority.NORMAL).resolve(Budget.hours(72)))
            .reopening(Reopening.RESTART)
            .build();
    Story story =
        Story.received("Mon 09:00")
            .priority("Mon 09:30", Priority.LOW)
            .resolve("Mon 10:00")
            .reopen("Tue 09:00");

    assertThat(story.due(policy)).isEqualTo(at("Fri 09:00"));
  }

  @Test
  void opened_again_it_need_not_be_verified_or_answered_again() {
    Story story = Story.received("Mon 09:00").resolve("Mon 10:00").reopen("Tue 10:00");

    for (Target target : new Target[] {Target.VERIFICATION, Target.FIRST_RESPONSE}) {
      assertThat(story.deadline(RESTART, target).state()).isEqualTo(State.MET);
      assertThat(story.deadline(RESTART, target).earlierRounds()).isEmpty();
    }
  }

  @Test
  void a_dispute_is_a_message_that_wants_an_answer() {
    Story story = Story.received("Mon 09:00").resolve("Mon 10:00").dispute("Tue 10:00");

    assertThat(story.deadline(RESUME, Target.UPDATE).getDue().toInstant())
        .isEqualTo(at("Wed 10:00"));
    story.resolve("Tue 12:00");
    assertThat(story.deadline(RESUME, Target.UPDATE).state()).isEqualTo(State.MET);
  }

  @Test
  void what_counts_from_the_verification_goes_on_from_there() {
    Story story =
        Story.received("Mon 09:00", BRIDGE)
            .verify("Tue 09:00")
            .officer("Tue 10:00", new org.tanggap.complaint.Command.Reject("Jalan tol"))
            .reopen("Tue 12:00");

    assertThat(story.due(RESUME)).isEqualTo(at("Thu 11:00"));
    assertThat(story.due(RESTART)).isEqualTo(at("Thu 12:00"));
  }

  @Test
  void merged_by_mistake_and_opened_again_all_clocks_go_on() {
    Story story = Story.received("Mon 09:00").merge("Mon 10:00").reopen("Mon 15:00");

    for (Target target : new Target[] {Target.VERIFICATION, Target.FIRST_RESPONSE}) {
      assertThat(story.deadline(RESUME, target).state()).isEqualTo(State.RUNNING);
      assertThat(story.deadline(RESUME, target).getDue().toInstant()).isEqualTo(at("Tue 14:00"));
    }
    assertThat(story.due(RESUME)).isEqualTo(at("Thu 14:00"));
    assertThat(story.due(RESTART)).isEqualTo(at("Thu 15:00"));
    assertThat(story.resolution(RESUME).earlierRounds()).isEmpty();
    assertThat(story.resolution(RESTART).earlierRounds()).isEmpty();
  }

  @Test
  void merged_while_the_reporter_was_asked_the_pause_is_not_lost() {
    Story story =
        Story.received("Mon 09:00").ask("Mon 10:00").merge("Mon 12:00").reopen("Mon 15:00");

    assertThat(story.due(RESUME)).isEqualTo(at("Thu 14:00"));
  }

  @Test
  void merged_before_the_verification_and_opened_again_it_waits_for_it_still() {
    Story story = Story.received("Mon 09:00", BRIDGE).merge("Mon 10:00").reopen("Mon 15:00");

    assertThat(story.resolution(RESUME).state()).isEqualTo(State.NOT_STARTED);
    assertThat(story.verify("Tue 09:00").due(RESUME)).isEqualTo(at("Thu 09:00"));
  }
}
