package org.tanggap.figures;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who keeps the promises best.
 *
 * <p>The rule: first is who has the greater share of complaints resolved or clarified in time among
 * those that can be judged ({@link FigureRow#findShareInTime()}); if the shares are equal, who has
 * the shorter median time to the outcome. Who is equal in both has the same place, and the places
 * after it are left free: 1, 2, 2, 4.
 *
 * <p>What makes it fair: the size does not count, only the share. What is overdue counts as not in
 * time, so leaving complaints open does not pay; neither does refusing them, see {@link
 * FigureRow#inTime()}. What is not due yet counts for nobody, so a week with many new complaints
 * does no harm. Where few complaints can be judged chance would decide: those rows are apart, and
 * so is the row of the complaints whose area or unit is not known.
 *
 * @param places the places in order, equal ones by their key
 * @param apart the rows without a place, in the order of their keys
 */
public record LeagueTable(List<Place> places, List<FigureRow> apart) {

  private static final Comparator<FigureRow> BEST_FIRST =
      Comparator.comparing((FigureRow row) -> row, LeagueTable::greaterShareFirst)
          .thenComparing(
              LeagueTable::median, Comparator.nullsLast(Comparator.<Duration>naturalOrder()));

  public LeagueTable {
    places = List.copyOf(places);
    apart = List.copyOf(apart);
  }

  /**
   * One place.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if the rank is less than 1.
   *
   * @param rank 1 for the best
   * @param row the figures
   */
  public record Place(int rank, FigureRow row) {

    public Place {
      if (rank < 1) {
        throw new IllegalArgumentException("the best rank is 1");
      }
      Objects.requireNonNull(row, "row");
    }
  }

  /** Ranks rows, which are in the order of their keys. */
  static LeagueTable of(List<FigureRow> rows, int atLeast) {
    List<FigureRow> ranked =
        rows.stream().filter(row -> isRanked(row, atLeast)).sorted(BEST_FIRST).toList();
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < ranked.size(); i++) {
      boolean equal = i > 0 && BEST_FIRST.compare(ranked.get(i - 1), ranked.get(i)) == 0;
      places.add(new Place(equal ? places.get(i - 1).rank() : i + 1, ranked.get(i)));
    }
    return new LeagueTable(places, rows.stream().filter(row -> !isRanked(row, atLeast)).toList());
  }

  private static boolean isRanked(FigureRow row, int atLeast) {
    return row.key() != null && row.judged() >= atLeast;
  }

  /** Fractions are compared by their products, which are exact. */
  private static int greaterShareFirst(FigureRow one, FigureRow other) {
    return Long.compare((long) other.inTime() * one.judged(), (long) one.inTime() * other.judged());
  }

  private static @Nullable Duration median(FigureRow row) {
    return row.resolution().median();
  }
}
