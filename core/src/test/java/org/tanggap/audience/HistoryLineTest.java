package org.tanggap.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tanggap.audience.HistoryLine.Kind;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Discretion;
import org.tanggap.complaint.ProofCheck.Finding;
import org.tanggap.complaint.Status;

class HistoryLineTest {

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

  private static List<HistoryLine> lines(ComplaintView view, Kind kind) {
    return view.history().stream().filter(line -> line.kind() == kind).toList();
  }

  @Test
  void every_kind_of_event_was_decided_on_once() {
    Set<String> decided = new HashSet<>();
    for (ComplaintEvent event : Stories.everything(Discretion.NONE).history()) {
      assertThat(Kind.find(event)).as(event.getClass().getSimpleName()).isPresent();
      decided.add(event.getClass().getSimpleName());
    }
    assertThat(decided)
        .hasSameSizeAs(Kind.values())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ComplaintEvent.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList());
  }

  @Test
  void the_public_is_not_told_what_offices_do_among_themselves() {
    ComplaintView view = seenByPublic(Stories.everything(Discretion.NONE));

    Set<Kind> hidden = new HashSet<>(Arrays.asList(Kind.values()));
    view.history().forEach(line -> hidden.remove(line.kind()));

    assertThat(hidden)
        .containsExactlyInAnyOrder(
            Kind.ROUTED,
            Kind.NOTED,
            Kind.MESSAGE_DELETED,
            Kind.CLAIMED,
            Kind.RELEASED,
            Kind.FOLLOWED,
            Kind.PRIORITY_CHANGED,
            Kind.CATEGORY_CHANGED,
            Kind.ALERTED);
  }

  @Test
  void officers_and_the_keeper_see_every_event() {
    Complaint complaint = Stories.everything(Discretion.NONE);

    assertThat(views.forOfficer(complaint, null).history()).hasSize(complaint.version());
    assertThat(views.forKeeper(complaint, null).history()).hasSize(complaint.version());
  }

  @Test
  void the_public_reads_answers_and_outcomes_and_what_citizens_say_to_the_city() {
    ComplaintView view = seenByPublic(Stories.everything(Discretion.NONE));

    assertThat(view.history().stream().filter(line -> line.text() != null))
        .extracting(HistoryLine::kind, HistoryLine::text)
        .containsExactly(
            tuple(Kind.RECEIVED, "Jalan berlubang"),
            tuple(Kind.ANSWERED, "Kami periksa"),
            tuple(Kind.SCHEDULED, "Masuk anggaran 2027"),
            tuple(Kind.CHECK_PASSED, "Sudah ditambal"),
            tuple(Kind.DISPUTED, "Masih berlubang"),
            tuple(Kind.REJECTED, "Bukan jalan kota"),
            tuple(Kind.CLARIFIED, "Jalan itu sudah diperbaiki"),
            tuple(Kind.MERGED, "Sudah dilaporkan"));
    assertThat(view.goesOnIn()).isEqualTo(Stories.OTHER);
    assertThat(view.followers()).isEqualTo(1);
  }

  @Test
  void an_officer_sees_who_acted() {
    ComplaintView view = views.forOfficer(Stories.in(Status.DISPUTED), null);

    assertThat(view.history())
        .extracting(HistoryLine::by)
        .containsExactly(Actor.reporter(), Stories.SYSTEM, Stories.OFFICER, Actor.reporter());
  }

  @Test
  void an_answer_that_waits_for_its_check_is_not_told() {
    ComplaintView view = seenByPublic(withPictures, Stories.in(Status.CHECKING));

    assertThat(lines(view, Kind.RESOLVED))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.text()).isNull();
              assertThat(line.pictures()).isEmpty();
            });
    assertThat(view.proof()).isEmpty();
    assertThat(views.forOfficer(Stories.in(Status.CHECKING), null).proof()).hasSize(1);
  }

  @Test
  void a_checked_answer_is_told_with_its_proof() {
    Complaint checked =
        Stories.in(Status.CHECKING)
            .after(new ComplaintEvent.CheckPassed(Stories.minute(9), Stories.OFFICER));

    ComplaintView view = seenByPublic(withPictures, checked);

    assertThat(lines(view, Kind.CHECK_PASSED))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.text()).isEqualTo("Sudah");
              assertThat(line.pictures()).containsExactly("/repair");
            });
    assertThat(view.proof())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.picture()).isEqualTo("/repair");
              assertThat(it.place()).isEqualTo(Finding.FITS);
              assertThat(it.time()).isEqualTo(Finding.FITS);
              assertThat(it.metres().orElseThrow()).isBetween(1.0, 20.0);
            });
  }

  @Test
  void words_that_nobody_verifies_stay_back_where_words_are_moderated() {
    for (CitizensWords rule : List.of(CitizensWords.WHEN_VERIFIED, CitizensWords.NEVER)) {
      ComplaintViews moderated = ComplaintViews.builder().citizensWords(rule).build();
      ComplaintView view = seenByPublic(moderated, Stories.everything(Discretion.NONE));

      assertThat(lines(view, Kind.DISPUTED)).extracting(HistoryLine::text).containsOnlyNulls();
      assertThat(lines(view, Kind.ANSWERED)).extracting(HistoryLine::text).doesNotContainNull();
      assertThat(view.history().get(0).text() != null)
          .isEqualTo(rule == CitizensWords.WHEN_VERIFIED);
    }
  }

  @Test
  void a_note_does_not_make_a_complaint_look_changed_to_the_public() {
    Complaint noted =
        Stories.in(Status.ASSIGNED)
            .after(new ComplaintEvent.Noted(Stories.minute(50), Stories.OFFICER, "canary"));

    assertThat(seenByPublic(noted).changed()).isEqualTo(Stories.minute(3));
    assertThat(views.forOfficer(noted, null).changed()).isEqualTo(Stories.minute(50));
  }

  @Test
  void each_line_says_how_the_complaint_stood_then() {
    assertThat(seenByPublic(Stories.everything(Discretion.NONE)).history().stream().limit(8))
        .extracting(line -> line.status().text())
        .containsExactly(
            "Waiting to be looked at",
            "Waiting for an office",
            "Waiting for work to start at Suku Dinas Bina Marga",
            "Now with the right office: Dinas Sumber Daya Air",
            "Now with the team that does the work: Lurah Tebet Timur",
            "Being worked on by Lurah Tebet Timur",
            "Waiting for the reporter's answer",
            "Being worked on by Lurah Tebet Timur");
  }

  @Test
  void what_leaves_a_line_unchanged_agrees_with_the_whole_replay() {
    Complaint complaint = Stories.everything(Discretion.NONE);
    StatusWording wording = StatusWording.standard();
    List<HistoryLine> lines = views.forOfficer(complaint, null).history();

    for (int i = 0; i < lines.size(); i++) {
      Complaint then = Complaint.replay(Stories.ID, complaint.history().subList(0, i + 1));
      assertThat(lines.get(i).status()).isEqualTo(wording.of(then, Readership.OFFICER, null));
    }
  }

  @Test
  void a_complaint_that_thousands_follow_is_shown_without_replaying_it_for_each() {
    List<ComplaintEvent> history = new ArrayList<>(Stories.in(Status.ASSIGNED).history());
    ComplaintEvent message =
        new ComplaintEvent.MessageAdded(
            Stories.minute(9), Stories.NEIGHBOUR, null, "Sama", List.of());
    for (int i = 0; i < 20_000; i++) {
      history.add(message);
    }

    assertThat(views.forOfficer(Complaint.replay(Stories.ID, history), null).history())
        .hasSize(20_002);
  }
}
