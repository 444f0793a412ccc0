package org.tanggap.geo;

import java.util.Arrays;

/**
 * The nearest edges to a point, in metres: of one area, of any area, or of all within a distance.
 * Shares the edges with a {@link CellIndex} and adds boxes: over every {@value #FANOUT} edges of an
 * area, over every {@value #FANOUT} such boxes, and so on; then over the areas, sorted along a
 * curve.
 *
 * <p>Distances are those of {@link Metric} at the point asked for, to the outline, be the point
 * inside or outside. The date line is not crossed. A point off the earth, or no number, is at a
 * distance of NaN from everything. Immutable and thread-safe; a query allocates nothing. WGS84
 * degrees, metres.
 */
final class BorderIndex {
  static final int NONE = -1;

  static final int FANOUT = 8;

  private final double[] ends;
  private final int areaCount;

  /** The edges of area a are {@code areaEdges[areaStart[a]]} up to the next start. */
  private final int[] areaStart;

  private final int[] areaEdges;

  /** The boxes over the edges of area a start at {@code boxStart[a]}, the coarsest level last. */
  private final int[] boxStart;

  private final Boxes edgeBoxes;

  /** The areas in the order of the tree over them, its boxes, and the box each level starts at. */
  private final int[] order;

  private final Boxes areaBoxes;
  private final int[] levels;

  BorderIndex(CellIndex cells) {
    Edges edges = cells.edgeCells.edges;
    ends = edges.ends;
    areaCount = edges.areaCount;
    areaStart = new int[areaCount + 1];
    areaEdges = new int[edges.owners.length];
    listEdges(edges);
    boxStart = new int[areaCount + 1];
    for (int area = 0; area < areaCount; area++) {
      boxStart[area + 1] = boxStart[area] + boxesOver(areaStart[area + 1] - areaStart[area]);
    }
    edgeBoxes = new Boxes(boxStart[areaCount]);
    for (int area = 0; area < areaCount; area++) {
      boxArea(area);
    }
    order = curveOrder();
    levels = levelStarts(order.length);
    areaBoxes = new Boxes(levels[levels.length - 1]);
    boxAreas();
  }

  /** Metres from the point to the nearest edge of the area. */
  double distance(int area, double lon, double lat) {
    if (area < 0 || area >= areaCount) {
      throw new IndexOutOfBoundsException("area " + area + " of " + areaCount);
    }
    if (isNowhere(lon, lat)) {
      return Double.NaN;
    }
    double kx = Metric.perDegreeOfLongitude(lat);
    double ky = Metric.perDegreeOfLatitude(lat);
    return Math.sqrt(square(area, lon, lat, kx, ky, Double.POSITIVE_INFINITY));
  }

  /** Metres from the point to the nearest edge of any area; infinite if there is none. */
  double distance(double lon, double lat) {
    int area = nearest(lon, lat);
    if (area == NONE) {
      return isNowhere(lon, lat) ? Double.NaN : Double.POSITIVE_INFINITY;
    }
    return distance(area, lon, lat);
  }

  /** The area with the nearest edge, the lowest ordinal of several; -1 if there is none. */
  int nearest(double lon, double lat) {
    if (isNowhere(lon, lat) || order.length == 0) {
      return NONE;
    }
    double kx = Metric.perDegreeOfLongitude(lat);
    double ky = Metric.perDegreeOfLatitude(lat);
    int root = levels.length - 2;
    int area = descend(root, 0, lon, lat, kx, ky);
    double bound = square(area, lon, lat, kx, ky, Double.POSITIVE_INFINITY);
    return improve(root, 0, lon, lat, kx, ky, area, bound);
  }

  /**
   * Puts the areas with an edge within the distance into {@code out}, ascending by ordinal.
   *
   * @return how many there are, which may be more than fit; {@code out} then holds the first found
   */
  int within(double lon, double lat, double metres, int[] out) {
    if (isNowhere(lon, lat) || order.length == 0 || !(metres >= 0)) {
      return 0;
    }
    double kx = Metric.perDegreeOfLongitude(lat);
    double ky = Metric.perDegreeOfLatitude(lat);
    int found = collect(levels.length - 2, 0, lon, lat, kx, ky, metres * metres, out, 0);
    Arrays.sort(out, 0, Math.min(found, out.length));
    return found;
  }

  /** The ordinals of the areas of which an edge reaches into the box or touches it, ascending. */
  int[] reaching(double west, double south, double east, double north) {
    int[] areas = new int[areaCount];
    int found = 0;
    for (int area = 0; area < areaCount; area++) {
      int edges = areaStart[area + 1] - areaStart[area];
      if (edges > 0
          && edgeBoxes.meets(boxStart[area + 1] - 1, west, south, east, north)
          && anyEdgeReaches(area, west, south, east, north)) {
        areas[found++] = area;
      }
    }
    return Arrays.copyOf(areas, found);
  }

  private boolean anyEdgeReaches(int area, double west, double south, double east, double north) {
    for (int e = areaStart[area]; e < areaStart[area + 1]; e++) {
      if ((e - areaStart[area]) % FANOUT == 0
          && !edgeBoxes.meets(
              boxStart[area] + (e - areaStart[area]) / FANOUT, west, south, east, north)) {
        e += FANOUT - 1;
      } else if (edgeReaches(areaEdges[e] * 4, west, south, east, north)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the edge and the closed box share a point: by boxes first, then by sides. */
  private boolean edgeReaches(int at, double west, double south, double east, double north) {
    double ax = ends[at];
    double ay = ends[at + 1];
    double bx = ends[at + 2];
    double by = ends[at + 3];
    if (Math.max(ax, bx) < west
        || Math.min(ax, bx) > east
        || Math.max(ay, by) < south
        || Math.min(ay, by) > north) {
      return false;
    }
    int southWest = Orientation.of(ax, ay, bx, by, west, south);
    int southEast = Orientation.of(ax, ay, bx, by, east, south);
    int northWest = Orientation.of(ax, ay, bx, by, west, north);
    int northEast = Orientation.of(ax, ay, bx, by, east, north);
    int least = Math.min(Math.min(southWest, southEast), Math.min(northWest, northEast));
    int most = Math.max(Math.max(southWest, southEast), Math.max(northWest, northEast));
    return least <= 0 && most >= 0;
  }

  private static boolean isNowhere(double lon, double lat) {
    return !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90);
  }

  /** The squared distance to the area's outline, or something above the bound if that is lower. */
  private double square(int area, double lon, double lat, double kx, double ky, double bound) {
    int edges = areaStart[area + 1] - areaStart[area];
    if (edges == 0) {
      return Double.POSITIVE_INFINITY;
    }
    int level = 0;
    int base = boxStart[area];
    for (int n = (edges + FANOUT - 1) / FANOUT; n > 1; n = (n + FANOUT - 1) / FANOUT) {
      base += n;
      level++;
    }
    return squareBelow(area, level, base, 0, edges, lon, lat, kx, ky, bound);
  }

  /** The same below the i-th box of a level, whose boxes start at the base. */
  private double squareBelow(
      int area,
      int level,
      int base,
      int i,
      int edges,
      double lon,
      double lat,
      double kx,
      double ky,
      double bound) {
    if (level == 0) {
      int from = areaStart[area] + i * FANOUT;
      int to = Math.min(from + FANOUT, areaStart[area + 1]);
      double best = bound;
      for (int e = from; e < to; e++) {
        best = Math.min(best, edgeSquare(areaEdges[e] * 4, lon, lat, kx, ky));
      }
      return best;
    }
    int below = countAt(edges, level - 1);
    int childBase = base - below;
    int from = i * FANOUT;
    int to = Math.min(from + FANOUT, below);
    int first = from;
    double least = Double.POSITIVE_INFINITY;
    for (int child = from; child < to; child++) {
      double square = edgeBoxes.square(childBase + child, lon, lat, kx, ky);
      if (square < least) {
        least = square;
        first = child;
      }
    }
    if (least >= bound) {
      return bound;
    }
    double best = squareBelow(area, level - 1, childBase, first, edges, lon, lat, kx, ky, bound);
    for (int child = from; child < to; child++) {
      if (child != first && edgeBoxes.square(childBase + child, lon, lat, kx, ky) < best) {
        best = squareBelow(area, level - 1, childBase, child, edges, lon, lat, kx, ky, best);
      }
    }
    return best;
  }

  private double edgeSquare(int at, double lon, double lat, double kx, double ky) {
    double ax = (ends[at] - lon) * kx;
    double ay = (ends[at + 1] - lat) * ky;
    double dx = (ends[at + 2] - ends[at]) * kx;
    double dy = (ends[at + 3] - ends[at + 1]) * ky;
    double part = -(ax * dx + ay * dy);
    double length = dx * dx + dy * dy;
    if (part >= length) {
      double bx = (ends[at + 2] - lon) * kx;
      double by = (ends[at + 3] - lat) * ky;
      return bx * bx + by * by;
    }
    if (part <= 0) {
      return ax * ax + ay * ay;
    }
    double across = ax * dy - ay * dx;
    return across * across / length;
  }

  /** The area under the nearest box, level by level: a good first guess. */
  private int descend(int level, int i, double lon, double lat, double kx, double ky) {
    int box = i;
    for (int l = level; l >= 0; l--) {
      int from = box * FANOUT;
      int to = Math.min(from + FANOUT, childCount(l));
      box = likeliest(l, from, to, lon, lat, kx, ky);
    }
    return order[box];
  }

  /** Walks the tree of areas; the bound is the squared distance of the area known so far. */
  private int improve(
      int level, int i, double lon, double lat, double kx, double ky, int known, double bound) {
    int area = known;
    double best = bound;
    int from = i * FANOUT;
    int to = Math.min(from + FANOUT, childCount(level));
    int first = likeliest(level, from, to, lon, lat, kx, ky);
    for (int turn = from - 1; turn < to; turn++) {
      int child = turn < from ? first : turn;
      if (turn == first || childSquare(level, child, lon, lat, kx, ky) > best) {
        continue;
      }
      int other =
          level == 0 ? order[child] : improve(level - 1, child, lon, lat, kx, ky, area, best);
      if (other != area) {
        double square = square(other, lon, lat, kx, ky, Math.nextUp(best));
        if (square < best || (square == best && other < area)) {
          area = other;
          best = square;
        }
      }
    }
    return area;
  }

  /** The child whose box is nearest; of several that hold the point, the one it is most amidst. */
  private int likeliest(int level, int from, int to, double lon, double lat, double kx, double ky) {
    int likeliest = from;
    double least = Double.POSITIVE_INFINITY;
    for (int child = from; child < to; child++) {
      Boxes boxes = level == 0 ? edgeBoxes : areaBoxes;
      int box = level == 0 ? boxStart[order[child] + 1] - 1 : levels[level - 1] + child;
      double key =
          boxes.square(box, lon, lat, kx, ky) + boxes.middleSquare(box, lon, lat, kx, ky) / 1024;
      if (key < least) {
        least = key;
        likeliest = child;
      }
    }
    return likeliest;
  }

  private int collect(
      int level,
      int i,
      double lon,
      double lat,
      double kx,
      double ky,
      double bound,
      int[] out,
      int count) {
    int found = count;
    int to = Math.min((i + 1) * FANOUT, childCount(level));
    for (int child = i * FANOUT; child < to; child++) {
      if (childSquare(level, child, lon, lat, kx, ky) > bound) {
        continue;
      }
      if (level > 0) {
        found = collect(level - 1, child, lon, lat, kx, ky, bound, out, found);
      } else if (square(order[child], lon, lat, kx, ky, Math.nextUp(bound)) <= bound) {
        if (found < out.length) {
          out[found] = order[child];
        }
        found++;
      }
    }
    return found;
  }

  /** The children of the boxes of level 0 are the areas, those of level l the boxes of l - 1. */
  private int childCount(int level) {
    return level == 0 ? order.length : levels[level] - levels[level - 1];
  }

  private double childSquare(int level, int child, double lon, double lat, double kx, double ky) {
    return level == 0
        ? edgeBoxes.square(boxStart[order[child] + 1] - 1, lon, lat, kx, ky)
        : areaBoxes.square(levels[level - 1] + child, lon, lat, kx, ky);
  }

  /** How many boxes a level over so many edges has. */
  private static int countAt(int edges, int level) {
    int n = (edges + FANOUT - 1) / FANOUT;
    for (int l = 0; l < level; l++) {
      n = (n + FANOUT - 1) / FANOUT;
    }
    return n;
  }

  private static int boxesOver(int edges) {
    int boxes = 0;
    int n = edges;
    while (n > 1 || (n == 1 && boxes == 0)) {
      n = (n + FANOUT - 1) / FANOUT;
      boxes += n;
    }
    return boxes;
  }

  private void listEdges(Edges edges) {
    for (int owner : edges.owners) {
      areaStart[(owner >> 1) + 1]++;
    }
    for (int area = 0; area < areaCount; area++) {
      areaStart[area + 1] += areaStart[area];
    }
    int[] next = Arrays.copyOf(areaStart, areaCount);
    for (int edge = 0; edge < edges.count(); edge++) {
      for (int o = edges.ownerStart[edge]; o < edges.ownerStart[edge + 1]; o++) {
        areaEdges[next[edges.owners[o] >> 1]++] = edge;
      }
    }
  }

  private void boxArea(int area) {
    int edges = areaStart[area + 1] - areaStart[area];
    for (int i = 0; i < edges; i++) {
      edgeBoxes.include(boxStart[area] + i / FANOUT, ends, areaEdges[areaStart[area] + i] * 4);
    }
    int base = boxStart[area];
    int n = (edges + FANOUT - 1) / FANOUT;
    while (n > 1) {
      for (int i = 0; i < n; i++) {
        edgeBoxes.include(base + n + i / FANOUT, edgeBoxes, base + i);
      }
      base += n;
      n = (n + FANOUT - 1) / FANOUT;
    }
  }

  private void boxAreas() {
    for (int level = 0; level + 1 < levels.length; level++) {
      for (int i = 0; i < childCount(level); i++) {
        int box = levels[level] + i / FANOUT;
        if (level == 0) {
          areaBoxes.include(box, edgeBoxes, boxStart[order[i] + 1] - 1);
        } else {
          areaBoxes.include(box, areaBoxes, levels[level - 1] + i);
        }
      }
    }
  }

  private static int[] levelStarts(int leaves) {
    int[] starts = new int[2];
    int n = leaves;
    int level = 0;
    do {
      n = (n + FANOUT - 1) / FANOUT;
      starts = Arrays.copyOf(starts, level + 2);
      starts[level + 1] = starts[level] + n;
      level++;
    } while (n > 1);
    return starts;
  }

  /** The areas that have edges, sorted by the place of their boxes' middles on a Z-order curve. */
  private int[] curveOrder() {
    long[] keys = new long[areaCount];
    int n = 0;
    for (int area = 0; area < areaCount; area++) {
      if (boxStart[area + 1] > boxStart[area]) {
        int box = boxStart[area + 1] - 1;
        long x = (long) ((edgeBoxes.middle(box, 0) + 180) / 360 * 65535);
        long y = (long) ((edgeBoxes.middle(box, 1) + 90) / 180 * 65535);
        keys[n++] = (spread(x) | spread(y) << 1) << 31 | area;
      }
    }
    Arrays.sort(keys, 0, n);
    int[] sorted = new int[n];
    for (int i = 0; i < n; i++) {
      sorted[i] = (int) (keys[i] & Integer.MAX_VALUE);
    }
    return sorted;
  }

  /** Puts a zero between the lowest 16 binary digits. */
  private static long spread(long value) {
    long v = (value | value << 8) & 0x00FF00FFL;
    v = (v | v << 4) & 0x0F0F0F0FL;
    v = (v | v << 2) & 0x33333333L;
    return (v | v << 1) & 0x55555555L;
  }
}
