package org.tanggap.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Finds the pairs of areas that share ground. */
final class OverlapSearch {

  private final SoundShapes areas;
  private final double smallest;

  /**
   * Prepares a search.
   *
   * @param smallest the square metres that a pair must share more of to be noticed
   */
  OverlapSearch(SoundShapes areas, double smallest) {
    this.areas = areas;
    this.smallest = smallest;
  }

  void run(Findings findings) {
    for (int area = 0; area < areas.size(); area++) {
      for (int other : areas.tree().near(areas.shape(area).getEnvelopeInternal())) {
        if (other > area) {
          compare(area, other, findings);
        }
      }
    }
  }

  private void compare(int area, int other, Findings findings) {
    Geometry left = areas.shape(area);
    try {
      Geometry shared = OverlayNGRobust.overlay(left, areas.shape(other), OverlayNG.INTERSECTION);
      double size = Ground.area(shared);
      if (size > smallest) {
        Coordinate place = Ground.place(shared);
        findings.add(BoundaryNotice.Kind.OVERLAP, areas.code(area), areas.code(other), place, size);
      }
    } catch (RuntimeException e) { // JTS states no closed set of what it throws
      findings.add(
          BoundaryNotice.Kind.UNCHECKED,
          areas.code(area),
          areas.code(other),
          left.getCoordinate(),
          Double.NaN);
    }
  }
}
