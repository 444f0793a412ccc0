package org.tanggap.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Finds ground that no area has, with areas all round it: the holes in the union of all areas. What
 * opens to the outside is no gap.
 */
final class GapSearch {

  /** Under this, {@code 4 pi A / P^2} is that of a sliver; 1 is a circle. */
  static final double SLIVER_ROUNDNESS = 0.1;

  /** An area borders on a gap where it has an edge within this many metres of the gap's edge. */
  private static final double TOUCHING = 0.001;

  private static final int MOST_AT_AN_EDGE = 8;

  private final SoundShapes areas;
  private final double smallest;
  private final BorderIndex borders;
  private final int[] touching = new int[MOST_AT_AN_EDGE];

  /**
   * Prepares a search.
   *
   * @param outlines the shapes of the areas as the file has them
   * @param smallest the square metres that a gap must have more of to be noticed
   */
  GapSearch(SoundShapes areas, List<Outline> outlines, double smallest) {
    this.areas = areas;
    this.smallest = smallest;
    this.borders = new BorderIndex(CellIndex.build(outlines));
  }

  void run(Findings findings) {
    try {
      List<Polygon> lands = polygons(OverlayNGRobust.union(areas.shapes(), SoundShapes.FACTORY));
      ShapeTree tree = new ShapeTree(lands);
      for (int land = 0; land < lands.size(); land++) {
        for (int hole = 0; hole < lands.get(land).getNumInteriorRing(); hole++) {
          check(land, lands.get(land).getInteriorRingN(hole), lands, tree, findings);
        }
      }
    } catch (RuntimeException e) { // JTS states no closed set of what it throws
      findings.add(BoundaryNotice.Kind.UNCHECKED, null, null);
    }
  }

  private static List<Polygon> polygons(@Nullable Geometry union) {
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; union != null && i < union.getNumGeometries(); i++) {
      if (union.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        polygons.add(polygon);
      }
    }
    return polygons;
  }

  private void check(
      int land, LinearRing ring, List<Polygon> lands, ShapeTree tree, Findings findings) {
    Geometry gap = SoundShapes.FACTORY.createPolygon(ring);
    if (Ground.area(gap) <= smallest) {
      return;
    }
    for (int other : tree.near(ring.getEnvelopeInternal())) {
      Polygon island = lands.get(other);
      if (other != land && liesIn(island, ring)) {
        Polygon filled = SoundShapes.FACTORY.createPolygon(island.getExteriorRing());
        gap = SoundShapes.polygons(OverlayNGRobust.overlay(gap, filled, OverlayNG.DIFFERENCE));
      }
    }
    double size = Ground.area(gap);
    if (size > smallest) {
      double around = Ground.length(gap);
      boolean thin = 4 * Math.PI * size < SLIVER_ROUNDNESS * around * around;
      int[] neighbours = neighbours(ring);
      findings.add(
          thin ? BoundaryNotice.Kind.SLIVER : BoundaryNotice.Kind.GAP,
          neighbours[0] < 0 ? null : areas.code(neighbours[0]),
          neighbours[1] < 0 ? null : areas.code(neighbours[1]),
          Ground.place(gap),
          size);
    }
  }

  /** Whether a part of the union that is not the one around the hole lies in the hole. */
  private static boolean liesIn(Polygon island, LinearRing hole) {
    if (!hole.getEnvelopeInternal().contains(island.getEnvelopeInternal())) {
      return false;
    }
    Coordinate[] around = hole.getCoordinates();
    for (Coordinate vertex : island.getExteriorRing().getCoordinates()) {
      int location = PointLocation.locateInRing(vertex, around);
      if (location != Location.BOUNDARY) {
        return location == Location.INTERIOR;
      }
    }
    return false;
  }

  /** The two areas with the longest borders to a gap, the longer first; -1 for none. */
  private int[] neighbours(LinearRing ring) {
    Map<Integer, Double> lengths = new TreeMap<>();
    for (int i = 1; i < ring.getNumPoints(); i++) {
      Coordinate from = ring.getCoordinateN(i - 1);
      Coordinate to = ring.getCoordinateN(i);
      int found = borders.within((from.x + to.x) / 2, (from.y + to.y) / 2, TOUCHING, touching);
      double length = Ground.distance(from, to);
      for (int n = 0; n < Math.min(found, touching.length); n++) {
        lengths.merge(touching[n], length, Double::sum);
      }
    }
    int[] longest = {-1, -1};
    double[] most = {0, 0};
    for (Map.Entry<Integer, Double> entry : lengths.entrySet()) {
      if (longest[0] < 0 || entry.getValue() > most[0]) {
        longest[1] = longest[0];
        most[1] = most[0];
        longest[0] = entry.getKey();
        most[0] = entry.getValue();
      } else if (longest[1] < 0 || entry.getValue() > most[1]) {
        longest[1] = entry.getKey();
        most[1] = entry.getValue();
      }
    }
    return longest;
  }
}
