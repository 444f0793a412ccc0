package org.tanggap.geo;

import java.util.ArrayList;
import java.util.List;

/** Finds room on a drawing for numbers beside what they number. Not thread-safe. */
final class PictureLabels {
  private static final double APART = 19;
  private static final int TURNS = 12;

  private final List<double[]> taken = new ArrayList<>();

  /** The middle of a number for a point: near it, on the sheet, clear of those placed before. */
  double[] place(double x, double y, double width, double height) {
    double[] best = {x, y};
    for (int ring = 1; ring <= 6; ring++) {
      for (int turn = 0; turn < TURNS; turn++) {
        double angle = 2 * Math.PI * (turn + 0.5) / TURNS;
        double[] at = {x + 20 * ring * Math.cos(angle), y - 20 * ring * Math.sin(angle)};
        boolean inside = at[0] > 10 && at[0] < width - 10 && at[1] > 10 && at[1] < height - 10;
        if (inside
            && taken.stream().allMatch(t -> Math.hypot(t[0] - at[0], t[1] - at[1]) > APART)) {
          taken.add(at);
          return at;
        }
      }
    }
    taken.add(best);
    return best;
  }
}
