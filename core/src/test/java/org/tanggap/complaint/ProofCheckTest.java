package org.tanggap.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tanggap.complaint.ProofCheck.Finding;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Position;

/** The photo of a repair against the complaint that it is to prove. */
class ProofCheckTest {

  private static final Position PLACE = Position.of(-6.2263, 106.8583);
  private static final Position NEAR = Position.of(-6.2263, 106.8588);
  private static final double APART = NEAR.metresTo(PLACE);
  private static final Instant SENT_AT = Histories.RECEIVED_AT.minusSeconds(3_600);
  private static final Instant DONE_AT = Histories.RECEIVED_AT.plusSeconds(600);

  @Test
  void a_photo_may_be_as_far_away_as_the_host_says_to_the_metre() {
    assertThat(APART).isEqualTo(55.3, within(0.1));
    assertThat(place(point(null), NEAR, APART)).isEqualTo(Finding.FITS);
    assertThat(place(point(null), NEAR, Math.nextDown(APART))).isEqualTo(Finding.DIFFERS);
    assertThat(place(point(null), PLACE, 0)).isEqualTo(Finding.FITS);
  }

  @Test
  void the_accuracy_of_the_complaints_place_is_granted_on_top() {
    assertThat(place(point(30.0), NEAR, APART - 30)).isEqualTo(Finding.FITS);
    assertThat(place(point(30.0), NEAR, Math.nextDown(APART - 30) - 1e-9))
        .isEqualTo(Finding.DIFFERS);
    assertThat(place(point(0.0), NEAR, APART - 30)).isEqualTo(Finding.DIFFERS);
  }

  @Test
  void the_distance_is_told_whether_it_fits_or_not() {
    assertThat(check(point(null), new Photo("a", null, NEAR), 10).metres().orElseThrow())
        .isEqualTo(APART);
    assertThat(check(point(null), new Photo("a", null, NEAR), 100).metres().orElseThrow())
        .isEqualTo(APART);
  }

  static List<LocationEvidence> everythingButAPoint() {
    return List.of(
        LocationEvidence.none(),
        new LocationEvidence.Described("depan pasar"),
        new LocationEvidence.Unusable(LocationEvidence.Problem.ZERO_ZERO),
        new LocationEvidence.Circle(PLACE, 1_500),
        new LocationEvidence.Box(PLACE, PLACE));
  }

  @ParameterizedTest
  @MethodSource("everythingButAPoint")
  void a_place_that_is_no_point_is_compared_with_nothing(LocationEvidence evidence) {
    ProofCheck check = check(evidence, new Photo("a", null, PLACE), 100);

    assertThat(check.place()).isEqualTo(Finding.UNKNOWN);
    assertThat(check.metres()).isEmpty();
  }

  @Test
  void a_photo_that_says_neither_where_nor_when_is_neither_right_nor_wrong() {
    assertThat(check(point(5.0), Photo.of("a"), 100))
        .extracting(ProofCheck::place, ProofCheck::time)
        .containsExactly(Finding.UNKNOWN, Finding.UNKNOWN);
    assertThat(check(point(5.0), Photo.of("a"), 100).metres()).isEmpty();
  }

  @Test
  void a_photo_fits_from_the_opening_of_the_complaint_to_the_declaration_that_it_is_done() {
    assertThat(time(SENT_AT.minusNanos(1))).isEqualTo(Finding.DIFFERS);
    assertThat(time(SENT_AT)).isEqualTo(Finding.FITS);
    assertThat(time(DONE_AT)).isEqualTo(Finding.FITS);
    assertThat(time(DONE_AT.plusNanos(1))).isEqualTo(Finding.DIFFERS);
  }

  @Test
  void each_photo_of_the_last_resolution_is_checked() {
    Photo first = new Photo("first", DONE_AT, NEAR);
    Photo second = Photo.of("second");
    Complaint once = resolved(point(null), List.of(Photo.of("old")), DONE_AT);
    Complaint again =
        once.after(
            new ComplaintEvent.Resolved(
                DONE_AT.plusSeconds(1),
                Histories.OFFICER,
                "Sekarang",
                List.of(first, second),
                true));

    assertThat(ProofCheck.of(again, 100).stream().map(ProofCheck::photo))
        .containsExactly(first, second);
    assertThat(ProofCheck.of(again, 100).get(0).time()).isEqualTo(Finding.FITS);
  }

  @Test
  void without_a_resolution_or_without_a_photo_there_is_nothing_to_check() {
    assertThat(ProofCheck.of(Histories.in(Status.IN_WORK), 100)).isEmpty();
    assertThat(ProofCheck.of(Histories.in(Status.RESOLVED), 100)).isEmpty();
  }

  private static Finding place(LocationEvidence evidence, Position taken, double metres) {
    return check(evidence, new Photo("a", null, taken), metres).place();
  }

  private static Finding time(Instant taken) {
    return check(point(null), new Photo("a", taken, null), 100).time();
  }

  private static ProofCheck check(LocationEvidence evidence, Photo photo, double metres) {
    List<ProofCheck> checks = ProofCheck.of(resolved(evidence, List.of(photo), DONE_AT), metres);
    assertThat(checks).hasSize(1);
    return checks.get(0);
  }

  private static LocationEvidence point(@Nullable Double accuracy) {
    return new LocationEvidence.Point(PLACE, LocationEvidence.Source.SHARED_PIN, accuracy);
  }

  private static Complaint resolved(LocationEvidence evidence, List<Photo> proof, Instant at) {
    ComplaintEvent.Received it = Histories.receipt(SENT_AT);
    Complaint complaint =
        Complaint.replay(
            Histories.ID,
            List.of(
                new ComplaintEvent.Received(
                    it.at(),
                    it.by(),
                    it.message(),
                    it.text(),
                    evidence,
                    it.category(),
                    it.photos(),
                    it.sentAt(),
                    null,
                    Discretion.NONE)));
    return Histories.after(complaint, new Command.Resolve("Sudah", proof), at);
  }
}
