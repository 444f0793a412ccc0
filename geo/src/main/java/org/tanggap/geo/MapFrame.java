package org.tanggap.geo;

import java.util.Arrays;
import java.util.List;

/**
 * Where places lie on a drawing: the part of the earth that is shown, and the scale. Metres east
 * and north are equally long in the middle. Immutable.
 */
final class MapFrame {

  /** The share of areas at each side that do not decide what is shown. */
  private static final double FAR = 0.03;

  /** How far beyond the box of most areas another one may reach and still be shown, of its size. */
  private static final double REACH = 0.3;

  private static final double MARGIN = 0.02;

  final double width;
  final double height;
  private final Extent shown;
  private final double perLongitude;
  private final double perLatitude;

  private MapFrame(Extent shown, double maxWidth, double maxHeight) {
    this.shown = shown;
    double middle = (shown.south() + shown.north()) / 2;
    double wide = Math.max(shown.width() * Metric.perDegreeOfLongitude(middle), 1);
    double high = Math.max((shown.north() - shown.south()) * Metric.perDegreeOfLatitude(middle), 1);
    double perMetre = Math.min(maxWidth / wide, maxHeight / high);
    this.perLongitude = perMetre * Metric.perDegreeOfLongitude(middle);
    this.perLatitude = perMetre * Metric.perDegreeOfLatitude(middle);
    this.width = perMetre * wide;
    this.height = perMetre * high;
  }

  /** A frame that shows most areas and all places given, on a sheet of some size. */
  static MapFrame around(
      List<Outline> outlines, List<BoundaryNotice> places, double maxWidth, double maxHeight) {
    Extent shown = new Extent();
    if (outlines.isEmpty()) {
      shown.include(0, 0);
    } else {
      shown.include(most(outlines));
    }
    places.forEach(notice -> shown.include(notice.longitude(), notice.latitude()));
    return new MapFrame(grown(shown, MARGIN), maxWidth, maxHeight);
  }

  /** The box of the areas, without the few that lie far from most others. */
  private static Extent most(List<Outline> outlines) {
    List<Extent> boxes = outlines.stream().map(Extent::of).toList();
    int far = (int) (FAR * boxes.size());
    Extent core =
        Extent.of(
            ranked(boxes.stream().mapToDouble(Extent::west).toArray(), far),
            ranked(boxes.stream().mapToDouble(Extent::south).toArray(), far),
            ranked(boxes.stream().mapToDouble(Extent::east).toArray(), boxes.size() - 1 - far),
            ranked(boxes.stream().mapToDouble(Extent::north).toArray(), boxes.size() - 1 - far));
    Extent reach = grown(core, REACH);
    boxes.stream().filter(reach::holds).forEach(core::include);
    return core;
  }

  private static Extent grown(Extent box, double share) {
    double eastWest = share * box.width();
    double northSouth = share * (box.north() - box.south());
    return Extent.of(
        box.west() - eastWest,
        Math.max(-90, box.south() - northSouth),
        box.east() + eastWest,
        Math.min(90, box.north() + northSouth));
  }

  private static double ranked(double[] values, int rank) {
    Arrays.sort(values);
    return values[rank];
  }

  double x(double longitude) {
    return (longitude - shown.west()) * perLongitude;
  }

  double y(double latitude) {
    return (shown.north() - latitude) * perLatitude;
  }

  /** How many metres of the ground a unit of the drawing has. */
  double metresPerUnit() {
    double middle = (shown.south() + shown.north()) / 2;
    return Metric.perDegreeOfLatitude(middle) / perLatitude;
  }

  boolean holds(Outline outline) {
    return shown.holds(Extent.of(outline));
  }

  boolean meets(Outline outline) {
    Extent box = Extent.of(outline);
    return box.west() <= shown.east()
        && box.east() >= shown.west()
        && box.south() <= shown.north()
        && box.north() >= shown.south();
  }
}
