package org.tanggap.geo;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanggap.geo.AttributeProfile.Codes;

/**
 * Checks whether shapes lie where they can be meant to lie.
 *
 * <p>Axes: a feature whose first numbers all lie between -12 and 8 and whose second numbers all lie
 * between 94 and 142 would be in Indonesia if they changed places, and is nowhere as it stands.
 * Minus sign: a province that lies wholly south of the equator has nothing north of it. Single
 * features of either kind are left out and noticed; if they are more than half, the file is
 * refused.
 */
final class Whereabouts {

  /** Kemendagri codes of the provinces without any land on or north of the equator. */
  private static final Set<String> SOUTHERN =
      Set.of(
          "15", "16", "17", "18", "19", "31", "32", "33", "34", "35", "36", "51", "52", "53", "63",
          "73", "74", "76", "81", "93", "94", "95");

  private final String file;
  private final NoticeLog notices;

  Whereabouts(String file, NoticeLog notices) {
    this.file = file;
    this.notices = notices;
  }

  /** Refuses a file of which no polygon, or only the smaller half, can be used. */
  void checkUsable(long read, long usable) {
    long swapped = notices.count(BoundaryNotice.Kind.AXES_SWAPPED);
    if (swapped > usable) {
      throw new BoundaryFileException(
          BoundaryFileException.Kind.AXES_SWAPPED,
          file,
          "latitude and longitude are exchanged in "
              + swapped
              + " of "
              + (swapped + usable)
              + " features. Write longitude first, as RFC 7946 asks; they were not turned round.");
    }
    if (usable == 0) {
      throw new BoundaryFileException(BoundaryFileException.Kind.NO_POLYGONS, file, reason(read));
    }
  }

  private String reason(long read) {
    String most =
        Arrays.stream(BoundaryNotice.Kind.values())
            .filter(kind -> kind.severity() == BoundaryNotice.Severity.ERROR)
            .filter(kind -> notices.count(kind) > 0)
            .max(Comparator.comparingLong(notices::count))
            .map(kind -> " (" + notices.count(kind) + " " + kind.sentence() + ")")
            .orElse("");
    return (read == 0 ? "no features" : "none of " + read + " features has a usable polygon" + most)
        + ". Give a file with a Polygon or MultiPolygon for each area.";
  }

  /** Whether a unit lies where its code can be; the notices tell if not. */
  boolean plausible(Unit unit, Codes scheme) {
    String province = AreaAssembler.province(unit, scheme);
    if (province == null) {
      return true;
    }
    Extent extent = Extent.of(unit.feature.outline());
    if (lostMinusSign(province, extent)) {
      notices.add(BoundaryNotice.Kind.MINUS_SIGN_LOST, unit.feature);
      return false;
    }
    if (!Extent.INDONESIA.holds(extent)) {
      notices.add(BoundaryNotice.Kind.OUTSIDE_INDONESIA, unit.feature);
    }
    return true;
  }

  private static boolean lostMinusSign(@Nullable String province, Extent extent) {
    Extent mirrored = Extent.of(extent.west(), -extent.north(), extent.east(), -extent.south());
    return province != null
        && SOUTHERN.contains(province)
        && extent.south() > 0
        && Extent.INDONESIA.holds(mirrored);
  }

  /** Refuses a file of which most areas lost the minus sign of their latitude. */
  void checkMinusSigns(long usable) {
    long lost = notices.count(BoundaryNotice.Kind.MINUS_SIGN_LOST);
    if (lost > usable) {
      throw new BoundaryFileException(
          BoundaryFileException.Kind.MINUS_SIGN_LOST,
          file,
          lost
              + " of "
              + (lost + usable)
              + " areas lie north of the equator, but their codes are of provinces south of it."
              + " Write the minus sign of the latitudes; it was not added.");
    }
  }
}
