package org.tanggap.geo;

/**
 * Metres per degree at a latitude on the WGS84 ellipsoid. A distance taken in this flat frame, laid
 * at the point asked for, is wrong by at most {@code 0.2 tan(latitude) d / R} of itself: 0.03 % for
 * 50 km at 11 degrees, less nearer to the point or the equator.
 */
final class Metric {
  private static final double EQUATORIAL_RADIUS = 6_378_137.0;
  private static final double FLATTENING = 1 / 298.257223563;
  private static final double SQUARED_ECCENTRICITY = FLATTENING * (2 - FLATTENING);

  private Metric() {}

  /** Along the parallel: the prime-vertical radius times the cosine. */
  static double perDegreeOfLongitude(double lat) {
    double sine = Math.sin(Math.toRadians(lat));
    double primeVertical = EQUATORIAL_RADIUS / Math.sqrt(1 - SQUARED_ECCENTRICITY * sine * sine);
    return Math.toRadians(primeVertical * Math.cos(Math.toRadians(lat)));
  }

  /** Along the meridian. */
  static double perDegreeOfLatitude(double lat) {
    double sine = Math.sin(Math.toRadians(lat));
    double w = 1 - SQUARED_ECCENTRICITY * sine * sine;
    return Math.toRadians(EQUATORIAL_RADIUS * (1 - SQUARED_ECCENTRICITY) / (w * Math.sqrt(w)));
  }
}
