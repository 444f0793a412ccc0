package org.tanggap.geo;

import java.util.Arrays;
import java.util.List;

/**
 * The distinct edges of all outlines, each with the areas that have it. An edge shared by
 * neighbours is stored once. Immutable. Degrees.
 *
 * <p>Edge {@code e} runs from {@code (ends[4e], ends[4e+1])} to {@code (ends[4e+2], ends[4e+3])},
 * never downwards, and from west to east if level. Its owners are {@code owners[ownerStart[e]]} to
 * {@code owners[ownerStart[e+1]-1]}, ascending, each {@code area << 1 | odd}; an area that runs
 * along an edge an even number of times has it as border, but its parity does not change there.
 */
final class Edges {
  final int areaCount;
  final double[] ends;
  final int[] ownerStart;
  final int[] owners;

  Edges(int areaCount, double[] ends, int[] ownerStart, int[] owners) {
    this.areaCount = areaCount;
    this.ends = ends;
    this.ownerStart = ownerStart;
    this.owners = owners;
  }

  static Edges of(List<Outline> outlines) {
    Collector collector = new Collector(countPairs(outlines));
    for (int area = 0; area < outlines.size(); area++) {
      for (double[][] polygon : outlines.get(area).polygons()) {
        for (double[] ring : polygon) {
          collector.add(area, ring);
        }
      }
    }
    return collector.edges(outlines.size());
  }

  int count() {
    return ownerStart.length - 1;
  }

  private static int countPairs(List<Outline> outlines) {
    long pairs = 0;
    for (Outline outline : outlines) {
      for (double[][] polygon : outline.polygons()) {
        for (double[] ring : polygon) {
          pairs += ring.length / 2;
        }
      }
    }
    if (pairs > 1 << 27) {
      throw new IllegalArgumentException("more than " + (1 << 27) + " vertices: " + pairs);
    }
    return (int) pairs;
  }

  /** Gathers edges in the order of areas and rings, so numbers do not depend on anything else. */
  private static final class Collector {
    private final int[] table;
    private final double[] ends;
    private final int[] lastOwnership;
    private final int[] ownershipEdge;
    private final int[] ownershipCode;
    private int edges;
    private int ownerships;

    Collector(int capacity) {
      table = new int[Math.max(2, Integer.highestOneBit(Math.max(1, capacity)) << 2)];
      ends = new double[capacity * 4];
      lastOwnership = new int[capacity];
      ownershipEdge = new int[capacity];
      ownershipCode = new int[capacity];
    }

    void add(int area, double[] ring) {
      check(area, ring);
      boolean extended = false;
      for (int i = 2; i < ring.length; i += 2) {
        if (ring[i - 2] != ring[i] || ring[i - 1] != ring[i + 1]) {
          own(area, edge(ring[i - 2], ring[i - 1], ring[i], ring[i + 1]));
          extended = true;
        }
      }
      if (!extended) {
        own(area, edge(ring[0], ring[1], ring[0], ring[1]));
      }
    }

    private static void check(int area, double[] ring) {
      int last = ring.length - 2;
      if (ring.length < 2 || ring.length % 2 != 0) {
        throw new IllegalArgumentException(
            "area " + area + ": a ring of " + ring.length + " numbers");
      }
      for (int i = 0; i < ring.length; i += 2) {
        if (!(Math.abs(ring[i]) <= 180 && Math.abs(ring[i + 1]) <= 90)) {
          throw new IllegalArgumentException(
              "area " + area + ": no place on earth: " + ring[i] + ", " + ring[i + 1]);
        }
      }
      if (ring[0] != ring[last] || ring[1] != ring[last + 1]) {
        throw new IllegalArgumentException("area " + area + ": a ring that is not closed");
      }
    }

    /** The number of the edge; adding 0.0 makes one zero of the two. */
    private int edge(double ax, double ay, double bx, double by) {
      return ay < by || (ay == by && ax <= bx)
          ? upwardEdge(ax + 0.0, ay + 0.0, bx + 0.0, by + 0.0)
          : upwardEdge(bx + 0.0, by + 0.0, ax + 0.0, ay + 0.0);
    }

    private int upwardEdge(double ax, double ay, double bx, double by) {
      int mask = table.length - 1;
      int slot = hash(ax, ay, bx, by) & mask;
      while (table[slot] != 0) {
        int at = (table[slot] - 1) * 4;
        if (ends[at] == ax && ends[at + 1] == ay && ends[at + 2] == bx && ends[at + 3] == by) {
          return table[slot] - 1;
        }
        slot = (slot + 1) & mask;
      }
      int at = edges * 4;
      ends[at] = ax;
      ends[at + 1] = ay;
      ends[at + 2] = bx;
      ends[at + 3] = by;
      lastOwnership[edges] = -1;
      table[slot] = ++edges;
      return edges - 1;
    }

    private static int hash(double ax, double ay, double bx, double by) {
      long h = Double.doubleToRawLongBits(ax) * 0x9E3779B97F4A7C15L;
      h = (Long.rotateLeft(h, 29) + Double.doubleToRawLongBits(ay)) * 0xBF58476D1CE4E5B9L;
      h = (Long.rotateLeft(h, 31) + Double.doubleToRawLongBits(bx)) * 0x94D049BB133111EBL;
      h = (Long.rotateLeft(h, 30) + Double.doubleToRawLongBits(by)) * 0x9E3779B97F4A7C15L;
      return (int) (h >>> 32);
    }

    private void own(int area, int edge) {
      int last = lastOwnership[edge];
      if (last >= 0 && ownershipCode[last] >> 1 == area) {
        ownershipCode[last] ^= 1;
        return;
      }
      lastOwnership[edge] = ownerships;
      ownershipEdge[ownerships] = edge;
      ownershipCode[ownerships++] = area << 1 | 1;
    }

    Edges edges(int areaCount) {
      int[] start = new int[edges + 1];
      for (int i = 0; i < ownerships; i++) {
        start[ownershipEdge[i] + 1]++;
      }
      for (int e = 0; e < edges; e++) {
        start[e + 1] += start[e];
      }
      int[] next = Arrays.copyOf(start, edges);
      int[] owners = new int[ownerships];
      for (int i = 0; i < ownerships; i++) {
        owners[next[ownershipEdge[i]]++] = ownershipCode[i];
      }
      return new Edges(areaCount, Arrays.copyOf(ends, edges * 4), start, owners);
    }
  }
}
