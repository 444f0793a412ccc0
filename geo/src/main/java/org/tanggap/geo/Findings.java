package org.tanggap.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** Counts and sums what a check finds and keeps the worst of each kind. Not thread-safe. */
final class Findings {

  /** Largest first; what has the same size by code and place, so that no order of work shows. */
  private static final Comparator<BoundaryNotice> WORST_FIRST =
      Comparator.comparingDouble((BoundaryNotice notice) -> sortable(notice.size()))
          .reversed()
          .thenComparing(BoundaryNotice::code, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(BoundaryNotice::otherCode, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparingDouble(BoundaryNotice::longitude)
          .thenComparingDouble(BoundaryNotice::latitude);

  private final int maxSamples;
  private final Map<BoundaryNotice.Kind, Long> counts = new EnumMap<>(BoundaryNotice.Kind.class);
  private final Map<BoundaryNotice.Kind, Double> totals = new EnumMap<>(BoundaryNotice.Kind.class);
  private final Map<BoundaryNotice.Kind, PriorityQueue<BoundaryNotice>> worst =
      new EnumMap<>(BoundaryNotice.Kind.class);

  Findings(int maxSamples) {
    this.maxSamples = maxSamples;
  }

  private static double sortable(double size) {
    return Double.isNaN(size) ? -1 : size;
  }

  void add(BoundaryNotice.Kind kind, @Nullable String code, @Nullable Coordinate place) {
    add(kind, code, null, place, Double.NaN);
  }

  void add(
      BoundaryNotice.Kind kind,
      @Nullable String code,
      @Nullable String otherCode,
      @Nullable Coordinate place,
      double size) {
    double longitude = place == null ? Double.NaN : place.x;
    double latitude = place == null ? Double.NaN : place.y;
    counts.merge(kind, 1L, Long::sum);
    if (!Double.isNaN(size)) {
      totals.merge(kind, size, Double::sum);
    }
    PriorityQueue<BoundaryNotice> kept =
        worst.computeIfAbsent(kind, k -> new PriorityQueue<>(WORST_FIRST.reversed()));
    kept.add(new BoundaryNotice(kind, 0, code, otherCode, longitude, latitude, size));
    if (kept.size() > maxSamples) {
      kept.remove();
    }
  }

  /** The sizes of each kind that has sizes, summed. */
  Map<BoundaryNotice.Kind, Double> totals() {
    return totals;
  }

  /** What was found, together with what was noticed before. */
  BoundaryNotices with(BoundaryNotices before) {
    Map<BoundaryNotice.Kind, Long> allCounts = new EnumMap<>(BoundaryNotice.Kind.class);
    allCounts.putAll(before.counts());
    counts.forEach((kind, count) -> allCounts.merge(kind, count, Long::sum));
    Map<BoundaryNotice.Kind, List<BoundaryNotice>> samples =
        new EnumMap<>(BoundaryNotice.Kind.class);
    before.counts().keySet().forEach(kind -> samples.put(kind, before.samples(kind)));
    worst.forEach(
        (kind, kept) -> {
          List<BoundaryNotice> sorted = new ArrayList<>(kept);
          sorted.sort(WORST_FIRST);
          samples.put(kind, sorted);
        });
    return new BoundaryNotices(allCounts, samples);
  }
}
