package org.tanggap.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tanggap.duplicate.Complaints.POTHOLE;
import static org.tanggap.duplicate.Complaints.ROAD;
import static org.tanggap.duplicate.Complaints.north;
import static org.tanggap.duplicate.Complaints.point;
import static org.tanggap.duplicate.Complaints.pothole;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.responsibility.Category;

class ReasonTest {

  private static final String CANARY = "Budi-0812-canary";

  @Test
  void every_reason_is_a_sentence() {
    assertThat(
            List.of(
                new Reason.SameCategory(ROAD),
                new Reason.RelatedCategory(POTHOLE, ROAD),
                new Reason.UnsortedCategory(),
                new Reason.Distance(4.25, 30, 0),
                new Reason.Distance(61, 30, 45),
                new Reason.PlaceUncertain(),
                new Reason.Likeness(0.583, 1),
                new Reason.Likeness(1, 7)))
        .extracting(Reason::explain)
        .containsExactly(
            "Both are about road.",
            "One is about road.pothole, the other about road.",
            "At least one is not sorted into a category yet.",
            "4.3 m apart; 30 m are allowed.",
            "61 m apart; 30 m are allowed, and the places are uncertain by 45 m together.",
            "A place is not known well enough for a distance; nothing rules the same place out.",
            "The words are alike by 58 %; 1 of them stands in both.",
            "The words are alike by 100 %; 7 of them stand in both.");
  }

  @ParameterizedTest
  @CsvSource({"PT0S, 0 minutes", "PT179M, 179 minutes", "PT3H, 3 hours", "P3D, 3 days"})
  void a_span_is_told_in_the_unit_that_suits_it(Duration apart, String words) {
    assertThat(new Reason.TimeApart(apart, Duration.ofDays(30)).explain())
        .isEqualTo("Opened " + words + " apart; 30 days are allowed.");
  }

  @Test
  void reasons_that_cannot_be_are_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Reason.Likeness(1.01, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Reason.Likeness(Double.NaN, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Reason.Likeness(0, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Reason.Distance(76, 30, 45));
    assertThatIllegalArgumentException().isThrownBy(() -> new Reason.Distance(-1, 30, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Reason.Distance(Double.NaN, 30, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Reason.RelatedCategory(ROAD, ROAD));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reason.RelatedCategory(ROAD, POTHOLE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reason.TimeApart(Duration.ofHours(2), Duration.ofHours(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reason.TimeApart(Duration.ofHours(-2), Duration.ofHours(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DuplicateSuggestion(pothole(1).id(), 0.5, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new DuplicateSuggestion(
                    pothole(1).id(), 1.1, List.of(new Reason.UnsortedCategory())));
  }

  @Test
  void nothing_shows_what_a_citizen_wrote() {
    String words = CANARY + " kebanjiran rawa buaya";
    Complaints said = pothole(1).saying(words);
    NearDuplicates nearDuplicates = NearDuplicates.builder().build();
    var area = nearDuplicates.searchArea(said.made());
    var found =
        nearDuplicates.suggest(
            said.made(),
            List.of(
                pothole(2).saying(words).made(),
                pothole(3).saying(words).about(Category.UNSORTED).made(),
                pothole(4).saying(words).at(point(north(300), 100.0)).made(),
                pothole(5).saying("").at(new LocationEvidence.Described(words)).made()));

    assertThat(found).hasSize(4);
    assertThat(found)
        .allSatisfy(
            suggestion ->
                assertThat(suggestion + suggestion.explain())
                    .doesNotContainIgnoringCase("canary")
                    .doesNotContainIgnoringCase("buaya"));
    assertThat(area.toString()).doesNotContainIgnoringCase("canary");
  }
}
