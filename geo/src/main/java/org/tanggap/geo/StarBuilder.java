package org.tanggap.geo;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes the {@link StarCells} record of a cell, walking round the corner with the areas that hold
 * the place. Not thread-safe.
 */
final class StarBuilder {
  static final int NO_STAR = -1;

  private final Cell cell;
  private final Edges edges;
  private final Grid grid;
  private final AreaSets.Interner sets;
  private final boolean[] inside;
  private final OverlapList held = new OverlapList();
  private final OverlapList members = new OverlapList();
  private int corner;
  private double x;
  private double y;
  private int origin;

  /** The last argument is scratch, by area. */
  StarBuilder(Cell cell, Edges edges, Grid grid, AreaSets.Interner sets, boolean[] inside) {
    this.cell = cell;
    this.edges = edges;
    this.grid = grid;
    this.sets = sets;
    this.inside = inside;
  }

  /** Adds the record and returns where it stands, or {@link #NO_STAR}. */
  int add(IntList records) {
    if (!isCorner(cell.edges[0] * 2) && !isCorner(cell.edges[0] * 2 + 1)) {
      return NO_STAR;
    }
    origin = awayFromCell();
    List<List<Integer>> spokes = spokes();
    int here = startBetween(spokes);
    if (here < 0) {
      return NO_STAR;
    }
    int[] on = new int[spokes.size()];
    int[] before = new int[spokes.size() + 1];
    before[here] = set();
    for (int k = here; k < on.length; k++) {
      on[k] = setOn(spokes.get(k));
      toggle(spokes.get(k));
      before[k + 1] = set();
    }
    for (int k = on.length - 1; k >= here; k--) {
      toggle(spokes.get(k));
    }
    for (int k = here - 1; k >= 0; k--) {
      on[k] = setOn(spokes.get(k));
      toggle(spokes.get(k));
      before[k] = set();
    }
    int record = records.size();
    records.add(-on.length);
    records.add(corner);
    records.add(origin);
    records.add(setOfAll());
    records.add(before[0]);
    for (int k = 0; k < on.length; k++) {
      records.add(spokes.get(k).get(0));
      records.add(on[k]);
      records.add(before[k + 1]);
    }
    return record;
  }

  private boolean isCorner(int end) {
    corner = end;
    x = edges.ends[end * 2];
    y = edges.ends[end * 2 + 1];
    for (int i = 0; i < cell.edgeCount; i++) {
      int outer = StarCells.outerEnd(edges.ends, cell.edges[i], x, y);
      int inner = cell.edges[i] * 8 + 2 - outer;
      // Twice the padding: an edge listed for the cell then runs through all of it.
      if (edges.ends[inner] != x
          || edges.ends[inner + 1] != y
          || cell.mayHold(edges.ends[outer], edges.ends[outer + 1], 2 * Grid.PADDING, grid)) {
        return false;
      }
    }
    return true;
  }

  private int awayFromCell() {
    if (grid.column(x) < cell.column) {
      return StarCells.WEST;
    }
    if (grid.column(x) > cell.column + cell.size) {
      return StarCells.EAST;
    }
    return grid.row(y) < cell.row ? StarCells.SOUTH : StarCells.NORTH;
  }

  /** The edges by angle; those at the same angle make one spoke. */
  private List<List<Integer>> spokes() {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < cell.edgeCount; i++) {
      order.add(cell.edges[i]);
    }
    order.sort(
        (p, q) -> {
          int turn = turnTo(q, p);
          return turn != 0 ? turn : Integer.compare(p, q);
        });
    List<List<Integer>> spokes = new ArrayList<>();
    for (Integer edge : order) {
      if (spokes.isEmpty() || turnTo(spokes.get(spokes.size() - 1).get(0), edge) != 0) {
        spokes.add(new ArrayList<>());
      }
      spokes.get(spokes.size() - 1).add(edge);
    }
    return spokes;
  }

  private int turnTo(int from, int to) {
    int end = StarCells.outerEnd(edges.ends, to, x, y);
    return turnTo(from, edges.ends[end], edges.ends[end + 1]);
  }

  private int turnTo(int from, double lon, double lat) {
    int end = StarCells.outerEnd(edges.ends, from, x, y);
    return StarCells.turn(origin, x, y, edges.ends[end], edges.ends[end + 1], lon, lat);
  }

  /** Finds a place off all spokes, learns who holds it, and returns the first spoke after it. */
  private int startBetween(List<List<Integer>> spokes) {
    for (int attempt = 1; attempt < 64; attempt++) {
      double lon = cell.lon(attempt * 0.6180339887 % 1, grid);
      double lat = cell.lat(attempt * 0.7548776662 % 1, grid);
      int first = 0;
      boolean free = lon != x || lat != y;
      for (int k = 0; free && k < spokes.size(); k++) {
        int turn = turnTo(spokes.get(k).get(0), lon, lat);
        free = turn != 0;
        first += turn > 0 ? 1 : 0;
      }
      if (free) {
        cell.probe(edges, lon, lat, inside);
        for (int i = 0; i < cell.areas.count; i++) {
          if (inside[cell.areas.items[i]]) {
            held.add(cell.areas.items[i]);
          }
        }
        return first;
      }
    }
    return -1;
  }

  private void toggle(List<Integer> spoke) {
    for (int edge : spoke) {
      for (int o = edges.ownerStart[edge]; o < edges.ownerStart[edge + 1]; o++) {
        int area = edges.owners[o] >> 1;
        if ((edges.owners[o] & 1) != 0) {
          inside[area] ^= true;
          if (inside[area]) {
            held.add(area);
          } else {
            held.remove(area);
          }
        }
      }
    }
  }

  /** The set on the spoke: that beside it and all areas that have it as border. */
  private int setOn(List<Integer> spoke) {
    int beside = held.count;
    for (int edge : spoke) {
      for (int o = edges.ownerStart[edge]; o < edges.ownerStart[edge + 1]; o++) {
        int area = edges.owners[o] >> 1;
        if (!inside[area]) {
          inside[area] = true;
          held.add(area);
        }
      }
    }
    int set = set();
    while (held.count > beside) {
      inside[held.items[--held.count]] = false;
    }
    return set;
  }

  private int set() {
    members.copyFrom(cell.constant);
    for (int i = 0; i < held.count; i++) {
      members.add(held.items[i]);
    }
    members.sort();
    return sets.of(members.items, members.count);
  }

  private int setOfAll() {
    members.copyFrom(cell.constant);
    for (int i = 0; i < cell.areas.count; i++) {
      members.add(cell.areas.items[i]);
    }
    members.sort();
    return sets.of(members.items, members.count);
  }
}
