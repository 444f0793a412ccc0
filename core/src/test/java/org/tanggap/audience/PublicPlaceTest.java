package org.tanggap.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tanggap.audience.ComplaintView.Proof;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Discretion;
import org.tanggap.complaint.Status;
import org.tanggap.jurisdiction.Area;
import org.tanggap.jurisdiction.AreaLevel;
import org.tanggap.jurisdiction.Jakarta;
import org.tanggap.jurisdiction.Jurisdiction;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Position;

class PublicPlaceTest {

  private static final Discretion ANONYMOUS = new Discretion(true, false);
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

  @Test
  void the_place_is_shown_as_it_was_given() {
    assertThat(seenByPublic(Stories.in(Status.RECEIVED)).place()).isEqualTo(Stories.PIN);
  }

  @Test
  void the_place_of_an_anonymous_report_is_a_circle_that_holds_it_and_does_not_centre_on_it() {
    ComplaintView view =
        seenByPublic(withPictures, Stories.received(ANONYMOUS, Stories.resolved(1, "Ya", false)));

    assertThat(view.place()).isInstanceOf(LocationEvidence.Circle.class);
    LocationEvidence.Circle circle = (LocationEvidence.Circle) view.place();
    assertThat(circle.middle()).isEqualTo(Position.of(-6.226, 106.858));
    assertThat(circle.middle().metresTo(Stories.HOME)).isBetween(10.0, circle.radiusMetres());
    assertThat(view.proof()).extracting(Proof::metres).containsExactly(OptionalDouble.empty());
    assertThat(Stories.spelledOut(view)).doesNotContain("6.2263", "106.8583");
  }

  @Test
  void other_places_of_an_anonymous_report_are_made_coarse_too() {
    Position near = Position.of(-6.2264, 106.8584);
    LocationEvidence box = new LocationEvidence.Box(Stories.HOME, Position.of(-6.2262, 106.8584));

    assertThat(CoarsePlace.of(new LocationEvidence.Circle(near, 5)))
        .isEqualTo(new LocationEvidence.Circle(Position.of(-6.226, 106.858), 105));
    assertThat(CoarsePlace.of(box))
        .isEqualTo(
            new LocationEvidence.Box(Position.of(-6.227, 106.858), Position.of(-6.226, 106.859)));
    assertThat(CoarsePlace.of(new LocationEvidence.Described("canary")))
        .isEqualTo(LocationEvidence.none());
    assertThat(CoarsePlace.of(LocationEvidence.none())).isEqualTo(LocationEvidence.none());
  }

  @Test
  void the_ends_of_the_earth_can_be_made_coarse() {
    for (Position corner : List.of(Position.of(90, 180), Position.of(-90, -180))) {
      LocationEvidence.Point point =
          new LocationEvidence.Point(corner, LocationEvidence.Source.TYPED, 1e300);
      assertThat(CoarsePlace.of(point)).isEqualTo(new LocationEvidence.Circle(corner, 1e7));
      assertThat(CoarsePlace.of(new LocationEvidence.Box(corner, corner)))
          .isEqualTo(new LocationEvidence.Box(corner, corner));
    }
  }

  @Test
  void an_anonymous_report_is_not_narrowed_down_to_a_few_houses() {
    Area rt = new Area("31.74.01.1002.03.011", "RT 011", AreaLevel.RT);
    Jurisdiction houses =
        new Jurisdiction(
            Stream.concat(Stream.of(rt), Jakarta.TEBET_TIMUR.areas().stream()).toList());
    ComplaintEvent routed =
        new ComplaintEvent.Routed(Stories.minute(1), Stories.SYSTEM, Jakarta.routed(houses));

    assertThat(seenByPublic(Stories.with(routed)).areas()).contains(rt);
    assertThat(seenByPublic(Stories.received(ANONYMOUS, routed)).areas())
        .isEqualTo(Jakarta.TEBET_TIMUR.areas());
  }
}
