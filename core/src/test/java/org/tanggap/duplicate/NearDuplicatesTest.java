package org.tanggap.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.tanggap.duplicate.Complaints.FLOOD;
import static org.tanggap.duplicate.Complaints.NOON;
import static org.tanggap.duplicate.Complaints.POTHOLE;
import static org.tanggap.duplicate.Complaints.ROAD;
import static org.tanggap.duplicate.Complaints.TEBET;
import static org.tanggap.duplicate.Complaints.north;
import static org.tanggap.duplicate.Complaints.point;
import static org.tanggap.duplicate.Complaints.pothole;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanggap.complaint.Complaint;
import org.tanggap.jurisdiction.Position;
import org.tanggap.responsibility.Category;

class NearDuplicatesTest {

  private static final NearDuplicates USUAL = NearDuplicates.builder().build();
  private static final NearDuplicates NARROW =
      NearDuplicates.builder()
          .within(POTHOLE, 30)
          .within(ROAD, 100)
          .window(FLOOD, Duration.ofHours(6))
          .build();

  private static List<DuplicateSuggestion> suggest(
      NearDuplicates by, Complaints one, Complaints other) {
    Complaint first = one.made();
    Complaint second = other.made();
    List<DuplicateSuggestion> there = by.suggest(first, List.of(second));
    List<DuplicateSuggestion> back = by.suggest(second, List.of(first));
    assertThat(back)
        .extracting(DuplicateSuggestion::score, DuplicateSuggestion::reasons)
        .isEqualTo(there.stream().map(s -> tuple(s.score(), s.reasons())).toList());
    if (!there.isEmpty()) {
      assertThat(by.searchArea(first).covers(second)).as("the store is asked for it").isTrue();
      assertThat(by.searchArea(second).covers(first)).as("the store is asked for it").isTrue();
    }
    return there;
  }

  @Test
  void a_near_complaint_of_the_same_category_is_suggested_with_all_reasons() {
    Complaints second =
        pothole(2)
            .saying("Lubang di jalan, berlubang dalam")
            .at(north(120))
            .opened(NOON.plus(Duration.ofDays(5)));

    List<DuplicateSuggestion> found = suggest(USUAL, pothole(1), second);

    assertThat(found).hasSize(1);
    assertThat(found.get(0).complaint()).isIn(pothole(1).id(), pothole(2).id());
    assertThat(found.get(0).explain())
        .isEqualTo(
            """
            Both are about road.pothole.
            120 m apart; 250 m are allowed.
            Opened 5 days apart; 30 days are allowed.
            The words are alike by 60 %; 1 of them stands in both.""");
    assertThat(found.get(0).score())
        .isCloseTo(0.4 * (1 - 120 / 250.0) + 0.4 * 9 / 15 + 0.2 * (1 - 5 / 30.0), within(1e-4));
  }

  @Test
  void a_complaint_is_never_its_own_duplicate() {
    Complaint complaint = pothole(1).made();

    assertThat(USUAL.suggest(complaint, List.of(complaint, pothole(1).saying("").made())))
        .isEmpty();
  }

  @Test
  void a_candidate_that_is_handed_in_twice_is_suggested_once() {
    Complaint twice = pothole(2).made();

    assertThat(USUAL.suggest(pothole(1).made(), List.of(twice, twice))).hasSize(1);
  }

  @Test
  void the_best_comes_first_and_equals_are_ordered_by_id_whatever_the_order_of_the_candidates() {
    List<Complaint> candidates = new ArrayList<>();
    for (int number = 2; number < 12; number++) {
      candidates.add(pothole(number).at(north(number % 3 * 40)).made());
    }
    List<DuplicateSuggestion> found = USUAL.suggest(pothole(1).made(), candidates);

    assertThat(found)
        .extracting(suggestion -> suggestion.complaint().value().getLeastSignificantBits())
        .containsExactly(3L, 6L, 9L, 4L, 7L, 10L, 2L, 5L, 8L, 11L);
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(candidates, new Random(seed));
      assertThat(USUAL.suggest(pothole(1).made(), candidates)).isEqualTo(found);
    }
  }

  @ParameterizedTest
  @CsvSource({"29.99, 1", "30.01, 0"})
  void the_narrowest_category_sets_the_distance(double metres, int found) {
    assertThat(suggest(NARROW, pothole(1), pothole(2).at(north(metres)))).hasSize(found);
    assertThat(suggest(NARROW, pothole(1), pothole(2).about(ROAD).at(north(metres))))
        .as("one is only sorted as road")
        .hasSize(found);
  }

  @ParameterizedTest
  @CsvSource({"road, 99.99, 1", "road, 100.01, 0", "roadside, 249.99, 1", "roadside, 250.01, 0"})
  void a_wider_category_has_its_own_distance_and_the_others_the_general_one(
      String category, double metres, int found) {
    Complaints one = pothole(1).about(Category.of(category));
    Complaints other = pothole(2).about(Category.of(category)).at(north(metres));

    assertThat(suggest(NARROW, one, other)).hasSize(found);
  }

  @Test
  void the_allowed_distance_itself_is_near() {
    Complaints other = pothole(2).at(north(200));
    double exactly = TEBET.metresTo(north(200));
    NearDuplicates just = NearDuplicates.builder().within(exactly).build();
    NearDuplicates notQuite = NearDuplicates.builder().within(Math.nextDown(exactly)).build();

    assertThat(suggest(just, pothole(1), other)).hasSize(1);
    assertThat(suggest(notQuite, pothole(1), other)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"road.light", "flood", "roadside"})
  void another_category_is_another_issue_siblings_included(String category) {
    assertThat(suggest(USUAL, pothole(1), pothole(2).about(Category.of(category)))).isEmpty();
  }

  @Test
  void a_category_within_the_other_is_related() {
    assertThat(suggest(USUAL, pothole(1), pothole(2).about(ROAD)).get(0).reasons())
        .startsWith(new Reason.RelatedCategory(POTHOLE, ROAD));
  }

  @Test
  void an_unsorted_complaint_goes_with_every_category_if_its_words_do() {
    Complaints unsorted = pothole(2).about(Category.UNSORTED);

    assertThat(suggest(USUAL, pothole(1), unsorted).get(0).reasons())
        .startsWith(new Reason.UnsortedCategory());
    assertThat(suggest(USUAL, pothole(1), unsorted.saying("Lampu mati"))).isEmpty();
    assertThat(suggest(USUAL, pothole(1).about(Category.UNSORTED), unsorted)).hasSize(1);
    assertThat(suggest(NARROW, pothole(1), unsorted.at(north(31))))
        .as("the sorted one sets the distance")
        .isEmpty();
  }

  @Test
  void the_end_of_the_window_belongs_to_it_before_and_after() {
    Complaints flood = pothole(1).about(FLOOD);
    Duration six = Duration.ofHours(6);

    for (Duration apart : List.of(six, six.negated())) {
      assertThat(suggest(NARROW, flood, pothole(2).about(FLOOD).opened(NOON.plus(apart))))
          .hasSize(1);
    }
    for (Duration apart : List.of(six.plusNanos(1), six.plusNanos(1).negated())) {
      assertThat(suggest(NARROW, flood, pothole(2).about(FLOOD).opened(NOON.plus(apart))))
          .isEmpty();
    }
  }

  @Test
  void near_complaints_need_no_words_at_all() {
    List<DuplicateSuggestion> found =
        suggest(USUAL, pothole(1).saying(""), pothole(2).saying("\uD83D\uDE21\uD83D\uDE21"));

    assertThat(found.get(0).reasons())
        .hasSize(3)
        .noneMatch(reason -> reason instanceof Reason.Likeness);
  }

  @Test
  void identical_text_far_away_is_not_suggested() {
    String text = "Banjir 40 cm di Griya Bintara Indah, mohon pompa segera dinyalakan";

    assertThat(suggest(USUAL, pothole(1).saying(text), pothole(2).saying(text).at(north(251))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"70, 20, 20, 1", "70.1, 20, 20, 0", "29, 20, 31, 1"})
  void accuracies_that_overlap_suffice_if_the_words_are_alike(
      double metres, double accuracy, double otherAccuracy, int found) {
    Complaints one = pothole(1).at(point(TEBET, accuracy));
    Complaints other = pothole(2).at(point(north(metres - 1e-3), otherAccuracy));

    assertThat(suggest(NARROW, one, other)).hasSize(found);
    assertThat(suggest(NARROW, one, other.saying("Aspal hancur"))).isEmpty();
  }

  @Test
  void an_accuracy_within_the_allowed_distance_asks_for_no_words() {
    Complaints one = pothole(1).at(point(TEBET, 30.0));
    Complaints other = pothole(2).at(point(north(29), 12.0)).saying("Aspal hancur");

    assertThat(suggest(NARROW, one, other).get(0).reasons())
        .contains(new Reason.Distance(TEBET.metresTo(north(29)), 30, 42));
  }

  @Test
  void places_on_both_sides_of_the_antimeridian_are_near() {
    Complaints west = pothole(1).at(Position.of(-16.8, 179.9995));
    Complaints east = pothole(2).at(Position.of(-16.8, -179.9995));

    assertThat(suggest(USUAL, west, east)).hasSize(1);
  }
}
