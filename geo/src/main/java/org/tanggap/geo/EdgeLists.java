package org.tanggap.geo;

import org.jspecify.annotations.Nullable;

/** The edges of every top cell: those that enter it or come within {@link Grid#PADDING}. */
final class EdgeLists {
  private final int[] start;
  private final int[] edges;

  private EdgeLists(int[] start, int[] edges) {
    this.start = start;
    this.edges = edges;
  }

  static EdgeLists over(Edges edges, Grid grid) {
    int[] start = new int[grid.columns * grid.rows + 2];
    spread(edges, grid, start, null);
    for (int i = 2; i < start.length; i++) {
      start[i] = Math.addExact(start[i], start[i - 1]);
    }
    int[] listed = new int[start[start.length - 1]];
    spread(edges, grid, start, listed);
    return new EdgeLists(start, listed);
  }

  int count(int cell) {
    return start[cell + 1] - start[cell];
  }

  int[] copy(int cell, int[] into) {
    int n = count(cell);
    int[] target = into.length < n ? new int[n * 2] : into;
    System.arraycopy(edges, start[cell], target, 0, n);
    return target;
  }

  /** Counts (listed is null) two places up, then fills one place up, which leaves the starts. */
  private static void spread(Edges edges, Grid grid, int[] start, int @Nullable [] listed) {
    for (int edge = 0; edge < edges.count(); edge++) {
      double ax = grid.column(edges.ends[edge * 4]);
      double ay = grid.row(edges.ends[edge * 4 + 1]);
      double bx = grid.column(edges.ends[edge * 4 + 2]);
      double by = grid.row(edges.ends[edge * 4 + 3]);
      int top = (int) (by + Grid.PADDING);
      for (int row = (int) (ay - Grid.PADDING); row <= top; row++) {
        double from = Strip.at(ax, ay, bx, by, row - Grid.PADDING);
        double to = Strip.at(ax, ay, bx, by, row + 1 + Grid.PADDING);
        int last = (int) (Math.max(from, to) + Grid.PADDING);
        for (int c = (int) (Math.min(from, to) - Grid.PADDING); c <= last; c++) {
          int cell = row * grid.columns + c;
          if (listed == null) {
            start[cell + 2]++;
          } else {
            listed[start[cell + 1]++] = edge;
          }
        }
      }
    }
  }
}
