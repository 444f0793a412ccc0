package org.tanggap.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

/**
 * The oracle: JTS's robust ray crossing count over all rings of every area whose box has the point.
 */
final class PlainScan {

  private static final int BUCKETS = 64;

  private final double[][][] rings;
  private final double[][] box;
  private final double[] all = {1e9, 1e9, -1e9, -1e9};
  private final int[][] buckets = new int[BUCKETS * BUCKETS][];

  PlainScan(List<Outline> outlines) {
    rings = new double[outlines.size()][][];
    box = new double[outlines.size()][];
    for (int a = 0; a < rings.length; a++) {
      List<double[]> list = new ArrayList<>();
      double[] b = {1e9, 1e9, -1e9, -1e9};
      for (double[][] polygon : outlines.get(a).polygons()) {
        for (double[] ring : polygon) {
          list.add(ring);
          for (int i = 0; i < ring.length; i += 2) {
            b[0] = Math.min(b[0], ring[i]);
            b[1] = Math.min(b[1], ring[i + 1]);
            b[2] = Math.max(b[2], ring[i]);
            b[3] = Math.max(b[3], ring[i + 1]);
          }
        }
      }
      rings[a] = list.toArray(double[][]::new);
      box[a] = b;
      all[0] = Math.min(all[0], b[0]);
      all[1] = Math.min(all[1], b[1]);
      all[2] = Math.max(all[2], b[2]);
      all[3] = Math.max(all[3], b[3]);
    }
    List<List<Integer>> lists = new ArrayList<>();
    for (int i = 0; i < buckets.length; i++) {
      lists.add(new ArrayList<>());
    }
    for (int a = 0; a < rings.length; a++) {
      for (int r = bucket(box[a][1], 1); r <= bucket(box[a][3], 1); r++) {
        for (int c = bucket(box[a][0], 0); c <= bucket(box[a][2], 0); c++) {
          lists.get(r * BUCKETS + c).add(a);
        }
      }
    }
    Arrays.setAll(buckets, i -> lists.get(i).stream().mapToInt(x -> x).toArray());
  }

  double[] box() {
    return all;
  }

  private int bucket(double value, int axis) {
    double part = (value - all[axis]) / (all[axis + 2] - all[axis]) * BUCKETS;
    return (int) Math.max(0, Math.min(BUCKETS - 1, part));
  }

  /** Fills members and returns how many areas hold the point. */
  int locate(double lon, double lat, int[] members) {
    int n = 0;
    if (!(lon >= all[0] && lon <= all[2] && lat >= all[1] && lat <= all[3])) {
      return 0;
    }
    for (int a : buckets[bucket(lat, 1) * BUCKETS + bucket(lon, 0)]) {
      double[] b = box[a];
      if (lon >= b[0] && lon <= b[2] && lat >= b[1] && lat <= b[3] && holds(a, lon, lat)) {
        members[n++] = a;
      }
    }
    return n;
  }

  boolean holds(int area, double lon, double lat) {
    RayCrossingCounter counter = new RayCrossingCounter(new Coordinate(lon, lat));
    Coordinate from = new Coordinate();
    Coordinate to = new Coordinate();
    for (double[] ring : rings[area]) {
      for (int i = 2; i < ring.length; i += 2) {
        if (Math.max(ring[i - 1], ring[i + 1]) < lat || Math.min(ring[i - 1], ring[i + 1]) > lat) {
          continue;
        }
        from.x = ring[i - 2];
        from.y = ring[i - 1];
        to.x = ring[i];
        to.y = ring[i + 1];
        counter.countSegment(from, to);
      }
      if (ring.length == 2) {
        counter.countSegment(new Coordinate(ring[0], ring[1]), new Coordinate(ring[0], ring[1]));
      }
    }
    return counter.getLocation() != Location.EXTERIOR;
  }
}
