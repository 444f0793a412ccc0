package org.tanggap.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.sla.Story.OFFICE;
import static org.tanggap.sla.Story.at;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Command;
import org.tanggap.responsibility.Category;
import org.tanggap.sla.Deadline.Round;
import org.tanggap.sla.Deadline.State;

/** Citizens who write again, and what ends without a result. */
class UpdatesTest {

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
  void an_update_counts_from_a_citizen_s_message_after_the_first_response() {
    Story story = Story.received("Mon 09:00").answer("Mon 10:00").write("Mon 11:00");
    Deadline update = story.deadline(POLICY, Target.UPDATE);

    assertThat(update.getDue().toInstant()).isEqualTo(at("Tue 11:00"));
    story.by(
        Actor.follower(), at("Mon 12:00"), new Command.AddMessage(null, "Saya juga", List.of()));
    assertThat(story.deadline(POLICY, Target.UPDATE).getDue().toInstant())
        .as("a second message neither extends nor restarts it")
        .isEqualTo(at("Tue 11:00"));
  }

  @Test
  void before_the_first_response_there_is_no_update_even_if_no_first_response_is_promised() {
    SlaPolicy updates =
        SlaPolicy.builder(OFFICE).rule(SlaRule.always().update(Budget.hours(24))).build();
    Story story = Story.received("Mon 09:00").write("Mon 10:00");

    assertThat(story.clocks(POLICY).find(Target.UPDATE)).isEmpty();
    assertThat(story.clocks(updates).find(Target.UPDATE)).isEmpty();
    assertThat(state(story, Target.FIRST_RESPONSE)).isEqualTo(State.RUNNING);
    story.answer("Mon 11:00").write("Mon 12:00");
    assertThat(story.deadline(updates, Target.UPDATE).getDue().toInstant())
        .isEqualTo(at("Tue 12:00"));
  }

  @Test
  void neither_an_officer_s_answer_nor_a_note_starts_an_update_and_a_note_does_not_end_it() {
    Story story =
        Story.received("Mon 09:00").answer("Mon 10:00").answer("Mon 11:00").note("Mon 11:30");

    assertThat(story.clocks(POLICY).find(Target.UPDATE)).isEmpty();
    story.write("Mon 12:00").note("Mon 13:00");
    assertThat(state(story, Target.UPDATE)).isEqualTo(State.RUNNING);
    assertThat(state(story.answer("Mon 14:00"), Target.UPDATE)).isEqualTo(State.MET);
  }

  @Test
  void each_exchange_is_a_round_of_its_own() {
    Story story = Story.received("Mon 09:00").answer("Mon 10:00");
    story.write("Mon 11:00").answer("Tue 12:00").write("Wed 09:00");

    Deadline update = story.deadline(POLICY, Target.UPDATE);
    assertThat(update.getDue().toInstant()).isEqualTo(at("Thu 09:00"));
    assertThat(update.earlierRounds()).containsExactly(new Round(at("Tue 11:00"), at("Tue 12:00")));
  }

  @Test
  void the_outcome_ends_an_update_and_a_finished_complaint_has_none() {
    Story story = Story.received("Mon 09:00").answer("Mon 10:00").write("Mon 11:00");

    assertThat(state(story.resolve("Mon 12:00"), Target.UPDATE)).isEqualTo(State.MET);
    story.write("Mon 13:00");
    assertThat(story.deadline(POLICY, Target.UPDATE).isOverdue(at("Fri 09:00"))).isFalse();
    assertThat(state(story, Target.UPDATE)).isEqualTo(State.MET);
  }

  @Test
  void an_answer_to_a_question_wants_an_answer() {
    Story story = Story.received("Mon 09:00").ask("Mon 10:00").write("Mon 11:00");

    assertThat(state(story, Target.UPDATE)).isEqualTo(State.RUNNING);
  }

  @Test
  void after_an_undone_merging_a_message_does_not_take_the_place_of_the_first_response() {
    Story story = Story.received("Mon 09:00").merge("Mon 10:00").reopen("Mon 11:00");

    assertThat(story.write("Mon 12:00").clocks(POLICY).find(Target.UPDATE)).isEmpty();
  }

  @Test
  void a_rejection_by_the_system_is_an_outcome_after_which_messages_want_answers() {
    Story story = Story.received("Mon 09:00").system("Mon 10:00", new Command.Reject("Ganda"));

    for (Deadline deadline : story.clocks(POLICY).deadlines()) {
      assertThat(deadline.state()).isEqualTo(State.MET);
    }
    assertThat(state(story.dispute("Mon 11:00"), Target.UPDATE)).isEqualTo(State.RUNNING);
  }
}
