package org.tanggap.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a cell that edges enter into a leaf, if it is simple enough: the {@link EdgeCells} record
 * that decides exactly and, for up to four edges, the lines whose sides choose the answer. No edge
 * crosses a region bounded by the lines through all edges, so one proven point gives the answer of
 * its region; a region too thin to prove one is wholly so near a line that the record is asked. Not
 * thread-safe.
 */
final class LeafBuilder {
  static final int TOO_MUCH = 0;

  private static final int MOST_LINES = 4;
  private static final int ANSWERS = 4;

  /** Groups a cell may have while it can still be split. */
  private static final int FEW_GROUPS = 6;

  /** By depth, how many edges are so few that the record alone will do. */
  private static final int[] FEW = {0, 6, 8, 12, 16, 24, 32};

  private final Edges edges;
  private final Grid grid;
  private final AreaSets.Interner sets;
  private final IntList records = new IntList(1 << 12);
  private int leaves;
  private long[] lines = new long[1 << 10];
  private final Regions regions = new Regions();

  /**
   * Scratch by area: the cell's edges that border on it and those that change its parity, as bits.
   */
  private final long[] bordering;

  private final boolean[] inside;

  private final List<Group> groups = new ArrayList<>();
  private final OverlapList members = new OverlapList();
  private final int[] answers = new int[ANSWERS];

  LeafBuilder(Edges edges, Grid grid, AreaSets.Interner sets) {
    this.edges = edges;
    this.grid = grid;
    this.sets = sets;
    bordering = new long[edges.areaCount];
    inside = new boolean[edges.areaCount];
  }

  /**
   * The entry for the cell, or {@link #TOO_MUCH} if it is better split.
   *
   * @param poor whether splitting has become too dear to be done for speed alone
   * @param last whether splitting is out of the question
   */
  int add(Cell cell, boolean poor, boolean last) {
    boolean deep = cell.depth >= CellIndex.MAX_LEAF_DEPTH;
    boolean linear = cell.edgeCount <= MOST_LINES && !deep && !hasPoint(cell);
    boolean done = poor || deep || last || cell.edgeCount <= fewEdges(cell.depth);
    if (!linear && !done) {
      return TOO_MUCH;
    }
    group(cell);
    if (groups.size() > (last ? EdgeCells.MAX_GROUPS : FEW_GROUPS)) {
      return addCrowd(cell, last);
    }
    int record = addRecord(cell);
    if (linear && addLines(cell, record)) {
      return CellIndex.LEAF | leaves++;
    }
    if (!done) {
      records.truncate(record);
      return TOO_MUCH;
    }
    return CellIndex.EDGES | record;
  }

  /** How many edges a cell may have that is not split any more: the deeper, the rarer its use. */
  private static int fewEdges(int depth) {
    return FEW[Math.min(depth, FEW.length - 1)];
  }

  private int addCrowd(Cell cell, boolean last) {
    int star = new StarBuilder(cell, edges, grid, sets, inside).add(records);
    if (star != StarBuilder.NO_STAR) {
      return CellIndex.EDGES | star;
    }
    if (last) {
      throw new IllegalArgumentException(
          "too many areas meet near "
              + (float) cell.lon(0.5, grid)
              + ", "
              + (float) cell.lat(0.5, grid));
    }
    return TOO_MUCH;
  }

  long[] lines() {
    return Arrays.copyOf(lines, leaves * CellIndex.LEAF_SIZE);
  }

  int[] edgeRecords() {
    return records.toArray();
  }

  private boolean hasPoint(Cell cell) {
    for (int i = 0; i < cell.edgeCount; i++) {
      int at = cell.edges[i] * 4;
      if (edges.ends[at] == edges.ends[at + 2] && edges.ends[at + 1] == edges.ends[at + 3]) {
        return true;
      }
    }
    return false;
  }

  /** Areas that no point of the cell can tell apart. */
  private static final class Group {
    long signature;
    boolean base;
    final OverlapList areas = new OverlapList();
    BitSet border = new BitSet(0);
    BitSet odd = new BitSet(0);

    boolean borders(int i) {
      return (i < 32 && border.isEmpty()) ? ((signature >> i) & 1) != 0 : border.get(i);
    }

    boolean isOdd(int i) {
      return (i < 32 && border.isEmpty()) ? ((signature >> (32 + i)) & 1) != 0 : odd.get(i);
    }
  }

  private void group(Cell cell) {
    groups.clear();
    if (cell.edgeCount > 32) {
      groupMany(cell);
      return;
    }
    for (int i = 0; i < cell.areas.count; i++) {
      bordering[cell.areas.items[i]] = 0;
    }
    for (int i = 0; i < cell.edgeCount; i++) {
      int edge = cell.edges[i];
      for (int o = edges.ownerStart[edge]; o < edges.ownerStart[edge + 1]; o++) {
        bordering[edges.owners[o] >> 1] |= (1L | (long) (edges.owners[o] & 1) << 32) << i;
      }
    }
    for (int i = 0; i < cell.areas.count; i++) {
      int area = cell.areas.items[i];
      groupOf(bordering[area], cell.base[i]).areas.add(area);
      if (groups.size() > EdgeCells.MAX_GROUPS) {
        return;
      }
    }
  }

  private Group groupOf(long signature, boolean base) {
    for (int g = 0; g < groups.size(); g++) {
      Group group = groups.get(g);
      if (group.signature == signature && group.base == base) {
        return group;
      }
    }
    Group group = new Group();
    group.signature = signature;
    group.base = base;
    groups.add(group);
    return group;
  }

  private record Signature(BitSet border, BitSet odd, boolean base) {}

  private void groupMany(Cell cell) {
    Map<Integer, BitSet> border = new LinkedHashMap<>();
    Map<Integer, BitSet> odd = new LinkedHashMap<>();
    for (int i = 0; i < cell.edgeCount; i++) {
      int edge = cell.edges[i];
      for (int o = edges.ownerStart[edge]; o < edges.ownerStart[edge + 1]; o++) {
        Integer area = edges.owners[o] >> 1;
        border.computeIfAbsent(area, key -> new BitSet()).set(i);
        if ((edges.owners[o] & 1) != 0) {
          odd.computeIfAbsent(area, key -> new BitSet()).set(i);
        }
      }
    }
    Map<Signature, Group> bySignature = new LinkedHashMap<>();
    for (int i = 0; i < cell.areas.count; i++) {
      int area = cell.areas.items[i];
      Signature signature =
          new Signature(
              border.getOrDefault(area, new BitSet()),
              odd.getOrDefault(area, new BitSet()),
              cell.base[i]);
      bySignature.computeIfAbsent(signature, LeafBuilder::newGroup).areas.add(area);
    }
    groups.addAll(bySignature.values());
  }

  private static Group newGroup(Signature signature) {
    Group group = new Group();
    group.border = signature.border();
    group.odd = signature.odd();
    group.base = signature.base();
    return group;
  }

  private int addRecord(Cell cell) {
    int record = records.size();
    int base = 0;
    for (int g = 0; g < groups.size(); g++) {
      base |= groups.get(g).base ? 1 << g : 0;
    }
    records.add(cell.edgeCount);
    records.add(groups.size() | base << EdgeCells.BASE_SHIFT);
    for (int i = 0; i < cell.edgeCount; i++) {
      int at = cell.edges[i] * 4;
      int flags = edges.ends[at] < cell.wall ? EdgeCells.LOWER_END_WEST : 0;
      flags |= edges.ends[at + 2] < cell.wall ? EdgeCells.UPPER_END_WEST : 0;
      for (int g = 0; g < groups.size(); g++) {
        flags |= groups.get(g).isOdd(i) ? 1 << g : 0;
        flags |= groups.get(g).borders(i) ? 1 << (g + EdgeCells.BORDER_SHIFT) : 0;
      }
      records.add(cell.edges[i]);
      records.add(flags);
    }
    for (int combination = 0; combination < 1 << groups.size(); combination++) {
      records.add(setOf(cell, combination));
    }
    return record;
  }

  private int setOf(Cell cell, int combination) {
    members.copyFrom(cell.constant);
    for (int g = 0; g < groups.size(); g++) {
      if ((combination >> g & 1) != 0) {
        OverlapList areas = groups.get(g).areas;
        for (int i = 0; i < areas.count; i++) {
          members.add(areas.items[i]);
        }
      }
    }
    members.sort();
    return sets.of(members.items, members.count);
  }

  /** Adds the lines of the leaf; false if more than four answers meet in it. */
  private boolean addLines(Cell cell, int record) {
    regions.start(cell, edges.ends, grid);
    long choices = 0;
    int answerCount = 0;
    regions.split();
    for (int sides = 0; sides < 1 << MOST_LINES; sides++) {
      long choice = 0;
      if (regions.isProven(sides)) {
        int answer =
            EdgeCells.locate(
                edges.ends,
                records.backing(),
                record,
                cell.lon(regions.x(sides), grid),
                cell.lat(regions.y(sides), grid));
        int known = 0;
        while (known < answerCount && answers[known] != answer) {
          known++;
        }
        if (known == ANSWERS) {
          return false;
        }
        answers[known] = answer;
        answerCount = Math.max(answerCount, known + 1);
        choice = known;
      }
      choices |= choice << (sides * 2);
    }
    for (int i = answerCount; i < ANSWERS; i++) {
      answers[i] = CellIndex.NONE;
    }
    write(choices, record);
    return true;
  }

  private void write(long choices, int record) {
    int at = leaves * CellIndex.LEAF_SIZE;
    if (lines.length < at + CellIndex.LEAF_SIZE) {
      lines = Arrays.copyOf(lines, lines.length * 2);
    }
    for (int i = 0; i < MOST_LINES; i++) {
      lines[at + i] = regions.packedLine(i);
    }
    lines[at + 4] = choices | (long) record << 32;
    lines[at + 5] = (answers[0] & 0xFFFFFFFFL) | (long) answers[1] << 32;
    lines[at + 6] = (answers[2] & 0xFFFFFFFFL) | (long) answers[3] << 32;
  }
}
