package org.tanggap.geo;

/**
 * Where routing draws its lines.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a value is out of range.
 *
 * @param assumedAccuracyMetres accuracy of a point that does not tell its own, in metres (radius
 *     that holds the true place in 68 of 100 cases); 0 takes such points as exact
 * @param certainty the share of the spread that must lie in one area for the answer to be routed
 *     rather than ambiguous, more than 0.5 and at most 1
 * @param gapToleranceMetres a point in no area, but between two that are both nearer than this,
 *     lies in a gap of the boundary file and is given to the nearer one
 */
public record RoutingSettings(
    double assumedAccuracyMetres, double certainty, double gapToleranceMetres) {

  public RoutingSettings {
    if (!(assumedAccuracyMetres >= 0 && assumedAccuracyMetres < 1e6)) {
      throw new IllegalArgumentException("assumedAccuracyMetres is not between 0 and 1,000,000");
    }
    if (!(certainty > 0.5 && certainty <= 1)) {
      throw new IllegalArgumentException("certainty is not between 0.5 and 1");
    }
    if (!(gapToleranceMetres >= 0 && gapToleranceMetres < 1e6)) {
      throw new IllegalArgumentException("gapToleranceMetres is not between 0 and 1,000,000");
    }
  }

  /**
   * The defaults: 10 m, what a telephone in a street canyon is good for; 0.8; 50 m, wider than the
   * slivers of the files in use and narrower than a lake.
   *
   * @return the defaults
   */
  public static RoutingSettings defaults() {
    return new RoutingSettings(10, 0.8, 50);
  }
}
