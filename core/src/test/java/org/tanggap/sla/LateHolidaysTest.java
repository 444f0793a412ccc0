package org.tanggap.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.calendar.IndonesianOffices.WIB;
import static org.tanggap.sla.Story.OFFICE;
import static org.tanggap.sla.Story.at;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tanggap.calendar.Holiday;
import org.tanggap.calendar.HolidayType;
import org.tanggap.calendar.Holidays;
import org.tanggap.calendar.IndonesianOffices;
import org.tanggap.calendar.WorkingCalendar;

/** Holidays that are decreed late, and years whose holidays are not decreed yet. */
class LateHolidaysTest {

  private static final Holiday LEAVE =
      new Holiday(
          LocalDate.of(2026, 11, 26), HolidayType.JOINT_LEAVE, "Cuti bersama", "SKB 9/2026", null);
  private static final WorkingCalendar LATER =
      OFFICE.with(Holidays.of(List.of(LEAVE), Set.of(2026, 2027)));
  private static final SlaPolicy BEFORE =
      SlaPolicy.builder(OFFICE)
          .rule(SlaRule.always().respond(Budget.hours(2)).resolve(Budget.workingDays(3)))
          .build();
  private static final SlaPolicy AFTER = BEFORE.withCalendar(at("Wed 12:00"), LATER);

  @Test
  void an_open_complaint_moves_to_the_new_calendar() {
    Story story = Story.received("Mon 09:00");

    assertThat(story.due(BEFORE)).isEqualTo(at("Thu 16:00"));
    assertThat(story.due(AFTER)).isEqualTo(at("Fri 16:00"));
  }

  @Test
  void what_was_finished_before_the_new_calendar_was_known_keeps_its_deadline() {
    assertThat(Story.received("Mon 09:00").resolve("Wed 11:59").due(AFTER))
        .isEqualTo(at("Thu 16:00"));
    assertThat(Story.received("Mon 09:00").resolve("Wed 12:00").due(AFTER))
        .isEqualTo(at("Fri 16:00"));
  }

  @Test
  void what_happens_to_a_finished_complaint_later_does_not_move_it() {
    Story resolved = Story.received("Mon 09:00").resolve("Wed 11:00").note("Wed 13:00");
    Story merged = Story.received("Mon 09:00").merge("Wed 11:00").note("Wed 13:00");
    Story closed = Story.received("Mon 09:00").resolve("Wed 11:00");
    closed.by(
        org.tanggap.complaint.Actor.reporter(),
        at("Thu 09:00"),
        new org.tanggap.complaint.Command.Confirm());

    for (Story story : List.of(resolved, merged, closed)) {
      assertThat(story.due(AFTER)).isEqualTo(at("Thu 16:00"));
    }
  }

  @Test
  void opened_again_and_finished_later_it_is_judged_by_what_was_known_then() {
    Story story = Story.received("Mon 09:00").resolve("Wed 10:00").reopen("Wed 11:00");

    assertThat(story.resolution(AFTER).lines().get(0).due()).isEqualTo(at("Fri 16:00"));
    story.merge("Wed 13:00");
    assertThat(story.due(AFTER)).isEqualTo(at("Mon+1 09:00"));
  }

  @Test
  void the_deadlines_that_moved_are_listed() {
    Story story = Story.received("Mon 09:00");

    assertThat(BEFORE.moved(story.complaint(), AFTER))
        .containsExactly(
            new MovedDeadline(Story.ID, Target.RESOLUTION, at("Thu 16:00"), at("Fri 16:00")));
    assertThat(BEFORE.moved(story.complaint(), BEFORE)).isEmpty();
    assertThat(BEFORE.moved(story.resolve("Tue 09:00").complaint(), AFTER)).isEmpty();
  }

  @Test
  void a_promise_that_comes_or_goes_with_another_policy_has_moved_too() {
    Story story = Story.received("Mon 09:00");
    SlaPolicy none = SlaPolicy.builder(OFFICE).build();

    assertThat(none.moved(story.complaint(), SlaPolicy.resolveWithin(Budget.hours(1))))
        .containsExactly(new MovedDeadline(Story.ID, Target.RESOLUTION, null, at("Mon 10:00")));
    assertThat(SlaPolicy.resolveWithin(Budget.hours(1)).moved(story.complaint(), none))
        .containsExactly(new MovedDeadline(Story.ID, Target.RESOLUTION, at("Mon 10:00"), null));
  }

  @Test
  void a_second_decree_takes_the_place_of_the_first() {
    Holiday friday = Holiday.of(LocalDate.of(2026, 11, 27), HolidayType.JOINT_LEAVE, "Cuti");
    SlaPolicy third =
        AFTER.withCalendar(
            at("Thu 12:00"), OFFICE.with(Holidays.of(List.of(LEAVE, friday), Set.of(2026))));

    assertThat(Story.received("Mon 09:00").due(third)).isEqualTo(at("Mon+1 16:00"));
    assertThat(Story.received("Mon 09:00").resolve("Thu 09:00").due(third))
        .isEqualTo(at("Fri 16:00"));
    assertThat(Story.received("Mon 09:00").resolve("Wed 09:00").due(third))
        .isEqualTo(at("Thu 16:00"));
  }

  @Test
  void a_deadline_in_a_year_without_decrees_is_provisional_and_says_so() {
    SlaPolicy policy =
        SlaPolicy.builder(IndonesianOffices.calendar(WIB))
            .rule(
                SlaRule.always()
                    .verify(Budget.workingDays(3))
                    .respond(Budget.calendarDays(60))
                    .resolve(Budget.workingDays(60)))
            .build();
    Story story = Story.received("2026-11-23T09:00");

    assertThat(story.deadline(policy, Target.VERIFICATION).isProvisional()).isFalse();
    assertThat(story.resolution(policy).isProvisional()).isTrue();
    assertThat(story.resolution(policy).explain())
        .endsWith("not all decreed yet: this may still move.");
    assertThat(story.deadline(policy, Target.FIRST_RESPONSE).isProvisional())
        .as("calendar days do not depend on holidays")
        .isFalse();
    assertThat(story.deadline(policy, Target.FIRST_RESPONSE).explain()).doesNotContain("may still");
  }

  @Test
  void a_calendar_that_refuses_unknown_years_is_asked_provisionally_when_it_comes_later_too() {
    SlaPolicy policy =
        BEFORE.withCalendar(at("Wed 12:00"), OFFICE.with(Holidays.of(List.of(), Set.of(2020))));

    assertThat(Story.received("Mon 09:00").resolution(policy).isProvisional()).isTrue();
  }
}
