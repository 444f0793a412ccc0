package org.tanggap.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.tanggap.duplicate.Complaints.FLOOD;
import static org.tanggap.duplicate.Complaints.NOON;
import static org.tanggap.duplicate.Complaints.POTHOLE;
import static org.tanggap.duplicate.Complaints.ROAD;
import static org.tanggap.duplicate.Complaints.point;
import static org.tanggap.duplicate.Complaints.pothole;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.LocationEvidence.Box;
import org.tanggap.jurisdiction.Position;
import org.tanggap.responsibility.Category;

class SearchAreaTest {

  private static final NearDuplicates NARROW =
      NearDuplicates.builder()
          .within(POTHOLE, 30)
          .within(Category.of("road.closed"), 2_000)
          .window(FLOOD, Duration.ofHours(6))
          .build();

  private static SearchArea around(double latitude, double longitude) {
    return NARROW.searchArea(pothole(1).at(Position.of(latitude, longitude)).made());
  }

  @Test
  void it_is_a_box_a_span_of_time_and_a_category() {
    SearchArea area = NARROW.searchArea(pothole(1).at(Position.of(0, 106.8)).made());
    double degrees = 1_030 / 111_195.0;

    assertThat(area.category()).isEqualTo(POTHOLE);
    assertThat(area.from()).isEqualTo(NOON.minus(Duration.ofDays(30)));
    assertThat(area.until()).isEqualTo(NOON.plus(Duration.ofDays(30)));
    assertThat(area.boxes()).hasSize(1);
    Box box = area.boxes().get(0);
    assertThat(box.northEast().latitude()).isCloseTo(degrees, within(1e-6));
    assertThat(box.southWest().longitude()).isCloseTo(106.8 - degrees, within(1e-6));
  }

  @Test
  void the_widest_limit_of_all_narrower_categories_counts() {
    Box box = NARROW.searchArea(pothole(1).about(ROAD).made()).boxes().get(0);

    assertThat(box.southWest().metresTo(Position.of(-6.2263, box.southWest().longitude())))
        .isCloseTo(3_000, within(1.0));
    assertThat(NARROW.searchArea(pothole(1).about(Category.UNSORTED).made()).boxes())
        .containsExactly(box);
  }

  @ParameterizedTest
  @CsvSource({"-16.8, 179.9999, 2", "-16.8, -180, 2", "89.9999, 10, 1", "-90, 0, 1", "0, 0, 1"})
  void poles_and_the_antimeridian_are_in_it(double latitude, double longitude, int boxes) {
    assertThat(around(latitude, longitude).boxes())
        .hasSize(boxes)
        .anySatisfy(
            box -> {
              assertThat(latitude)
                  .isBetween(box.southWest().latitude(), box.northEast().latitude());
              assertThat(longitude)
                  .isBetween(box.southWest().longitude(), box.northEast().longitude());
            });
  }

  @ParameterizedTest
  @CsvSource({"-6.2, 106.8", "-16.8, 180", "89.99, 0", "-90, 50", "60, -179.995", "89.9907, 7"})
  void every_point_within_the_distance_is_covered(double latitude, double longitude) {
    Position middle = Position.of(latitude, longitude);
    SearchArea area = around(latitude, longitude);
    Random random = new Random(7);
    int near = 0;
    for (int i = 0; i < 20_000; i++) {
      double north = Math.max(-90, Math.min(90, latitude + (random.nextDouble() - 0.5) * 0.02));
      double spread = Math.min(360, 0.02 / Math.cos(Math.toRadians(north)));
      double east = longitude + (random.nextDouble() - 0.5) * spread;
      Position there = Position.of(north, Math.IEEEremainder(east, 360));
      if (middle.metresTo(there) <= 1_030) {
        near++;
        assertThat(area.covers(pothole(2).at(there).made())).as("%s", there).isTrue();
      }
    }
    assertThat(near).isGreaterThan(1_000);
  }

  @Test
  void complaints_without_an_exact_place_always_belong_to_it() {
    SearchArea area = around(-6.2, 106.8);
    Position surabaya = Position.of(-7.25, 112.75);

    assertThat(area.covers(pothole(2).at(LocationEvidence.none()).made())).isTrue();
    assertThat(area.covers(pothole(2).at(point(surabaya, 1_001.0)).made())).isTrue();
    assertThat(area.covers(pothole(2).at(point(surabaya, 1_000.0)).made())).isFalse();
  }

  @Test
  void an_unknown_place_is_looked_for_everywhere() {
    assertThat(NARROW.searchArea(pothole(1).at(LocationEvidence.none()).made()).boxes())
        .containsExactly(new Box(Position.of(-90, -180), Position.of(90, 180)));
    assertThat(
            NARROW
                .searchArea(
                    pothole(1).at(new LocationEvidence.Circle(Position.of(-6, 107), 9e7)).made())
                .boxes())
        .containsExactly(new Box(Position.of(-90, -180), Position.of(90, 180)));
  }

  @ParameterizedTest
  @CsvSource({
    "road.pothole, true",
    "road, true",
    "road.pothole.deep, true",
    "unsorted, true",
    "road.light, false",
    "flood, false"
  })
  void related_categories_and_unsorted_ones_belong_to_it(String category, boolean covered) {
    SearchArea area = around(-6.2263, 106.8583);

    assertThat(area.covers(pothole(2).about(Category.of(category)).made())).isEqualTo(covered);
  }

  @Test
  void its_time_ends_where_time_ends() {
    Duration ages = Duration.ofSeconds(Long.MAX_VALUE);
    var patient = NearDuplicates.builder().window(ages).build();
    SearchArea area = patient.searchArea(pothole(1).made());

    assertThat(area.from()).isEqualTo(Instant.MIN);
    assertThat(area.until()).isEqualTo(Instant.MAX);
    assertThat(patient.suggest(pothole(1).made(), List.of(pothole(2).opened(Instant.MIN).made())))
        .hasSize(1);
  }

  @Test
  void it_has_a_box_and_an_order_of_time() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SearchArea(ROAD, List.of(), NOON, NOON));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new SearchArea(
                    ROAD, List.of(Surroundings.EARTH), NOON, NOON.minus(Duration.ofNanos(1))));
  }
}
