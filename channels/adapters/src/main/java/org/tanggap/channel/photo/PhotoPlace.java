package org.tanggap.channel.photo;

import com.drew.lang.Rational;
import com.drew.metadata.Directory;
import com.drew.metadata.exif.GpsDirectory;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.LocationEvidence.Problem;
import org.tanggap.jurisdiction.LocationEvidence.Source;

/**
 * The place in the GPS tags (Exif 2.32, 4.6.6). Nothing is guessed: without its hemisphere a number
 * is no place, and a fraction over zero means that the camera did not know.
 */
final class PhotoPlace {

  private static final double MAX_ERROR_METRES = 50_000;

  private PhotoPlace() {}

  static LocationEvidence in(Directory gps) {
    Rational[] north = gps.getRationalArray(GpsDirectory.TAG_LATITUDE);
    Rational[] east = gps.getRationalArray(GpsDirectory.TAG_LONGITUDE);
    int northSign = sign(gps.getString(GpsDirectory.TAG_LATITUDE_REF), "N", "S");
    int eastSign = sign(gps.getString(GpsDirectory.TAG_LONGITUDE_REF), "E", "W");
    boolean whole = isThree(north) && isThree(east) && northSign != 0 && eastSign != 0;
    if (!whole || "V".equals(letter(gps.getString(GpsDirectory.TAG_STATUS)))) {
      return LocationEvidence.none();
    }
    if (isUnknown(north) || isUnknown(east)) {
      return new LocationEvidence.Unusable(Problem.ZERO_ZERO);
    }
    double latitude = northSign * degrees(north);
    double longitude = eastSign * degrees(east);
    return Double.isNaN(latitude) || Double.isNaN(longitude)
        ? new LocationEvidence.Unusable(Problem.OUT_OF_RANGE)
        : LocationEvidence.coordinates(latitude, longitude, Source.PHOTO_EXIF, accuracy(gps));
  }

  private static int sign(@Nullable String written, String plus, String minus) {
    String letter = letter(written);
    return letter.equals(plus) ? 1 : letter.equals(minus) ? -1 : 0;
  }

  private static String letter(@Nullable String written) {
    return written == null ? "" : written.strip().toUpperCase(Locale.ROOT);
  }

  private static boolean isThree(Rational @Nullable [] parts) {
    return parts != null && parts.length == 3;
  }

  private static boolean isUnknown(Rational[] parts) {
    for (Rational part : parts) {
      if (part.getDenominator() == 0) {
        return true;
      }
    }
    return false;
  }

  /** Degrees, minutes and seconds as degrees; no number if minutes or seconds are out of range. */
  private static double degrees(Rational[] parts) {
    double minutes = quotient(parts[1]);
    double seconds = quotient(parts[2]);
    boolean sound = minutes >= 0 && minutes < 60 && seconds >= 0 && seconds < 60;
    double degrees = quotient(parts[0]);
    return sound && degrees >= 0 ? degrees + minutes / 60 + seconds / 3600 : Double.NaN;
  }

  /** The radius in metres (Exif 2.31, tag 0x1F), or null if it is missing or absurd. */
  private static @Nullable Double accuracy(Directory gps) {
    Rational error = gps.getRational(GpsDirectory.TAG_H_POSITIONING_ERROR);
    if (error == null || error.getDenominator() == 0) {
      return null;
    }
    double metres = quotient(error);
    return metres > 0 && metres <= MAX_ERROR_METRES ? metres : null;
  }

  static double quotient(Rational fraction) {
    return (double) fraction.getNumerator() / fraction.getDenominator();
  }
}
