package org.tanggap.audience;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.Complaint;
import org.tanggap.jurisdiction.Area;
import org.tanggap.jurisdiction.AreaLevel;
import org.tanggap.jurisdiction.Jurisdiction;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Position;

/**
 * The place of an anonymous complaint as the public may know it: on a fixed grid of a thousandth of
 * a degree (111 m from north to south, in Jakarta 110 m from west to east), so that asking again
 * tells no more. Words are left out, and so are areas smaller than a kelurahan.
 */
final class CoarsePlace {

  /** Holds every place that falls on the same point of the grid, which is at most 79 m away. */
  static final double RADIUS_METRES = 100;

  private static final double STEPS_IN_A_DEGREE = 1_000;
  private static final double LARGEST_RADIUS_METRES = 1e7;

  private CoarsePlace() {}

  static LocationEvidence of(LocationEvidence exact) {
    if (exact instanceof LocationEvidence.Point point) {
      return around(point.position(), point.accuracyMetres());
    } else if (exact instanceof LocationEvidence.Circle circle) {
      return around(circle.middle(), circle.radiusMetres());
    } else if (exact instanceof LocationEvidence.Box box) {
      return new LocationEvidence.Box(
          Position.of(down(box.southWest().latitude()), down(box.southWest().longitude())),
          Position.of(-down(-box.northEast().latitude()), -down(-box.northEast().longitude())));
    }
    return exact instanceof LocationEvidence.Described ? LocationEvidence.none() : exact;
  }

  private static LocationEvidence around(Position position, @Nullable Double metres) {
    double known = metres == null ? 0 : metres;
    return new LocationEvidence.Circle(
        Position.of(nearest(position.latitude()), nearest(position.longitude())),
        Math.min(RADIUS_METRES + known, LARGEST_RADIUS_METRES));
  }

  static List<Area> areas(Complaint complaint) {
    return complaint.findJurisdiction().map(Jurisdiction::areas).orElse(List.of()).stream()
        .filter(area -> area.level().depth() <= AreaLevel.KELURAHAN.depth())
        .toList();
  }

  private static double nearest(double degrees) {
    return Math.round(degrees * STEPS_IN_A_DEGREE) / STEPS_IN_A_DEGREE;
  }

  private static double down(double degrees) {
    return Math.floor(degrees * STEPS_IN_A_DEGREE) / STEPS_IN_A_DEGREE;
  }
}
