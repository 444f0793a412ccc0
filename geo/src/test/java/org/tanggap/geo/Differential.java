package org.tanggap.geo;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compares the index with the plain scan, and counts. */
final class Differential {

  final CellIndex index;
  final PlainScan scan;
  private final int[] expected;
  long compared;
  long wrong;
  private @Nullable String firstWrong;

  Differential(List<Outline> outlines, CellIndex index) {
    this.index = index;
    scan = new PlainScan(outlines);
    expected = new int[outlines.size()];
  }

  void compare(double lon, double lat) {
    // Next to zero the products in JTS underflow, and it sees a border where there is none.
    if (isTiny(lon) || isTiny(lat)) {
      return;
    }
    compared++;
    int n = scan.locate(lon, lat, expected);
    int set = index.locate(lon, lat);
    boolean same = index.memberCount(set) == n && index.owner(set) == (n == 0 ? -1 : expected[0]);
    for (int i = 0; same && i < n; i++) {
      same = index.member(set, i) == expected[i];
    }
    if (!same) {
      wrong++;
      if (firstWrong == null) {
        firstWrong =
            lon
                + ", "
                + lat
                + ": set "
                + set
                + " with "
                + IntStream.of(index.members(set)).boxed().toList()
                + " and not "
                + IntStream.of(expected).limit(n).boxed().toList();
      }
    }
  }

  private static boolean isTiny(double degrees) {
    return degrees != 0 && Math.abs(degrees) < 1e-290;
  }

  void compareAround(double lon, double lat) {
    compare(lon, lat);
    compare(Math.nextUp(lon), lat);
    compare(Math.nextDown(lon), lat);
    compare(lon, Math.nextUp(lat));
    compare(lon, Math.nextDown(lat));
  }

  /**
   * Vertices, midpoints, their one-ulp neighbours, and points 1 mm to 30 m from every n-th edge.
   */
  void compareEdges(List<Outline> outlines, int step, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double degreesPerMetre = 1 / 111_000.0;
    int turn = 0;
    for (Outline outline : outlines) {
      for (double[][] polygon : outline.polygons()) {
        for (double[] ring : polygon) {
          for (int i = 2; i < ring.length; i += 2) {
            if (turn++ % step != 0) {
              continue;
            }
            compareAround(ring[i], ring[i + 1]);
            double x = (ring[i - 2] + ring[i]) / 2;
            double y = (ring[i - 1] + ring[i + 1]) / 2;
            compareAround(x, y);
            double part = random.nextDouble();
            x = ring[i - 2] + part * (ring[i] - ring[i - 2]);
            y = ring[i - 1] + part * (ring[i + 1] - ring[i - 1]);
            compareAround(x, y);
            double angle = random.nextDouble() * 2 * Math.PI;
            double distance =
                Math.exp(Math.log(1e-3) + random.nextDouble() * Math.log(3e4)) * degreesPerMetre;
            compare(x + distance * Math.cos(angle), y + distance * Math.sin(angle));
            compare(x - distance * Math.cos(angle), y - distance * Math.sin(angle));
            // The height of a corner, away from it: where half-open rules go wrong.
            compare(ring[i] + distance, ring[i + 1]);
            compare(ring[i] - distance * 30, ring[i + 1]);
            compare(ring[i], ring[i + 1] + distance);
          }
        }
      }
    }
  }

  void compareRandom(long count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] box = scan.box();
    double width = box[2] - box[0];
    double height = box[3] - box[1];
    for (long i = 0; i < count; i++) {
      compare(
          box[0] - width / 50 + random.nextDouble() * width * 1.04,
          box[1] - height / 50 + random.nextDouble() * height * 1.04);
    }
  }

  String report() {
    return compared
        + " points compared, "
        + wrong
        + " wrong"
        + (firstWrong == null ? "" : "; first " + firstWrong);
  }
}
