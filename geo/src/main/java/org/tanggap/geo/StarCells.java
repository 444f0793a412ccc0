package org.tanggap.geo;

/**
 * The exact answer within a cell whose edges all come from one corner (in the cell or beyond it)
 * and end outside the cell: the place of the point in the order of the edges round the corner.
 *
 * <p>A record is: minus the number of spokes; the corner as {@code edge << 1 | end}; the quarter
 * turn from which angles count; the set at the corner; the set before the first spoke; then per
 * spoke, by angle, its edge, the set on it, and the set after it. A corner beyond the cell counts
 * angles from a direction that leads away from the cell.
 */
final class StarCells {
  static final int HEADER = 5;
  static final int PER_SPOKE = 3;

  static final int EAST = 0;
  static final int NORTH = 1;
  static final int WEST = 2;
  static final int SOUTH = 3;

  private StarCells() {}

  static int locate(double[] ends, int[] records, int record, double lon, double lat) {
    int corner = records[record + 1] * 2;
    int origin = records[record + 2];
    double x = ends[corner];
    double y = ends[corner + 1];
    if (lon == x && lat == y) {
      return records[record + 3];
    }
    int low = 0;
    int high = -records[record] - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int spoke = record + HEADER + middle * PER_SPOKE;
      int end = outerEnd(ends, records[spoke], x, y);
      int turn = turn(origin, x, y, ends[end], ends[end + 1], lon, lat);
      if (turn == 0) {
        return records[spoke + 1];
      }
      if (turn > 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return records[record + HEADER + high * PER_SPOKE + PER_SPOKE - 1];
  }

  /** Where the end of the edge that is not the corner stands. */
  static int outerEnd(double[] ends, int edge, double x, double y) {
    return edge * 4 + (ends[edge * 4] == x && ends[edge * 4 + 1] == y ? 2 : 0);
  }

  /**
   * 1 if p comes after q in the order of angles round (x, y), -1 if before, 0 if at the same angle.
   */
  static int turn(int origin, double x, double y, double qx, double qy, double px, double py) {
    boolean qLate = isLate(origin, x, y, qx, qy);
    boolean pLate = isLate(origin, x, y, px, py);
    if (qLate != pLate) {
      return pLate ? 1 : -1;
    }
    return Orientation.of(x, y, qx, qy, px, py);
  }

  /** Whether the direction is half a turn or more beyond the origin. */
  private static boolean isLate(int origin, double x, double y, double px, double py) {
    return switch (origin) {
      case EAST -> py < y || (py == y && px < x);
      case NORTH -> px > x || (px == x && py < y);
      case WEST -> py > y || (py == y && px > x);
      default -> px < x || (px == x && py > y);
    };
  }
}
