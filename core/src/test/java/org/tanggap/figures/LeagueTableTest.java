package org.tanggap.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tanggap.jurisdiction.Jakarta;
import org.tanggap.sla.Budget;
import org.tanggap.sla.SlaPolicy;

/** Who is best, by the stated rule. */
class LeagueTableTest {

  private static FigureRow row(
      @Nullable String key, int inTime, int late, int overdue, @Nullable Duration median) {
    int finished = inTime + late;
    return new FigureRow(
        key,
        finished + overdue,
        0,
        finished,
        0,
        0,
        overdue,
        overdue,
        inTime,
        late,
        0,
        0,
        0,
        0,
        FigureRow.Times.NONE,
        median == null ? FigureRow.Times.NONE : new FigureRow.Times(finished, median, median),
        FigureRow.Times.NONE);
  }

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration TWO_DAYS = Duration.ofDays(2);

  @Test
  void the_greater_share_in_time_comes_first_whatever_the_size() {
    LeagueTable table =
        LeagueTable.of(List.of(row("a", 800, 100, 100, DAY), row("b", 9, 1, 0, TWO_DAYS)), 10);

    assertThat(table.places())
        .extracting(place -> place.row().key(), LeagueTable.Place::rank)
        .containsExactly(tuple("b", 1), tuple("a", 2));
  }

  @Test
  void equal_shares_are_ranked_by_the_median_and_equal_medians_share_a_place() {
    LeagueTable table =
        LeagueTable.of(
            List.of(
                row("a", 1, 2, 0, TWO_DAYS),
                row("b", 2, 4, 0, DAY),
                row("c", 3, 3, 3, DAY),
                row("d", 0, 0, 1, null),
                row("e", 0, 1, 0, TWO_DAYS)),
            1);

    assertThat(table.places())
        .extracting(place -> place.row().key(), LeagueTable.Place::rank)
        .containsExactly(tuple("b", 1), tuple("c", 1), tuple("a", 3), tuple("e", 4), tuple("d", 5));
  }

  @Test
  void shares_that_differ_by_a_hair_are_told_apart() {
    LeagueTable table =
        LeagueTable.of(
            List.of(row("a", 1_000_000_000, 2, 0, DAY), row("b", 1_000_000_001, 2, 0, TWO_DAYS)),
            1);

    assertThat(table.places()).extracting(place -> place.row().key()).containsExactly("b", "a");
  }

  @Test
  void rows_with_too_few_complaints_and_the_unknown_one_are_apart() {
    LeagueTable table =
        LeagueTable.of(
            List.of(row("a", 5, 0, 0, DAY), row("b", 4, 0, 0, DAY), row(null, 50, 0, 0, DAY)), 5);

    assertThat(table.places()).extracting(place -> place.row().key()).containsExactly("a");
    assertThat(table.apart()).extracting(FigureRow::key).containsExactly("b", null);
  }

  @Test
  void kelurahan_are_ranked_from_their_complaints_and_fall_back_as_time_passes() {
    Figures figures =
        new Figures(SlaPolicy.resolveWithin(Budget.hours(72)), ZoneId.of("Asia/Jakarta"));
    String monday = "2026-11-16T02:00:00Z";
    figures.put(Story.opened(1, monday).in(Jakarta.TEBET_TIMUR).hours(40).resolved().complaint());
    figures.put(Story.opened(2, monday).in(Jakarta.TEBET_BARAT).hours(10).resolved().complaint());
    figures.put(Story.opened(3, monday).in(Jakarta.TEBET_BARAT).complaint());
    Instant opened = Instant.parse(monday);

    assertThat(keys(figures, opened.plus(Duration.ofHours(71))))
        .containsExactly("31.74.01.1001", "31.74.01.1002");
    assertThat(keys(figures, opened.plus(Duration.ofDays(3))))
        .containsExactly("31.74.01.1002", "31.74.01.1001");
  }

  private static List<@Nullable String> keys(Figures figures, Instant now) {
    return figures.league(Dimension.KELURAHAN, Weeks.all(), 1, now).places().stream()
        .<@Nullable String>map(place -> place.row().key())
        .toList();
  }

  @Test
  void impossible_rows_and_places_are_refused() {
    assertThatThrownBy(() -> row("a", -1, 0, 0, null)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LeagueTable.Place(0, row("a", 1, 0, 0, DAY)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FigureRow.Times(1, null, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FigureRow.Times(0, DAY, DAY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
