package org.tanggap.geo;

import org.locationtech.jts.algorithm.InteriorPointArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;

/**
 * The size on the WGS84 ellipsoid of figures drawn in degrees. Edges are straight in longitude and
 * latitude, as in RFC 7946, so figures are compared in degrees and only what is found is measured,
 * with the scale of {@link Metric} at its own place. An area that is up to 2 degrees high is right
 * within 0.01 %, a length likewise for each of its edges.
 */
final class Ground {

  private Ground() {}

  /** The square metres of all polygons in a geometry. */
  static double area(Geometry figure) {
    double sum = 0;
    for (int i = 0; i < figure.getNumGeometries(); i++) {
      if (figure.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        sum += polygon.getArea() * perSquareDegree(polygon.getCentroid().getY());
      }
    }
    return sum;
  }

  /** How many square metres a square degree has at a latitude. */
  static double perSquareDegree(double latitude) {
    return Metric.perDegreeOfLongitude(latitude) * Metric.perDegreeOfLatitude(latitude);
  }

  /** The metres of all edges of a geometry. */
  static double length(Geometry figure) {
    double sum = 0;
    Geometry lines = figure instanceof Polygonal ? figure.getBoundary() : figure;
    for (int i = 0; i < lines.getNumGeometries(); i++) {
      if (lines.getGeometryN(i) instanceof LineString line) {
        for (int j = 1; j < line.getNumPoints(); j++) {
          sum += distance(line.getCoordinateN(j - 1), line.getCoordinateN(j));
        }
      }
    }
    return sum;
  }

  /** The metres between two near points. */
  static double distance(Coordinate a, Coordinate b) {
    double middle = (a.y + b.y) / 2;
    return Math.hypot(
        (b.x - a.x) * Metric.perDegreeOfLongitude(middle),
        (b.y - a.y) * Metric.perDegreeOfLatitude(middle));
  }

  /** A point within the largest polygon of a geometry that has one. */
  static Coordinate place(Geometry figure) {
    Geometry largest = figure;
    double most = -1;
    for (int i = 0; i < figure.getNumGeometries(); i++) {
      if (figure.getGeometryN(i) instanceof Polygon polygon && polygon.getArea() > most) {
        largest = polygon;
        most = polygon.getArea();
      }
    }
    Coordinate within = InteriorPointArea.getInteriorPoint(largest);
    return within == null ? largest.getCoordinate() : within;
  }
}
