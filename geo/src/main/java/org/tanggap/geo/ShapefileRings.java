package org.tanggap.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the rings of a shapefile record into polygons: a ring that runs clockwise is a shell, one
 * that runs the other way is a hole of the smallest shell around it, and a shell of its own if
 * there is none.
 */
final class ShapefileRings {

  /** Comparisons of a point with an edge, a second or two of work; real records need far fewer. */
  private static final long MAX_WORK = 1_000_000_000L;

  private final String file;
  private long work;

  ShapefileRings(String file) {
    this.file = file;
  }

  /** A shell with its box, its size, and the holes found so far. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Shell(double[] ring, Extent extent, double size, List<double[]> polygon) {}

  List<List<double[]>> polygons(List<double[]> rings) {
    work = 0;
    List<Shell> shells = new ArrayList<>();
    List<double[]> holes = new ArrayList<>();
    for (double[] ring : rings) {
      double area = RingChecks.twiceSignedArea(ring);
      if (area > 0) {
        holes.add(ring);
      } else {
        shells.add(shell(ring, -area));
      }
    }
    List<Shell> bySize = new ArrayList<>(shells);
    bySize.sort(Comparator.comparingDouble(Shell::size));
    for (double[] hole : holes) {
      Shell around = around(hole, bySize);
      if (around == null) {
        shells.add(shell(hole, RingChecks.twiceSignedArea(hole)));
      } else {
        around.polygon().add(hole);
      }
    }
    return shells.stream().map(Shell::polygon).toList();
  }

  private static Shell shell(double[] ring, double size) {
    return new Shell(ring, extent(ring), size, new ArrayList<>(List.of(ring)));
  }

  private static Extent extent(double[] ring) {
    Extent extent = new Extent();
    for (int i = 0; i < ring.length; i += 2) {
      extent.include(ring[i], ring[i + 1]);
    }
    return extent;
  }

  private @Nullable Shell around(double[] hole, List<Shell> bySize) {
    Extent extent = extent(hole);
    spend(bySize.size());
    for (Shell shell : bySize) {
      if (shell.extent().holds(extent) && holds(shell.ring(), hole)) {
        return shell;
      }
    }
    return null;
  }

  /** Whether a ring holds another, by the first vertex of it that lies on no edge. */
  private boolean holds(double[] ring, double[] other) {
    for (int i = 0; i < other.length; i += 2) {
      spend(ring.length / 2);
      int side = side(ring, other[i], other[i + 1]);
      if (side != 0) {
        return side > 0;
      }
    }
    return true;
  }

  /** 1 inside, -1 outside, 0 on an edge. */
  private static int side(double[] ring, double x, double y) {
    boolean inside = false;
    for (int i = 0; i + 3 < ring.length; i += 2) {
      double x1 = ring[i];
      double y1 = ring[i + 1];
      double x2 = ring[i + 2];
      double y2 = ring[i + 3];
      double turn = (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1);
      boolean between =
          Math.min(x1, x2) <= x
              && x <= Math.max(x1, x2)
              && Math.min(y1, y2) <= y
              && y <= Math.max(y1, y2);
      if (turn == 0 && between) {
        return 0;
      }
      if (y1 > y != y2 > y && turn > 0 == y2 > y1) {
        inside = !inside;
      }
    }
    return inside ? 1 : -1;
  }

  private void spend(long comparisons) {
    work += comparisons;
    if (work > MAX_WORK) {
      throw new BoundaryFileException(
          BoundaryFileException.Kind.OVER_LIMIT,
          file,
          "one record has too many holes to tell to which shell they belong. Split it.");
    }
  }
}
