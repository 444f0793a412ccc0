package org.tanggap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
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
import org.tanggap.complaint.Histories;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
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
        reporter);
  }

  static List<ComplaintEvent> everyEvent() {
    List<Photo> proof = List.of(Photo.of("proof.jpg"));
    return Stream.of(
            EVIDENCE.stream().map(evidence -> received(evidence, AT, null)),
            Stream.of(
                received(LocationEvidence.none(), null, new ReporterId(Histories.ID.value()))),
            ROUTINGS.stream()
                .map(routing -> new ComplaintEvent.Routed(AT, Actor.system(), routing)),
            Stream.of(
                new ComplaintEvent.Assigned(AT, Actor.system(), Histories.SUDIN),
                new ComplaintEvent.WorkStarted(AT, Histories.OFFICER),
                new ComplaintEvent.Answered(AT, Histories.OFFICER, "Kami periksa"),
                new ComplaintEvent.Resolved(AT, Histories.OFFICER, "Sudah", proof),
                new ComplaintEvent.Rejected(AT, Histories.OFFICER, "Bukan jalan kota"),
                new ComplaintEvent.Reopened(AT, Actor.reporter(), "Belum selesai")))
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
        "{\"event\":\"routed\",\"routing\":{\"outcome\":\"ambiguous\",\"candidates\":[]}}"
      })
  void damaged_json_names_the_complaint_and_quotes_nothing(String json) {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> codec.read(Histories.ID, json))
        .withMessage("an event of complaint " + Histories.ID + " cannot be read")
        .withNoCause();
  }
}
