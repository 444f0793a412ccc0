package org.tanggap.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.jurisdiction.Jakarta;
import org.tanggap.jurisdiction.Routing;
import org.tanggap.responsibility.Assignment;
import org.tanggap.responsibility.Category;
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
  void a_complaint_says_what_was_changed_last() {
    Complaint received = Histories.received();
    Complaint urgent =
        Histories.after(received, new Command.ChangePriority(Priority.URGENT, "Dekat sekolah"));
    Complaint sorted =
        Histories.after(urgent, new Command.ChangeCategory(Category.of("road"), "Salah pilih"));
    Complaint planned = Histories.after(sorted, schedule(LocalDate.of(2027, 1, 31)));
    Complaint later = Histories.after(planned, schedule(LocalDate.of(2027, 6, 30)));

    assertThat(received.priority()).isEqualTo(Priority.NORMAL);
    assertThat(received.category()).isEqualTo(Category.UNSORTED);
    assertThat(received.findPromisedDate()).isEmpty();
    assertThat(later.priority()).isEqualTo(Priority.URGENT);
    assertThat(later.category()).isEqualTo(Category.of("road"));
    assertThat(later.received().category()).isEqualTo(Category.UNSORTED);
    assertThat(later.findPromisedDate()).contains(LocalDate.of(2027, 6, 30));
    assertThat(later.changed()).isEqualTo(Histories.RECEIVED_AT.plusSeconds(4 * 600));
    assertThat(later.version()).isEqualTo(5);
  }

  private static Command schedule(LocalDate day) {
    return new Command.Schedule(day, "Dianggarkan");
  }

  @Test
  void a_finished_complaint_that_is_sorted_anew_stays_finished_since_then() {
    Complaint closed = Histories.in(Status.CLOSED);
    Complaint sorted =
        Histories.after(closed, new Command.ChangeCategory(Category.of("road"), "Salah pilih"));

    assertThat(sorted.status()).isEqualTo(Status.CLOSED);
    assertThat(sorted.findFinishedAt()).isEqualTo(closed.findFinishedAt());
  }

  @Test
  void the_last_declaration_that_it_is_done_counts() {
    List<Photo> proof = List.of(Photo.of("second.jpg"));
    Complaint again =
        Histories.after(Histories.in(Status.DISPUTED), new Command.Resolve("Sekarang", proof));

    assertThat(Histories.in(Status.IN_WORK).findResolution()).isEmpty();
    assertThat(Histories.in(Status.DISPUTED).findResolution().orElseThrow().text())
        .isEqualTo("Sudah");
    assertThat(again.findResolution().orElseThrow().proof()).isEqualTo(proof);
  }

  @Test
  void a_wish_to_be_kept_secret_is_kept() {
    Discretion secret = new Discretion(true, true);
    ComplaintEvent.Received it = Histories.receipt(null);
    Complaint complaint =
        Complaint.replay(
            Histories.ID,
            List.of(
                new ComplaintEvent.Received(
                    it.at(),
                    it.by(),
                    it.message(),
                    it.text(),
                    it.location(),
                    it.category(),
                    it.photos(),
                    null,
                    null,
                    secret)));

    assertThat(complaint.discretion()).isEqualTo(secret);
    assertThat(Histories.received().discretion()).isEqualTo(Discretion.NONE);
    assertThat(Report.of("Banjir").withDiscretion(secret).discretion()).isEqualTo(secret);
    assertThat(Report.of("Banjir").discretion()).isEqualTo(Discretion.NONE);
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void a_status_is_open_until_it_is_finished_in_one_way_or_another(Status status) {
    Set<Status> finished =
        EnumSet.of(
            Status.RESOLVED, Status.REJECTED, Status.CLARIFIED, Status.CLOSED, Status.MERGED);

    assertThat(status.isOpen()).isEqualTo(!finished.contains(status));
    assertThat(status.isDisputable())
        .isEqualTo(finished.contains(status) && status != Status.CLOSED && status != Status.MERGED);
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

  @Test
  void numbers_are_in_the_order_of_their_text() {
    ComplaintId last = ComplaintId.parse("f1939e4c-0000-7000-8000-000000000001").orElseThrow();

    assertThat(List.of(last, Histories.OTHER_ID, Histories.ID).stream().sorted())
        .containsExactly(Histories.ID, Histories.OTHER_ID, last);
  }

  @Test
  void an_account_is_read_and_written_as_kind_and_name() {
    AccountId account = AccountId.of("contract", "@desk:one");

    assertThat(account).hasToString("contract:@desk:one");
    assertThat(AccountId.parse("contract:@desk:one")).isEqualTo(account);
    for (String none : List.of("", "x", ":x", "x:", " :x", "x: ")) {
      assertThatIllegalArgumentException().isThrownBy(() -> AccountId.parse(none));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> AccountId.of("a:b", "c"));
    assertThatIllegalArgumentException().isThrownBy(() -> AccountId.of(":a", "c"));
  }
}
