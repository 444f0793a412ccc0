package org.tanggap.geo;

import org.tanggap.jurisdiction.Position;

/**
 * The spread of a point with an accuracy: a normal distribution, the same in all directions, of
 * which 68 of 100 parts lie within the accuracy. It is stood for by {@value #SAMPLES} places of
 * equal weight on a sunflower (Vogel 1979), always the same ones, so that the same point always
 * gives the same answer.
 */
final class Spread {

  static final int SAMPLES = 256;

  /** Of a normal distribution in two dimensions, 68 % lie within this many deviations. */
  private static final double DEVIATIONS_IN_68 = Math.sqrt(-2 * Math.log(1 - 0.68));

  /** Beyond so many deviations lies less than 1.2 % of the spread, on all sides together. */
  private static final double NEGLIGIBLE = 3;

  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

  private Spread() {}

  /** What is done with each place of the spread. */
  interface Visitor {
    void visit(double lon, double lat);
  }

  /** Whether so much of the spread lies beyond a border that it matters. */
  static boolean reaches(double accuracyMetres, double borderMetres) {
    return accuracyMetres > 0 && borderMetres < NEGLIGIBLE * accuracyMetres / DEVIATIONS_IN_68;
  }

  static void around(Position middle, double accuracyMetres, Visitor visitor) {
    double deviation = accuracyMetres / DEVIATIONS_IN_68;
    double perLon = Metric.perDegreeOfLongitude(middle.latitude());
    double perLat = Metric.perDegreeOfLatitude(middle.latitude());
    for (int i = 0; i < SAMPLES; i++) {
      double metres = deviation * Math.sqrt(-2 * Math.log(1 - (i + 0.5) / SAMPLES));
      double angle = i * GOLDEN_ANGLE;
      visitor.visit(
          middle.longitude() + metres * Math.cos(angle) / perLon,
          middle.latitude() + metres * Math.sin(angle) / perLat);
    }
  }
}
