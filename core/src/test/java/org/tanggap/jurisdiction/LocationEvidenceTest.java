package org.tanggap.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanggap.jurisdiction.LocationEvidence.Problem;
import org.tanggap.jurisdiction.LocationEvidence.Source;

class LocationEvidenceTest {

  @Test
  void good_coordinates_are_a_point_with_their_source_and_accuracy() {
    assertThat(LocationEvidence.coordinates(-6.2263, 106.8583, Source.DEVICE_GPS, 12.5))
        .isEqualTo(
            new LocationEvidence.Point(Position.of(-6.2263, 106.8583), Source.DEVICE_GPS, 12.5));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, ZERO_ZERO",
    "-0.0, 0.0, ZERO_ZERO",
    "106.8583, -6.2263, LOOKS_SWAPPED",
    "90.0001, 90, LOOKS_SWAPPED",
    "106.8583, 106.8583, OUT_OF_RANGE",
    "-6.2, 180.0001, OUT_OF_RANGE",
    "181, -6.2, OUT_OF_RANGE",
    "NaN, 106.8, OUT_OF_RANGE",
    "-6.2, NaN, OUT_OF_RANGE",
    "106.8, NaN, OUT_OF_RANGE",
    "Infinity, 0, OUT_OF_RANGE"
  })
  void coordinates_that_cannot_be_meant_keep_the_reason_and_are_never_mended(
      double latitude, double longitude, Problem problem) {
    assertThat(LocationEvidence.coordinates(latitude, longitude, Source.UNKNOWN, null))
        .isEqualTo(new LocationEvidence.Unusable(problem));
  }

  @ParameterizedTest
  @CsvSource({"90, 180", "-90, -180", "0, 106.8", "-6.2, 0"})
  void the_edges_of_the_earth_and_one_single_zero_are_places(double latitude, double longitude) {
    assertThat(LocationEvidence.coordinates(latitude, longitude, Source.TYPED, null))
        .isEqualTo(
            new LocationEvidence.Point(Position.of(latitude, longitude), Source.TYPED, null));
  }

  @ParameterizedTest
  @CsvSource({"-1", "NaN", "Infinity", "1e7"})
  void an_accuracy_that_cannot_be_meant_is_taken_as_unknown(double accuracy) {
    assertThat(LocationEvidence.coordinates(-6.2, 106.8, Source.DEVICE_GPS, accuracy))
        .isEqualTo(new LocationEvidence.Point(Position.of(-6.2, 106.8), Source.DEVICE_GPS, null));
  }

  @Test
  void a_box_with_exchanged_corners_is_refused() {
    Position southWest = Position.of(-6.4, 106.6);
    Position northEast = Position.of(-6.1, 107.0);

    assertThat(new LocationEvidence.Box(southWest, northEast).northEast()).isEqualTo(northEast);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LocationEvidence.Box(northEast, southWest))
        .withMessageContaining("southWest");
  }
}
