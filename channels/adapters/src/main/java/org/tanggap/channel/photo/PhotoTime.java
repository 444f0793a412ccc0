package org.tanggap.channel.photo;

import com.drew.lang.Rational;
import com.drew.metadata.Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a photo was taken: the camera's time with its offset; else the satellites' time, which is
 * UTC; else the camera's time in the zone that is assumed. A time that cannot be is passed over.
 */
final class PhotoTime {

  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Duration FAST_CLOCK = Duration.ofDays(1);
  private static final DateTimeFormatter DATE_TIME = form("uuuu:MM:dd HH:mm:ss");
  private static final DateTimeFormatter DATE = form("uuuu:MM:dd");

  private PhotoTime() {}

  static Optional<Instant> in(ExifTags tags, ZoneId zone, Instant now) {
    LocalDateTime camera =
        dateTime(tags.exif().getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL));
    ZoneOffset offset = offset(tags.exif().getString(ExifSubIFDDirectory.TAG_TIME_ZONE_ORIGINAL));
    return Stream.of(
            camera == null || offset == null ? null : camera.toInstant(offset),
            satelliteTime(tags.gps()),
            camera == null ? null : camera.atZone(zone).toInstant())
        .filter(Objects::nonNull)
        .filter(time -> !time.isBefore(EARLIEST) && !time.isAfter(now.plus(FAST_CLOCK)))
        .findFirst();
  }

  private static @Nullable LocalDateTime dateTime(@Nullable String written) {
    try {
      return written == null ? null : LocalDateTime.parse(written.strip(), DATE_TIME);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable ZoneOffset offset(@Nullable String written) {
    try {
      return written == null ? null : ZoneOffset.of(written.strip());
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Instant satelliteTime(Directory gps) {
    String date = gps.getString(GpsDirectory.TAG_DATE_STAMP);
    Rational[] time = gps.getRationalArray(GpsDirectory.TAG_TIME_STAMP);
    if (date == null || time == null || time.length != 3) {
      return null;
    }
    double hours = PhotoPlace.quotient(time[0]);
    double minutes = PhotoPlace.quotient(time[1]);
    double seconds = PhotoPlace.quotient(time[2]);
    boolean sound = isBelow(hours, 24) && isBelow(minutes, 60) && isBelow(seconds, 60);
    if (!sound || hours != Math.rint(hours) || minutes != Math.rint(minutes)) {
      return null;
    }
    try {
      return LocalDate.parse(date.strip(), DATE)
          .atTime((int) hours, (int) minutes, (int) seconds)
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean isBelow(double number, int end) {
    return number >= 0 && number < end;
  }

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
