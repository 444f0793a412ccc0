package org.tanggap.geo;

import org.locationtech.jts.geom.Coordinate;

/** Finds what can be seen of one outline alone: spikes and tiny parts. */
final class OutlineDefects {

  /** A vertex with a smaller angle is a spike. */
  static final double SPIKE_DEGREES = 1;

  /** The metres that both edges of a spike must have at least. */
  static final double SPIKE_LENGTH = 1;

  /** A smaller part is tiny, in square metres. */
  static final double TINY_PART = 100;

  private static final double SPIKE_TANGENT = Math.tan(Math.toRadians(SPIKE_DEGREES));

  private OutlineDefects() {}

  static void find(Outline outline, String code, Findings findings) {
    for (double[][] polygon : outline.polygons()) {
      for (double[] ring : polygon) {
        findSpikes(ring, code, findings);
      }
      double size = area(polygon);
      if (size < TINY_PART) {
        Coordinate place = new Coordinate(polygon[0][0], polygon[0][1]);
        findings.add(BoundaryNotice.Kind.TINY_PART, code, null, place, size);
      }
    }
  }

  /** The square metres of a small polygon: its shell less its holes. */
  private static double area(double[][] polygon) {
    double twice = Math.abs(RingChecks.twiceSignedArea(polygon[0]));
    for (int i = 1; i < polygon.length; i++) {
      twice -= Math.abs(RingChecks.twiceSignedArea(polygon[i]));
    }
    return Math.max(0, twice / 2) * Ground.perSquareDegree(polygon[0][1]);
  }

  private static void findSpikes(double[] ring, String code, Findings findings) {
    int n = ring.length / 2 - 1;
    int before = n - 1;
    while (before > 0 && same(ring, before, 0)) {
      before--;
    }
    for (int at = 0; at < n; ) {
      int after = at + 1;
      while (after < n && same(ring, at, after)) {
        after++;
      }
      findSpike(ring, before, at, after, code, findings);
      before = at;
      at = after;
    }
  }

  private static boolean same(double[] ring, int i, int j) {
    return ring[2 * i] == ring[2 * j] && ring[2 * i + 1] == ring[2 * j + 1];
  }

  private static void findSpike(
      double[] ring, int before, int at, int after, String code, Findings findings) {
    double lat = ring[2 * at + 1];
    double kx = Metric.perDegreeOfLongitude(lat);
    double ky = Metric.perDegreeOfLatitude(lat);
    double ax = (ring[2 * before] - ring[2 * at]) * kx;
    double ay = (ring[2 * before + 1] - lat) * ky;
    double bx = (ring[2 * after] - ring[2 * at]) * kx;
    double by = (ring[2 * after + 1] - lat) * ky;
    double along = ax * bx + ay * by;
    double across = Math.abs(ax * by - ay * bx);
    double shorter = Math.min(Math.hypot(ax, ay), Math.hypot(bx, by));
    if (along > 0 && across < SPIKE_TANGENT * along && shorter >= SPIKE_LENGTH) {
      Coordinate tip = new Coordinate(ring[2 * at], lat);
      findings.add(BoundaryNotice.Kind.SPIKE, code, null, tip, shorter);
    }
  }
}
