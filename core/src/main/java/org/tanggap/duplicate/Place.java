package org.tanggap.duplicate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Position;

/**
 * A place as far as distances go: the corners of a box, which for a point are the same, and a
 * spread in metres around it.
 *
 * @param exact a point that is known to {@value #LARGEST_SPREAD} m or better; anything else can
 *     only rule a duplicate out
 */
record Place(Position southWest, Position northEast, double spreadMetres, boolean exact) {

  /** What a shared street block or a weak satellite fix has; a mobile cell is worse. */
  static final double LARGEST_SPREAD = 1_000;

  static Optional<Place> find(LocationEvidence evidence) {
    if (evidence instanceof LocationEvidence.Point point) {
      double spread = orZero(point.accuracyMetres());
      return Optional.of(around(point.position(), spread, spread <= LARGEST_SPREAD));
    } else if (evidence instanceof LocationEvidence.Circle circle) {
      return Optional.of(around(circle.middle(), circle.radiusMetres(), false));
    } else if (evidence instanceof LocationEvidence.Box box) {
      return Optional.of(new Place(box.southWest(), box.northEast(), 0, false));
    }
    return Optional.empty();
  }

  private static Place around(Position middle, double spread, boolean exact) {
    return new Place(middle, middle, spread, exact);
  }

  private static double orZero(@Nullable Double accuracyMetres) {
    return accuracyMetres == null ? 0 : accuracyMetres;
  }

  /** From the nearest corner or edge to the other's, without the spreads; 0 where they overlap. */
  double metresTo(Place other) {
    double lower = Math.max(southWest.latitude(), other.southWest.latitude());
    double upper = Math.min(northEast.latitude(), other.northEast.latitude());
    double apart = degreesEastOrWest(other);
    if (lower > upper) {
      return Position.of(lower, 0).metresTo(Position.of(upper, apart));
    }
    double poleward = Math.abs(lower) > Math.abs(upper) ? lower : upper;
    return Position.of(poleward, 0).metresTo(Position.of(poleward, apart));
  }

  private double degreesEastOrWest(Place other) {
    double west = southWest.longitude();
    double east = northEast.longitude();
    double otherWest = other.southWest.longitude();
    double otherEast = other.northEast.longitude();
    double straight = Math.max(0, Math.max(otherWest - east, west - otherEast));
    double overTheDateLine = 360 - (Math.max(east, otherEast) - Math.min(west, otherWest));
    return Math.min(straight, overTheDateLine);
  }
}
