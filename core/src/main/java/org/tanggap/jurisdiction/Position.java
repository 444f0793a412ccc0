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

  static boolean isLatitude(double degrees) {
    return degrees >= -90 && degrees <= 90;
  }

  static boolean isLongitude(double degrees) {
    return degrees >= -180 && degrees <= 180;
  }
}
