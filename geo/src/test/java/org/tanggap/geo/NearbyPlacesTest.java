package org.tanggap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tanggap.geo.NearbyPlaces.Nearby;
import org.tanggap.jurisdiction.Position;

class NearbyPlacesTest {

  private static final Position MONAS = Position.of(-6.175392, 106.827153);

  @Test
  void the_nearest_cameras_come_first_with_their_distances() {
    NearbyPlaces cameras =
        NearbyPlaces.of(
            List.of(
                place("far", -6.2263, 106.8583),
                place("gambir", -6.176655, 106.830584),
                place("istiqlal", -6.170166, 106.831375)));

    List<Nearby> found = cameras.nearest(MONAS, 2);

    assertThat(found)
        .extracting(nearby -> nearby.place().id())
        .containsExactly("gambir", "istiqlal");
    assertThat(found.get(0).metres()).isCloseTo(404.6, within(2.0));
  }

  @Test
  void the_answer_is_that_of_a_scan_over_all_places() {
    long seed = 11;
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<Place> places = new ArrayList<>();
      for (int i = random.nextInt(300); i > 0; i--) {
        // On a coarse grid, so that many are equally far or at the same place.
        places.add(
            place("p" + i, -6.3 + random.nextInt(20) * 0.01, 106.7 + random.nextInt(20) * 0.01));
      }
      Position from =
          Position.of(-6.3 + random.nextDouble() * 0.2, 106.7 + random.nextDouble() * 0.2);
      int count = random.nextInt(12);

      assertThat(NearbyPlaces.of(places).nearest(from, count))
          .as("seed %d, round %d", seed, round)
          .isEqualTo(scan(places, from, count));
    }
  }

  private static List<Nearby> scan(List<Place> places, Position from, int count) {
    double perLon = Metric.perDegreeOfLongitude(from.latitude());
    double perLat = Metric.perDegreeOfLatitude(from.latitude());
    return places.stream()
        .map(
            place ->
                new Nearby(
                    place,
                    Math.hypot(
                        (place.position().longitude() - from.longitude()) * perLon,
                        (place.position().latitude() - from.latitude()) * perLat)))
        .sorted(Comparator.comparingDouble(Nearby::metres).thenComparing(n -> n.place().id()))
        .limit(count)
        .toList();
  }

  @Test
  void an_empty_layer_has_nothing_near() {
    assertThat(NearbyPlaces.of(List.of()).nearest(MONAS, 3)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NearbyPlaces.of(List.of()).nearest(MONAS, -1));
  }

  private static Place place(String id, double latitude, double longitude) {
    return new Place(id, id, Position.of(latitude, longitude));
  }
}
