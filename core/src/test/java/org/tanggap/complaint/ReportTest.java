package org.tanggap.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Position;
import org.tanggap.responsibility.Category;

class ReportTest {

  private static final Instant SENT_AT = Instant.parse("2026-11-21T02:00:00Z");
  private static final Reporter BUDI = new Reporter("+62-812", "Budi");
  private static final Discretion ANONYMOUS = new Discretion(true, false);
  private static final LocationEvidence CELL =
      new LocationEvidence.Circle(Position.of(-6.2, 106.8), 1_500);

  @Test
  void a_report_begins_with_words_and_takes_on_the_rest() {
    Report report =
        Report.of("Jalan berlubang")
            .withPlace(CELL)
            .withCategory(Category.of("road"))
            .withPhotos(Examples.PROOF)
            .withSentAt(SENT_AT)
            .withReporter(BUDI)
            .withDiscretion(ANONYMOUS);

    assertThat(report)
        .isEqualTo(
            new Report(
                "Jalan berlubang",
                CELL,
                Category.of("road"),
                Examples.PROOF,
                SENT_AT,
                BUDI,
                ANONYMOUS));
    assertThat(report.withDiscretion(Discretion.NONE))
        .isEqualTo(
            new Report(
                "Jalan berlubang", CELL, Category.of("road"), Examples.PROOF, SENT_AT, BUDI));
  }

  @Test
  void coordinates_are_a_pin_and_impossible_ones_are_kept_as_unusable() {
    assertThat(Report.of("Banjir").withPlace(-6.2263, 106.8583).location())
        .isEqualTo(
            new LocationEvidence.Point(
                Position.of(-6.2263, 106.8583), LocationEvidence.Source.SHARED_PIN, null));
    assertThat(Report.of("Banjir").withPlace(0, 0).location())
        .isEqualTo(new LocationEvidence.Unusable(LocationEvidence.Problem.ZERO_ZERO));
    assertThat(Report.of("Banjir").location()).isEqualTo(LocationEvidence.none());
  }

  @Test
  void a_report_is_empty_without_words_and_without_photos() {
    assertThat(Report.of("").isEmpty()).isTrue();
    assertThat(Report.of(" \n").isEmpty()).isTrue();
    assertThat(Report.of("Banjir").isEmpty()).isFalse();
    assertThat(Report.of("").withPhotos(Examples.PROOF).isEmpty()).isFalse();
  }

  @Test
  void photos_cannot_be_changed_later() {
    List<Photo> photos = new ArrayList<>(Examples.PROOF);
    Report report = Report.of("").withPhotos(photos);
    photos.clear();

    assertThat(report.photos()).isEqualTo(Examples.PROOF);
  }

  @Test
  void nothing_that_was_written_and_nobody_who_wrote_it_is_shown() {
    assertThat(Report.of("Banjir").withPhotos(Examples.PROOF).withReporter(BUDI))
        .hasToString("Report[6 characters, 1 photos]");
    assertThat(BUDI).hasToString("Reporter");
    assertThat(Photo.of("https://example.org/a?key=rahasia")).hasToString("Photo");
    assertThat(new ReporterId(new UUID(1, 2))).hasToString("00000000-0000-0001-0000-000000000002");
    assertThat(Histories.received())
        .hasToString("Complaint[01939e4c-0000-7000-8000-000000000001, RECEIVED, version 1]");
  }

  @Test
  void half_a_character_in_a_name_becomes_one_that_can_be_stored() {
    assertThat(new Reporter("@a\uD83D", "Budi\uD83D"))
        .isEqualTo(new Reporter("@a\uFFFD", "Budi\uFFFD"));
    assertThat(new Reporter("@a", null).name()).isNull();
  }

  @Test
  void a_photo_has_a_reference_of_at_most_two_thousand_characters() {
    assertThat(Photo.of("x".repeat(2_000)).reference()).hasSize(2_000);
    assertThat(Photo.of("a\uD83D").reference()).isEqualTo("a\uFFFD");
    for (String none : List.of("", " ", "x".repeat(2_001))) {
      assertThatIllegalArgumentException().isThrownBy(() -> Photo.of(none));
    }
  }
}
