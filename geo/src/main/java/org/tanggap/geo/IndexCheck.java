package org.tanggap.geo;

import java.util.BitSet;

/**
 * The proof that no lookup in an index can leave its arrays or run on for ever, whatever wrote it:
 * every number that a lookup follows is in range, and every refined cell is reached once, from a
 * cell before it.
 */
final class IndexCheck {
  private final CellIndex index;
  private final Edges edges;
  private final AreaSets sets;
  private final int[] records;
  private final BitSet recordStarts = new BitSet();

  IndexCheck(CellIndex index) {
    this.index = index;
    edges = index.edgeCells.edges;
    sets = index.sets;
    records = index.edgeCells.records;
  }

  void check() {
    checkGrid();
    checkSets();
    checkEdges();
    checkRecords();
    checkLeaves();
    checkCells();
  }

  private void checkGrid() {
    boolean good =
        Math.abs(index.west) < 1000
            && Math.abs(index.south) < 1000
            && index.scale > 0
            && index.scale < 1e20
            && index.columns > 0
            && index.rows > 0
            && sets.areaCount >= 0
            && (long) index.columns * index.rows <= index.cells.length
            && index.cells.length % CellIndex.CHILDREN == 0;
    require(good, "the grid", 0);
    for (int column = 0; column < index.columns; column++) {
      require(index.cells[column] == CellIndex.NONE, "the margin at cell", column);
    }
    for (int row = 0; row < index.rows; row++) {
      int at = row * index.columns;
      require(index.cells[at] == CellIndex.NONE, "the margin at cell", at);
    }
  }

  private void checkSets() {
    require(sets.start.length > 0 && sets.start[0] == 0, "the start of set", 0);
    int last = sets.start.length - 1;
    require(sets.start[last] == sets.members.length, "the end of set", last);
    for (int set = 0; set < last; set++) {
      int from = sets.start[set];
      int to = sets.start[set + 1];
      require(from < to - 1 && to <= sets.members.length, "set", set);
      require(sets.members[from] >= 0 && sets.members[to - 1] < sets.areaCount, "set", set);
      for (int i = from + 1; i < to; i++) {
        require(sets.members[i - 1] < sets.members[i], "set", set);
      }
    }
    require(sets.areaCount + (long) last < Integer.MAX_VALUE, "set", last);
  }

  private void checkEdges() {
    int count = edges.ownerStart.length - 1;
    require(count >= 0 && edges.ends.length == count * 4L, "edge", count);
    require(edges.ownerStart[0] == 0, "the first owner of edge", 0);
    require(edges.ownerStart[count] == edges.owners.length, "the last owner of edge", count - 1);
    for (int edge = 0; edge < count; edge++) {
      int at = edge * 4;
      boolean onEarth =
          Math.abs(edges.ends[at]) <= 180
              && Math.abs(edges.ends[at + 2]) <= 180
              && edges.ends[at + 1] >= -90
              && edges.ends[at + 1] <= edges.ends[at + 3]
              && edges.ends[at + 3] <= 90;
      require(onEarth, "edge", edge);
      int from = edges.ownerStart[edge];
      int to = edges.ownerStart[edge + 1];
      require(from < to && to <= edges.owners.length, "the owners of edge", edge);
      int before = -1;
      for (int o = from; o < to; o++) {
        int area = edges.owners[o] >> 1;
        require(area > before && area < sets.areaCount, "the owners of edge", edge);
        before = area;
      }
    }
  }

  private void checkRecords() {
    long at = 0;
    while (at < records.length) {
      int record = (int) at;
      recordStarts.set(record);
      require(records.length - at >= 3, "record", record);
      at += records[record] < 0 ? checkStar(record) : checkEdgeCell(record);
    }
  }

  private long checkEdgeCell(int record) {
    int count = records[record];
    int groups = records[record + 1] & (1 << EdgeCells.BASE_SHIFT) - 1;
    require(groups <= EdgeCells.MAX_GROUPS, "record", record);
    long table = record + (long) EdgeCells.HEADER + (long) count * EdgeCells.PER_EDGE;
    long end = table + (1 << groups);
    require(end <= records.length, "record", record);
    int all = (1 << groups) - 1;
    require(isWithin(records[record + 1] >>> EdgeCells.BASE_SHIFT, all), "record", record);
    for (int at = record + EdgeCells.HEADER; at < table; at += EdgeCells.PER_EDGE) {
      int flags = records[at + 1];
      require(isEdge(records[at]), "record", record);
      require(
          isWithin(flags & EdgeCells.GROUPS, all)
              && isWithin(flags >> EdgeCells.BORDER_SHIFT & EdgeCells.GROUPS, all),
          "record",
          record);
    }
    for (int at = (int) table; at < end; at++) {
      require(isAnswer(records[at]), "record", record);
    }
    return end - record;
  }

  private long checkStar(int record) {
    long spokes = -(long) records[record];
    long end = record + StarCells.HEADER + spokes * StarCells.PER_SPOKE;
    require(end <= records.length, "record", record);
    require(
        records[record + 1] >= 0
            && isEdge(records[record + 1] >> 1)
            && isAnswer(records[record + 3])
            && isAnswer(records[record + 4]),
        "record",
        record);
    for (int at = record + StarCells.HEADER; at < end; at += StarCells.PER_SPOKE) {
      require(
          isEdge(records[at]) && isAnswer(records[at + 1]) && isAnswer(records[at + 2]),
          "record",
          record);
    }
    return end - record;
  }

  private void checkLeaves() {
    require(index.leaves.length % CellIndex.LEAF_SIZE == 0, "leaf", 0);
    for (int at = 0; at < index.leaves.length; at += CellIndex.LEAF_SIZE) {
      boolean good = isRecord((int) (index.leaves[at + 4] >> 32));
      for (int i = 5; i < 7; i++) {
        good &=
            isAnswer((int) index.leaves[at + i]) && isAnswer((int) (index.leaves[at + i] >> 32));
      }
      require(good, "leaf", at / CellIndex.LEAF_SIZE);
    }
  }

  private void checkCells() {
    int blocks = index.cells.length / CellIndex.CHILDREN;
    int top = (index.columns * index.rows + CellIndex.CHILDREN - 1) / CellIndex.CHILDREN;
    byte[] depth = new byte[blocks];
    for (int at = 0; at < index.cells.length; at++) {
      int block = at / CellIndex.CHILDREN;
      require(block < top || depth[block] > 0, "the unreached cell", at);
      int cell = index.cells[at];
      int location = cell & CellIndex.LOCATION_MASK;
      boolean good;
      if (cell >= CellIndex.NONE) {
        good = isAnswer(cell);
      } else if (cell >= CellIndex.EDGES) {
        good = isRecord(location);
      } else if (cell >= CellIndex.LEAF) {
        good =
            location < index.leaves.length / CellIndex.LEAF_SIZE
                && depth[block] <= CellIndex.MAX_LEAF_DEPTH;
      } else {
        good =
            location > block
                && location >= top
                && location < blocks
                && depth[location] == 0
                && depth[block] < CellIndex.MAX_DEPTH;
        if (good) {
          depth[location] = (byte) (depth[block] + 1);
        }
      }
      require(good, "cell", at);
    }
  }

  private boolean isAnswer(int set) {
    return set >= CellIndex.NONE && set < sets.limit();
  }

  private boolean isEdge(int edge) {
    return edge >= 0 && edge < edges.ownerStart.length - 1;
  }

  private boolean isRecord(int at) {
    return at >= 0 && recordStarts.get(at);
  }

  private static boolean isWithin(int bits, int all) {
    return (bits & ~all) == 0;
  }

  private static void require(boolean good, String what, int where) {
    if (!good) {
      throw new DamagedIndexException("the index is damaged: " + what + " " + where);
    }
  }
}
