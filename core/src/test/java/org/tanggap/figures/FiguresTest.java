package org.tanggap.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tanggap.calendar.WorkingCalendar;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Lifecycle;
import org.tanggap.jurisdiction.Jakarta;
import org.tanggap.responsibility.Category;
import org.tanggap.sla.Budget;
import org.tanggap.sla.SlaPolicy;

/** A promise of 72 hours, all days of the week. */
class FiguresTest {

  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  private static final String MONDAY = "2026-11-16T02:00:00Z";
  private static final Instant OPENED = Instant.parse(MONDAY);

  private final Figures figures = new Figures(SlaPolicy.resolveWithin(Budget.hours(72)), JAKARTA);

  private List<FigureRow> by(Dimension dimension, int hours) {
    return figures.by(dimension, Weeks.all(), OPENED.plus(Duration.ofHours(hours)));
  }

  /** The only row of all complaints, which came by SMS. */
  private FigureRow row(int hours) {
    List<FigureRow> rows = by(Dimension.CHANNEL, hours);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private void put(Story... stories) {
    for (Story story : stories) {
      figures.put(story.complaint());
    }
  }

  @Test
  void without_complaints_there_are_no_rows() {
    for (Dimension dimension : Dimension.values()) {
      assertThat(by(dimension, 0)).isEmpty();
    }
    assertThat(figures.league(Dimension.KELURAHAN, Weeks.all(), 1, OPENED))
        .isEqualTo(new LeagueTable(List.of(), List.of()));
  }

  @Test
  void one_complaint_is_in_one_row_of_each_dimension() {
    put(Story.opened(1, MONDAY).in(Jakarta.TEBET_TIMUR).assigned("sudin-a"));

    assertThat(by(Dimension.UNIT, 0)).extracting(FigureRow::key).containsExactly("sudin-a");
    assertThat(by(Dimension.KELURAHAN, 0))
        .extracting(FigureRow::key)
        .containsExactly("31.74.01.1002");
    assertThat(by(Dimension.KECAMATAN, 0)).extracting(FigureRow::key).containsExactly("31.74.01");
    assertThat(by(Dimension.CITY, 0)).extracting(FigureRow::key).containsExactly("31.74");
    assertThat(by(Dimension.CATEGORY, 0)).extracting(FigureRow::key).containsExactly("road");
    assertThat(by(Dimension.CHANNEL, 0)).extracting(FigureRow::key).containsExactly("sms");
    assertThat(by(Dimension.WEEK, 0)).extracting(FigureRow::key).containsExactly("2026-W47");
    assertThat(row(0))
        .isEqualTo(
            new FigureRow(
                "sms",
                1,
                0,
                0,
                0,
                0,
                1,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                FigureRow.Times.NONE,
                FigureRow.Times.NONE,
                FigureRow.Times.NONE));
  }

  @Test
  void what_has_no_area_or_unit_is_in_a_last_row_without_a_key() {
    put(
        Story.opened(1, MONDAY),
        Story.opened(2, MONDAY).in(Jakarta.TEBET_TIMUR).assigned("sudin-a"),
        Story.opened(3, MONDAY).in(Jakarta.BANDUNG));

    assertThat(by(Dimension.UNIT, 0)).extracting(FigureRow::key).containsExactly("sudin-a", null);
    assertThat(by(Dimension.KELURAHAN, 0))
        .extracting(FigureRow::key)
        .containsExactly("31.74.01.1002", null);
    assertThat(by(Dimension.CITY, 0))
        .extracting(FigureRow::key)
        .containsExactly("31.74", "32.73", null);
  }

  @Test
  void near_a_border_it_counts_for_the_area_that_is_certain() {
    Story story = Story.opened(1, MONDAY);
    story.add(
        new ComplaintEvent.Routed(
            OPENED, Actor.system(), Jakarta.between(Jakarta.TEBET_TIMUR, Jakarta.TEBET_BARAT)));
    put(story);

    assertThat(by(Dimension.KELURAHAN, 0).get(0).key()).isNull();
    assertThat(by(Dimension.KECAMATAN, 0).get(0).key()).isEqualTo("31.74.01");
  }

  @Test
  void a_new_category_area_or_unit_moves_it_to_another_row_and_leaves_none_behind() {
    Story story = Story.opened(1, MONDAY).in(Jakarta.TEBET_TIMUR).assigned("sudin-a");
    put(story);
    put(
        story
            .in(Jakarta.KAMPUNG_MELAYU)
            .passedOn("sudin-b")
            .officer(new Command.ChangeCategory(Category.of("waste"), "Sampah")));

    assertThat(by(Dimension.CATEGORY, 0)).extracting(FigureRow::key).containsExactly("waste");
    assertThat(by(Dimension.KELURAHAN, 0))
        .extracting(FigureRow::key)
        .containsExactly("31.75.03.1001");
    assertThat(by(Dimension.CITY, 0)).extracting(FigureRow::key).containsExactly("31.75");
    assertThat(by(Dimension.UNIT, 0))
        .extracting(FigureRow::key, FigureRow::received, row -> row.held().count())
        .containsExactly(tuple("sudin-a", 0, 1), tuple("sudin-b", 1, 0));
  }

  @Test
  void an_older_version_or_the_same_again_changes_nothing() {
    Story story = Story.opened(1, MONDAY).assigned("sudin-a").hours(1).resolved();
    put(story);
    story.versions().forEach(figures::put);
    put(story);

    assertThat(row(0).received()).isEqualTo(1);
    assertThat(row(0).resolved()).isEqualTo(1);
    assertThat(row(0).held().count()).isEqualTo(1);
  }

  @Test
  void it_becomes_overdue_by_time_alone_and_at_the_due_instant_itself() {
    put(Story.opened(1, MONDAY), Story.opened(2, "2026-11-16T03:00:00Z"));

    assertThat(row(71).overdue()).isZero();
    assertThat(row(72).overdue()).isEqualTo(1);
    assertThat(row(73).overdue()).isEqualTo(2);
    assertThat(row(72).overdue()).isEqualTo(1);
    Instant justBefore = OPENED.plus(Duration.ofDays(3)).minusMillis(1);
    assertThat(figures.by(Dimension.WEEK, Weeks.all(), justBefore).get(0).overdue()).isZero();
  }

  @Test
  void while_the_reporter_is_asked_it_is_not_overdue() {
    put(Story.opened(1, MONDAY).hours(10).officer(new Command.Ask("Di mana?")));

    assertThat(row(1000).overdue()).isZero();
    assertThat(row(1000).answer().median()).isEqualTo(Duration.ofHours(10));
  }

  @Test
  void planned_work_is_overdue_after_its_promised_date() {
    LocalDate day = LocalDate.parse("2026-12-01");
    put(Story.opened(1, MONDAY).hours(10).officer(new Command.Schedule(day, "Desember")));

    Instant end = day.plusDays(1).atStartOfDay(JAKARTA).toInstant();
    assertThat(figures.by(Dimension.CHANNEL, Weeks.all(), end.minusSeconds(1)).get(0).overdue())
        .isZero();
    assertThat(figures.by(Dimension.CHANNEL, Weeks.all(), end).get(0).overdue()).isEqualTo(1);
  }

  @Test
  void planning_what_was_missed_already_does_not_make_it_in_time() {
    LocalDate day = LocalDate.parse("2026-12-01");
    Command plan = new Command.Schedule(day, "Desember");
    put(
        Story.opened(1, MONDAY).hours(71).officer(plan).hours(10).resolved(),
        Story.opened(2, MONDAY).hours(73).officer(plan).hours(10).resolved());

    assertThat(row(0).inTime()).isEqualTo(1);
    assertThat(row(0).late()).isEqualTo(1);
  }

  @Test
  void what_is_finished_is_in_time_or_late_and_overdue_no_more() {
    put(
        Story.opened(1, MONDAY).hours(71).resolved(),
        Story.opened(2, MONDAY).hours(72).resolved(),
        Story.opened(3, MONDAY).hours(80).officer(new Command.Clarify("Tidak benar")));

    assertThat(row(1000).inTime()).isEqualTo(1);
    assertThat(row(1000).late()).isEqualTo(2);
    assertThat(row(1000).overdue()).isZero();
    assertThat(row(0).resolved()).isEqualTo(2);
    assertThat(row(0).clarified()).isEqualTo(1);
    assertThat(row(0).resolution())
        .isEqualTo(new FigureRow.Times(3, Duration.ofHours(72), Duration.ofHours(80)));
  }

  @Test
  void refusing_in_time_is_not_judged_and_refusing_late_is_late() {
    put(Story.opened(1, MONDAY).hours(1).rejected(), Story.opened(2, MONDAY).hours(100).rejected());

    assertThat(row(0).rejected()).isEqualTo(2);
    assertThat(row(0).inTime()).isZero();
    assertThat(row(0).late()).isEqualTo(1);
  }

  @Test
  void what_nobody_promised_to_finish_is_not_judged() {
    Figures unpromised =
        new Figures(SlaPolicy.builder(WorkingCalendar.alwaysOpen(JAKARTA)).build(), JAKARTA);
    unpromised.put(Story.opened(1, MONDAY).hours(5000).resolved().complaint());
    unpromised.put(Story.opened(2, MONDAY).complaint());

    FigureRow row =
        unpromised.by(Dimension.CHANNEL, Weeks.all(), OPENED.plus(Duration.ofDays(900))).get(0);
    assertThat(row.judged()).isZero();
    assertThat(row.findShareInTime()).isEmpty();
    assertThat(row.resolution().count()).isEqualTo(1);
  }

  @Test
  void what_was_put_away_keeps_its_outcome() {
    put(
        Story.opened(1, MONDAY).hours(1).resolved().does(Actor.reporter(), new Command.Confirm()),
        Story.opened(2, MONDAY).hours(1).rejected().hours(400).officer(new Command.Close()));

    assertThat(row(0).resolved()).isEqualTo(1);
    assertThat(row(0).rejected()).isEqualTo(1);
    assertThat(row(0).resolution().ninetieth()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void what_was_put_away_without_an_outcome_is_received_and_no_more() {
    Story story = Story.opened(1, MONDAY);
    put(story.add(new ComplaintEvent.Closed(OPENED, Actor.system())));

    assertThat(row(1000).received()).isEqualTo(1);
    assertThat(row(1000).open() + row(1000).resolved() + row(1000).judged()).isZero();
  }

  @Test
  void a_dispute_opens_it_again_and_then_the_last_result_counts() {
    Story story = Story.opened(1, MONDAY).assigned("sudin-a").hours(70).resolved().hours(1);
    put(story.disputed());

    assertThat(row(0).open()).isEqualTo(1);
    assertThat(row(0).resolved()).isZero();
    assertThat(row(0).resolution().count()).isZero();
    assertThat(row(0).disputed()).isEqualTo(1);
    assertThat(row(0).reopened()).isEqualTo(1);
    assertThat(row(72).overdue()).isZero();
    assertThat(row(73).overdue()).isEqualTo(1);

    put(story.officer(new Command.Reopen("Benar")).hours(29).resolved());

    assertThat(row(0).resolved()).isEqualTo(1);
    assertThat(row(0).reopened()).isEqualTo(1);
    assertThat(row(0).late()).isEqualTo(1);
    assertThat(row(0).resolution().median()).isEqualTo(Duration.ofHours(100));
    assertThat(row(0).held().count()).isEqualTo(2);
  }

  @Test
  void an_officer_who_opens_it_again_disputes_nothing() {
    put(Story.opened(1, MONDAY).hours(1).resolved().officer(new Command.Reopen("Salah")));

    assertThat(row(0).reopened()).isEqualTo(1);
    assertThat(row(0).disputed()).isZero();
  }

  @Test
  void a_merged_complaint_is_counted_apart_until_it_is_opened_again() {
    Complaint other = Story.opened(9, MONDAY).complaint();
    Story story =
        Story.opened(1, MONDAY)
            .assigned("sudin-a")
            .hours(1)
            .misrouted("sudin-b")
            .officer(new Command.Merge(other, "Sama"));
    put(story);

    assertThat(row(1000))
        .isEqualTo(
            new FigureRow(
                "sms",
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                1,
                FigureRow.Times.NONE,
                FigureRow.Times.NONE,
                FigureRow.Times.NONE));
    assertThat(by(Dimension.UNIT, 0)).extracting(FigureRow::key).containsExactly("sudin-b");

    put(story.officer(new Command.Reopen("Tidak sama")));

    assertThat(row(1000).merged()).isZero();
    assertThat(row(1000).open()).isEqualTo(1);
    assertThat(row(1000).reopened()).isZero();
    assertThat(row(1000).misrouted()).isEqualTo(1);
  }

  @Test
  void a_misrouted_complaint_charges_nobody_and_is_counted_for_the_unit_that_had_it() {
    put(
        Story.opened(1, MONDAY)
            .assigned("sudin-a")
            .hours(5)
            .misrouted("sudin-b")
            .hours(7)
            .passedOn("sudin-c")
            .hours(9)
            .resolved());

    List<FigureRow> units = by(Dimension.UNIT, 0);
    assertThat(units).extracting(FigureRow::key).containsExactly("sudin-a", "sudin-b", "sudin-c");
    assertThat(units).extracting(FigureRow::received).containsExactly(0, 0, 1);
    assertThat(units).extracting(FigureRow::misrouted).containsExactly(1, 0, 0);
    assertThat(units)
        .extracting(row -> row.held().median())
        .containsExactly(null, Duration.ofHours(7), Duration.ofHours(9));
    assertThat(row(0).misrouted()).isEqualTo(1);
    assertThat(row(0).held())
        .isEqualTo(new FigureRow.Times(2, Duration.ofHours(7), Duration.ofHours(9)));
  }

  @Test
  void a_receipt_by_the_system_is_no_answer() {
    Story story = Story.opened(1, MONDAY);
    story.does(Actor.system(), new Command.Answer("Laporan diterima"));
    put(story);
    assertThat(row(0).answered()).isZero();

    put(story.hours(3).officer(new Command.Answer("Kami lihat")));
    assertThat(row(0).answered()).isEqualTo(1);
    assertThat(row(0).answer().median()).isEqualTo(Duration.ofHours(3));
  }

  @Test
  void medians_are_times_that_occurred_and_parts_of_seconds_are_dropped() {
    for (int i = 1; i <= 10; i++) {
      put(Story.opened(i, MONDAY).after(Duration.ofMillis(i * 1000L + 999)).resolved());
    }
    assertThat(row(0).resolution())
        .isEqualTo(new FigureRow.Times(10, Duration.ofSeconds(5), Duration.ofSeconds(9)));

    put(Story.opened(11, MONDAY).after(Duration.ofSeconds(60)).resolved());
    assertThat(row(0).resolution())
        .isEqualTo(new FigureRow.Times(11, Duration.ofSeconds(6), Duration.ofSeconds(10)));
  }

  @Test
  void weeks_are_those_of_the_opening_in_the_zone() {
    put(
        Story.opened(1, "2026-11-15T16:59:59Z").hours(100).resolved(),
        Story.opened(2, "2026-11-15T17:00:00Z"));

    assertThat(by(Dimension.WEEK, 0))
        .extracting(FigureRow::key)
        .containsExactly("2026-W46", "2026-W47");
    assertThat(figures.by(Dimension.CHANNEL, Weeks.of(new Week(2026, 46)), OPENED))
        .singleElement()
        .extracting(FigureRow::resolved)
        .isEqualTo(1);
    assertThat(figures.by(Dimension.CHANNEL, Weeks.of(new Week(2026, 45)), OPENED)).isEmpty();
  }

  @Test
  void medians_of_several_weeks_are_those_of_all_their_complaints() {
    put(
        Story.opened(1, "2026-11-02T02:00:00Z").hours(1).resolved(),
        Story.opened(2, "2026-11-09T02:00:00Z").hours(2).resolved(),
        Story.opened(3, "2026-11-10T02:00:00Z").hours(2).resolved(),
        Story.opened(4, MONDAY).hours(50).resolved());

    assertThat(row(0).resolution())
        .isEqualTo(new FigureRow.Times(4, Duration.ofHours(2), Duration.ofHours(50)));
    assertThat(
            figures
                .by(Dimension.CITY, Weeks.of(new Week(2026, 45), new Week(2026, 46)), OPENED)
                .get(0)
                .resolution())
        .isEqualTo(new FigureRow.Times(3, Duration.ofHours(2), Duration.ofHours(2)));
  }

  @Test
  void a_check_by_a_second_person_is_the_outcome() {
    Lifecycle checked = Lifecycle.builder().requireCheck(Category.of("road")).build();
    Story story = Story.opened(1, OPENED, null, "road", "sms", checked);
    put(story.assigned("sudin-a").hours(10).resolved());
    assertThat(row(0).open()).isEqualTo(1);
    assertThat(row(0).answered()).isZero();

    put(story.hours(5).does(Actor.officer("officer-8"), new Command.PassCheck()));
    assertThat(row(0).resolved()).isEqualTo(1);
    assertThat(row(0).resolution().median()).isEqualTo(Duration.ofHours(15));
    assertThat(row(0).held().median()).isEqualTo(Duration.ofHours(10));
  }

  @Test
  void a_league_wants_at_least_one_complaint() {
    assertThatThrownBy(() -> figures.league(Dimension.CITY, Weeks.all(), 0, OPENED))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
