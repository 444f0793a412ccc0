package org.tanggap.duplicate;

import java.util.List;
import org.tanggap.jurisdiction.LocationEvidence.Box;
import org.tanggap.jurisdiction.Position;

/** Boxes that hold every point within a distance of a place, poles and antimeridian included. */
final class Surroundings {

  static final Box EARTH = new Box(Position.of(-90, -180), Position.of(90, 180));

  /** Smaller than the radius in {@link Position#metresTo} by more than any rounding. */
  private static final double EARTH_RADIUS_METRES = 6_371_000;

  private Surroundings() {}

  static List<Box> of(Place place, double metres) {
    double angle = metres / EARTH_RADIUS_METRES;
    double south = place.southWest().latitude() - Math.toDegrees(angle);
    double north = place.northEast().latitude() + Math.toDegrees(angle);
    if (south <= -90 || north >= 90) {
      return List.of(box(Math.max(south, -90), -180, Math.min(north, 90), 180));
    }
    double poleward =
        Math.max(Math.abs(place.southWest().latitude()), Math.abs(place.northEast().latitude()));
    double sideways =
        Math.toDegrees(
            Math.asin(Math.min(1, Math.sin(angle) / Math.cos(Math.toRadians(poleward)))));
    return between(
        south,
        place.southWest().longitude() - sideways,
        north,
        place.northEast().longitude() + sideways);
  }

  private static List<Box> between(double south, double west, double north, double east) {
    if (east - west >= 360) {
      return List.of(box(south, -180, north, 180));
    } else if (west < -180) {
      return List.of(box(south, west + 360, north, 180), box(south, -180, north, east));
    } else if (east > 180) {
      return List.of(box(south, west, north, 180), box(south, -180, north, east - 360));
    }
    return List.of(box(south, west, north, east));
  }

  private static Box box(double south, double west, double north, double east) {
    return new Box(Position.of(south, west), Position.of(north, east));
  }
}
