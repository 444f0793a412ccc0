package org.tanggap.geo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects notices while a file is read. Not thread-safe. */
final class NoticeLog {

  private final int maxSamples;
  private final Map<BoundaryNotice.Kind, Long> counts = new EnumMap<>(BoundaryNotice.Kind.class);
  private final Map<BoundaryNotice.Kind, List<BoundaryNotice>> samples =
      new EnumMap<>(BoundaryNotice.Kind.class);

  NoticeLog(int maxSamples) {
    this.maxSamples = maxSamples;
  }

  void add(BoundaryNotice.Kind kind, long feature) {
    add(kind, feature, Double.NaN, Double.NaN, Double.NaN);
  }

  void add(BoundaryNotice.Kind kind, SourceFeature feature) {
    double[] shell = feature.outline().polygons()[0][0];
    add(kind, feature.number(), shell[0], shell[1], Double.NaN);
  }

  void add(BoundaryNotice.Kind kind, long feature, double longitude, double latitude, double size) {
    counts.merge(kind, 1L, Long::sum);
    List<BoundaryNotice> list = samples.computeIfAbsent(kind, k -> new ArrayList<>());
    if (list.size() < maxSamples) {
      list.add(new BoundaryNotice(kind, feature, null, null, longitude, latitude, size));
    }
  }

  long count(BoundaryNotice.Kind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  /** The notices, each with the code that its feature was given. */
  BoundaryNotices notices(Map<Long, String> codes) {
    Map<BoundaryNotice.Kind, List<BoundaryNotice>> coded = new EnumMap<>(BoundaryNotice.Kind.class);
    samples.forEach(
        (kind, list) ->
            coded.put(
                kind,
                list.stream()
                    .map(notice -> notice.withCode(codes.get(notice.feature())))
                    .toList()));
    return new BoundaryNotices(counts, coded);
  }
}
