package org.tanggap.geo;

/**
 * The square cells laid over all edges. The outermost columns and rows are free of edges. A cell is
 * {@code width} degrees wide; refining divides it by four in both directions, {@code maxDepth}
 * times at most.
 */
final class Grid {
  /**
   * Edges are listed in cells they come as close to as this, in widths of the cell. That is far
   * more than rounding can move a point or an edge: see {@link #LEAST_WIDTH}.
   */
  static final double PADDING = 0x1p-10;

  /** Degrees; a thousandth of it is still some thirty times the rounding error of a longitude. */
  private static final double LEAST_WIDTH = 1e-9;

  private static final double LEAST_TOP_WIDTH = 1e-6;
  private static final int CELLS_PER_EDGE = 8;
  private static final int LEAST_CELLS = 1 << 8;
  private static final int MOST_CELLS = 1 << 22;

  /** How many cells an edge may enter on average, so that long edges do not fill the memory. */
  private static final int ENTRIES_PER_EDGE = 8;

  private static final int MOST_COLUMNS = 1 << 14;

  final double west;
  final double south;
  final double width;
  final int columns;
  final int rows;
  final int maxDepth;

  private Grid(double west, double south, double east, double north, double width) {
    this.west = west - 1.5 * width;
    this.south = south - 1.5 * width;
    this.width = width;
    columns = (int) ((east - this.west) / width) + 2;
    rows = (int) ((north - this.south) / width) + 2;
    int depth = 0;
    double least = width / (1 << CellIndex.CHILD_BITS);
    while (depth < CellIndex.MAX_DEPTH && least > LEAST_WIDTH) {
      depth++;
      least /= 1 << CellIndex.CHILD_BITS;
    }
    maxDepth = depth;
  }

  static Grid over(Edges edges) {
    double west = Double.POSITIVE_INFINITY;
    double south = Double.POSITIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    double north = Double.NEGATIVE_INFINITY;
    double length = 0;
    for (int at = 0; at < edges.ends.length; at += 2) {
      if (at % 4 == 0) {
        length += Math.abs(edges.ends[at + 2] - edges.ends[at]);
        length += edges.ends[at + 3] - edges.ends[at + 1];
      }
      west = Math.min(west, edges.ends[at]);
      east = Math.max(east, edges.ends[at]);
      south = Math.min(south, edges.ends[at + 1]);
      north = Math.max(north, edges.ends[at + 1]);
    }
    if (edges.count() == 0) {
      return new Grid(0, 0, 0, 0, 1);
    }
    double cells =
        Math.min(MOST_CELLS, Math.max(LEAST_CELLS, (double) CELLS_PER_EDGE * edges.count()));
    double byArea = Math.sqrt((east - west) * (north - south) / cells);
    double byLength = Math.max(east - west, north - south) / MOST_COLUMNS;
    double byEntries = length / (ENTRIES_PER_EDGE * (double) edges.count() + MOST_CELLS);
    double width = Math.max(Math.max(LEAST_TOP_WIDTH, byEntries), Math.max(byArea, byLength));
    return new Grid(west, south, east, north, width);
  }

  double lon(double column) {
    return west + column * width;
  }

  double lat(double row) {
    return south + row * width;
  }

  double column(double lon) {
    return (lon - west) / width;
  }

  double row(double lat) {
    return (lat - south) / width;
  }

  /** Units of the fixed-point coordinates in a degree. */
  double scale() {
    return (1L << CellIndex.FRACTION_BITS) / width;
  }

  /** The number of blocks that the cells fill. */
  int blocks() {
    return (columns * rows + CellIndex.CHILDREN - 1) / CellIndex.CHILDREN;
  }
}
