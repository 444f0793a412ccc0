package org.tanggap.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.duplicate.Complaints.FLOOD;
import static org.tanggap.duplicate.Complaints.TEBET;
import static org.tanggap.duplicate.Complaints.north;
import static org.tanggap.duplicate.Complaints.point;
import static org.tanggap.duplicate.Complaints.pothole;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.LocationEvidence.Box;
import org.tanggap.jurisdiction.LocationEvidence.Circle;
import org.tanggap.jurisdiction.Position;

class UncertainPlaceTest {

  private static final NearDuplicates USUAL = NearDuplicates.builder().build();
  private static final LocationEvidence SOUTH_JAKARTA =
      new Box(Position.of(-6.365, 106.738), Position.of(-6.207, 106.867));
  private static final String TEXT = "Komplek biliy moon blok ch2 pondok kelapa kebanjiran";
  private static final String LIKE = "Banjir di komplek biliy moon blok ch2, pondok kelapa!!";

  static List<LocationEvidence> places() {
    return List.of(
        LocationEvidence.none(),
        new LocationEvidence.Unusable(LocationEvidence.Problem.ZERO_ZERO),
        new LocationEvidence.Described(""),
        SOUTH_JAKARTA,
        new Circle(north(3_000), 3_000),
        point(north(3_000), 3_000.0),
        point(TEBET, Double.POSITIVE_INFINITY));
  }

  private static List<DuplicateSuggestion> suggest(Complaints one, Complaints other) {
    List<DuplicateSuggestion> found = USUAL.suggest(one.made(), List.of(other.made()));
    assertThat(USUAL.suggest(other.made(), List.of(one.made()))).hasSameSizeAs(found);
    if (!found.isEmpty()) {
      assertThat(USUAL.searchArea(one.made()).covers(other.made())).isTrue();
      assertThat(USUAL.searchArea(other.made()).covers(one.made())).isTrue();
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("places")
  void without_a_distance_only_much_alike_words_suffice(LocationEvidence place) {
    Complaints one = pothole(1).saying(TEXT);

    assertThat(suggest(one, pothole(2).saying(LIKE).at(place)).get(0).reasons())
        .contains(new Reason.PlaceUncertain());
    assertThat(suggest(one, pothole(2).saying("Komplek biliy moon macet").at(place))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("places")
  void the_same_few_words_are_no_place(LocationEvidence place) {
    String generic = "Banjir! #drainaseburuk #cuacaekstrim";
    Complaints one = pothole(1).about(FLOOD).saying(generic);

    assertThat(suggest(one, pothole(2).about(FLOOD).saying(generic).at(place))).isEmpty();
  }

  @Test
  void two_unknown_places_may_be_the_same() {
    Complaints one = pothole(1).saying(TEXT).at(LocationEvidence.none());

    assertThat(suggest(one, pothole(2).saying(LIKE).at(SOUTH_JAKARTA))).hasSize(1);
  }

  @Test
  void an_area_that_lies_elsewhere_rules_a_duplicate_out() {
    LocationEvidence bandung = new Box(Position.of(-6.97, 107.54), Position.of(-6.84, 107.74));
    Complaints one = pothole(1).saying(TEXT);

    assertThat(suggest(one, pothole(2).saying(TEXT).at(bandung))).isEmpty();
    assertThat(suggest(one.at(SOUTH_JAKARTA), pothole(2).saying(TEXT).at(bandung))).isEmpty();
    assertThat(suggest(one, pothole(2).saying(TEXT).at(new Circle(north(3_300), 3_000))))
        .as("3,000 m and 250 m do not reach")
        .isEmpty();
  }

  @Test
  void a_place_in_words_counts_as_words() {
    Complaints one = pothole(1).saying(TEXT).at(LocationEvidence.none());
    LocationEvidence described =
        new LocationEvidence.Described("komplek Biliy Moon blok CH2, Pondok Kelapa");

    assertThat(suggest(one, pothole(2).saying("kebanjiran").at(described))).hasSize(1);
    assertThat(suggest(one, pothole(2).saying("kebanjiran").at(LocationEvidence.none()))).isEmpty();
  }
}
