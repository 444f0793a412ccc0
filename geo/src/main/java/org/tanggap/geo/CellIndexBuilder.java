package org.tanggap.geo;

import java.util.Arrays;

/**
 * Builds a {@link CellIndex}: spreads the edges over a grid of square cells, walks each row from
 * west to east with the areas that hold the wall between two cells, and splits every cell that
 * lines alone cannot answer. Every parity is carried from point to point by exact tests, so the
 * geometry of the cells may round as long as their lists of edges are complete: edges are listed
 * where they come within {@link Grid#PADDING}. Not thread-safe.
 */
final class CellIndexBuilder {
  /**
   * Entries of edges in cells that refining one top cell may create, per edge in it, and at least.
   */
  private static final int BUDGET_PER_EDGE = 64;

  private static final int LEAST_BUDGET = 256;

  /** The same for all cells together. */
  private static final int BUDGET_PER_EDGE_FOR_ALL = 24;

  private static final int LEAST_BUDGET_FOR_ALL = 1 << 18;

  /** How many times its budget a cell may take for the sake of a right answer. */
  private static final int RUIN = 256;

  /** The same for all cells together, in entries. */
  private static final long RUIN_FOR_ALL = 1L << 26;

  private final Edges edges;
  private final Grid grid;
  private final AreaSets.Interner sets;
  private final LeafBuilder leaves;
  private final IntList cells = new IntList(1 << 12);
  private final Cell[] path;

  /** Scratch by area: the parity at the point last probed, and the last tally the area was in. */
  private final boolean[] parity;

  private final int[] tally;
  private int tallies;
  private long allBudget;
  private int budget;
  private long ruin;

  CellIndexBuilder(Edges edges) {
    this.edges = edges;
    grid = Grid.over(edges);
    allBudget = LEAST_BUDGET_FOR_ALL + (long) BUDGET_PER_EDGE_FOR_ALL * edges.count();
    sets = new AreaSets.Interner(edges.areaCount);
    leaves = new LeafBuilder(edges, grid, sets);
    parity = new boolean[edges.areaCount];
    tally = new int[edges.areaCount];
    path = new Cell[grid.maxDepth + 1];
    Arrays.setAll(path, depth -> new Cell());
  }

  CellIndex build() {
    cells.reserve(grid.blocks() * CellIndex.CHILDREN, CellIndex.NONE);
    EdgeLists lists = EdgeLists.over(edges, grid);
    for (int row = 0; row < grid.rows; row++) {
      buildRow(row, lists);
    }
    return new CellIndex(
        grid.west,
        grid.south,
        grid.scale(),
        grid.columns,
        grid.rows,
        cells.toArray(),
        leaves.lines(),
        new EdgeCells(edges, leaves.edgeRecords()),
        sets.sets());
  }

  private void buildRow(int row, EdgeLists lists) {
    OverlapList held = new OverlapList();
    Cell cell = path[0];
    double lat = grid.lat(row + 0.5);
    int answer = CellIndex.NONE;
    for (int column = 0; column < grid.columns; column++) {
      int at = row * grid.columns + column;
      int count = lists.count(at);
      if (count == 0) {
        cells.set(at, answer);
        continue;
      }
      cell.start(column, row, 0, grid);
      cell.edges = lists.copy(at, cell.edges);
      cell.edgeCount = count;
      tallyAreas(cell);
      enterFromWest(cell, held, lat);
      budget = LEAST_BUDGET + BUDGET_PER_EDGE * Math.min(count, 1 << 20);
      ruin = -(long) RUIN * budget;
      cell.probe(edges, grid.lon(column + 1), lat, parity);
      held.copyFrom(cell.constant);
      for (int i = 0; i < cell.areas.count; i++) {
        if (parity[cell.areas.items[i]]) {
          held.add(cell.areas.items[i]);
        }
      }
      held.sort();
      answer = sets.of(held.items, held.count);
      cells.set(at, entry(cell));
    }
  }

  private void enterFromWest(Cell cell, OverlapList held, double lat) {
    cell.constant.clear();
    for (int i = 0; i < cell.areas.count; i++) {
      parity[cell.areas.items[i]] = false;
    }
    for (int i = 0; i < held.count; i++) {
      int area = held.items[i];
      if (tally[area] == tallies) {
        parity[area] = true;
      } else {
        cell.constant.add(area);
      }
    }
    setBase(cell, grid.lon(cell.column), lat);
  }

  /** Lists the areas whose edges enter the cell. */
  private void tallyAreas(Cell cell) {
    tallies++;
    cell.areas.clear();
    for (int i = 0; i < cell.edgeCount; i++) {
      int edge = cell.edges[i];
      for (int o = edges.ownerStart[edge]; o < edges.ownerStart[edge + 1]; o++) {
        int area = edges.owners[o] >> 1;
        if (tally[area] != tallies) {
          tally[area] = tallies;
          cell.areas.add(area);
        }
      }
    }
  }

  /** Sets the base such that the cell's own rule gives the point the parity it is known to have. */
  private void setBase(Cell cell, double lon, double lat) {
    cell.toggle(edges, lon, lat, parity);
    int n = cell.areas.count;
    if (cell.base.length < n) {
      cell.base = new boolean[n * 2];
    }
    for (int i = 0; i < n; i++) {
      cell.base[i] = parity[cell.areas.items[i]];
    }
  }

  private int entry(Cell cell) {
    if (cell.edgeCount == 0) {
      return sets.of(cell.constant.items, cell.constant.count);
    }
    boolean poor = budget <= 0 || allBudget <= 0;
    boolean last = cell.depth == grid.maxDepth || budget < ruin || allBudget < -RUIN_FOR_ALL;
    int leaf = leaves.add(cell, poor, last);
    return leaf == LeafBuilder.TOO_MUCH ? split(cell) : leaf;
  }

  private int split(Cell cell) {
    int block = cells.size() / CellIndex.CHILDREN;
    cells.reserve(CellIndex.CHILDREN, CellIndex.NONE);
    int[] touched = cell.touched(cell.edgeCount);
    for (int i = 0; i < cell.edgeCount; i++) {
      touched[i] = cell.children(edges.ends, cell.edges[i] * 4, grid);
    }
    Cell child = path[cell.depth + 1];
    for (int c = 0; c < CellIndex.CHILDREN; c++) {
      cell.startChild(child, c, grid);
      child.edgeCount = 0;
      child.reserve(cell.edgeCount);
      for (int i = 0; i < cell.edgeCount; i++) {
        if ((touched[i] >> c & 1) != 0) {
          child.edges[child.edgeCount++] = cell.edges[i];
        }
      }
      budget -= child.edgeCount;
      allBudget -= child.edgeCount;
      passParity(cell, child);
      cells.set(block * CellIndex.CHILDREN + c, entry(child));
    }
    return CellIndex.REFINED | block;
  }

  /** Carries the parities of the cell's areas to the middle of a child. */
  private void passParity(Cell cell, Cell child) {
    double lon = child.lon(0.5, grid);
    double lat = child.lat(0.5, grid);
    cell.probe(edges, lon, lat, parity);
    tallyAreas(child);
    child.constant.copyFrom(cell.constant);
    for (int i = 0; i < cell.areas.count; i++) {
      int area = cell.areas.items[i];
      if (parity[area] && tally[area] != tallies) {
        child.constant.add(area);
      }
    }
    child.constant.sort();
    setBase(child, lon, lat);
  }
}
