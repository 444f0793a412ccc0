package org.tanggap.geo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;

/**
 * An exact index from a point to the areas that hold it: a grid of cells, refined where borders are
 * dense. A cell that no edge enters states its answer; in the others the sides of at most four
 * lines choose it, and within the rounding error of those lines the edges themselves decide.
 *
 * <p>Areas are closed: a point on an edge or vertex of any ring belongs to the area, every other
 * point by the even-odd rule over all rings together. A point on a shared border is therefore in
 * more than one area; its owner is the one with the lowest ordinal. The answer is that of exact
 * arithmetic on the doubles as given.
 *
 * <p>Immutable and thread-safe; a lookup allocates nothing. Coordinates are WGS84 degrees.
 */
final class CellIndex {
  /** What {@link #locate} says of a point in no area. */
  static final int NONE = -1;

  /** Binary digits of a coordinate within its top cell. */
  static final int FRACTION_BITS = 32;

  /** A refined cell has {@code 4 x 4} children. */
  static final int CHILD_BITS = 2;

  static final int CHILDREN = 1 << (CHILD_BITS * 2);

  /** Binary digits of a coordinate within a leaf. */
  static final int LEAF_BITS = 15;

  static final int MAX_DEPTH = FRACTION_BITS / CHILD_BITS;

  /** Below this depth a cell has too few binary digits left for lines. */
  static final int MAX_LEAF_DEPTH = (FRACTION_BITS - LEAF_BITS - 1) / CHILD_BITS;

  /** Longs a leaf takes: four lines; 16 choices of two bits, and its record; four answers. */
  static final int LEAF_SIZE = 7;

  /** The unit of a line's value: 1 << UNIT_BITS is the width of the leaf. */
  static final int UNIT_BITS = 30;

  /** Below this value (6e-5 of the leaf's width) the side of a line is not certain. */
  static final int UNCERTAIN = 1 << 16;

  /**
   * Entries of {@link #cells}: REFINED | block, LEAF | leaf, EDGES | offset, or an answer >= -1.
   */
  static final int REFINED = 0x80000000;

  static final int LEAF = 0xC0000000;
  static final int EDGES = 0xE0000000;
  static final int LOCATION_MASK = 0x1FFFFFFF;

  /** An index larger than this waits for memory, and batches gain by overlapping the waits. */
  private static final long CACHED_BYTES = 1L << 24;

  final double west;
  final double south;
  final double scale;
  final int columns;
  final int rows;
  final int[] cells;
  final long[] leaves;
  final EdgeCells edgeCells;
  final AreaSets sets;

  CellIndex(
      double west,
      double south,
      double scale,
      int columns,
      int rows,
      int[] cells,
      long[] leaves,
      EdgeCells edgeCells,
      AreaSets sets) {
    this.west = west;
    this.south = south;
    this.scale = scale;
    this.columns = columns;
    this.rows = rows;
    this.cells = cells;
    this.leaves = leaves;
    this.edgeCells = edgeCells;
    this.sets = sets;
  }

  /**
   * Reads what {@link #write} wrote, and no byte beyond it.
   *
   * @throws DamagedIndexException if that is not what the bytes hold
   */
  static CellIndex read(InputStream in) throws IOException {
    return IndexFile.read(in);
  }

  /** As {@link #read(InputStream)}, from the buffer's position, which moves behind the index. */
  static CellIndex read(ByteBuffer in) {
    return IndexFile.read(in);
  }

  /** Writes the index in its binary form; the stream stays open. */
  void write(OutputStream out) throws IOException {
    IndexFile.write(this, out);
  }

  /** Builds the index; the place of an outline in the list is its ordinal. */
  static CellIndex build(List<Outline> outlines) {
    return new CellIndexBuilder(Edges.of(outlines)).build();
  }

  /**
   * The set of areas that hold the point: -1 for none, an ordinal below {@link #areaCount} for that
   * one area, else the number of a set of two or more. A point off the earth or no number is in
   * none.
   */
  int locate(double lon, double lat) {
    long u = column(lon);
    long v = row(lat);
    int cell = topCell(u, v);
    return cell >= NONE ? cell : descend(cell, u, v, lon, lat);
  }

  /**
   * Looks up the points {@code from} to {@code to - 1}; see {@link #locate(double, double)}. A
   * large index is gone through level by level; that takes 4 kB a call, whatever the number of
   * points.
   */
  void locate(double[] lons, double[] lats, int[] out, int from, int to) {
    Objects.checkFromToIndex(from, to, Math.min(out.length, Math.min(lons.length, lats.length)));
    if (cells.length * 4L + leaves.length * 8L > CACHED_BYTES) {
      new CellBatch(this, lons, lats, out).locate(from, to);
      return;
    }
    for (int i = from; i < to; i++) {
      out[i] = locate(lons[i], lats[i]);
    }
  }

  int areaCount() {
    return sets.areaCount;
  }

  /** One more than the highest number {@link #locate} can return. */
  int setLimit() {
    return sets.limit();
  }

  /** The lowest ordinal in the set, or -1 for none. */
  int owner(int set) {
    return set < sets.areaCount ? set : sets.members[sets.start[set - sets.areaCount]];
  }

  int memberCount(int set) {
    return sets.count(set);
  }

  /** The i-th lowest ordinal of the set. */
  int member(int set, int i) {
    return sets.member(set, i);
  }

  /** The ordinals in the set, ascending. */
  int[] members(int set) {
    return sets.members(set);
  }

  /** The column as a fixed-point number; truncation and NaN lead to column 0, free of edges. */
  long column(double lon) {
    return (long) ((lon - west) * scale);
  }

  long row(double lat) {
    return (long) ((lat - south) * scale);
  }

  /** The entry of the top cell, {@link #NONE} beyond the grid. */
  int topCell(long u, long v) {
    int column = (int) (u >> FRACTION_BITS);
    int row = (int) (v >> FRACTION_BITS);
    if (Integer.compareUnsigned(column, columns) >= 0 || Integer.compareUnsigned(row, rows) >= 0) {
      return NONE;
    }
    return cells[row * columns + column];
  }

  private int descend(int top, long u, long v, double lon, double lat) {
    int cell = top;
    int shift = FRACTION_BITS;
    while (cell < LEAF) {
      shift -= CHILD_BITS;
      cell = child(cell, shift, u, v);
    }
    return cell >= NONE ? cell : answer(cell, shift, u, v, lon, lat);
  }

  /** The entry of the refined cell's child that holds the point. */
  int child(int cell, int shift, long u, long v) {
    int mask = (1 << CHILD_BITS) - 1;
    int x = (int) (u >>> shift) & mask;
    int y = (int) (v >>> shift) & mask;
    return cells[(cell & LOCATION_MASK) * CHILDREN + (y << CHILD_BITS) + x];
  }

  /** The answer of a leaf of either kind. */
  int answer(int cell, int shift, long u, long v, double lon, double lat) {
    int location = cell & LOCATION_MASK;
    if (cell >= EDGES) {
      return edgeCells.locate(location, lon, lat);
    }
    int mask = (1 << LEAF_BITS) - 1;
    int x = (int) (u >>> (shift - LEAF_BITS)) & mask;
    int y = (int) (v >>> (shift - LEAF_BITS)) & mask;
    return sideOfLines(location, x, y, lon, lat);
  }

  private int sideOfLines(int leaf, int x, int y, double lon, double lat) {
    int at = leaf * LEAF_SIZE;
    int a = value(leaves[at], x, y);
    int b = value(leaves[at + 1], x, y);
    int c = value(leaves[at + 2], x, y);
    int d = value(leaves[at + 3], x, y);
    int nearest = Math.min(Math.min(Math.abs(a), Math.abs(b)), Math.min(Math.abs(c), Math.abs(d)));
    int sides = a >>> 31 | b >>> 31 << 1 | c >>> 31 << 2 | d >>> 31 << 3;
    long choices = leaves[at + 4];
    if (nearest < UNCERTAIN) {
      return edgeCells.locate((int) (choices >> 32), lon, lat);
    }
    int choice = ((int) choices >>> (sides * 2)) & 3;
    return (int) (leaves[at + 5 + (choice >> 1)] >> ((choice & 1) * 32));
  }

  /** The value of a line packed as slope in x (16 bits), slope in y (16), constant (32). */
  private static int value(long line, int x, int y) {
    return (short) line * x + (short) (line >> 16) * y + (int) (line >> 32);
  }
}
