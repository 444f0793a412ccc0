package org.tanggap.channel.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.LocationEvidence.None;
import org.tanggap.jurisdiction.LocationEvidence.Point;
import org.tanggap.jurisdiction.LocationEvidence.Problem;
import org.tanggap.jurisdiction.LocationEvidence.Source;
import org.tanggap.jurisdiction.LocationEvidence.Unusable;
import org.tanggap.jurisdiction.Position;

/** What the GPS tags of a photo are taken for. */
class PhotoPlaceTest {

  private static final long[] SIX_SOUTH = {6, 1, 13, 1, 3468, 100};
  private static final long[] JAKARTA_EAST = {106, 1, 51, 1, 2988, 100};

  @Test
  void degrees_minutes_and_seconds_with_their_hemispheres_are_a_point() {
    CleanPhoto photo = photo(Exif.inTebet());
    Position position = photo.findPosition().orElseThrow();
    assertThat(position.latitude()).isCloseTo(-6.2263, within(1e-9));
    assertThat(position.longitude()).isCloseTo(106.8583, within(1e-9));
    assertThat(photo.place()).isEqualTo(new Point(position, Source.PHOTO_EXIF, null));
  }

  @Test
  void a_sensible_positioning_error_is_the_accuracy() {
    assertThat(photo(Exif.inTebet().gpsRationals(Exif.GPS_ERROR, 475, 100)).place())
        .isInstanceOfSatisfying(
            Point.class, point -> assertThat(point.accuracyMetres()).isEqualTo(4.75));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0, 0", "5, 0", "60000, 1", "4294967295, 1"})
  void an_absurd_positioning_error_is_left_out(long numerator, long denominator) {
    Exif exif = Exif.inTebet().gpsRationals(Exif.GPS_ERROR, numerator, denominator);
    assertThat(photo(exif).place())
        .isInstanceOfSatisfying(Point.class, point -> assertThat(point.accuracyMetres()).isNull());
  }

  @ParameterizedTest
  @ValueSource(ints = {Exif.LATITUDE_REF, Exif.LONGITUDE_REF, Exif.LATITUDE, Exif.LONGITUDE})
  void without_one_of_the_four_tags_there_is_no_place(int missing) {
    assertThat(photo(Exif.inTebet().without(missing)).place()).isInstanceOf(None.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "X", "0", "NS", "E"})
  void a_hemisphere_that_is_none_is_not_guessed(String ref) {
    assertThat(photo(Exif.inTebet().gpsText(Exif.LATITUDE_REF, ref)).place())
        .isInstanceOf(None.class);
  }

  @Test
  void hemispheres_may_be_written_small() {
    Exif exif = new Exif().gps("s", SIX_SOUTH, "e", JAKARTA_EAST);
    assertThat(photo(exif).findPosition()).isPresent();
  }

  @Test
  void north_instead_of_south_is_taken_as_it_is_written() {
    Exif exif = new Exif().gps("N", SIX_SOUTH, "E", JAKARTA_EAST);
    assertThat(photo(exif).findPosition().orElseThrow().latitude()).isCloseTo(6.2263, within(1e-9));
  }

  @Test
  void fractions_over_zero_are_what_a_camera_writes_that_does_not_know() {
    Exif exif = new Exif().gps("S", new long[6], "E", new long[6]);
    assertThat(photo(exif).place()).isEqualTo(new Unusable(Problem.ZERO_ZERO));
  }

  @Test
  void one_fraction_over_zero_spoils_the_place() {
    assertThat(photo(Exif.inTebet().gpsRationals(Exif.LATITUDE, 6, 1, 13, 1, 0, 0)).place())
        .isEqualTo(new Unusable(Problem.ZERO_ZERO));
  }

  @Test
  void zero_degrees_on_both_axes_are_no_place() {
    long[] zero = {0, 1, 0, 1, 0, 1};
    assertThat(photo(new Exif().gps("N", zero, "E", zero)).place())
        .isEqualTo(new Unusable(Problem.ZERO_ZERO));
  }

  @Test
  void latitude_95_is_no_place() {
    assertThat(place("S", new long[] {95, 1, 0, 1, 0, 1}, "E", new long[] {170, 1, 0, 1, 0, 1}))
        .isEqualTo(new Unusable(Problem.OUT_OF_RANGE));
  }

  @Test
  void exchanged_axes_are_named_and_not_turned_round() {
    assertThat(place("N", JAKARTA_EAST, "E", SIX_SOUTH))
        .isEqualTo(new Unusable(Problem.LOOKS_SWAPPED));
  }

  @Test
  void sixty_minutes_or_seconds_are_no_place() {
    assertThat(place("S", new long[] {6, 1, 60, 1, 0, 1}, "E", JAKARTA_EAST))
        .isEqualTo(new Unusable(Problem.OUT_OF_RANGE));
    assertThat(place("S", new long[] {6, 1, 13, 1, 60, 1}, "E", JAKARTA_EAST))
        .isEqualTo(new Unusable(Problem.OUT_OF_RANGE));
  }

  @Test
  void minutes_with_decimals_and_no_seconds_are_a_place() {
    assertThat(place("S", new long[] {6, 1, 13_578, 1000, 0, 1}, "E", JAKARTA_EAST))
        .isInstanceOfSatisfying(
            Point.class,
            point -> assertThat(point.position().latitude()).isCloseTo(-6.2263, within(1e-9)));
  }

  @Test
  void negative_degrees_are_no_place() {
    Exif exif = Exif.inTebet().gpsSignedRationals(Exif.LATITUDE, -6, 1, 13, 1, 30, 1);
    assertThat(photo(exif).place()).isEqualTo(new Unusable(Problem.OUT_OF_RANGE));
  }

  @Test
  void numbers_in_a_form_that_the_standard_does_not_have_are_no_place() {
    Exif exif = Exif.inTebet().gpsDoubles(Exif.LATITUDE, Double.NaN, 13, 30);
    assertThat(photo(exif).place()).isInstanceOf(None.class);
  }

  @Test
  void two_numbers_instead_of_three_are_no_place() {
    assertThat(photo(Exif.inTebet().gpsRationals(Exif.LATITUDE, 6, 1, 13, 1)).place())
        .isInstanceOf(None.class);
  }

  @Test
  void a_receiver_without_a_fix_gives_no_place() {
    assertThat(photo(Exif.inTebet().gpsText(Exif.GPS_STATUS, "V")).place())
        .isInstanceOf(None.class);
    assertThat(photo(Exif.inTebet().gpsText(Exif.GPS_STATUS, "A")).findPosition()).isPresent();
  }

  @Test
  void a_photo_without_tags_has_no_place_and_no_time() {
    CleanPhoto photo = Pictures.read(Pictures.jpeg());
    assertThat(photo.place()).isEqualTo(LocationEvidence.none());
    assertThat(photo.findPosition()).isEmpty();
    assertThat(photo.findTakenAt()).isEmpty();
  }

  @Test
  void the_place_is_read_from_png_and_webp_too() {
    byte[] block = Exif.inTebet().block();
    assertThat(Pictures.read(Pictures.withChunk(Pictures.png(), "eXIf", block)).findPosition())
        .isPresent();
    byte[] webp =
        Pictures.webp(
            Pictures.riff("VP8X", Pictures.vp8x(0x08, 40, 24)),
            Pictures.riff("VP8 ", Pictures.vp8(40, 24)),
            Pictures.riff("EXIF", block));
    assertThat(Pictures.read(webp).findPosition()).isPresent();
  }

  private static LocationEvidence place(
      String northRef, long[] north, String eastRef, long[] east) {
    return photo(new Exif().gps(northRef, north, eastRef, east)).place();
  }

  private static CleanPhoto photo(Exif exif) {
    return Pictures.read(Pictures.withExif(Pictures.jpeg(), exif));
  }
}
