package org.tanggap.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.sla.Story.BRIDGE;
import static org.tanggap.sla.Story.OFFICE;
import static org.tanggap.sla.Story.ROAD;
import static org.tanggap.sla.Story.at;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Handover;
import org.tanggap.complaint.Priority;
import org.tanggap.responsibility.Category;
import org.tanggap.sla.Deadline.Round;
import org.tanggap.sla.Deadline.State;

class PlannedWorkTest {

  private static final SlaPolicy POLICY = policy().build();
  private static final SlaPolicy RESTART = policy().reopening(Reopening.RESTART).build();

  private static SlaPolicy.Builder policy() {
    return SlaPolicy.builder(OFFICE)
        .rule(SlaRule.about(ROAD).resolve(Budget.hours(72)))
        .rule(SlaRule.about(BRIDGE).resolveOnceVerified(Budget.hours(72)))
        .rule(SlaRule.about(ROAD).withPriority(Priority.URGENT).resolve(Budget.hours(12)));
  }

  private static Story planned() {
    return Story.received("Mon 09:00").plan("Tue 09:00", "2026-12-10");
  }

  @Test
  void the_promised_day_takes_the_place_of_the_usual_deadline() {
    SlaClocks clocks = planned().clocks(POLICY);

    assertThat(clocks.find(Target.RESOLUTION).orElseThrow().state()).isEqualTo(State.REPLACED);
    assertThat(clocks.getResolution().target()).isEqualTo(Target.PLANNED_WORK);
    assertThat(clocks.getResolution().getDue().toInstant()).isEqualTo(at("2026-12-11T00:00"));
    assertThat(clocks.findExpected()).contains(at("2026-12-11T00:00"));
    assertThat(clocks.deadlines()).hasSize(2);
  }

  @Test
  void what_was_planned_in_time_never_breaches_the_usual_deadline() {
    Deadline usual = planned().resolution(POLICY);

    assertThat(usual.isOverdue(at("2026-12-09T00:00"))).isFalse();
    assertThat(usual.isOverdue(at("2029-01-01T00:00"))).isFalse();
    assertThat(usual.findMetAt()).isEmpty();
  }

  @Test
  void planned_work_does_not_disappear_it_is_overdue_after_the_promised_day() {
    Deadline promised = planned().clocks(POLICY).getResolution();

    assertThat(promised.isOverdue(at("2026-12-10T23:59"))).isFalse();
    assertThat(promised.isOverdue(at("2026-12-11T00:00"))).isTrue();
  }

  @Test
  void done_by_the_promised_day_it_is_in_time() {
    Story story = planned().start("2026-12-09T08:00").resolve("2026-12-10T23:00");

    assertThat(story.clocks(POLICY).getResolution().isOverdue(at("2029-01-01T00:00"))).isFalse();
    assertThat(story.clocks(POLICY).getResolution().state()).isEqualTo(State.MET);
  }

  @Test
  void the_promised_day_stays_when_the_work_begins_and_when_the_reporter_is_asked() {
    Story story = planned().start("2026-12-01T08:00").ask("2026-12-02T08:00");

    assertThat(story.clocks(POLICY).findExpected()).contains(at("2026-12-11T00:00"));
    story.write("2026-12-08T08:00");
    assertThat(story.clocks(POLICY).findExpected()).contains(at("2026-12-11T00:00"));
  }

  @Test
  void the_promised_day_stays_when_priority_or_category_change() {
    Story story =
        planned().priority("Wed 09:00", Priority.URGENT).category("Wed 10:00", Story.FLOOD);

    assertThat(story.clocks(POLICY).findExpected()).contains(at("2026-12-11T00:00"));
    assertThat(story.resolution(POLICY).state()).isEqualTo(State.REPLACED);
  }

  @Test
  void missed_before_the_planning_it_stays_on_record_as_missed() {
    Story story = Story.received("Mon 09:00").plan("Thu 09:00", "2026-12-10");

    assertThat(story.resolution(POLICY).isOverdue(at("Mon 09:00"))).isTrue();
    assertThat(story.clocks(POLICY).getResolution().isOverdue(at("Fri 09:00"))).isFalse();
  }

  @Test
  void a_new_plan_replaces_the_old_date() {
    Story story = planned().plan("Wed 09:00", "2027-03-31");

    assertThat(story.clocks(POLICY).findExpected()).contains(at("2027-04-01T00:00"));
    assertThat(story.clocks(POLICY).getResolution().earlierRounds()).isEmpty();
    assertThat(story.clocks(POLICY).getResolution().explain()).contains("planned anew: promised");
  }

  @Test
  void a_promised_day_that_was_missed_stays_on_record_after_a_new_plan() {
    Story story = planned().plan("2026-12-14T09:00", "2027-03-31");

    assertThat(story.clocks(POLICY).getResolution().earlierRounds())
        .containsExactly(new Round(at("2026-12-11T00:00"), at("2026-12-14T09:00")))
        .allMatch(Round::isLate);
  }

  @Test
  void done_and_opened_again_the_promised_day_moves_by_the_time_between() {
    Story story = planned().resolve("2026-12-08T10:00").dispute("2026-12-09T10:00");

    assertThat(story.clocks(POLICY).findExpected()).contains(at("2026-12-12T00:00"));
    assertThat(story.clocks(POLICY).getResolution().earlierRounds())
        .containsExactly(new Round(at("2026-12-11T00:00"), at("2026-12-08T10:00")));
    assertThat(story.resolution(POLICY).state()).isEqualTo(State.REPLACED);
  }

  @Test
  void opened_again_with_the_whole_budget_the_usual_deadline_is_back() {
    Story story = planned().resolve("2026-12-08T10:00").dispute("2026-12-09T10:00");

    assertThat(story.clocks(RESTART).getResolution().target()).isEqualTo(Target.RESOLUTION);
    assertThat(story.clocks(RESTART).findExpected()).contains(at("2026-12-12T10:00"));
    assertThat(story.resolution(RESTART).earlierRounds()).as("replaced is no result").isEmpty();
    assertThat(story.deadline(RESTART, Target.PLANNED_WORK).state()).isEqualTo(State.MET);
  }

  @Test
  void with_the_whole_budget_again_what_was_missed_before_the_planning_is_an_earlier_round() {
    Story story =
        Story.received("Mon 09:00")
            .plan("Thu 10:00", "2026-12-10")
            .resolve("2026-12-08T10:00")
            .dispute("2026-12-09T10:00");

    assertThat(story.resolution(RESTART).earlierRounds())
        .containsExactly(new Round(at("Thu 09:00"), at("Thu 10:00")));
  }

  @Test
  void planned_again_after_a_restart_the_first_plan_s_result_is_kept() {
    Story story =
        planned()
            .resolve("2026-12-08T10:00")
            .dispute("2026-12-09T10:00")
            .plan("2026-12-09T11:00", "2027-01-29");

    assertThat(story.clocks(RESTART).findExpected()).contains(at("2027-01-30T00:00"));
    assertThat(story.clocks(RESTART).getResolution().earlierRounds())
        .containsExactly(new Round(at("2026-12-11T00:00"), at("2026-12-08T10:00")));
  }

  @Test
  void planned_without_a_usual_deadline_there_is_one_from_then_on() {
    Story story = Story.received("Mon 09:00", Category.of("noise")).plan("Tue 09:00", "2026-12-10");

    assertThat(story.clocks(POLICY).find(Target.RESOLUTION)).isEmpty();
    assertThat(story.clocks(POLICY).findExpected()).contains(at("2026-12-11T00:00"));
    story.resolve("2026-12-08T10:00").dispute("2026-12-09T10:00");
    assertThat(story.clocks(RESTART).findExpected())
        .as("there is no other budget to begin anew with")
        .contains(at("2026-12-12T00:00"));
  }

  @Test
  void planned_by_the_system_before_the_verification_the_usual_deadline_does_not_come_back() {
    Story story =
        Story.received("Mon 09:00", BRIDGE)
            .system("Tue 09:00", new Command.Schedule(LocalDate.of(2026, 12, 10), "Dianggarkan"))
            .start("2026-12-01T08:00");

    assertThat(story.resolution(POLICY).state()).isEqualTo(State.REPLACED);
    assertThat(story.clocks(POLICY).findExpected()).contains(at("2026-12-11T00:00"));
  }

  @Test
  void the_usual_deadline_keeps_its_pauses_when_it_is_replaced() {
    Story story = Story.received("Mon 09:00").ask("Mon 10:00").start("Tue 10:00");
    story.plan("Tue 11:00", "2026-12-10");

    assertThat(story.resolution(POLICY).getDue().toInstant()).isEqualTo(at("Fri 09:00"));
  }

  @Test
  void a_merged_plan_that_is_opened_again_goes_on() {
    Story story = planned().merge("Wed 09:00").reopen("Thu 09:00");

    assertThat(story.clocks(POLICY).findExpected()).contains(at("2026-12-12T00:00"));
    assertThat(story.clocks(RESTART).findExpected()).contains(at("Sun 09:00"));
    assertThat(story.deadline(RESTART, Target.PLANNED_WORK).state()).isEqualTo(State.CANCELLED);
  }

  @Test
  void the_plan_is_passed_on_with_the_complaint() {
    Story story =
        Story.received("Mon 09:00")
            .assign("Mon 10:00", "a")
            .plan("Tue 09:00", "2026-12-10")
            .forward("Wed 09:00", "b", Handover.NEXT_STEP);

    assertThat(story.clocks(POLICY).getResolution().explain())
        .endsWith("passed on to Unit b: nothing moves; due 2026-12-11 00:00 +07:00");
    assertThat(story.resolution(POLICY).lines()).as("it has ended").hasSize(2);
  }
}
