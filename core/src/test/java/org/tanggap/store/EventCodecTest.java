package org.tanggap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Discretion;
import org.tanggap.complaint.Follower;
import org.tanggap.complaint.Handover;
import org.tanggap.complaint.Histories;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Priority;
import org.tanggap.complaint.RandomCourse;
import org.tanggap.complaint.ReporterId;
import org.tanggap.jurisdiction.Jakarta;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Position;
import org.tanggap.jurisdiction.Routing;
import org.tanggap.responsibility.Category;

class EventCodecTest {

  private static final Instant AT = Instant.parse("2026-11-21T02:15:00.123456789Z");
  private static final Position PLACE = Position.of(-6.2263, 106.8583);

  private static final List<LocationEvidence> EVIDENCE =
      List.of(
          new LocationEvidence.Point(PLACE, LocationEvidence.Source.PHOTO_EXIF, 12.5),
          new LocationEvidence.Point(PLACE, LocationEvidence.Source.SHARED_PIN, null),
          new LocationEvidence.Box(Position.of(-6.4, 106.6), Position.of(-6.1, 107)),
          new LocationEvidence.Circle(Position.of(-6.2, 106.8), 1_500),
          new LocationEvidence.Described("depan pasar \"Tebet\"\n\u0000 \uD83D\uDE00 \u0130"),
          new LocationEvidence.Unusable(LocationEvidence.Problem.LOOKS_SWAPPED),
          LocationEvidence.none());

  private static final List<Routing> ROUTINGS =
      List.of(
          Jakarta.routed(Jakarta.TEBET_TIMUR),
          new Routing.Routed(
              Jakarta.BANDUNG,
              Double.NaN,
              "v1",
              List.of(new Routing.Candidate(Jakarta.TEBET_TIMUR, 0.25)),
              EnumSet.allOf(Routing.Remark.class)),
          Jakarta.between(Jakarta.TEBET_TIMUR, Jakarta.TEBET_BARAT),
          new Routing.Outside(Jakarta.TEBET_TIMUR, 1_234.5, Routing.Suspicion.SWAPPED, "v1"),
          new Routing.Outside(null, Double.NaN, null, "v1"),
          new Routing.NeedsLocation(Routing.Missing.ONLY_WORDS));

  private final EventCodec codec = new EventCodec();

  private static ComplaintEvent.Received received(
      LocationEvidence evidence, @Nullable Instant sentAt, @Nullable ReporterId reporter) {
    return new ComplaintEvent.Received(
        AT,
        Actor.reporter(),
        new MessageKey(AccountId.of("x", "@PoskoDPUDKI"), "id:\u00e9:1"),
        "Jalan \"berlubang\"\n\u2028 \\ \uD83D\uDE00",
        evidence,
        Category.of("road.pothole"),
        List.of(Photo.of("https://example.org/a?b=c"), new Photo("b.jpg", AT, PLACE)),
        sentAt,
        reporter,
        new Discretion(true, false));
  }

  private static List<ComplaintEvent> everyPlainEvent() {
    Actor officer = Histories.OFFICER;
    List<Photo> proof = List.of(Photo.of("proof.jpg"), new Photo("b.jpg", AT, PLACE));
    Follower anonymous = new Follower(Histories.message("m-2"), null);
    Follower known = new Follower(Histories.message("m-3"), new ReporterId(Histories.ID.value()));
    return List.of(
        new ComplaintEvent.Verified(AT, officer),
        new ComplaintEvent.Assigned(AT, Actor.system(), Histories.SUDIN),
        new ComplaintEvent.Forwarded(AT, officer, Histories.DINAS, Handover.NOT_OURS, "Lain"),
        new ComplaintEvent.Forwarded(AT, officer, Histories.DINAS, Handover.NEXT_STEP, "Lain"),
        new ComplaintEvent.Referred(AT, officer, Histories.UPT, "Perlu alat"),
        new ComplaintEvent.WorkStarted(AT, officer),
        new ComplaintEvent.ReporterAsked(AT, officer, "Di mana?"),
        new ComplaintEvent.MessageAdded(AT, Actor.reporter(), null, "", proof),
        new ComplaintEvent.MessageAdded(
            AT, Actor.follower(), Histories.message("m-4"), "Di sini", List.of()),
        new ComplaintEvent.MessageAdded(
            AT,
            Actor.reporter(),
            Histories.message("m-4"),
            "Di sini",
            List.of(),
            new LocationEvidence.Point(PLACE, LocationEvidence.Source.SHARED_PIN, 12.0),
            "1700000000"),
        new ComplaintEvent.MessageDeleted(AT, Actor.reporter(), Histories.message("m-4")),
        new ComplaintEvent.Claimed(AT, officer, AT.plusSeconds(600)),
        new ComplaintEvent.Released(AT, officer),
        new ComplaintEvent.Answered(AT, officer, "Kami periksa"),
        new ComplaintEvent.Answered(AT, officer, "Kami periksa", proof),
        new ComplaintEvent.Noted(AT, officer, "Ditelepon"),
        new ComplaintEvent.Scheduled(AT, officer, LocalDate.of(2027, 2, 28), "Dianggarkan"),
        new ComplaintEvent.Resolved(AT, officer, "Sudah", proof, true),
        new ComplaintEvent.Resolved(AT, officer, "Sudah", List.of(), false),
        new ComplaintEvent.CheckPassed(AT, Histories.SECOND_OFFICER),
        new ComplaintEvent.CheckFailed(AT, Histories.SECOND_OFFICER, "Foto lama"),
        new ComplaintEvent.Rejected(AT, officer, "Bukan jalan kota"),
        new ComplaintEvent.Clarified(AT, officer, "Itu jalan tol"),
        new ComplaintEvent.Confirmed(AT, Actor.reporter()),
        new ComplaintEvent.Disputed(AT, Actor.follower(), "Belum"),
        new ComplaintEvent.Reopened(AT, officer, "Belum selesai"),
        new ComplaintEvent.Closed(AT, Actor.system()),
        new ComplaintEvent.Merged(AT, officer, Histories.OTHER_ID, "Sudah dilaporkan"),
        new ComplaintEvent.Absorbed(AT, officer, Histories.OTHER_ID, List.of(anonymous, known)),
        new ComplaintEvent.Followed(AT, Actor.follower(), known),
        new ComplaintEvent.PriorityChanged(AT, officer, Priority.URGENT, "Dekat sekolah"),
        new ComplaintEvent.CategoryChanged(AT, officer, Category.of("road.bridge"), "Salah"),
        new ComplaintEvent.Alerted(AT, Actor.system(), "resolution", "75%", "lurah"));
  }

  static List<ComplaintEvent> everyEvent() {
    return Stream.of(
            EVIDENCE.stream().map(evidence -> received(evidence, AT, null)),
            Stream.of(
                received(LocationEvidence.none(), null, new ReporterId(Histories.ID.value()))),
            ROUTINGS.stream()
                .map(routing -> new ComplaintEvent.Routed(AT, Actor.system(), routing)),
            everyPlainEvent().stream())
        .<ComplaintEvent>flatMap(events -> events)
        .toList();
  }

  @Test
  void no_kind_of_event_evidence_or_routing_is_forgotten_here() {
    assertThat(everyEvent().stream().<Class<?>>map(Object::getClass).distinct())
        .containsExactlyInAnyOrder(ComplaintEvent.class.getPermittedSubclasses());
    assertThat(EVIDENCE.stream().<Class<?>>map(Object::getClass).distinct())
        .containsExactlyInAnyOrder(LocationEvidence.class.getPermittedSubclasses());
    assertThat(ROUTINGS.stream().<Class<?>>map(Object::getClass).distinct())
        .containsExactlyInAnyOrder(Routing.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void an_event_is_read_back_as_it_was_written(ComplaintEvent event) {
    assertThat(codec.read(Histories.ID, codec.write(event))).isEqualTo(event);
  }

  static List<String> textsThatAreHardToStore() {
    return List.of(
        "\u0000 in the middle \u0000",
        "\uD83D\uDE00\uD83C\uDF0A\uD83D\uDEA7",
        "\\ \" \n\r\t \b \u007F \u0085 \u2028 \u2029 \uFEFF \uFFFF",
        "\u0130stanbul I\u0131i\u0307 \u064A\u0634 e\u0301 \u00E9",
        "{\"event\":\"closed\"}",
        "<script>'--",
        "a".repeat(65_536),
        "\uD83D\uDE00".repeat(32_768),
        "\u0000".repeat(65_536));
  }

  @ParameterizedTest
  @MethodSource("textsThatAreHardToStore")
  void every_text_is_read_back_to_the_letter(String text) {
    ComplaintEvent event = new ComplaintEvent.Answered(AT, Histories.OFFICER, text);

    assertThat(codec.read(Histories.ID, codec.write(event)).equals(event)).isTrue();
  }

  @Test
  void everything_that_happens_in_random_courses_is_read_back_as_it_was_written() {
    for (int seed = 0; seed < RandomCourse.howMany(); seed++) {
      RandomCourse course = RandomCourse.of(seed);
      course.go(30);
      for (ComplaintEvent event : course.complaint().history()) {
        assertThat(codec.read(Histories.ID, codec.write(event)))
            .as("seed %d", seed)
            .isEqualTo(event);
      }
    }
  }

  @Test
  void members_that_this_version_does_not_know_are_passed_over() {
    String json =
        """
        {"event":"work-started","at":"2026-11-21T02:15:00Z","mood":{"deep":[1,2]},
         "by":{"kind":"OFFICER","id":"officer-7","since":2031}}
        """;

    assertThat(codec.read(Histories.ID, json))
        .isEqualTo(new ComplaintEvent.WorkStarted(Histories.RECEIVED_AT, Histories.OFFICER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "\"rahasia\"",
        "{\"event\":\"answered\",\"text\":\"rahasia\"",
        "{\"event\":\"rahasia\"}",
        "{\"text\":\"rahasia\"}",
        "{\"event\":\"answered\",\"at\":\"rahasia\"}",
        "{\"event\":\"received\",\"message\":{\"account\":{\"kind\":\"\",\"name\":\"rahasia\"}}}",
        "{\"event\":\"routed\",\"routing\":{\"outcome\":\"ambiguous\",\"candidates\":[]}}",
        "null",
        "{\"event\":\"WorkStarted\"}",
        "{\"event\":\"scheduled\",\"promisedFor\":\"rahasia\"}",
        "{\"event\":\"priority-changed\",\"priority\":\"rahasia\"}"
      })
  void damaged_json_names_the_complaint_and_quotes_nothing(String json) {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> codec.read(Histories.ID, json))
        .withMessage("an event of complaint " + Histories.ID + " cannot be read")
        .withNoCause();
  }
}
