package org.tanggap.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.tanggap.sla.Story.FLOOD;
import static org.tanggap.sla.Story.OFFICE;
import static org.tanggap.sla.Story.POTHOLE;
import static org.tanggap.sla.Story.ROAD;
import static org.tanggap.sla.Story.at;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.complaint.Handover;
import org.tanggap.complaint.Priority;
import org.tanggap.responsibility.Category;

/** Which rule decides. */
class RulesTest {

  private static SlaRule hours(SlaRule rule, int hours) {
    return rule.resolve(Budget.hours(hours));
  }

  private static Duration resolution(Story story, SlaRule... rules) {
    SlaPolicy.Builder policy = SlaPolicy.builder(OFFICE);
    for (SlaRule rule : rules) {
      policy.rule(rule);
    }
    return Duration.between(at("Mon 09:00"), story.due(policy.build()));
  }

  private static Story story() {
    return Story.received("Mon 09:00", POTHOLE)
        .in("Mon 09:00", "31.74.01.1001")
        .assign("Mon 09:01", "a")
        .priority("Mon 09:02", Priority.HIGH);
  }

  @Test
  void the_narrowest_category_comes_before_the_smallest_area_unit_and_priority() {
    SlaRule wide =
        SlaRule.about(ROAD).inArea("31.74.01.1001").ofUnit("a").withPriority(Priority.HIGH);

    assertThat(resolution(story(), hours(wide, 1), hours(SlaRule.about(POTHOLE), 2))).hasHours(2);
    assertThat(resolution(story(), hours(SlaRule.about(ROAD), 1), hours(SlaRule.always(), 2)))
        .hasHours(1);
  }

  @Test
  void then_the_smallest_area_comes_before_unit_and_priority() {
    SlaRule wide = SlaRule.about(ROAD).inArea("31.74").ofUnit("a").withPriority(Priority.HIGH);

    assertThat(
            resolution(story(), hours(wide, 1), hours(SlaRule.about(ROAD).inArea("31.74.01"), 2)))
        .hasHours(2);
    assertThat(
            resolution(
                story(),
                hours(SlaRule.always().ofUnit("a"), 1),
                hours(SlaRule.always().inArea("31"), 2)))
        .hasHours(2);
  }

  @Test
  void then_a_unit_comes_before_a_priority_and_that_before_none() {
    SlaRule urgent = hours(SlaRule.always().withPriority(Priority.HIGH), 1);

    assertThat(resolution(story(), urgent, hours(SlaRule.always().ofUnit("a"), 2))).hasHours(2);
    assertThat(resolution(story(), hours(SlaRule.always(), 2), urgent)).hasHours(1);
  }

  @Test
  void then_the_one_written_first() {
    assertThat(resolution(story(), hours(SlaRule.about(ROAD), 1), hours(SlaRule.about(ROAD), 2)))
        .hasHours(1);
  }

  @Test
  void a_rule_covers_what_fulfils_all_its_conditions() {
    SlaRule rest = hours(SlaRule.always(), 9);

    assertThat(resolution(story(), hours(SlaRule.about(FLOOD), 1), rest)).hasHours(9);
    assertThat(resolution(story(), hours(SlaRule.always().inArea("31.75"), 1), rest)).hasHours(9);
    assertThat(resolution(story(), hours(SlaRule.always().inArea("31.7"), 1), rest)).hasHours(9);
    assertThat(resolution(story(), hours(SlaRule.always().ofUnit("b"), 1), rest)).hasHours(9);
    assertThat(resolution(story(), hours(SlaRule.always().withPriority(Priority.LOW), 1), rest))
        .hasHours(9);
    assertThat(resolution(story(), hours(SlaRule.about(Category.of("roads")), 1), rest))
        .hasHours(9);
  }

  @Test
  void without_a_certain_place_or_a_unit_rules_for_them_do_not_cover_it() {
    Story story = Story.received("Mon 09:00");

    assertThat(
            resolution(
                story,
                hours(SlaRule.always().inArea("31"), 1),
                hours(SlaRule.always().ofUnit("a"), 2),
                hours(SlaRule.always(), 9)))
        .hasHours(9);
  }

  @Test
  void each_target_has_its_own_rule() {
    SlaPolicy policy =
        SlaPolicy.builder(OFFICE)
            .rule(SlaRule.about(POTHOLE).resolve(Budget.hours(10)))
            .rule(SlaRule.about(ROAD).respond(Budget.hours(5)).resolve(Budget.hours(20)))
            .rule(SlaRule.always().verify(Budget.hours(1)).respond(Budget.hours(2)))
            .build();
    SlaClocks clocks = Story.received("Mon 09:00", POTHOLE).clocks(policy);

    assertThat(clocks.deadlines())
        .extracting(it -> it.getDue().toInstant())
        .containsExactly(at("Mon 10:00"), at("Mon 14:00"), at("Mon 19:00"));
  }

  @Test
  void for_the_citizen_the_unit_is_the_first_one_so_that_passing_on_changes_nothing() {
    SlaPolicy policy =
        SlaPolicy.builder(OFFICE)
            .rule(hours(SlaRule.always(), 9).unitWork(Budget.workingHours(2)))
            .rule(hours(SlaRule.always().ofUnit("a"), 10).unitWork(Budget.workingHours(3)))
            .rule(hours(SlaRule.always().ofUnit("b"), 20).unitWork(Budget.workingHours(4)))
            .build();
    Story story = Story.received("Mon 09:00");

    assertThat(story.due(policy)).isEqualTo(at("Mon 18:00"));
    story.assign("Mon 09:00", "a");
    assertThat(story.due(policy)).isEqualTo(at("Mon 19:00"));
    story.forward("Mon 10:00", "b", Handover.NOT_OURS);
    assertThat(story.due(policy)).isEqualTo(at("Mon 19:00"));
    assertThat(story.priority("Mon 11:00", Priority.LOW).due(policy)).isEqualTo(at("Mon 19:00"));
    assertThat(story.holdings(policy, "Mon 11:00").get(1).due()).isEqualTo(at("Mon 14:00"));
    assertThat(story.forward("Mon 11:00", "c", Handover.NEXT_STEP).holdings(policy, "Mon 11:00"))
        .last()
        .extracting(Holding::due)
        .isEqualTo(at("Mon 13:00"));
  }

  @Test
  void a_rule_is_copied_and_not_changed() {
    SlaRule bare = SlaRule.about(ROAD);
    SlaRule promised = bare.resolveOnceVerified(Budget.hours(1)).verify(Budget.hours(2));

    assertThat(bare.findBudget(Target.RESOLUTION)).isEmpty();
    assertThat(promised.findBudget(Target.RESOLUTION)).contains(Budget.hours(1));
    assertThat(promised.isResolutionFromVerification()).isTrue();
    SlaRule limited =
        promised.withPriority(Priority.LOW).inArea("31").ofUnit("a").respond(Budget.hours(3));
    assertThat(limited.isResolutionFromVerification()).isTrue();
    assertThat(
            limited
                .update(Budget.hours(1))
                .unitWork(Budget.hours(1))
                .isResolutionFromVerification())
        .isTrue();
    assertThat(limited.resolve(Budget.hours(4)).isResolutionFromVerification()).isFalse();
  }

  @Test
  void a_rule_says_its_conditions_in_words() {
    assertThat(SlaRule.always().words()).isEqualTo("every category");
    assertThat(SlaRule.about(ROAD).withPriority(Priority.HIGH).inArea("31.74").ofUnit("a").words())
        .isEqualTo("road with priority HIGH in area 31.74 at unit a");
  }

  @Test
  void three_times_24_hours_for_everybody_are_one_line() {
    SlaPolicy policy = SlaPolicy.resolveWithin(Budget.hours(72));

    assertThat(Story.received("Sat 09:00").resolution(policy).getDue())
        .hasToString("2026-12-01T09:00+07:00[Asia/Jakarta]");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.5, 1.5, Double.NaN})
  void a_warning_is_between_0_and_1_of_the_budget(double fraction) {
    SlaPolicy.Builder policy = SlaPolicy.builder(OFFICE);

    assertThatIllegalArgumentException().isThrownBy(() -> policy.warnAt(fraction));
  }

  @Test
  @SuppressWarnings("NullAway")
  void impossible_parts_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Escalation(Duration.ofSeconds(-1), "camat"));
    assertThatIllegalArgumentException().isThrownBy(() -> Escalation.atBreach(" "));
    assertThatNullPointerException().isThrownBy(() -> SlaPolicy.builder(null));
    assertThatNullPointerException().isThrownBy(() -> SlaRule.about(null));
    assertThatNullPointerException().isThrownBy(() -> SlaRule.always().resolve(null));
  }
}
