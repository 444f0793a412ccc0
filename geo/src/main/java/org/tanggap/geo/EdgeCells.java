package org.tanggap.geo;

/**
 * The exact answer within one cell, from the edges that enter it. Areas with the same edges and the
 * same parity in the cell form one group; a bit per group tells whether it holds the point.
 *
 * <p>A record is: number of edges; number of groups and, from bit 8, the parity of the groups; per
 * edge its number and its flags; then the answer for every combination of groups. The parity of a
 * point is {@code base ^ crossings of the ray to the west ^ ends west of the cell and above the
 * point}, over the cell's edges: whatever the ray meets further west changes only at the height of
 * such an end. So no corner has to be invented, and all comparisons are of the doubles as given.
 */
final class EdgeCells {
  /** More groups than this in one cell are split or refused: each has all combinations stored. */
  static final int MAX_GROUPS = 12;

  static final int HEADER = 2;
  static final int PER_EDGE = 2;
  static final int BASE_SHIFT = 8;

  /**
   * Flags of an edge: groups whose parity it changes, groups that border on it, ends to the west.
   */
  static final int BORDER_SHIFT = 12;

  static final int GROUPS = (1 << MAX_GROUPS) - 1;
  static final int LOWER_END_WEST = 1 << 24;
  static final int UPPER_END_WEST = 1 << 25;

  final Edges edges;
  final int[] records;

  EdgeCells(Edges edges, int[] records) {
    this.edges = edges;
    this.records = records;
  }

  int locate(int record, double lon, double lat) {
    return locate(edges.ends, records, record, lon, lat);
  }

  static int locate(double[] ends, int[] records, int record, double lon, double lat) {
    int count = records[record];
    if (count < 0) {
      return StarCells.locate(ends, records, record, lon, lat);
    }
    int inside = records[record + 1] >>> BASE_SHIFT;
    int border = 0;
    int at = record + HEADER;
    int table = at + count * PER_EDGE;
    for (; at < table; at += PER_EDGE) {
      int edge = records[at] * 4;
      int flags = records[at + 1];
      double lower = ends[edge + 1];
      double upper = ends[edge + 3];
      boolean toggles =
          ((flags & LOWER_END_WEST) != 0 && lower > lat)
              ^ ((flags & UPPER_END_WEST) != 0 && upper > lat);
      if (lower <= lat && lat <= upper) {
        int side = side(ends[edge], lower, ends[edge + 2], upper, lon, lat);
        if (side == 0) {
          border |= flags >> BORDER_SHIFT & GROUPS;
        }
        toggles ^= side < 0 && lat < upper;
      }
      if (toggles) {
        inside ^= flags & GROUPS;
      }
    }
    return records[table + (inside | border)];
  }

  /** Orientation, with the points beside the edge's box decided by the box. */
  static int side(double ax, double ay, double bx, double by, double lon, double lat) {
    if (lon < ax && lon < bx) {
      return 1;
    }
    if (lon > ax && lon > bx) {
      return -1;
    }
    return Orientation.of(ax, ay, bx, by, lon, lat);
  }
}
