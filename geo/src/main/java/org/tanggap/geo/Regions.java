package org.tanggap.geo;

/**
 * The regions into which the lines through a cell's edges cut it, with one point proven to lie in
 * each that is wide enough. The number of a region has bit {@code i} set if it lies to the right of
 * line {@code i}. Coordinates are widths of the cell. Reused. Not thread-safe.
 */
final class Regions {
  /**
   * A point this far from a line is beyond doubt on its side. A region whose mean corner is nearer
   * has all its corners within eight times as much, which is within {@link CellIndex#UNCERTAIN}.
   */
  private static final double CERTAIN = 1e-6;

  private static final int MOST_LINES = 4;

  /** Each cut adds one corner to a convex region at most. */
  private static final int MOST_CORNERS = 4 + MOST_LINES;

  private final double[] a = new double[MOST_LINES];
  private final double[] b = new double[MOST_LINES];
  private final double[] c = new double[MOST_LINES];
  private int lineCount;

  private final double[][] cornerX = new double[1 + 2 * MOST_LINES][MOST_CORNERS];
  private final double[][] cornerY = new double[1 + 2 * MOST_LINES][MOST_CORNERS];
  private final double[] pointX = new double[1 << MOST_LINES];
  private final double[] pointY = new double[1 << MOST_LINES];
  private int proven;

  void start(Cell cell, double[] ends, Grid grid) {
    lineCount = cell.edgeCount;
    double unit = 1 / cell.size;
    for (int i = 0; i < lineCount; i++) {
      int at = cell.edges[i] * 4;
      // The slope from the doubles themselves: it is right to the last digit for any length of
      // edge.
      double dx = ends[at + 2] - ends[at];
      double dy = ends[at + 3] - ends[at + 1];
      double norm = Math.abs(dx) + Math.abs(dy);
      a[i] = -dy / norm;
      b[i] = dx / norm;
      double x = (grid.column(ends[at]) - cell.column) * unit;
      double y = (grid.row(ends[at + 1]) - cell.row) * unit;
      c[i] = -(a[i] * x + b[i] * y);
    }
  }

  void split() {
    proven = 0;
    double low = 0;
    double high = 1;
    double[] x = cornerX[0];
    double[] y = cornerY[0];
    x[0] = x[3] = low;
    x[1] = x[2] = high;
    y[0] = y[1] = low;
    y[2] = y[3] = high;
    cut(0, x, y, 4, 0);
  }

  boolean isProven(int region) {
    return (proven >> region & 1) != 0;
  }

  double x(int region) {
    return pointX[region];
  }

  double y(int region) {
    return pointY[region];
  }

  /**
   * The line as the lookup wants it, positive on the left; an unused one is positive everywhere.
   */
  long packedLine(int i) {
    double unit = 1L << CellIndex.UNIT_BITS;
    if (i >= lineCount) {
      return (long) unit << 32;
    }
    // An integer coordinate stands for the middle of its range.
    double slopeUnit = (1 << (CellIndex.UNIT_BITS - CellIndex.LEAF_BITS)) - 1;
    double slopeX = Math.rint(a[i] * slopeUnit);
    double slopeY = Math.rint(b[i] * slopeUnit);
    long constant =
        Math.round(c[i] * slopeUnit * (1 << CellIndex.LEAF_BITS) + (slopeX + slopeY) / 2);
    return ((long) slopeX & 0xFFFF) | ((long) slopeY & 0xFFFF) << 16 | constant << 32;
  }

  private void cut(int line, double[] x, double[] y, int n, int region) {
    if (line == lineCount) {
      prove(x, y, n, region);
      return;
    }
    for (int side = 0; side < 2; side++) {
      double[] partX = cornerX[1 + 2 * line + side];
      double[] partY = cornerY[1 + 2 * line + side];
      int corners = clip(line, side == 0 ? 1 : -1, x, y, n, partX, partY);
      if (corners > 2) {
        cut(line + 1, partX, partY, corners, region | side << line);
      }
    }
  }

  private int clip(
      int line, int sign, double[] x, double[] y, int n, double[] partX, double[] partY) {
    int corners = 0;
    double before = sign * value(line, x[n - 1], y[n - 1]);
    for (int i = 0, last = n - 1; i < n; last = i++) {
      double here = sign * value(line, x[i], y[i]);
      if (before > 0 != here > 0 && corners < MOST_CORNERS) {
        double part = before / (before - here);
        partX[corners] = x[last] + part * (x[i] - x[last]);
        partY[corners++] = y[last] + part * (y[i] - y[last]);
      }
      if (here > 0 && corners < MOST_CORNERS) {
        partX[corners] = x[i];
        partY[corners++] = y[i];
      }
      before = here;
    }
    return corners;
  }

  private void prove(double[] x, double[] y, int n, int region) {
    double sumX = 0;
    double sumY = 0;
    for (int i = 0; i < n; i++) {
      sumX += x[i];
      sumY += y[i];
    }
    double middleX = sumX / n;
    double middleY = sumY / n;
    for (int i = 0; i < lineCount; i++) {
      double value = value(i, middleX, middleY);
      if ((region >> i & 1) == 0 ? value < CERTAIN : value > -CERTAIN) {
        return;
      }
    }
    pointX[region] = middleX;
    pointY[region] = middleY;
    proven |= 1 << region;
  }

  private double value(int line, double x, double y) {
    return a[line] * x + b[line] * y + c[line];
  }
}
