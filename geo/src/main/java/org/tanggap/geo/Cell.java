package org.tanggap.geo;

/**
 * A cell while it is built: where it is, the edges that enter it, the areas they belong to with the
 * base of their parity rule, and the areas that hold the whole of it. Reused. Not thread-safe.
 */
final class Cell {
  /** The lower left corner, and the width, in top cells. */
  double column;

  double row;
  double size;
  int depth;

  /** The longitude of the western wall. */
  double wall;

  int[] edges = new int[64];
  int edgeCount;
  boolean[] base = new boolean[8];
  final OverlapList areas = new OverlapList();
  final OverlapList constant = new OverlapList();
  private int[] touched = new int[64];

  void start(double newColumn, double newRow, int newDepth, Grid grid) {
    column = newColumn;
    row = newRow;
    depth = newDepth;
    size = 1.0 / (1L << (newDepth * CellIndex.CHILD_BITS));
    wall = grid.lon(newColumn);
  }

  void startChild(Cell child, int number, Grid grid) {
    double step = size / (1 << CellIndex.CHILD_BITS);
    child.start(
        column + (number & ((1 << CellIndex.CHILD_BITS) - 1)) * step,
        row + (number >> CellIndex.CHILD_BITS) * step,
        depth + 1,
        grid);
  }

  /** The longitude at a part of the width. */
  double lon(double part, Grid grid) {
    return grid.lon(column + part * size);
  }

  double lat(double part, Grid grid) {
    return grid.lat(row + part * size);
  }

  void reserve(int count) {
    if (edges.length < count) {
      edges = new int[count * 2];
    }
  }

  int[] touched(int count) {
    if (touched.length < count) {
      touched = new int[count * 2];
    }
    return touched;
  }

  /** The children that the edge enters or nearly enters, a bit for each. */
  int children(double[] ends, int at, Grid grid) {
    int n = 1 << CellIndex.CHILD_BITS;
    double unit = n / size;
    double ax = (grid.column(ends[at]) - column) * unit;
    double ay = (grid.row(ends[at + 1]) - row) * unit;
    double bx = (grid.column(ends[at + 2]) - column) * unit;
    double by = (grid.row(ends[at + 3]) - row) * unit;
    int children = 0;
    int top = (int) Math.min(n - 1, Math.floor(by + Grid.PADDING));
    for (int r = Math.max(0, (int) (ay - Grid.PADDING)); r <= top; r++) {
      double from = Strip.at(ax, ay, bx, by, r - Grid.PADDING);
      double to = Strip.at(ax, ay, bx, by, r + 1 + Grid.PADDING);
      double least = Math.min(from, to) - Grid.PADDING;
      double most = Math.max(from, to) + Grid.PADDING;
      if (least < n && most >= 0) {
        int first = Math.max(0, (int) least);
        int last = (int) Math.min(n - 1, most);
        children |= ((1 << (last + 1)) - (1 << first)) << (r * n);
      }
    }
    return children;
  }

  /** Whether the point is in the cell or within some widths of it. */
  boolean mayHold(double lon, double lat, double padding, Grid grid) {
    double x = (grid.column(lon) - column) / size;
    double y = (grid.row(lat) - row) / size;
    return x >= -padding && x <= 1 + padding && y >= -padding && y <= 1 + padding;
  }

  /** Sets the parity (by area) of the cell's areas at a point in the cell. */
  void probe(Edges all, double lon, double lat, boolean[] parity) {
    for (int i = 0; i < areas.count; i++) {
      parity[areas.items[i]] = base[i];
    }
    toggle(all, lon, lat, parity);
  }

  /** Changes the parity (by area) from the cell's base to that at a point in the cell, or back. */
  void toggle(Edges all, double lon, double lat, boolean[] parity) {
    for (int i = 0; i < edgeCount; i++) {
      int edge = edges[i];
      if (toggles(all.ends, edge * 4, lon, lat)) {
        for (int o = all.ownerStart[edge]; o < all.ownerStart[edge + 1]; o++) {
          parity[all.owners[o] >> 1] ^= (all.owners[o] & 1) != 0;
        }
      }
    }
  }

  private boolean toggles(double[] ends, int at, double lon, double lat) {
    double lower = ends[at + 1];
    double upper = ends[at + 3];
    return (lower <= lat
            && lat < upper
            && EdgeCells.side(ends[at], lower, ends[at + 2], upper, lon, lat) < 0)
        ^ (ends[at] < wall && lower > lat)
        ^ (ends[at + 2] < wall && upper > lat);
  }
}
