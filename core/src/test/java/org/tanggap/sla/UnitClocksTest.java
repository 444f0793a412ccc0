package org.tanggap.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.sla.Story.BRIDGE;
import static org.tanggap.sla.Story.OFFICE;
import static org.tanggap.sla.Story.at;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tanggap.complaint.Handover;
import org.tanggap.sla.Holding.End;

/** Each unit's own time, apart from the citizen's. */
class UnitClocksTest {

  private static final SlaPolicy POLICY =
      SlaPolicy.builder(OFFICE)
          .rule(SlaRule.always().resolve(Budget.hours(72)).unitWork(Budget.workingHours(8)))
          .rule(SlaRule.always().ofUnit("slow").unitWork(Budget.workingDays(5)))
          .build();

  private static final SlaPolicy NO_UNIT_RULE =
      SlaPolicy.builder(OFFICE).rule(SlaRule.always().resolve(Budget.hours(72))).build();

  private static Holding only(Story story, String now) {
    List<Holding> holdings = story.holdings(POLICY, now);
    assertThat(holdings).hasSize(1);
    return holdings.get(0);
  }

  @Test
  void a_unit_s_time_runs_from_when_it_got_the_complaint() {
    Holding held = only(Story.received("Mon 09:00").assign("Tue 09:00", "a"), "Tue 12:00");

    assertThat(held.unit().id()).isEqualTo("a");
    assertThat(held.from()).isEqualTo(at("Tue 09:00"));
    assertThat(held.to()).isNull();
    assertThat(held.end()).isEqualTo(End.HELD);
    assertThat(held.held()).hasHours(3);
    assertThat(held.due()).isEqualTo(at("Wed 09:00"));
    assertThat(held.isCharged()).isTrue();
    assertThat(held.isOverdue(at("Wed 08:59"))).isFalse();
    assertThat(held.isOverdue(at("Wed 09:00"))).isTrue();
    assertThat(held.explanation())
        .isEqualTo(
            "2026-11-24 09:00 +07:00  the unit got it: 8 hours in which the offices are open (rule"
                + " for every category); due 2026-11-25 09:00 +07:00");
  }

  @Test
  void before_a_unit_has_it_there_is_nothing_to_count() {
    Story story = Story.received("Mon 09:00").verify("Mon 10:00");

    assertThat(story.holdings(POLICY, "Tue 09:00")).isEmpty();
    assertThat(story.clocks(POLICY).isMisrouted()).isFalse();
  }

  @Test
  void passed_on_the_citizen_s_clock_stays_and_the_next_unit_s_begins() {
    Story story =
        Story.received("Mon 09:00")
            .assign("Mon 09:00", "a")
            .forward("Mon 11:00", "b", Handover.NEXT_STEP)
            .refer("Tue 08:30", "slow");

    List<Holding> holdings = story.holdings(POLICY, "Tue 10:00");
    assertThat(holdings).extracting(it -> it.unit().id()).containsExactly("a", "b", "slow");
    assertThat(holdings)
        .extracting(Holding::end)
        .containsExactly(End.PASSED_ON, End.PASSED_ON, End.HELD);
    assertThat(holdings)
        .extracting(Holding::held)
        .containsExactly(Duration.ofHours(2), Duration.ofMinutes(330), Duration.ofMinutes(90));
    assertThat(holdings)
        .extracting(Holding::due)
        .containsExactly(at("Tue 09:00"), at("Tue 11:00"), at("Tue+1 16:00"));
    assertThat(holdings).extracting(Holding::to).element(0).isEqualTo(at("Mon 11:00"));
    assertThat(story.due(POLICY)).isEqualTo(at("Thu 09:00"));
    assertThat(story.clocks(POLICY).isMisrouted()).isFalse();
  }

  @Test
  void a_unit_that_passed_it_on_late_stays_late_and_one_in_time_is_never_overdue() {
    Story story = Story.received("Mon 09:00").assign("Mon 09:00", "a");
    story.forward("Tue 09:00", "b", Handover.NEXT_STEP).resolve("Tue 10:00");
    List<Holding> holdings = story.holdings(POLICY, "Fri 10:00");

    assertThat(holdings.get(0).isOverdue(at("Mon 09:00"))).isTrue();
    assertThat(holdings.get(1).isOverdue(at("Fri 09:00"))).isFalse();
    assertThat(holdings.get(1).end()).isEqualTo(End.FINISHED);
    assertThat(holdings.get(1).to()).isEqualTo(at("Tue 10:00"));
    assertThat(holdings.get(1).held()).as("not beyond the end").hasHours(1);
  }

  @Test
  void time_lost_by_misrouting_is_charged_to_nobody() {
    Story story =
        Story.received("Mon 09:00")
            .assign("Mon 09:00", "a")
            .forward("Wed 09:00", "b", Handover.NOT_OURS);
    List<Holding> holdings = story.holdings(POLICY, "Wed 10:00");

    assertThat(holdings.get(0).end()).isEqualTo(End.MISROUTED);
    assertThat(holdings.get(0).isCharged()).isFalse();
    assertThat(holdings.get(0).isOverdue(at("Fri 09:00"))).isFalse();
    assertThat(holdings.get(0).due()).isNull();
    assertThat(holdings.get(0).held()).as("known all the same").hasHours(16);
    assertThat(holdings.get(0).explanation()).endsWith("not theirs: charged to nobody");
    assertThat(holdings.get(1).isCharged()).isTrue();
    assertThat(holdings.get(1).due()).as("its own whole time").isEqualTo(at("Thu 09:00"));
    assertThat(story.clocks(POLICY).isMisrouted()).isTrue();
    assertThat(story.due(POLICY)).as("the citizen's does not move").isEqualTo(at("Thu 09:00"));
  }

  @Test
  void waiting_for_the_reporter_is_not_charged() {
    Story story = Story.received("Mon 09:00").assign("Mon 09:00", "a").ask("Mon 10:00");

    assertThat(only(story, "Mon 15:00").held()).hasHours(1);
    assertThat(only(story, "Mon 15:00").due()).isNull();
    assertThat(only(story, "Mon 15:00").isOverdue(at("2029-01-01T00:00"))).isFalse();
    story.write("Tue 10:00");
    assertThat(only(story, "Tue 11:00").held()).hasHours(2);
    assertThat(only(story, "Tue 11:00").due()).isEqualTo(at("Wed 09:00"));
  }

  @Test
  void waiting_is_not_charged_even_after_the_unit_s_time_was_up() {
    Story story = Story.received("Mon 09:00").assign("Mon 09:00", "a").ask("Tue 10:00");

    assertThat(only(story, "Tue 15:00").held()).hasHours(9);
    assertThat(only(story, "Tue 15:00").due()).isEqualTo(at("Tue 09:00"));
    assertThat(only(story.write("Wed 10:00"), "Wed 11:00").held()).hasHours(10);
  }

  @Test
  void waiting_is_not_charged_where_no_rule_gives_a_unit_its_time() {
    Story story =
        Story.received("Mon 09:00").assign("Mon 09:00", "a").ask("Mon 10:00").write("Mon 15:00");
    Holding held = story.holdings(NO_UNIT_RULE, "Mon 16:00").get(0);

    assertThat(held.held()).hasHours(2);
    assertThat(held.due()).isNull();
    assertThat(held.isOverdue(at("2029-01-01T00:00"))).isFalse();
    assertThat(held.explanation())
        .isEqualTo(
            """
            2026-11-23 09:00 +07:00  the unit got it
            2026-11-23 10:00 +07:00  waiting for the reporter: the clock stops
            2026-11-23 15:00 +07:00  no longer waiting for the reporter""");
  }

  @Test
  void planned_time_is_not_charged_until_the_work_begins() {
    Story story =
        Story.received("Mon 09:00").assign("Mon 09:00", "a").plan("Mon 10:00", "2026-12-10");

    story.ask("Mon 11:00").write("Mon 12:00").start("Wed 09:00");
    assertThat(only(story, "Wed 12:00").held()).hasHours(4);
    assertThat(only(story, "Wed 12:00").due()).isEqualTo(at("Wed 16:00"));
    assertThat(only(story, "Wed 12:00").explanation())
        .contains("no longer waiting for the planned day: 15 hours not counted");
  }

  @Test
  void waiting_for_the_check_is_not_charged() {
    Story story = Story.received("Mon 09:00", BRIDGE).assign("Mon 09:00", "a").start("Mon 09:00");
    story.resolve("Mon 12:00");

    assertThat(only(story, "Tue 12:00").held()).hasHours(3);
    story.failCheck("Tue 09:00").resolve("Tue 10:00").passCheck("Fri 10:00");
    Holding held = only(story, "Fri 12:00");
    assertThat(held.held()).hasHours(4);
    assertThat(held.end()).isEqualTo(End.FINISHED);
    assertThat(held.isOverdue(at("Fri 12:00"))).isFalse();
    assertThat(held.explanation())
        .contains("waiting for a second person's check: the clock stops")
        .endsWith("resolved, in time");
  }

  @Test
  void passed_on_while_waiting_the_next_unit_s_time_runs_at_once() {
    Story story =
        Story.received("Mon 09:00")
            .assign("Mon 09:00", "a")
            .ask("Mon 10:00")
            .forward("Tue 09:00", "b", Handover.NEXT_STEP);
    List<Holding> holdings = story.holdings(POLICY, "Tue 11:00");

    assertThat(holdings.get(0).held()).hasHours(1);
    assertThat(holdings.get(0).due()).isEqualTo(at("Tue 16:00"));
    assertThat(holdings.get(1).held()).hasHours(2);
    assertThat(holdings.get(1).due()).isEqualTo(at("Wed 09:00"));
  }

  @Test
  void opened_again_the_last_unit_gets_a_time_of_its_own() {
    Story story = Story.received("Mon 09:00").assign("Mon 09:00", "a").resolve("Mon 11:00");

    story.dispute("Wed 09:00");
    List<Holding> holdings = story.holdings(POLICY, "Wed 10:00");
    assertThat(holdings).extracting(Holding::end).containsExactly(End.FINISHED, End.HELD);
    assertThat(holdings).extracting(it -> it.unit().id()).containsExactly("a", "a");
    assertThat(holdings.get(1).from()).isEqualTo(at("Wed 09:00"));
    assertThat(holdings.get(1).held()).hasHours(1);
    assertThat(holdings.get(1).due()).isEqualTo(at("Thu 09:00"));
  }

  @Test
  void a_merged_complaint_leaves_its_unit_neither_in_time_nor_late() {
    Story story = Story.received("Mon 09:00").assign("Mon 09:00", "a").merge("Wed 09:00");
    Holding held = only(story, "Fri 09:00");

    assertThat(held.end()).isEqualTo(End.FINISHED);
    assertThat(held.isOverdue(at("Fri 09:00"))).isFalse();
    assertThat(held.due()).isNull();
    assertThat(held.held()).hasHours(16);
  }

  @Test
  void asked_about_an_earlier_time_it_counts_up_to_then() {
    Story story =
        Story.received("Mon 09:00")
            .assign("Mon 09:00", "a")
            .ask("Mon 12:00")
            .write("Mon 14:00")
            .resolve("Mon 16:00");

    assertThat(only(story, "Mon 08:00").held()).isZero();
    assertThat(only(story, "Mon 11:00").held()).hasHours(2);
    assertThat(only(story, "Mon 13:00").held()).hasHours(3);
    assertThat(only(story, "Mon 15:00").held()).hasHours(4);
    assertThat(only(story, "Fri 15:00").held()).hasHours(5);
  }
}
