package org.tanggap.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.jurisdiction.Position;

/** Real reports of the Jakarta floods of February 2017; the data is not part of the library. */
class FloodDuplicatesTest {

  private static final NearDuplicates USUAL =
      NearDuplicates.builder().window(Complaints.FLOOD, Duration.ofHours(12)).build();

  private static final List<Complaint> REPORTS = new ArrayList<>();

  @BeforeAll
  static void read() throws IOException {
    Path file = Path.of(System.getProperty("tanggap.shared", "."), "data/flood-reports-2017.csv");
    assumeTrue(Files.exists(file), "the real feed flood-reports-2017.csv is not here");
    List<List<String>> rows = Csv.rows(Files.readString(file));
    for (List<String> row : rows.subList(1, rows.size())) {
      REPORTS.add(
          new Complaints(
                  REPORTS.size(),
                  row.get(5) + " " + row.get(6),
                  Complaints.point(
                      Position.of(Double.parseDouble(row.get(3)), Double.parseDouble(row.get(4))),
                      null),
                  Complaints.FLOOD,
                  LocalDateTime.parse(row.get(1)).toInstant(ZoneOffset.ofHours(7)))
              .made());
    }
  }

  private static Map<ComplaintId, List<DuplicateSuggestion>> all(List<Complaint> reports) {
    Map<ComplaintId, List<DuplicateSuggestion>> all = new TreeMap<>();
    for (Complaint report : reports) {
      all.put(report.id(), USUAL.suggest(report, reports));
    }
    return all;
  }

  @Test
  void the_suggestions_do_not_depend_on_the_order_of_the_reports() {
    List<Complaint> shuffled = new ArrayList<>(REPORTS);
    Collections.shuffle(shuffled, new Random(2017));

    Map<ComplaintId, List<DuplicateSuggestion>> found = all(REPORTS);

    assertThat(found).hasSize(602).isEqualTo(all(shuffled));
    assertThat(found.values().stream().mapToInt(List::size).sum()).isEqualTo(794);
  }

  @Test
  void every_suggestion_has_one_back_with_the_same_score_and_reasons() {
    Map<ComplaintId, List<DuplicateSuggestion>> found = all(REPORTS);

    found.forEach(
        (id, suggestions) ->
            suggestions.forEach(
                suggestion ->
                    assertThat(found.getOrDefault(suggestion.complaint(), List.of()))
                        .contains(
                            new DuplicateSuggestion(
                                id, suggestion.score(), suggestion.reasons()))));
  }

  @Test
  void the_search_area_misses_none_and_spares_most_of_the_comparisons() {
    long fetched = 0;
    for (Complaint report : REPORTS) {
      SearchArea area = USUAL.searchArea(report);
      List<Complaint> candidates = REPORTS.stream().filter(area::covers).toList();
      fetched += candidates.size();
      assertThat(USUAL.suggest(report, candidates)).isEqualTo(USUAL.suggest(report, REPORTS));
    }
    assertThat(fetched).isLessThan(602 * 602 / 20);
  }

  @Test
  void of_far_pairs_few_are_alike_and_next_to_none_could_pass_without_a_place() {
    List<Words> words = REPORTS.stream().map(report -> new Issue(report).words()).toList();
    int far = 0;
    int alike = 0;
    int muchAlike = 0;
    for (int i = 0; i < REPORTS.size(); i++) {
      Place place = Place.find(REPORTS.get(i).received().location()).orElseThrow();
      for (int j = 0; j < i; j++) {
        if (place.metresTo(Place.find(REPORTS.get(j).received().location()).orElseThrow())
            > 3_000) {
          far++;
          double likeness = words.get(i).likeness(words.get(j));
          alike += likeness >= 0.3 ? 1 : 0;
          muchAlike += likeness >= 0.5 && words.get(i).shared(words.get(j)) >= 4 ? 1 : 0;
        }
      }
    }
    assertThat(List.of(far, alike, muchAlike)).isEqualTo(List.of(167_647, 4_415, 4));
  }
}
