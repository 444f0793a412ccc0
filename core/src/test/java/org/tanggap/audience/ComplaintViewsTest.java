package org.tanggap.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tanggap.audience.ComplaintView.Proof;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Discretion;
import org.tanggap.complaint.ProofCheck.Finding;
import org.tanggap.complaint.Status;
import org.tanggap.jurisdiction.LocationEvidence;

class ComplaintViewsTest {

  private static final Discretion ANONYMOUS = new Discretion(true, false);
  private static final Discretion SECRET = new Discretion(false, true);
  private static final Instant DUE = Instant.parse("2026-11-24T02:15:00Z");

  private final ComplaintViews views = ComplaintViews.standard();
  private final ComplaintViews withPictures =
      ComplaintViews.builder()
          .publicPictures(it -> Optional.of(it.equals(Stories.HOLE) ? "/hole" : "/repair"))
          .build();

  private static ComplaintView seenByPublic(ComplaintViews views, Complaint complaint) {
    return views.findForPublic(complaint, Readership.PUBLIC_ENGLISH, DUE).orElseThrow();
  }

  private ComplaintView seenByPublic(Complaint complaint) {
    return seenByPublic(views, complaint);
  }

  @ParameterizedTest
  @EnumSource(names = {"PUBLIC_INDONESIAN", "PUBLIC_ENGLISH", "OPEN311"})
  void nobody_can_be_found_by_what_the_public_sees(Readership readership) {
    for (Discretion discretion : List.of(Discretion.NONE, ANONYMOUS)) {
      ComplaintView view =
          views.findForPublic(Stories.everything(discretion), readership, DUE).orElseThrow();

      assertThat(Stories.spelledOut(view))
          .doesNotContain("canary")
          .doesNotContain(Stories.REPORTER.toString(), Stories.FOLLOWER.toString());
      assertThat(view.internal()).isNull();
      assertThat(view.identity()).isNull();
    }
  }

  @Test
  void of_a_secret_complaint_the_public_sees_nothing() {
    Complaint secret = Stories.everything(SECRET);

    for (Readership readership : Readership.values()) {
      if (readership.audience() == Audience.PUBLIC) {
        assertThat(views.findForPublic(secret, readership, DUE)).isEmpty();
      }
    }
    assertThat(views.forOfficer(secret, DUE).number()).isEqualTo(Stories.ID);
  }

  @Test
  void the_words_of_officers_are_not_for_the_public() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                views.findForPublic(Stories.everything(Discretion.NONE), Readership.OFFICER, null));
  }

  @Test
  void an_officer_reads_everything_but_finds_no_citizen() {
    for (Discretion discretion : List.of(Discretion.NONE, ANONYMOUS, SECRET)) {
      ComplaintView view = views.forOfficer(Stories.everything(discretion), DUE);

      assertThat(Stories.spelledOut(view))
          .contains("canary-note", "canary-house-number", "canary-officer", "canary-question")
          .contains("NOT_OURS: canary-forwarding", "canary-failing", "URGENT: canary-priority")
          .contains("road: canary-category", "resolution 75%: canary-camat", "@PoskoDPUDKI")
          .doesNotContain("canary-citizen", "canary-neighbour", "canary-message")
          .doesNotContain("canary-account")
          .doesNotContain(Stories.REPORTER.toString(), Stories.FOLLOWER.toString());
      assertThat(view.identity()).isNull();
      assertThat(view.place()).isEqualTo(Stories.PIN);
      assertThat(view.internal())
          .satisfies(it -> assertThat(it.discretion()).isEqualTo(discretion));
    }
  }

  @Test
  void the_keeper_sees_who_is_behind_it() {
    ComplaintView view = views.forKeeper(Stories.everything(ANONYMOUS), null);

    assertThat(view.identity())
        .satisfies(
            it -> {
              assertThat(it.reporter()).isEqualTo(Stories.REPORTER);
              assertThat(it.followers()).containsExactly(Stories.follower());
            });
    assertThat(view.history().get(0).by()).isEqualTo(Stories.CITIZEN);
  }

  @Test
  void without_an_address_for_everybody_no_picture_is_public_but_what_it_proves_is() {
    ComplaintView view = seenByPublic(Stories.in(Status.RESOLVED));

    assertThat(view.history()).allSatisfy(line -> assertThat(line.pictures()).isEmpty());
    assertThat(view.proof()).extracting(Proof::picture).containsOnlyNulls();
    assertThat(view.proof()).extracting(Proof::place).containsExactly(Finding.FITS);
  }

  @Test
  void how_far_off_a_proof_may_be_is_for_the_host_to_say() {
    ComplaintViews strict = ComplaintViews.builder().proofWithin(1).build();

    assertThat(seenByPublic(strict, Stories.in(Status.RESOLVED)).proof())
        .extracting(Proof::place)
        .containsExactly(Finding.DIFFERS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ComplaintViews.builder().proofWithin(Double.NaN));
  }

  @Test
  void a_moderated_report_is_read_once_it_is_verified() {
    ComplaintViews moderated =
        ComplaintViews.builder().citizensWords(CitizensWords.WHEN_VERIFIED).build();
    Complaint described =
        Stories.received(
            Stories.receipt(Discretion.NONE, new LocationEvidence.Described("depan pasar")));
    Complaint verified =
        described.after(new ComplaintEvent.Verified(Stories.minute(1), Stories.OFFICER));

    ComplaintView before = seenByPublic(moderated, described);
    ComplaintView after = seenByPublic(moderated, verified);

    assertThat(before.history().get(0).text()).isNull();
    assertThat(before.place()).isEqualTo(LocationEvidence.none());
    assertThat(after.history().get(0).text()).isEqualTo("Jalan berlubang");
    assertThat(after.place()).isEqualTo(described.received().location());
  }

  @Test
  void a_view_is_a_function_of_its_arguments() {
    Complaint complaint = Stories.everything(Discretion.NONE);

    assertThat(seenByPublic(complaint)).isEqualTo(seenByPublic(complaint));
    assertThat(views.forKeeper(complaint, DUE))
        .isEqualTo(ComplaintViews.standard().forKeeper(complaint, DUE));
  }

  @Test
  void nothing_written_shows_in_a_text_form() {
    for (ComplaintView view :
        List.of(
            views.forKeeper(Stories.everything(Discretion.NONE), DUE),
            seenByPublic(withPictures, Stories.everything(Discretion.NONE)))) {
      String shown =
          view
              + view.history().stream().map(HistoryLine::toString).collect(Collectors.joining())
              + view.proof()
              + view.identity();
      assertThat(shown)
          .doesNotContain("canary", "Jalan", "-6.22")
          .doesNotContain("Kami periksa", "repair", Stories.REPORTER.toString());
    }
  }
}
