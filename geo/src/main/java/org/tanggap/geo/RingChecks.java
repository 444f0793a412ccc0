package org.tanggap.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns rings as written into an {@link Outline}, noticing what is wrong. Not thread-safe. */
final class RingChecks {

  private static final double METRES_PER_DEGREE = 111_195;

  private final NoticeLog notices;
  private final int maxSamples;
  private final Shells clockwise = new Shells();
  private final Shells counterClockwise = new Shells();

  RingChecks(NoticeLog notices, int maxSamples) {
    this.notices = notices;
    this.maxSamples = maxSamples;
  }

  /** The shells wound one way, with the first few of them. */
  private static final class Shells {
    private long count;
    private final List<double[]> samples = new ArrayList<>();
  }

  /**
   * The outline of a feature, or null if nothing of it can be used; the notices say why.
   *
   * @param clockwiseShells whether the format asks for shells that run clockwise
   */
  @Nullable Outline check(List<List<double[]>> polygons, long feature, boolean clockwiseShells) {
    if (!plausible(polygons, feature)) {
      return null;
    }
    List<double[][]> kept = new ArrayList<>();
    for (List<double[]> rings : polygons) {
      List<double[]> sound = new ArrayList<>();
      for (int i = 0; i < rings.size(); i++) {
        double[] ring = sound(rings.get(i), feature);
        if (ring != null) {
          winding(ring, sound.isEmpty(), feature, clockwiseShells);
          sound.add(ring);
        } else if (i == 0) {
          break;
        }
      }
      if (!sound.isEmpty()) {
        kept.add(sound.toArray(double[][]::new));
      }
    }
    if (kept.isEmpty()) {
      notices.add(BoundaryNotice.Kind.GEOMETRY_MISSING, feature);
      return null;
    }
    return new Outline(kept.toArray(double[][][]::new));
  }

  private boolean plausible(List<List<double[]>> polygons, long feature) {
    Extent whole = new Extent();
    for (List<double[]> rings : polygons) {
      for (double[] ring : rings) {
        Extent extent = new Extent();
        for (int i = 0; i < ring.length; i += 2) {
          if (!Double.isFinite(ring[i]) || !Double.isFinite(ring[i + 1])) {
            return leftOut(BoundaryNotice.Kind.COORDINATE_OUT_OF_RANGE, feature, ring, i);
          }
          extent.include(ring[i], ring[i + 1]);
        }
        if (extent.width() > 180 && extent.isOnEarth()) {
          notices.add(
              BoundaryNotice.Kind.CROSSES_ANTIMERIDIAN, feature, ring[0], ring[1], extent.width());
          return false;
        }
        whole.include(extent);
      }
    }
    if (whole.isEmpty()) {
      return true;
    }
    if (Extent.INDONESIA.holdsExchanged(whole)) {
      notices.add(
          BoundaryNotice.Kind.AXES_SWAPPED, feature, whole.west(), whole.south(), Double.NaN);
      return false;
    }
    if (!whole.isOnEarth()) {
      return firstOffEarth(polygons, feature);
    }
    return true;
  }

  private boolean firstOffEarth(List<List<double[]>> polygons, long feature) {
    for (List<double[]> rings : polygons) {
      for (double[] ring : rings) {
        for (int i = 0; i < ring.length; i += 2) {
          if (Math.abs(ring[i]) > 180 || Math.abs(ring[i + 1]) > 90) {
            return leftOut(BoundaryNotice.Kind.COORDINATE_OUT_OF_RANGE, feature, ring, i);
          }
        }
      }
    }
    throw new IllegalStateException("no vertex off the earth");
  }

  private boolean leftOut(BoundaryNotice.Kind kind, long feature, double[] ring, int i) {
    notices.add(kind, feature, ring[i], ring[i + 1], Double.NaN);
    return false;
  }

  private double @Nullable [] sound(double[] written, long feature) {
    double[] ring = written;
    int n = ring.length;
    if (n == 0) {
      notices.add(BoundaryNotice.Kind.RING_TOO_SHORT, feature, Double.NaN, Double.NaN, 0);
      return null;
    }
    double gap = metres(ring[0], ring[1], ring[n - 2], ring[n - 1]);
    boolean closed = same(ring, 0, n - 2);
    int different = different(ring, closed);
    if (different < 3) {
      notices.add(BoundaryNotice.Kind.RING_TOO_SHORT, feature, ring[0], ring[1], n / 2.0);
      return null;
    }
    if (!closed) {
      notices.add(BoundaryNotice.Kind.UNCLOSED_RING, feature, ring[n - 2], ring[n - 1], gap);
      ring = Arrays.copyOf(ring, n + 2);
      ring[n] = ring[0];
      ring[n + 1] = ring[1];
    }
    int repeats = 0;
    int first = -1;
    for (int i = 2; i < ring.length; i += 2) {
      if (same(ring, i, i - 2)) {
        repeats++;
        first = first < 0 ? i : first;
      }
    }
    if (repeats > 0) {
      notices.add(
          BoundaryNotice.Kind.REPEATED_VERTICES, feature, ring[first], ring[first + 1], repeats);
    }
    return ring;
  }

  /** How many different vertices a ring has, counted no further than three. */
  private static int different(double[] ring, boolean closed) {
    int second = -1;
    int end = closed ? ring.length - 2 : ring.length;
    for (int i = 2; i < end; i += 2) {
      if (second < 0) {
        second = same(ring, i, 0) ? -1 : i;
      } else if (!same(ring, i, 0) && !same(ring, i, second)) {
        return 3;
      }
    }
    return second < 0 ? 1 : 2;
  }

  private static boolean same(double[] ring, int i, int j) {
    return ring[i] == ring[j] && ring[i + 1] == ring[j + 1];
  }

  private void winding(double[] ring, boolean shell, long feature, boolean clockwiseShells) {
    double area = twiceSignedArea(ring);
    if (area == 0) {
      return;
    }
    if ((area > 0) == (shell == clockwiseShells)) {
      notices.add(BoundaryNotice.Kind.WRONG_WINDING, feature, ring[0], ring[1], Double.NaN);
    }
    if (shell) {
      Shells shells = area > 0 ? counterClockwise : clockwise;
      shells.count++;
      if (shells.samples.size() < maxSamples) {
        shells.samples.add(new double[] {feature, ring[0], ring[1]});
      }
    }
  }

  /** Twice the area in square degrees, positive if the ring runs counter-clockwise. */
  static double twiceSignedArea(double[] ring) {
    double sum = 0;
    for (int i = 2; i + 3 < ring.length; i += 2) {
      sum +=
          (ring[i] - ring[0]) * (ring[i + 3] - ring[1])
              - (ring[i + 2] - ring[0]) * (ring[i + 1] - ring[1]);
    }
    return sum;
  }

  /** After the last feature: the shells that are wound unlike most. */
  void finish() {
    Shells fewer = clockwise.count < counterClockwise.count ? clockwise : counterClockwise;
    for (long i = 0; i < fewer.count; i++) {
      if (i < fewer.samples.size()) {
        double[] at = fewer.samples.get((int) i);
        notices.add(BoundaryNotice.Kind.MIXED_WINDING, (long) at[0], at[1], at[2], Double.NaN);
      } else {
        notices.add(BoundaryNotice.Kind.MIXED_WINDING, 0);
      }
    }
  }

  private static double metres(double lon1, double lat1, double lon2, double lat2) {
    double x = (lon2 - lon1) * Math.cos(Math.toRadians((lat1 + lat2) / 2));
    return Math.hypot(x, lat2 - lat1) * METRES_PER_DEGREE;
  }
}
