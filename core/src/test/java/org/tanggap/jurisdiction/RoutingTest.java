package org.tanggap.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanggap.jurisdiction.Routing.Candidate;
import org.tanggap.jurisdiction.Routing.Missing;
import org.tanggap.jurisdiction.Routing.Remark;
import org.tanggap.jurisdiction.Routing.Suspicion;

class RoutingTest {

  private static final String CHAIN = "Tebet Timur, Tebet, Kota Jakarta Selatan, DKI Jakarta";

  @Test
  void a_routed_place_is_explained_by_its_chain_and_its_nearest_border() {
    Routing routing = Jakarta.routed(Jakarta.TEBET_TIMUR);

    assertThat(routing.explain())
        .isEqualTo(
            "The place lies in " + CHAIN + ", 120 m from its nearest border (boundaries v1).");
    assertThat(routing.findJurisdiction()).contains(Jakarta.TEBET_TIMUR);
  }

  @Test
  void remarks_and_the_next_in_line_stand_in_the_explanation_in_a_fixed_order() {
    Routing routing =
        new Routing.Routed(
            Jakarta.TEBET_TIMUR,
            0.04,
            "v1",
            List.of(new Candidate(Jakarta.KAMPUNG_MELAYU, 0.3)),
            EnumSet.allOf(Remark.class));

    assertThat(routing.explain())
        .isEqualTo(
            "The place lies in "
                + CHAIN
                + ", 0.0 m from its nearest border; it lies on the border itself; the boundaries"
                + " overlap here; the boundaries leave a gap here; next in line is Kampung Melayu,"
                + " Jatinegara, Kota Jakarta Timur, DKI Jakarta (boundaries v1).");
  }

  @Test
  void an_area_as_evidence_has_no_border_to_tell_of() {
    Routing routing = new Routing.Routed(Jakarta.BANDUNG, Double.NaN, "v1", List.of(), Set.of());

    assertThat(routing.explain())
        .isEqualTo("The place lies in Kota Bandung, Jawa Barat (boundaries v1).");
  }

  @Test
  void an_ambiguous_place_names_the_candidates_with_their_chances() {
    Routing routing =
        new Routing.Ambiguous(
            List.of(
                new Candidate(Jakarta.TEBET_TIMUR, 0.514),
                new Candidate(Jakarta.TEBET_BARAT, 0.486)),
            "v1");

    assertThat(routing.explain())
        .isEqualTo(
            "The place is too near a border to tell between Tebet Timur (51 %) and"
                + " Tebet Barat (49 %) (boundaries v1).");
  }

  @Test
  void an_ambiguous_place_is_certain_of_what_all_candidates_share() {
    assertThat(Jakarta.between(Jakarta.TEBET_TIMUR, Jakarta.TEBET_BARAT).findJurisdiction())
        .hasValueSatisfying(shared -> assertThat(shared.smallest()).isEqualTo(Jakarta.TEBET));
    assertThat(
            Jakarta.between(Jakarta.TEBET_TIMUR, Jakarta.TEBET_BARAT, Jakarta.KAMPUNG_MELAYU)
                .findJurisdiction())
        .hasValueSatisfying(shared -> assertThat(shared.smallest()).isEqualTo(Jakarta.PROVINCE));
    assertThat(Jakarta.between(Jakarta.TEBET_TIMUR, Jakarta.BANDUNG).findJurisdiction()).isEmpty();
  }

  @Test
  void one_candidate_alone_is_not_ambiguous() {
    List<Candidate> one = List.of(new Candidate(Jakarta.BANDUNG, 1));

    assertThatIllegalArgumentException().isThrownBy(() -> new Routing.Ambiguous(one, "v1"));
  }

  @Test
  void an_outside_place_names_the_nearest_area_and_what_may_have_gone_wrong() {
    assertThat(new Routing.Outside(Jakarta.TEBET_TIMUR, 9_876, null, "v1").explain())
        .isEqualTo(
            "The place lies in no known area; the nearest is Tebet Timur, 9876 m away"
                + " (boundaries v1).");
    assertThat(
            new Routing.Outside(Jakarta.TEBET_TIMUR, 1_376_400, Suspicion.LOST_MINUS_SIGN, "v1")
                .explain())
        .isEqualTo(
            "The place lies in no known area; the nearest is Tebet Timur, 1376 km away; with a"
                + " minus sign before the latitude it would lie inside (boundaries v1).");
    assertThat(new Routing.Outside(null, Double.NaN, Suspicion.SWAPPED, "v1").explain())
        .isEqualTo(
            "The place lies in no known area; with latitude and longitude exchanged it would lie"
                + " inside (boundaries v1).");
  }

  @ParameterizedTest
  @CsvSource({
    "NO_PLACE, the report names no place",
    "ONLY_WORDS, the place is given in words only",
    "UNUSABLE_COORDINATES, the coordinates cannot be meant"
  })
  void a_missing_place_says_what_is_missing(Missing missing, String sentence) {
    Routing routing = new Routing.NeedsLocation(missing);

    assertThat(routing.explain()).isEqualTo("The place must be asked for: " + sentence + ".");
    assertThat(routing.findJurisdiction()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.0 m",
    "3.14159, 3.1 m",
    "10, 10 m",
    "9999.4, 9999 m",
    "9999.6, 10 km",
    "12345, 12 km"
  })
  void a_distance_is_no_more_precise_than_it_helps(double metres, String text) {
    assertThat(Metres.text(metres)).isEqualTo(text);
  }
}
