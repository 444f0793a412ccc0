package org.tanggap.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.sla.Story.BRIDGE;
import static org.tanggap.sla.Story.FLOOD;
import static org.tanggap.sla.Story.OFFICE;
import static org.tanggap.sla.Story.POTHOLE;
import static org.tanggap.sla.Story.ROAD;
import static org.tanggap.sla.Story.at;

import org.junit.jupiter.api.Test;
import org.tanggap.complaint.Priority;
import org.tanggap.responsibility.Category;

/** Another priority or category, and with it another budget. */
class RecalculationTest {

  private static final SlaPolicy FROM_START = policy().build();
  private static final SlaPolicy FROM_CHANGE =
      policy().recalculation(Recalculation.FROM_CHANGE).build();

  private static SlaPolicy.Builder policy() {
    return SlaPolicy.builder(OFFICE)
        .rule(SlaRule.about(ROAD).resolve(Budget.hours(72)).unitWork(Budget.workingHours(16)))
        .rule(
            SlaRule.about(ROAD)
                .withPriority(Priority.URGENT)
                .respond(Budget.hours(1))
                .resolve(Budget.hours(24))
                .unitWork(Budget.workingHours(8)))
        .rule(SlaRule.about(FLOOD).update(Budget.hours(4)).resolve(Budget.hours(6)))
        .rule(SlaRule.about(BRIDGE).resolveOnceVerified(Budget.calendarDays(60)));
  }

  @Test
  void the_new_budget_counts_from_where_the_old_one_began() {
    Story story = Story.received("Mon 09:00").priority("Mon 15:00", Priority.URGENT);

    assertThat(story.due(FROM_START)).isEqualTo(at("Tue 09:00"));
  }

  @Test
  void the_new_budget_keeps_the_pauses() {
    Story story =
        Story.received("Mon 09:00")
            .ask("Mon 10:00")
            .write("Mon 12:00")
            .priority("Mon 15:00", Priority.URGENT)
            .ask("Mon 16:00")
            .write("Mon 17:00");

    assertThat(story.due(FROM_START)).isEqualTo(at("Tue 12:00"));
    assertThat(story.priority("Mon 18:00", Priority.LOW).due(FROM_START))
        .isEqualTo(at("Thu 12:00"));
  }

  @Test
  void a_change_during_a_pause_keeps_the_whole_pause() {
    Story story =
        Story.received("Mon 09:00").ask("Mon 10:00").priority("Mon 12:00", Priority.URGENT);

    assertThat(story.resolution(FROM_START).state()).isEqualTo(Deadline.State.PAUSED);
    assertThat(story.write("Mon 14:00").due(FROM_START)).isEqualTo(at("Tue 13:00"));
  }

  @Test
  void the_new_budget_may_be_used_up_before_the_change() {
    Story story = Story.received("Mon 09:00").priority("Wed 09:00", Priority.URGENT);

    assertThat(story.resolution(FROM_START).isOverdue(at("Wed 09:00"))).isTrue();
  }

  @Test
  void a_pause_that_began_after_the_new_budget_was_used_up_stops_nothing() {
    Story story =
        Story.received("Mon 09:00").ask("Tue 12:00").priority("Tue 13:00", Priority.URGENT);

    assertThat(story.due(FROM_START)).isEqualTo(at("Tue 09:00"));
    story.write("Wed 12:00");
    assertThat(story.due(FROM_START)).isEqualTo(at("Tue 09:00"));
  }

  @Test
  void a_pause_that_stopped_nothing_before_counts_for_a_longer_budget() {
    Story story =
        Story.received("Mon 09:00")
            .priority("Mon 09:00", Priority.URGENT)
            .ask("Tue 10:00")
            .write("Tue 12:00");

    assertThat(story.due(FROM_START)).isEqualTo(at("Tue 09:00"));
    assertThat(story.priority("Tue 13:00", Priority.NORMAL).due(FROM_START))
        .as("as if it had been judged so at once")
        .isEqualTo(at("Thu 11:00"));
  }

  @Test
  void from_change_counts_the_new_budget_from_the_change_without_earlier_pauses() {
    Story story =
        Story.received("Mon 09:00")
            .ask("Mon 10:00")
            .write("Mon 12:00")
            .priority("Mon 15:00", Priority.URGENT);

    assertThat(story.due(FROM_CHANGE)).isEqualTo(at("Tue 15:00"));
    assertThat(story.ask("Mon 16:00").write("Mon 18:00").due(FROM_CHANGE))
        .isEqualTo(at("Tue 17:00"));
  }

  @Test
  void from_change_keeps_of_a_pause_what_comes_after_the_change() {
    Story story =
        Story.received("Mon 09:00").ask("Mon 10:00").priority("Mon 12:00", Priority.URGENT);

    assertThat(story.resolution(FROM_CHANGE).findDue()).isEmpty();
    assertThat(story.write("Mon 15:00").due(FROM_CHANGE)).isEqualTo(at("Tue 15:00"));
    assertThat(story.resolution(FROM_CHANGE).lines().get(3).notCounted()).hasHours(3);
  }

  @Test
  void a_category_is_a_reason_for_another_budget_too() {
    Story story = Story.received("Mon 09:00").category("Mon 10:00", FLOOD);

    assertThat(story.due(FROM_START)).isEqualTo(at("Mon 15:00"));
    assertThat(story.resolution(FROM_START).explain())
        .contains("category is now flood: 6 hours, nights and holidays included (rule for flood)");
  }

  @Test
  void a_narrower_category_under_the_same_rule_changes_nothing() {
    Story story = Story.received("Mon 09:00").category("Mon 10:00", POTHOLE);

    assertThat(story.due(FROM_CHANGE)).isEqualTo(at("Thu 09:00"));
    assertThat(story.resolution(FROM_CHANGE).lines()).hasSize(1);
  }

  @Test
  void the_old_promise_stays_if_no_rule_promises_the_target_any_more() {
    Story story = Story.received("Mon 09:00").category("Mon 10:00", Category.of("noise"));

    assertThat(story.due(FROM_START)).isEqualTo(at("Thu 09:00"));
  }

  @Test
  void a_promise_that_comes_with_the_category_counts_from_the_opening_with_its_pauses() {
    Story story =
        Story.received("Mon 09:00", Category.UNSORTED).ask("Mon 10:00").write("Mon 11:00");

    assertThat(story.clocks(FROM_START).deadlines()).isEmpty();
    assertThat(story.clocks(FROM_START).findResolution()).isEmpty();
    story.category("Mon 12:00", ROAD);
    assertThat(story.due(FROM_START)).isEqualTo(at("Thu 10:00"));
    assertThat(story.due(FROM_CHANGE)).isEqualTo(at("Thu 12:00"));
  }

  @Test
  void a_promise_that_was_kept_is_not_judged_again() {
    Story story =
        Story.received("Mon 09:00", FLOOD).answer("Mon 11:00").category("Mon 12:00", ROAD);
    SlaPolicy quick = policy().rule(SlaRule.about(FLOOD).respond(Budget.hours(4))).build();
    story.priority("Mon 13:00", Priority.URGENT);

    assertThat(story.deadline(quick, Target.FIRST_RESPONSE).isOverdue(at("Tue 09:00"))).isFalse();
    assertThat(story.deadline(quick, Target.FIRST_RESPONSE).lines()).hasSize(2);
  }

  @Test
  void a_first_response_that_is_promised_after_it_was_given_is_none() {
    Story story =
        Story.received("Mon 09:00").answer("Mon 11:00").priority("Mon 13:00", Priority.URGENT);

    assertThat(story.clocks(FROM_START).find(Target.FIRST_RESPONSE)).isEmpty();
  }

  @Test
  void an_unanswered_message_gets_the_promise_that_comes_with_the_category() {
    Story story =
        Story.received("Mon 09:00")
            .answer("Mon 10:00")
            .write("Mon 11:00")
            .category("Mon 12:00", FLOOD);

    assertThat(story.deadline(FROM_START, Target.UPDATE).getDue().toInstant())
        .isEqualTo(at("Mon 15:00"));
    assertThat(story.deadline(FROM_CHANGE, Target.UPDATE).getDue().toInstant())
        .isEqualTo(at("Mon 16:00"));
  }

  @Test
  void the_unit_s_time_is_counted_by_the_new_budget_too() {
    Story story =
        Story.received("Mon 09:00")
            .assign("Mon 10:00", "a")
            .start("Mon 10:00")
            .ask("Mon 11:00")
            .write("Mon 12:00")
            .priority("Mon 13:00", Priority.URGENT);

    assertThat(story.holdings(FROM_START, "Mon 14:00").get(0).due()).isEqualTo(at("Tue 11:00"));
    Holding fromChange = story.holdings(FROM_CHANGE, "Mon 14:00").get(0);
    assertThat(fromChange.due()).isEqualTo(at("Tue 13:00"));
    assertThat(fromChange.held()).as("what was held before stays held").hasHours(3);
  }

  @Test
  void a_category_that_counts_from_the_verification_waits_for_it() {
    Story story = Story.received("Mon 09:00").category("Mon 10:00", BRIDGE);

    assertThat(story.resolution(FROM_START).state()).isEqualTo(Deadline.State.NOT_STARTED);
    assertThat(story.resolution(FROM_START).findDue()).isEmpty();
    assertThat(story.clocks(FROM_START).alerts()).isEmpty();
    story.verify("Tue 09:00");
    assertThat(story.due(FROM_START)).isEqualTo(at("2027-01-24T00:00"));
  }

  @Test
  void after_the_verification_such_a_category_counts_from_there_or_from_the_change() {
    Story story = Story.received("Mon 09:00").verify("Tue 09:00").category("Thu 10:00", BRIDGE);

    assertThat(story.due(FROM_START)).isEqualTo(at("2027-01-24T00:00"));
    assertThat(story.due(FROM_CHANGE)).isEqualTo(at("2027-01-26T00:00"));
  }

  @Test
  void from_such_a_category_to_one_that_counts_from_the_opening_the_waiting_is_over() {
    Story story =
        Story.received("Mon 09:00", BRIDGE)
            .ask("Mon 10:00")
            .write("Mon 11:00")
            .category("Mon 12:00", ROAD);

    assertThat(story.due(FROM_START)).isEqualTo(at("Thu 10:00"));
    assertThat(story.due(FROM_CHANGE)).isEqualTo(at("Thu 12:00"));
    assertThat(story.verify("Tue 09:00").due(FROM_START)).isEqualTo(at("Thu 10:00"));
  }

  @Test
  void sorted_anew_while_finished_it_goes_on_by_the_new_budget() {
    Story story = Story.received("Mon 09:00").resolve("Mon 10:00").category("Mon 11:00", FLOOD);

    assertThat(story.resolution(FROM_START).isOverdue(at("Fri 09:00"))).isFalse();
    assertThat(story.due(FROM_START)).isEqualTo(at("Thu 09:00"));
    story.reopen("Mon 12:00");
    assertThat(story.due(FROM_START)).isEqualTo(at("Mon 17:00"));
    assertThat(story.due(FROM_CHANGE)).isEqualTo(at("Mon 18:00"));
  }
}
