package org.tanggap.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.jurisdiction.Jakarta;
import org.tanggap.jurisdiction.Routing;
import org.tanggap.responsibility.Assignment;
import org.tanggap.responsibility.Unit;

class ComplaintTest {

  @ParameterizedTest
  @EnumSource(Status.class)
  void replaying_the_history_gives_the_same_complaint(Status status) {
    Complaint complaint = Histories.in(status);

    Complaint replayed = Complaint.replay(complaint.id(), complaint.history());

    assertThat(replayed.status()).isEqualTo(status);
    assertThat(replayed.version()).isEqualTo(complaint.history().size());
    assertThat(replayed.isAnswered()).isEqualTo(complaint.isAnswered());
    assertThat(replayed.findAssignment()).isEqualTo(complaint.findAssignment());
    assertThat(replayed.history()).isEqualTo(complaint.history());
  }

  @Test
  void a_history_begins_with_the_receipt() {
    ComplaintEvent work = new ComplaintEvent.WorkStarted(Histories.RECEIVED_AT, Histories.OFFICER);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Complaint.replay(Histories.ID, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Complaint.replay(Histories.ID, List.of(work, Histories.receipt(null))));
  }

  @Test
  void the_latest_routing_and_the_latest_unit_count() {
    Unit other = new Unit("sudin-sda", "Suku Dinas Sumber Daya Air");
    Routing lost = new Routing.NeedsLocation(Routing.Missing.NO_PLACE);
    Routing found = Jakarta.routed(Jakarta.TEBET_TIMUR);

    Complaint complaint =
        Histories.in(Status.ASSIGNED)
            .after(new ComplaintEvent.Routed(Histories.RECEIVED_AT, Actor.system(), lost))
            .after(new ComplaintEvent.Routed(Histories.RECEIVED_AT, Actor.system(), found))
            .after(
                new ComplaintEvent.Assigned(
                    Histories.RECEIVED_AT, Actor.system(), new Assignment(other, "moved")));

    assertThat(complaint.getJurisdiction()).isEqualTo(Jakarta.TEBET_TIMUR);
    assertThat(complaint.getUnit()).isEqualTo(other);
  }

  @Test
  void what_must_be_there_and_is_not_is_named_with_the_complaint() {
    assertThatThrownBy(() -> Histories.received().getUnit())
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("complaint " + Histories.ID + " has no unit");
    assertThatThrownBy(() -> Histories.received().getJurisdiction())
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("complaint " + Histories.ID + " has no jurisdiction");
  }

  @Test
  void the_time_of_the_citizen_begins_with_the_sending() {
    Instant sent = Histories.RECEIVED_AT.minusSeconds(3_600);

    assertThat(opened(sent)).isEqualTo(sent);
    assertThat(opened(Histories.RECEIVED_AT)).isEqualTo(Histories.RECEIVED_AT);
  }

  @Test
  void without_a_time_of_sending_or_with_one_in_the_future_the_receipt_counts() {
    assertThat(Histories.received().opened()).isEqualTo(Histories.RECEIVED_AT);
    assertThat(opened(Histories.RECEIVED_AT.plusMillis(1))).isEqualTo(Histories.RECEIVED_AT);
  }

  private static Instant opened(Instant sentAt) {
    return Complaint.replay(Histories.ID, List.of(Histories.receipt(sentAt))).opened();
  }

  @Test
  void only_words_to_the_citizen_are_an_answer() {
    assertThat(Histories.in(Status.RECEIVED).isAnswered()).isFalse();
    assertThat(Histories.in(Status.IN_WORK).isAnswered()).isFalse();
    assertThat(Histories.in(Status.RESOLVED).isAnswered()).isTrue();
    assertThat(Histories.in(Status.REJECTED).isAnswered()).isTrue();
    assertThat(
            Histories.after(Histories.received(), new Command.Answer("Kami periksa")).isAnswered())
        .isTrue();
  }

  @Test
  void an_answered_complaint_stays_answered_when_it_is_opened_again() {
    Complaint reopened =
        Histories.after(Histories.in(Status.RESOLVED), new Command.Reopen("Belum selesai"));

    assertThat(reopened.status()).isEqualTo(Status.IN_WORK);
    assertThat(reopened.isAnswered()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1-2-3-4-5", "01939e4c-0000-7000-8000-00000000000g", "0193"})
  void a_text_that_is_no_number_of_a_complaint_is_none(String text) {
    assertThat(ComplaintId.parse(text)).isEmpty();
  }

  @Test
  void a_number_of_a_complaint_is_read_back() {
    assertThat(ComplaintId.parse(Histories.ID.toString())).contains(Histories.ID);
  }
}
