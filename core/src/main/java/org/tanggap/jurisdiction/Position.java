package org.tanggap.jurisdiction;

/**
 * A place on the earth: WGS 84 latitude and longitude in degrees.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a coordinate is no number or out of
 * range.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record Position(double latitude, double longitude) {

  private static final double MEAN_RADIUS_METRES = 6_371_008.8;

  public Position {
    if (!isLatitude(latitude)) {
      throw new IllegalArgumentException("latitude is not between -90 and 90 degrees");
    }
    if (!isLongitude(longitude)) {
      throw new IllegalArgumentException("longitude is not between -180 and 180 degrees");
    }
  }

  /**
   * The position with the given coordinates.
   *
   * @param latitude degrees north, -90 to 90
   * @param longitude degrees east, -180 to 180
   * @return the position
   */
  public static Position of(double latitude, double longitude) {
    return new Position(latitude, longitude);
  }

  /**
   * The distance to another position along the ground: haversine on a sphere of radius 6,371,008.8
   * m, which is within 0.6 % of the ellipsoid.
   *
   * @param other another position
   * @return metres, at least 0
   */
  public double metresTo(Position other) {
    double north = Math.toRadians(other.latitude - latitude);
    double east = Math.toRadians(other.longitude - longitude);
    double half =
        square(Math.sin(north / 2))
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(other.latitude))
                * square(Math.sin(east / 2));
    return 2 * MEAN_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(half)));
  }

  private static double square(double number) {
    return number * number;
  }

  static boolean isLatitude(double degrees) {
    return degrees >= -90 && degrees <= 90;
  }

  static boolean isLongitude(double degrees) {
    return degrees >= -180 && degrees <= 180;
  }
}
