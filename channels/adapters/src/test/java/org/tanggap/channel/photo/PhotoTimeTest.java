package org.tanggap.channel.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of a photo's times is believed. */
class PhotoTimeTest {

  @Test
  void a_camera_time_with_its_offset_is_exact() {
    assertThat(takenAt(taken("2026:11:21 09:15:00").exifText(Exif.OFFSET, "+09:00")))
        .contains(Instant.parse("2026-11-21T00:15:00Z"));
  }

  @Test
  void a_camera_time_without_offset_is_in_the_zone_of_the_caller() {
    assertThat(takenAt(taken("2026:11:21 09:15:00")))
        .contains(Instant.parse("2026-11-21T02:15:00Z"));
  }

  @Test
  void the_satellites_time_is_utc_and_better_than_an_assumed_zone() {
    assertThat(takenAt(satellites(taken("2026:11:21 09:15:00"), "2026:11:21", 2, 14, 58)))
        .contains(Instant.parse("2026-11-21T02:14:58Z"));
  }

  @Test
  void the_camera_time_with_its_offset_is_better_than_the_last_fix() {
    Exif exif = taken("2026:11:21 09:15:00").exifText(Exif.OFFSET, "+07:00");
    assertThat(takenAt(satellites(exif, "2026:11:21", 2, 14, 58)))
        .contains(Instant.parse("2026-11-21T02:15:00Z"));
  }

  @Test
  void the_satellites_time_alone_is_enough() {
    assertThat(takenAt(satellites(new Exif(), "2026:11:21", 2, 14, 58)))
        .contains(Instant.parse("2026-11-21T02:14:58Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000:00:00 00:00:00", "    :  :     :  :  ", "", "2026:02:30 10:00:00",
        "2026:11:21 25:00:00", "2026-11-21 09:15:00", "2026:11:21", "kemarin",
        "1989:12:31 12:00:00", "1970:01:01 07:00:00", "2026:11:24 12:00:00", "9999:12:31 23:59:59"
      })
  void a_time_that_cannot_be_is_dropped(String written) {
    assertThat(takenAt(taken(written))).isEmpty();
  }

  @Test
  void a_clock_that_is_fast_by_less_than_a_day_is_believed() {
    assertThat(takenAt(taken("2026:11:23 11:00:00"))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "WIB", "+25:00", "+07:60"})
  void an_offset_that_is_none_leaves_the_time_to_the_zone(String offset) {
    assertThat(takenAt(taken("2026:11:21 09:15:00").exifText(Exif.OFFSET, offset)))
        .contains(Instant.parse("2026-11-21T02:15:00Z"));
  }

  @Test
  void a_satellite_time_that_cannot_be_is_passed_over() {
    assertThat(takenAt(satellites(new Exif(), "2026:11:21", 24, 0, 0))).isEmpty();
    assertThat(takenAt(satellites(new Exif(), "2026:11:21", 2, 60, 0))).isEmpty();
    assertThat(takenAt(satellites(new Exif(), "1980:01:06", 0, 0, 0))).isEmpty();
    assertThat(takenAt(satellites(new Exif(), "21/11/2026", 2, 14, 58))).isEmpty();
    assertThat(
            takenAt(
                new Exif()
                    .gpsText(Exif.GPS_DATE, "2026:11:21")
                    .gpsRationals(Exif.GPS_TIME, 0, 0, 0, 0, 0, 0)))
        .isEmpty();
  }

  private static Exif taken(String written) {
    return new Exif().exifText(Exif.TAKEN, written);
  }

  private static Exif satellites(Exif exif, String date, int hour, int minute, int second) {
    return exif.gpsText(Exif.GPS_DATE, date)
        .gpsRationals(Exif.GPS_TIME, hour, 1, minute, 1, second, 1);
  }

  private static Optional<Instant> takenAt(Exif exif) {
    return Pictures.read(Pictures.withExif(Pictures.jpeg(), exif)).findTakenAt();
  }
}
