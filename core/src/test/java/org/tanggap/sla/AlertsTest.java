package org.tanggap.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.calendar.IndonesianOffices.WIB;
import static org.tanggap.sla.Story.OFFICE;
import static org.tanggap.sla.Story.at;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tanggap.calendar.IndonesianOffices;

/** Whom to tell when, before and after a deadline. */
class AlertsTest {

  private static SlaPolicy policy(Budget budget, double... warnings) {
    return SlaPolicy.builder(OFFICE)
        .rule(SlaRule.always().resolve(budget))
        .warnAt(warnings)
        .build();
  }

  private static SlaPolicy.Builder chain(Budget budget) {
    return SlaPolicy.builder(OFFICE)
        .rule(SlaRule.always().resolve(budget))
        .warnAt(0.75)
        .escalate(
            Escalation.atBreach("kepala-seksi"), new Escalation(Duration.ofHours(8), "camat"));
  }

  private static Alert warning(String step, String when) {
    return new Alert(Target.RESOLUTION, step, SlaPolicy.UNIT, at(when));
  }

  private static Alert missed(String to, String when) {
    return new Alert(Target.RESOLUTION, "missed", to, at(when));
  }

  private static Alert later(String to, String when) {
    return new Alert(Target.RESOLUTION, "missed by 8 hours", to, at(when));
  }

  private static List<Alert> alerts(Story story, SlaPolicy policy) {
    return story.clocks(policy).alerts();
  }

  @Test
  void three_quarters_of_8_working_hours_are_after_6_of_them() {
    SlaPolicy policy = policy(Budget.workingHours(8), 0.75, 0.5, 0.75);

    assertThat(alerts(Story.received("Mon 12:00"), policy))
        .containsExactly(warning("50%", "Tue 08:00"), warning("75%", "Tue 10:00"));
    assertThat(alerts(Story.received("Mon 12:00"), policy)).allMatch(Alert::isWarning);
  }

  @Test
  void three_quarters_of_24_hours_are_after_18_of_them_if_the_offices_are_open_then() {
    SlaPolicy policy = policy(Budget.hours(24), 0.75);

    assertThat(alerts(Story.received("Sun 20:00"), policy))
        .containsExactly(warning("75%", "Mon+1 14:00"));
  }

  @Test
  void a_warning_that_falls_into_the_night_is_given_at_the_next_opening() {
    assertThat(alerts(Story.received("Mon 09:00"), policy(Budget.hours(24), 0.75)))
        .as("3:00 in the night, six hours before the deadline")
        .containsExactly(warning("75%", "Tue 08:00"));
  }

  @Test
  void if_the_deadline_comes_first_it_is_given_at_the_closing_before() {
    assertThat(alerts(Story.received("Fri 12:00"), policy(Budget.hours(12), 0.75)))
        .as("21:00 on Friday, deadline at midnight")
        .containsExactly(warning("75%", "Fri 16:00"));
    assertThat(alerts(Story.received("Thu 08:00"), policy(Budget.hours(24), 0.75)))
        .as("the opening is the deadline itself")
        .containsExactly(warning("75%", "Thu 16:00"));
    assertThat(alerts(Story.received("Mon 16:00"), policy(Budget.hours(4), 0.5)))
        .as("received at closing")
        .containsExactly(warning("50%", "Mon 16:00"));
  }

  @Test
  void if_no_office_hour_lies_before_the_deadline_there_is_no_warning() {
    assertThat(alerts(Story.received("Fri 20:00"), policy(Budget.hours(12), 0.75))).isEmpty();
  }

  @Test
  void warnings_move_with_the_pauses_and_there_are_none_while_paused() {
    SlaPolicy policy = policy(Budget.workingHours(8), 0.25, 0.75);
    Story story = Story.received("Mon 08:00").ask("Mon 12:00");

    assertThat(alerts(story, policy)).isEmpty();
    assertThat(alerts(story.write("Mon 13:00"), policy))
        .containsExactly(warning("25%", "Mon 10:00"), warning("75%", "Mon 15:00"));
  }

  @Test
  void warnings_of_day_budgets_are_parts_of_their_office_time() {
    SlaPolicy policy =
        SlaPolicy.builder(IndonesianOffices.calendar(WIB))
            .rule(SlaRule.always().resolve(Budget.workingDays(1)))
            .warnAt(0.5)
            .build();

    // From Thursday 13:00 there are 3 hours, on Friday 7 and a half.
    assertThat(alerts(Story.received("2026-11-26T13:00"), policy))
        .extracting(Alert::at)
        .containsExactly(at("2026-11-27T09:45"));
  }

  @Test
  void uneven_parts_have_exact_names() {
    assertThat(alerts(Story.received("Mon 08:00"), policy(Budget.hours(1), 0.125, 0.07, 0.333)))
        .extracting(Alert::step)
        .containsExactly("7%", "12.5%", "33.3%");
  }

  @Test
  void the_first_escalation_is_at_the_deadline_or_the_next_opening() {
    assertThat(missed("camat", "Mon 14:00").isWarning()).isFalse();
    assertThat(alerts(Story.received("Mon 10:00"), chain(Budget.workingHours(4)).build()))
        .contains(missed("kepala-seksi", "Mon 14:00"));
    assertThat(alerts(Story.received("Fri 15:00"), chain(Budget.hours(24)).build()))
        .contains(missed("kepala-seksi", "Mon+1 08:00"));
    assertThat(alerts(Story.received("Fri 08:00"), chain(Budget.workingHours(8)).build()))
        .as("due at closing")
        .contains(missed("kepala-seksi", "Mon+1 08:00"));
  }

  @Test
  void further_escalations_count_in_office_time_from_there() {
    assertThat(alerts(Story.received("Mon 10:00"), chain(Budget.workingHours(4)).build()))
        .containsExactly(
            warning("75%", "Mon 13:00"),
            missed("kepala-seksi", "Mon 14:00"),
            later("camat", "Tue 14:00"));
    assertThat(alerts(Story.received("Fri 15:00"), chain(Budget.hours(24)).build()))
        .as("never at closing")
        .contains(later("camat", "Tue+1 08:00"));
  }

  @Test
  void finished_merged_replaced_and_waiting_complaints_raise_nothing() {
    SlaPolicy policy =
        SlaPolicy.builder(OFFICE)
            .rule(
                SlaRule.always()
                    .verify(Budget.hours(4))
                    .respond(Budget.hours(4))
                    .resolve(Budget.hours(4))
                    .unitWork(Budget.hours(4)))
            .warnAt(0.5)
            .escalate(Escalation.atBreach("camat"))
            .build();

    assertThat(alerts(Story.received("Mon 09:00").resolve("Mon 10:00"), policy)).isEmpty();
    assertThat(alerts(Story.received("Mon 09:00").merge("Fri 10:00"), policy)).isEmpty();
    assertThat(
            alerts(Story.received("Mon 09:00").assign("Mon 09:00", "a").ask("Mon 10:00"), policy))
        .isEmpty();
    assertThat(alerts(Story.received("Mon 09:00").plan("Mon 10:00", "2026-12-10"), policy))
        .allMatch(alert -> alert.target() == Target.PLANNED_WORK)
        .hasSize(2);
  }
}
