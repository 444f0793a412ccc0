package org.tanggap.geo;

import org.tanggap.jurisdiction.Position;

/**
 * The direction in which the distance to an area grows, as metres gained for each metre gone.
 *
 * @param east the part towards the east
 * @param north the part towards the north
 */
record Gradient(double east, double north) {

  /** Small beside any gap, large beside the rounding of coordinates. */
  private static final double STEP_METRES = 0.01;

  static Gradient of(BorderIndex borders, int area, Position place) {
    double lon = place.longitude();
    double lat = place.latitude();
    double stepLon = STEP_METRES / Metric.perDegreeOfLongitude(lat);
    double stepLat = STEP_METRES / Metric.perDegreeOfLatitude(lat);
    return new Gradient(
        borders.distance(area, lon + stepLon, lat) - borders.distance(area, lon - stepLon, lat),
        borders.distance(area, lon, lat + stepLat) - borders.distance(area, lon, lat - stepLat));
  }

  double dot(Gradient other) {
    return east * other.east + north * other.north;
  }
}
