package org.tanggap.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Discretion;
import org.tanggap.complaint.Status;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Position;

class Open311RequestTest {

  private static final Instant DUE = Instant.parse("2026-11-24T02:15:00Z");

  private final ComplaintViews views = ComplaintViews.standard();

  private Open311Request request(Complaint complaint) {
    return Open311Request.of(views.findForPublic(complaint, Readership.OPEN311, DUE).orElseThrow());
  }

  @Test
  void an_open_request_has_its_fields() {
    assertThat(request(Stories.in(Status.ASSIGNED)))
        .isEqualTo(
            new Open311Request(
                Stories.ID.toString(),
                "open",
                "Menunggu dikerjakan oleh Suku Dinas Bina Marga. Instansi yang berwenang sudah"
                    + " menerimanya. Dijanjikan selesai paling lambat"
                    + " 24 November 2026 pukul 09.15.",
                "road.pothole",
                "Jalan berlubang",
                "Suku Dinas Bina Marga",
                Stories.START,
                Stories.minute(3),
                DUE,
                Stories.HOME));
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void a_request_is_open_while_somebody_has_to_do_something(Status status) {
    assertThat(request(Stories.in(status)).status()).isEqualTo(status.isOpen() ? "open" : "closed");
  }

  @Test
  void closed_and_done_are_told_apart() {
    assertThat(request(Stories.in(Status.RESOLVED)).statusNotes()).startsWith("Selesai.");
    assertThat(request(Stories.in(Status.REJECTED)).statusNotes())
        .startsWith("Tidak dapat ditindaklanjuti.");
  }

  @Test
  void a_closed_request_was_updated_when_it_was_closed() {
    Complaint closed =
        Stories.in(Status.CLOSED)
            .after(new ComplaintEvent.Answered(Stories.minute(30), Stories.OFFICER, "Sama-sama"));

    assertThat(request(closed).updatedDatetime()).isEqualTo(Stories.minute(4));
  }

  @Test
  void a_place_wider_than_a_street_has_no_coordinates() {
    LocationEvidence cell = new LocationEvidence.Circle(Stories.HOME, 800);

    assertThat(request(Stories.received(Stories.receipt(Discretion.NONE, cell))).position())
        .isNull();
    assertThat(request(Stories.received(new Discretion(true, false))).position())
        .isEqualTo(Position.of(-6.226, 106.858));
  }

  @Test
  void what_officers_see_does_not_become_a_request() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Open311Request.of(views.forOfficer(Stories.in(Status.ASSIGNED), null)));
  }

  @Test
  void the_text_form_shows_nothing_written() {
    assertThat(request(Stories.in(Status.ASSIGNED)))
        .hasToString("Open311Request[" + Stories.ID + ", open]");
  }
}
