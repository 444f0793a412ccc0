package org.tanggap.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.sla.Story.FLOOD;
import static org.tanggap.sla.Story.OFFICE;
import static org.tanggap.sla.Story.at;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tanggap.calendar.Holiday;
import org.tanggap.calendar.HolidayType;
import org.tanggap.calendar.Holidays;
import org.tanggap.complaint.Handover;
import org.tanggap.complaint.Priority;

/** What was told already, and when it is told again. */
class AlertsOnRecordTest {

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
  void each_step_is_given_once() {
    SlaPolicy policy = chain(Budget.workingHours(4)).build();
    Story story = Story.received("Mon 10:00").alerted("Mon 13:00", warning("75%", "Mon 13:00"));

    assertThat(alerts(story, policy))
        .containsExactly(missed("kepala-seksi", "Mon 14:00"), later("camat", "Tue 14:00"));
    story.alerted("Mon 14:05", missed("kepala-seksi", "Mon 14:00"));
    assertThat(alerts(story, policy)).containsExactly(later("camat", "Tue 14:00"));
    story.alerted("Tue 14:00", later("camat", "Tue 14:00"));
    assertThat(alerts(story, policy)).isEmpty();
  }

  @Test
  void two_who_are_told_at_the_same_step_are_both_told() {
    SlaPolicy policy =
        SlaPolicy.builder(OFFICE)
            .rule(SlaRule.always().resolve(Budget.hours(1)))
            .escalate(Escalation.atBreach("lurah"), Escalation.atBreach("camat"))
            .escalate(Escalation.atBreach("camat"))
            .build();
    Story story = Story.received("Mon 10:00");

    assertThat(alerts(story, policy))
        .containsExactly(missed("lurah", "Mon 11:00"), missed("camat", "Mon 11:00"));
    story.alerted("Mon 11:00", missed("lurah", "Mon 11:00"));
    assertThat(alerts(story, policy)).containsExactly(missed("camat", "Mon 11:00"));
  }

  @Test
  void a_warning_is_left_out_once_a_later_one_or_a_missed_deadline_is_on_record() {
    SlaPolicy policy =
        SlaPolicy.builder(OFFICE)
            .rule(SlaRule.always().resolve(Budget.hours(8)))
            .warnAt(0.25, 0.5, 0.75)
            .escalate(Escalation.atBreach("camat"))
            .build();
    Story half = Story.received("Mon 08:00").alerted("Mon 13:00", warning("50%", "Mon 12:00"));
    Story over = Story.received("Mon 08:00").alerted("Tue 09:00", missed("camat", "Tue 08:00"));

    assertThat(alerts(half, policy))
        .containsExactly(warning("75%", "Mon 14:00"), missed("camat", "Tue 08:00"));
    assertThat(alerts(over, policy)).isEmpty();
  }

  @Test
  void what_was_told_about_another_promise_does_not_count() {
    SlaPolicy policy =
        SlaPolicy.builder(OFFICE)
            .rule(SlaRule.always().respond(Budget.hours(4)).resolve(Budget.hours(4)))
            .warnAt(0.5)
            .build();
    Alert response = new Alert(Target.FIRST_RESPONSE, "50%", SlaPolicy.UNIT, at("Mon 12:00"));
    Story story = Story.received("Mon 10:00");

    assertThat(alerts(story, policy))
        .as("ordered by time, then by promise")
        .containsExactly(response, warning("50%", "Mon 12:00"));
    assertThat(alerts(story.alerted("Mon 12:00", response), policy))
        .containsExactly(warning("50%", "Mon 12:00"));
  }

  @Test
  void a_name_on_record_that_is_no_target_is_passed_over() {
    Story story = Story.received("Mon 08:00");
    story.with(
        new org.tanggap.complaint.ComplaintEvent.Alerted(
            at("Mon 10:00"), org.tanggap.complaint.Actor.system(), "OTHER", "75%", "unit"));

    assertThat(alerts(story, policy(Budget.hours(4), 0.75))).hasSize(1);
  }

  @Test
  void a_clock_that_begins_anew_alerts_anew() {
    SlaPolicy policy = chain(Budget.workingHours(4)).reopening(Reopening.RESTART).build();
    Story story =
        Story.received("Mon 10:00")
            .alerted("Mon 13:00", warning("75%", "Mon 13:00"))
            .alerted("Mon 14:00", missed("kepala-seksi", "Mon 14:00"))
            .resolve("Mon 15:00")
            .reopen("Wed 10:00");

    assertThat(alerts(story, policy))
        .containsExactly(
            warning("75%", "Wed 13:00"),
            missed("kepala-seksi", "Wed 14:00"),
            later("camat", "Thu 14:00"));
  }

  @Test
  void a_clock_that_goes_on_does_not_repeat_what_was_told() {
    SlaPolicy policy = chain(Budget.workingHours(8)).build();
    Story story =
        Story.received("Mon 08:00")
            .alerted("Mon 14:00", warning("75%", "Mon 14:00"))
            .resolve("Mon 15:00")
            .reopen("Wed 10:00");

    assertThat(alerts(story, policy))
        .containsExactly(missed("kepala-seksi", "Wed 11:00"), later("camat", "Thu 11:00"));
    Story late =
        Story.received("Mon 08:00")
            .alerted("Tue 08:00", missed("kepala-seksi", "Tue 08:00"))
            .resolve("Tue 09:00")
            .reopen("Wed 10:00");
    assertThat(alerts(late, policy)).containsExactly(later("camat", "Wed 08:00"));
  }

  @Test
  void by_a_longer_budget_what_was_told_too_early_is_told_in_its_time() {
    SlaPolicy policy =
        chain(Budget.workingHours(4))
            .rule(SlaRule.about(FLOOD).resolve(Budget.workingHours(16)))
            .build();
    Story story =
        Story.received("Mon 08:00")
            .alerted("Mon 11:00", warning("75%", "Mon 11:00"))
            .alerted("Mon 12:00", missed("kepala-seksi", "Mon 12:00"))
            .category("Mon 13:00", FLOOD);

    assertThat(alerts(story, policy))
        .containsExactly(
            warning("75%", "Tue 12:00"),
            missed("kepala-seksi", "Wed 08:00"),
            later("camat", "Thu 08:00"));
  }

  @Test
  void by_a_shorter_budget_the_same_steps_are_not_repeated() {
    SlaPolicy policy =
        chain(Budget.workingHours(4))
            .rule(SlaRule.always().withPriority(Priority.URGENT).resolve(Budget.workingHours(2)))
            .build();
    Story story =
        Story.received("Mon 08:00")
            .alerted("Mon 12:00", missed("kepala-seksi", "Mon 12:00"))
            .priority("Mon 13:00", Priority.URGENT);

    assertThat(alerts(story, policy)).containsExactly(later("camat", "Tue 10:00"));
  }

  @Test
  void after_late_holidays_a_deadline_that_is_missed_again_is_told_again() {
    Holiday tuesday = Holiday.of(LocalDate.of(2026, 11, 24), HolidayType.LOCAL, "Pilkada");
    SlaPolicy policy = chain(Budget.workingHours(8)).build();
    SlaPolicy moved =
        policy.withCalendar(
            at("Tue 12:00"), OFFICE.with(Holidays.of(List.of(tuesday), Set.of(2026))));
    Story story =
        Story.received("Mon 12:00")
            .alerted("Tue 10:00", warning("75%", "Tue 10:00"))
            .alerted("Tue 12:00", missed("kepala-seksi", "Tue 12:00"));

    assertThat(alerts(story, policy)).containsExactly(later("camat", "Wed 12:00"));
    assertThat(alerts(story, moved))
        .containsExactly(
            warning("75%", "Wed 10:00"),
            missed("kepala-seksi", "Wed 12:00"),
            later("camat", "Thu 12:00"));
  }

  @Test
  void each_unit_that_has_it_is_alerted_of_its_own_time() {
    SlaPolicy policy =
        SlaPolicy.builder(OFFICE)
            .rule(SlaRule.always().unitWork(Budget.workingHours(4)))
            .warnAt(0.5)
            .build();
    Alert first = new Alert(Target.UNIT_WORK, "50%", SlaPolicy.UNIT, at("Mon 11:00"));
    Story story = Story.received("Mon 09:00").assign("Mon 09:00", "a");

    assertThat(alerts(story, policy)).containsExactly(first);
    story.alerted("Mon 11:00", first).forward("Mon 11:00", "b", Handover.NEXT_STEP);
    assertThat(alerts(story, policy))
        .containsExactly(new Alert(Target.UNIT_WORK, "50%", SlaPolicy.UNIT, at("Mon 13:00")));
  }
}
