package org.tanggap.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {

  private static final double QUARTER = 6_371_008.8 * Math.PI / 2;

  /** Distances on the ellipsoid (WGS 84, inverse geodesic), which the sphere meets within 0.6 %. */
  @ParameterizedTest
  @CsvSource({
    // Monas and the roundabout of Hotel Indonesia
    "-6.175392, 106.827153, -6.194956, 106.823083, 2209.9",
    // Monas and Gedung Sate in Bandung
    "-6.175392, 106.827153, -6.902481, 107.618810, 118876.4",
    // Kilometre zero in Sabang and in Merauke, the ends of the country
    "5.906389, 95.216667, -8.493056, 140.401667, 5261990.8",
    // one thousandth of a degree to the north, to the east at the equator, to the east in Jakarta
    "0, 106.8, 0.001, 106.8, 110.574",
    "0, 106.8, 0, 106.801, 111.319",
    "-6.2, 106.8, -6.2, 106.801, 110.673",
  })
  void known_distances_are_met(
      double latitude, double longitude, double toLatitude, double toLongitude, double metres) {
    assertThat(Position.of(latitude, longitude).metresTo(Position.of(toLatitude, toLongitude)))
        .isCloseTo(metres, withinPercentage(0.6));
  }

  @Test
  void the_way_there_is_as_long_as_the_way_back_and_no_way_is_shorter_than_none() {
    Random random = new Random(20261121);
    for (int i = 0; i < 10_000; i++) {
      Position one = anywhere(random);
      Position other = anywhere(random);
      double metres = one.metresTo(other);

      assertThat(other.metresTo(one)).isCloseTo(metres, withinPercentage(1e-9));
      assertThat(metres).isBetween(0.0, 2 * QUARTER);
      assertThat(one.metresTo(one)).isZero();
    }
  }

  private static Position anywhere(Random random) {
    return Position.of(random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180);
  }

  @Test
  void across_the_antimeridian_the_short_way_counts() {
    assertThat(Position.of(0, 179.9995).metresTo(Position.of(0, -179.9995)))
        .isCloseTo(111.2, withinPercentage(0.1));
    assertThat(Position.of(-6, 180).metresTo(Position.of(-6, -180))).isLessThan(1e-6);
  }

  @Test
  void at_a_pole_every_longitude_is_the_same_place() {
    assertThat(Position.of(90, 0).metresTo(Position.of(90, 137))).isLessThan(1e-6);
    assertThat(Position.of(-90, -180).metresTo(Position.of(-90, 12))).isLessThan(1e-6);
    assertThat(Position.of(90, 12).metresTo(Position.of(0, 106.8)))
        .isCloseTo(QUARTER, withinPercentage(1e-9));
  }

  @Test
  void the_other_side_of_the_earth_is_half_the_way_round() {
    assertThat(Position.of(90, 0).metresTo(Position.of(-90, 0)))
        .isCloseTo(2 * QUARTER, withinPercentage(1e-9));
    assertThat(Position.of(-6.2, 106.8).metresTo(Position.of(6.2, -73.2)))
        .isCloseTo(2 * QUARTER, withinPercentage(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"90.0000001, 0", "-90.0000001, 0", "0, 180.0000001", "0, -180.0000001"})
  void beyond_the_earth_there_is_no_position(double latitude, double longitude) {
    assertThatIllegalArgumentException().isThrownBy(() -> Position.of(latitude, longitude));
    assertThatIllegalArgumentException().isThrownBy(() -> Position.of(Double.NaN, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Position.of(0, Double.NaN));
  }
}
