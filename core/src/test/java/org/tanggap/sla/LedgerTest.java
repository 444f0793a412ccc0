package org.tanggap.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.calendar.IndonesianOffices.WIB;
import static org.tanggap.sla.Story.FLOOD;
import static org.tanggap.sla.Story.OFFICE;
import static org.tanggap.sla.Story.at;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tanggap.calendar.Holiday;
import org.tanggap.calendar.HolidayType;
import org.tanggap.calendar.Holidays;
import org.tanggap.calendar.IndonesianOffices;
import org.tanggap.calendar.WorkingCalendar;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.Handover;
import org.tanggap.complaint.Priority;

/** Why a deadline is when it is, line by line. */
class LedgerTest {

  private static final WorkingCalendar INDONESIA = IndonesianOffices.calendar(WIB);
  private static final SlaPolicy POLICY =
      SlaPolicy.builder(INDONESIA)
          .rule(SlaRule.always().resolve(Budget.workingDays(5)))
          .rule(SlaRule.about(FLOOD).respond(Budget.hours(24)).resolve(Budget.hours(72)))
          .build();

  @Test
  void a_flood_report_has_three_times_24_hours() {
    Story story =
        Story.received(at("2026-11-21T09:15"), FLOOD, at("2026-11-21T09:14"))
            .assign("2026-11-21T09:20", "sda")
            .answer("2026-11-21T10:02")
            .resolve("2026-11-24T11:00");

    assertThat(story.clocks(POLICY).explain())
        .isEqualTo(
            """
            first response
            2026-11-21 09:14 +07:00  sent by the citizen: 24 hours, nights and holidays included \
            (rule for flood); due 2026-11-22 09:14 +07:00
            2026-11-21 10:02 +07:00  answered by an officer, in time

            resolution
            2026-11-21 09:14 +07:00  sent by the citizen: 72 hours, nights and holidays included \
            (rule for flood); due 2026-11-24 09:14 +07:00
            2026-11-24 11:00 +07:00  resolved, late""");
  }

  @Test
  void five_working_days_over_lebaran_with_a_question_and_a_handover() {
    Story story =
        Story.received("2026-03-13T10:00")
            .assign("2026-03-13T10:05", "a")
            .ask("2026-03-17T14:00")
            .write("2026-03-25T09:30")
            .forward("2026-03-25T10:00", "b", Handover.NEXT_STEP);

    assertThat(story.resolution(POLICY).explain())
        .isEqualTo(
            """
            2026-03-13 10:00 +07:00  received by the desk: 5 working days, to the end of the last \
            one (rule for every category); due 2026-03-27 16:30 +07:00
            2026-03-17 14:00 +07:00  waiting for the reporter: the clock stops
            2026-03-25 09:30 +07:00  no longer waiting for the reporter: 3 hours not counted; \
            due 2026-03-30 10:30 +07:00
            2026-03-25 10:00 +07:00  passed on to Unit b: nothing moves; due 2026-03-30 10:30 \
            +07:00
            Holidays left out, by SKB 1497/2025, 2/2025, 5/2025:
              2026-03-18  Hari Suci Nyepi (Tahun Baru Saka 1948)
              2026-03-19  Hari Suci Nyepi (Tahun Baru Saka 1948)
              2026-03-20  Idul Fitri 1447 Hijriah
              2026-03-23  Idul Fitri 1447 Hijriah
              2026-03-24  Idul Fitri 1447 Hijriah""");
  }

  @Test
  void planned_disputed_and_merged_everything_is_told() {
    Story story =
        Story.received("2026-11-23T10:00", FLOOD)
            .priority("2026-11-23T10:01", Priority.URGENT)
            .category("2026-11-23T10:02", Story.ROAD)
            .plan("2026-11-24T10:00", "2026-12-10")
            .plan("2026-11-25T10:00", "2026-12-11")
            .resolve("2026-12-01T10:00")
            .dispute("2026-12-02T10:00")
            .merge("2026-12-03T10:00");
    SlaClocks clocks = story.clocks(POLICY);

    assertThat(clocks.find(Target.RESOLUTION).orElseThrow().explain())
        .isEqualTo(
            """
            2026-11-23 10:00 +07:00  received by the desk: 72 hours, nights and holidays included \
            (rule for flood); due 2026-11-26 10:00 +07:00
            2026-11-23 10:02 +07:00  category is now road: 5 working days, to the end of the last \
            one (rule for every category); due 2026-11-30 16:00 +07:00
            2026-11-24 10:00 +07:00  planned for a promised day""");
    assertThat(clocks.find(Target.PLANNED_WORK).orElseThrow().explain())
        .isEqualTo(
            """
            2026-11-24 10:00 +07:00  planned: promised for 2026-12-10; due 2026-12-11 00:00 +07:00
            2026-11-25 10:00 +07:00  planned anew: promised for 2026-12-11; due 2026-12-12 00:00 \
            +07:00
            2026-12-01 10:00 +07:00  resolved, in time
            2026-12-02 10:00 +07:00  opened again: 24 hours not counted; due 2026-12-13 00:00 \
            +07:00
            2026-12-03 10:00 +07:00  merged into another complaint""");
  }

  @Test
  void what_counts_from_the_verification_says_so() {
    SlaPolicy policy =
        SlaPolicy.builder(OFFICE)
            .rule(SlaRule.always().resolveOnceVerified(Budget.calendarDays(60)))
            .build();
    Story story = Story.received("2026-11-23T10:00").verify("2026-11-23T11:00");

    assertThat(story.resolution(policy).explain())
        .isEqualTo(
            """
            2026-11-23 10:00 +07:00  received by the desk; counts from the verification: 60 \
            calendar days, to the end of the last one (rule for every category)
            2026-11-23 11:00 +07:00  found complete by an officer: 60 calendar days, to the end of \
            the last one (rule for every category); due 2027-01-23 00:00 +07:00""");
  }

  @Test
  void a_pause_in_the_night_says_that_office_time_does_not_move() {
    Story story =
        Story.received("2026-11-23T10:00").ask("2026-11-23T18:00").write("2026-11-23T19:00");

    assertThat(story.resolution(POLICY).explain())
        .endsWith("no longer waiting for the reporter: nothing moves; due 2026-11-30 16:00 +07:00");
  }

  @Test
  void a_line_says_what_happened_to_the_clock() {
    Story story =
        Story.received("2026-11-23T10:00", FLOOD)
            .ask("2026-11-23T11:00")
            .write("2026-11-23T12:00")
            .category("2026-11-23T13:00", Story.ROAD)
            .resolve("2026-11-23T14:00")
            .reopen("2026-11-23T15:00");

    assertThat(story.resolution(POLICY).lines())
        .extracting(LedgerLine::kind)
        .containsExactly(
            LedgerLine.Kind.STARTED,
            LedgerLine.Kind.PAUSED,
            LedgerLine.Kind.RESUMED,
            LedgerLine.Kind.CHANGED,
            LedgerLine.Kind.MET,
            LedgerLine.Kind.RESUMED);
    assertThat(story.plan("2026-11-23T16:00", "2026-12-10").resolution(POLICY).lines())
        .last()
        .extracting(LedgerLine::kind)
        .isEqualTo(LedgerLine.Kind.REPLACED);
    assertThat(story.merge("2026-11-23T17:00").deadline(POLICY, Target.PLANNED_WORK).lines())
        .last()
        .extracting(LedgerLine::kind)
        .isEqualTo(LedgerLine.Kind.CANCELLED);
  }

  @Test
  void holidays_on_days_that_are_closed_anyway_and_outside_the_time_are_not_named() {
    Holiday monday = Holiday.of(LocalDate.of(2026, 11, 23), HolidayType.LOCAL, "Hari pertama");
    Holiday friday = Holiday.of(LocalDate.of(2026, 11, 27), HolidayType.LOCAL, "Hari akhir");
    Holiday saturday = Holiday.of(LocalDate.of(2026, 11, 28), HolidayType.LOCAL, "Sabtu");
    Holiday sunday = Holiday.of(LocalDate.of(2026, 11, 22), HolidayType.LOCAL, "Minggu");
    Holiday tuesday = Holiday.of(LocalDate.of(2026, 12, 1), HolidayType.LOCAL, "Nanti");
    SlaPolicy policy =
        SlaPolicy.builder(
                OFFICE.with(
                    Holidays.of(List.of(monday, tuesday, friday, saturday, sunday), Set.of(2026))))
            .rule(SlaRule.always().respond(Budget.hours(200)).resolve(Budget.workingDays(4)))
            .build();

    assertThat(Story.received("Mon 09:00").resolution(policy).explain())
        .endsWith(
            """
            due 2026-11-30 16:00 +07:00
            Holidays left out:
              2026-11-23  Hari pertama
              2026-11-27  Hari akhir""");
    assertThat(Story.received("Mon 09:00").deadline(policy, Target.FIRST_RESPONSE).explain())
        .doesNotContain("Holidays left out");
    assertThat(Story.received("Mon 09:00").ask("Mon 10:00").resolution(policy).explain())
        .as("nothing is due while it is paused")
        .doesNotContain("Holidays left out");
  }

  @Test
  void the_same_events_give_the_same_ledger_line_by_line() {
    Story story =
        Story.received("2026-11-23T10:00")
            .assign("2026-11-23T10:01", "a")
            .ask("2026-11-23T11:00")
            .write("2026-11-24T12:00")
            .forward("2026-11-24T13:00", "b", Handover.NOT_OURS)
            .resolve("2026-11-24T14:00")
            .dispute("2026-11-25T15:00");
    Complaint again = Complaint.replay(Story.ID, story.complaint().history());

    assertThat(POLICY.clocks(again).explain()).isEqualTo(story.clocks(POLICY).explain());
    assertThat(POLICY.clocks(again).getResolution().lines())
        .isEqualTo(story.resolution(POLICY).lines());
    assertThat(POLICY.clocks(again).holdings(at("Fri 09:00")))
        .isEqualTo(story.clocks(POLICY).holdings(at("Fri 09:00")));
  }

  @Test
  void each_promise_is_named_in_words() {
    assertThat(Arrays.stream(Target.values()).map(Target::words))
        .containsExactly(
            "verification",
            "first response",
            "update",
            "resolution",
            "planned work",
            "the unit's work");
  }
}
