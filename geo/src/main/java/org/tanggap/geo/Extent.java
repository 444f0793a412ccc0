package org.tanggap.geo;

/** A box of longitudes and latitudes in degrees that grows with what it is to hold. */
final class Extent {

  /** Indonesia with its seas, and some degrees to spare. */
  static final Extent INDONESIA = of(94, -12, 142, 8);

  private double west = Double.POSITIVE_INFINITY;
  private double south = Double.POSITIVE_INFINITY;
  private double east = Double.NEGATIVE_INFINITY;
  private double north = Double.NEGATIVE_INFINITY;

  static Extent of(double west, double south, double east, double north) {
    Extent extent = new Extent();
    extent.include(west, south);
    extent.include(east, north);
    return extent;
  }

  static Extent of(Outline outline) {
    Extent extent = new Extent();
    for (double[][] polygon : outline.polygons()) {
      for (int i = 0; i < polygon[0].length; i += 2) {
        extent.include(polygon[0][i], polygon[0][i + 1]);
      }
    }
    return extent;
  }

  void include(double lon, double lat) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }

  void include(Extent other) {
    if (!other.isEmpty()) {
      include(other.west, other.south);
      include(other.east, other.north);
    }
  }

  boolean isEmpty() {
    return west > east;
  }

  double width() {
    return isEmpty() ? 0 : east - west;
  }

  double west() {
    return west;
  }

  double south() {
    return south;
  }

  double east() {
    return east;
  }

  double north() {
    return north;
  }

  boolean isOnEarth() {
    return west >= -180 && east <= 180 && south >= -90 && north <= 90;
  }

  boolean holds(Extent other) {
    return other.west >= west && other.east <= east && other.south >= south && other.north <= north;
  }

  /** Whether the other would lie within if its longitudes and latitudes changed places. */
  boolean holdsExchanged(Extent other) {
    return other.south >= west && other.north <= east && other.west >= south && other.east <= north;
  }
}
