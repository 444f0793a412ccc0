package org.tanggap.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tanggap.calendar.IndonesianOffices.WIB;
import static org.tanggap.sla.Story.OFFICE;
import static org.tanggap.sla.Story.at;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.tanggap.calendar.IndonesianOffices;

/** The time in which the reporter is asked. */
class PausesTest {

  private static final SlaPolicy HOURS = policy(Budget.hours(72));
  private static final SlaPolicy WORKING_HOURS = policy(Budget.workingHours(16));

  private static SlaPolicy policy(Budget budget) {
    return SlaPolicy.builder(OFFICE).rule(SlaRule.always().resolve(budget)).build();
  }

  @Test
  void an_elapsed_budget_moves_by_the_elapsed_time_of_the_pause() {
    Story story = Story.received("Mon 09:00").ask("Mon 10:00").write("Tue 11:30");

    assertThat(story.due(HOURS)).isEqualTo(at("Fri 10:30"));
  }

  @Test
  void an_office_time_budget_moves_by_the_office_time_of_the_pause() {
    // 16 hours from Monday 9:00 end on Wednesday 9:00; six and a half are left out.
    Story story = Story.received("Mon 09:00").ask("Mon 15:00").write("Tue 13:30");

    assertThat(story.due(WORKING_HOURS)).isEqualTo(at("Wed 15:30"));
  }

  @Test
  void a_pause_outside_office_hours_moves_nothing_that_is_counted_in_office_time() {
    Story story = Story.received("Mon 09:00").ask("Mon 18:00").write("Mon 22:00");

    assertThat(story.due(WORKING_HOURS)).isEqualTo(at("Wed 09:00"));
    assertThat(story.due(HOURS)).isEqualTo(at("Thu 13:00"));
  }

  @Test
  void a_pause_over_a_weekend_moves_office_time_by_its_office_time_only() {
    Story story = Story.received("Fri 09:00").ask("Fri 15:00").write("Mon+1 09:00");

    assertThat(story.due(WORKING_HOURS)).isEqualTo(at("Tue+1 11:00"));
  }

  @Test
  void a_day_budget_that_waits_over_a_weekend_is_not_charged_the_weekend() {
    Story story = Story.received("Thu 09:00").ask("Fri 16:00").write("Mon+1 08:00");

    assertThat(story.due(policy(Budget.workingDays(3)))).isEqualTo(at("Tue+1 16:00"));
  }

  @Test
  void day_budgets_move_by_the_paused_time_and_are_not_rounded_to_the_end_of_a_day_again() {
    Story story = Story.received("Mon 09:00").ask("Mon 10:00").write("Mon 12:30");

    assertThat(story.due(policy(Budget.workingDays(1)))).isEqualTo(at("Wed 10:30"));
    assertThat(story.due(policy(Budget.calendarDays(1)))).isEqualTo(at("Wed 02:30"));
  }

  @Test
  void while_paused_there_is_no_due_time_and_nothing_can_be_missed() {
    Story story = Story.received("Mon 09:00").ask("Mon 10:00");
    Deadline paused = story.resolution(HOURS);

    assertThat(paused.state()).isEqualTo(Deadline.State.PAUSED);
    assertThat(paused.findDue()).isEmpty();
    assertThat(paused.isOverdue(at("2029-01-01T00:00"))).isFalse();
    assertThat(paused.isProvisional()).isFalse();
    assertThat(story.clocks(HOURS).findExpected()).isEmpty();
    assertThat(story.clocks(HOURS).findResolution()).isPresent();
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(paused::getDue)
        .withMessage("RESOLUTION is PAUSED");
  }

  @Test
  void a_paused_clock_does_not_go_on_in_the_background() {
    Story story = Story.received("Mon 09:00").ask("Mon 10:00").note("Fri 09:00");

    assertThat(story.resolution(HOURS).findDue()).isEmpty();
    story.write("Mon+1 10:00");
    assertThat(story.due(HOURS)).isEqualTo(at("Thu+1 09:00"));
  }

  @Test
  void the_clock_goes_on_with_the_moved_time_and_not_with_the_original_one() {
    Story story = Story.received("Mon 09:00").ask("Mon 10:00").write("Mon 11:00").note("Tue 09:00");

    assertThat(story.due(HOURS)).isEqualTo(at("Thu 10:00"));
  }

  @Test
  void several_pauses_add_up_each_second_once() {
    Story story =
        Story.received("Mon 09:00")
            .ask("Mon 10:00")
            .write("Mon 11:00")
            .ask("Mon 11:00")
            .write("Mon 12:00")
            .write("Mon 12:10")
            .ask("Mon 15:00")
            .write("Mon 18:00");

    assertThat(story.due(HOURS)).isEqualTo(at("Thu 14:00"));
    assertThat(story.due(WORKING_HOURS)).isEqualTo(at("Wed 12:00"));
  }

  @Test
  void a_pause_that_ends_in_its_own_instant_moves_nothing() {
    Story story = Story.received("Mon 09:00").ask("Mon 09:00").write("Mon 09:00");

    assertThat(story.due(HOURS)).isEqualTo(at("Thu 09:00"));
    assertThat(story.resolution(HOURS).state()).isEqualTo(Deadline.State.RUNNING);
  }

  @Test
  void a_pause_after_the_time_was_up_stops_nothing() {
    for (String asked : new String[] {"Thu 09:00", "Thu 10:00"}) {
      Story story = Story.received("Mon 09:00").ask(asked);

      assertThat(story.due(HOURS)).isEqualTo(at("Thu 09:00"));
      assertThat(story.resolution(HOURS).isOverdue(at(asked))).isTrue();
      assertThat(story.resolution(HOURS).lines())
          .last()
          .extracting(LedgerLine::words)
          .isEqualTo("waiting for the reporter, but the time was up before");
      story.write("Fri 10:00");
      assertThat(story.due(HOURS)).isEqualTo(at("Thu 09:00"));
      assertThat(story.resolution(HOURS).lines()).hasSize(2);
    }
  }

  @Test
  void a_pause_right_before_the_time_is_up_stops_the_clock() {
    Story story = Story.received("Mon 09:00").ask("Thu 08:59").write("Fri 08:59");

    assertThat(story.due(HOURS)).isEqualTo(at("Fri 09:00"));
  }

  @Test
  void a_pause_ends_when_an_officer_goes_on_without_an_answer() {
    Story story = Story.received("Mon 09:00").assign("Mon 09:00", "a").ask("Mon 10:00");

    assertThat(story.start("Mon 12:00").due(HOURS)).isEqualTo(at("Thu 11:00"));
  }

  @Test
  void what_is_finished_during_a_pause_is_in_time() {
    Story story = Story.received("Mon 09:00").ask("Mon 10:00").resolve("Fri 10:00");

    assertThat(story.resolution(HOURS).isOverdue(at("Fri+1 10:00"))).isFalse();
    assertThat(story.due(HOURS)).isEqualTo(at("Mon+1 09:00"));
  }

  @Test
  void a_follower_s_message_does_not_end_the_pause() {
    Story story = Story.received("Mon 09:00").ask("Mon 10:00");
    story.by(
        org.tanggap.complaint.Actor.follower(),
        at("Mon 11:00"),
        new org.tanggap.complaint.Command.AddMessage(null, "Saya juga", java.util.List.of()));

    assertThat(story.resolution(HOURS).state()).isEqualTo(Deadline.State.PAUSED);
  }

  @Test
  void with_the_real_calendar_a_question_over_lebaran_costs_the_office_time_around_it() {
    SlaPolicy five =
        SlaPolicy.builder(IndonesianOffices.calendar(WIB))
            .rule(SlaRule.always().resolve(Budget.workingDays(5)))
            .build();
    Story story = Story.received("2026-03-13T10:00");

    assertThat(story.due(five)).isEqualTo(at("2026-03-27T16:30"));
    // An hour of a Ramadan afternoon and two of the first morning after are left out.
    story.ask("2026-03-17T14:00").write("2026-03-25T09:30");
    assertThat(story.due(five)).isEqualTo(at("2026-03-30T10:30"));
  }

  @Test
  void verification_stops_while_the_reporter_is_asked_and_first_response_is_the_question() {
    SlaPolicy both =
        SlaPolicy.builder(OFFICE)
            .rule(SlaRule.always().verify(Budget.hours(24)).respond(Budget.hours(2)))
            .build();
    Story story = Story.received("Mon 09:00").ask("Mon 10:00").write("Mon 15:00");

    assertThat(story.deadline(both, Target.VERIFICATION).getDue().toInstant())
        .isEqualTo(at("Tue 14:00"));
    Deadline response = story.deadline(both, Target.FIRST_RESPONSE);
    assertThat(response.findMetAt().orElseThrow().toInstant()).isEqualTo(at("Mon 10:00"));
    assertThat(response.getDue().toInstant()).isEqualTo(at("Mon 11:00"));
  }
}
