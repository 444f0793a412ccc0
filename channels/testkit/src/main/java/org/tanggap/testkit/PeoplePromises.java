package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tanggap.testkit.SampleComplaints.NOW;
import static org.tanggap.testkit.SampleComplaints.OFFICER;
import static org.tanggap.testkit.SampleComplaints.SENT;
import static org.tanggap.testkit.SampleComplaints.WORK;
import static org.tanggap.testkit.SampleComplaints.complaint;
import static org.tanggap.testkit.SampleComplaints.everything;
import static org.tanggap.testkit.SampleComplaints.handle;
import static org.tanggap.testkit.SampleComplaints.id;
import static org.tanggap.testkit.SampleComplaints.newComplaint;
import static org.tanggap.testkit.SampleComplaints.person;
import static org.tanggap.testkit.SampleComplaints.reply;
import static org.tanggap.testkit.SampleComplaints.reporter;
import static org.tanggap.testkit.SampleComplaints.reporterId;
import static org.tanggap.testkit.SampleComplaints.uuid;
import static org.tanggap.testkit.SampleComplaints.worked;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Reporter;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Position;
import org.tanggap.store.Bookmark;
import org.tanggap.store.Commit;
import org.tanggap.store.ComplaintQuery;
import org.tanggap.store.ComplaintQuery.Order;
import org.tanggap.store.DeliveryOutcome;
import org.tanggap.store.Erasure;
import org.tanggap.store.KnownReporter;
import org.tanggap.store.OutboxEntry;
import org.tanggap.store.OutboxState;
import org.tanggap.store.ReporterHandle;
import org.tanggap.store.StoredReply;
import org.tanggap.store.Watch;

/** People: known by their handles, and forgotten when the law asks for it. */
abstract class PeoplePromises extends WatchPromises {

  private static final Duration LEASE = Duration.ofMinutes(5);

  /** Takes the words and the place out of a receipt. */
  private static ComplaintEvent redacted(ComplaintEvent event) {
    return event instanceof ComplaintEvent.Received it
        ? new ComplaintEvent.Received(
            it.at(),
            it.by(),
            it.message(),
            "",
            LocationEvidence.none(),
            it.category(),
            List.of(),
            it.sentAt(),
            it.reporter(),
            it.discretion())
        : event;
  }

  private static ComplaintEvent withoutReference(ComplaintEvent event) {
    return event instanceof ComplaintEvent.Received it
        ? new ComplaintEvent.Received(
            it.at(),
            it.by(),
            it.message(),
            it.text(),
            it.location(),
            it.category(),
            it.photos(),
            it.sentAt(),
            null,
            it.discretion())
        : event;
  }

  private void meet(KnownReporter... people) {
    Commit commit = new Commit();
    for (KnownReporter person : people) {
      commit.reporter(person);
    }
    store().commit(commit);
  }

  private static KnownReporter known(int number, String channel, String handle) {
    return new KnownReporter(reporterId(number), channel, new Reporter(handle, null));
  }

  private Complaint stored(int number) {
    return store().find(id(number)).orElseThrow();
  }

  private List<StoredReply> withdrawn() {
    return store().listReplies(OutboxState.WITHDRAWN, null, 10);
  }

  @Test
  final void a_person_is_found_by_the_handle_on_its_kind_of_channel() {
    meet(person(1), person(2), known(3, "sms", handle(1).handle()));

    assertThat(
            store()
                .findReporters(
                    List.of(
                        handle(1),
                        handle(2),
                        handle(4),
                        new ReporterHandle("sms", handle(1).handle()),
                        new ReporterHandle("sms", handle(2).handle()))))
        .isEqualTo(
            Map.of(
                handle(1),
                reporterId(1),
                handle(2),
                reporterId(2),
                new ReporterHandle("sms", handle(1).handle()),
                reporterId(3)));
    assertThat(store().findReporters(List.of())).isEmpty();
  }

  @Test
  final void a_handle_is_known_by_its_exact_text() {
    meet(known(1, "mail", "Ani@example.org"));

    assertThat(
            store()
                .findReporters(
                    List.of(
                        new ReporterHandle("mail", "ani@example.org"),
                        new ReporterHandle("mail", "Ani@example.org "),
                        new ReporterHandle("mail", "%"))))
        .isEmpty();
  }

  @Test
  final void of_several_references_to_a_handle_the_first_one_is_found() {
    meet(known(3, "sms", "+62-1"), known(2, "sms", "+62-1"), known(4, "sms", "+62-1"));

    assertThat(store().findReporters(List.of(new ReporterHandle("sms", "+62-1"))))
        .containsValue(reporterId(2));
  }

  @Test
  final void a_handle_may_be_long_and_hold_any_character() {
    String random =
        new Random(20261122)
            .ints(20_000, 0x21, 0xD7FF)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    String odd = "a\u0000b\u001A0\u001A\u001Ac\\u0000\uD83D\uDE4F";
    meet(known(1, "mail", random), known(2, "mail", odd), known(3, "mail", "a"));

    ReporterHandle asked = new ReporterHandle("mail", random);
    assertThat(store().findReporters(List.of(asked))).isEqualTo(Map.of(asked, reporterId(1)));
    assertThat(store().findReporters(List.of(new ReporterHandle("mail", odd))))
        .containsValue(reporterId(2));
    assertThat(store().findReporter(reporterId(2))).contains(known(2, "mail", odd));
  }

  @Test
  final void a_reference_says_who_it_is_until_the_person_is_erased() {
    meet(person(1), person(2));

    assertThat(store().findReporter(reporterId(1))).contains(person(1));
    assertThat(store().findReporter(reporterId(3))).isEmpty();
    store().erase(reporterId(1), UnaryOperator.identity());
    assertThat(store().findReporter(reporterId(1))).isEmpty();
    assertThat(store().findReporters(List.of(handle(1), handle(2))))
        .isEqualTo(Map.of(handle(2), reporterId(2)));
  }

  @Test
  final void an_identity_that_is_given_again_is_corrected() {
    meet(person(1));
    KnownReporter corrected =
        new KnownReporter(reporterId(1), "contract", new Reporter("+62-1", "Nama baru"));
    meet(corrected);

    assertThat(store().findReporter(reporterId(1))).contains(corrected);
  }

  @Test
  final void an_erasure_forgets_every_reference_to_the_same_handle_and_nobody_else() {
    meet(
        known(1, "sms", "+62-1"),
        known(2, "sms", "+62-1"),
        known(3, "whatsapp", "+62-1"),
        known(4, "sms", "+62-2"));
    for (int number = 1; number <= 4; number++) {
      store().commit(newComplaint(number).reply(reply(number, NOW, reporterId(number))));
    }

    Erasure receipt = store().erase(reporterId(2), PeoplePromises::redacted);

    assertThat(receipt).isEqualTo(new Erasure(2, 2, 2, 2));
    assertThat(store().findReporter(reporterId(1))).isEmpty();
    assertThat(store().findReporter(reporterId(2))).isEmpty();
    assertThat(store().findReporter(reporterId(3))).isPresent();
    assertThat(store().findReporter(reporterId(4))).isPresent();
    assertThat(stored(3)).usingRecursiveComparison().isEqualTo(complaint(3));
    assertThat(stored(4)).usingRecursiveComparison().isEqualTo(complaint(4));
    assertThat(withdrawn()).extracting(StoredReply::id).containsExactly(uuid(1), uuid(2));
  }

  @Test
  final void the_complaints_of_an_erased_person_stand_without_the_words() {
    store().commit(everything(1));
    store().commit(new Commit().append(worked(1, 2), 1, Watch.NONE));

    store().erase(reporterId(1), PeoplePromises::redacted);

    assertThat(stored(1).history()).containsExactly(redacted(SampleComplaints.receipt(1)), WORK);
    assertThat(stored(1).received().text()).isEmpty();
    assertThat(store().list(ComplaintQuery.open()).complaints())
        .extracting(Complaint::version)
        .containsExactly(2);
  }

  @Test
  final void one_complaint_is_redacted_without_touching_another_or_its_person() {
    store().commit(everything(1));
    store().commit(everything(2));

    int events = store().redact(id(1), PeoplePromises::redacted);

    assertThat(events).isEqualTo(1);
    assertThat(stored(1).received().text()).isEmpty();
    assertThat(stored(2).received().text()).isNotEmpty();
    assertThat(store().findReporter(reporterId(1))).isPresent();
    assertThat(store().redact(id(1), PeoplePromises::redacted)).as("once more").isZero();
    assertThat(store().redact(id(9), PeoplePromises::redacted)).as("no such complaint").isZero();
  }

  @Test
  final void a_complaint_whose_reference_was_taken_out_is_not_found_by_the_person() {
    store().commit(everything(1));

    store().redact(id(1), PeoplePromises::withoutReference);

    assertThat(store().list(ComplaintQuery.all().reportedBy(reporterId(1))).complaints()).isEmpty();
  }

  @Test
  final void what_was_taken_out_cannot_be_searched_by_any_more() {
    store().commit(everything(1));
    ComplaintQuery onTheMap =
        ComplaintQuery.all().within(Position.of(-90, -180), Position.of(90, 180));
    assertThat(store().list(onTheMap).complaints()).hasSize(1);

    store().erase(reporterId(1), PeoplePromises::redacted);

    assertThat(store().list(onTheMap).complaints()).isEmpty();
    assertThat(store().list(ComplaintQuery.all().reportedBy(reporterId(1))).complaints())
        .as("the reference stays")
        .hasSize(1);
  }

  @Test
  final void nothing_that_can_be_read_holds_the_handle_the_name_or_the_words() {
    store().commit(everything(1));
    store().commit(everything(2));
    store().settleReply(store().claimReplies(NOW, LEASE, 1).get(0), SENT);

    store().erase(reporterId(1), PeoplePromises::redacted);

    String readable = EverythingReadable.of(store());
    assertThat(readable)
        .doesNotContain("+62-1", "Nama \u00e9 1", "\uD83D\uDE00 1", "\uD83D\uDE4F 1", "utas <1>")
        .contains("+62-2", "\uD83D\uDE00 2", "\uD83D\uDE4F 2", "utas <2>");
  }

  @Test
  final void words_are_taken_out_of_the_complaints_that_the_person_opened_and_no_others() {
    store().commit(everything(1));
    store().commit(new Commit().append(complaint(2, EveryEvent.followed(1)), 0, Watch.NONE));

    Erasure receipt = store().erase(reporterId(1), PeoplePromises::redacted);

    assertThat(receipt).isEqualTo(new Erasure(1, 2, 1, 1));
    assertThat(stored(2).received().text()).isNotEmpty();
  }

  @Test
  final void an_erasure_is_safe_to_repeat() {
    store().commit(everything(1));
    store().erase(reporterId(1), PeoplePromises::redacted);

    assertThat(store().erase(reporterId(1), PeoplePromises::redacted))
        .isEqualTo(new Erasure(0, 1, 0, 0));
    assertThat(store().erase(reporterId(9), PeoplePromises::redacted))
        .isEqualTo(new Erasure(0, 0, 0, 0));
  }

  @Test
  final void answers_to_an_erased_person_are_emptied_and_those_that_wait_are_withdrawn() {
    store()
        .commit(
            everything(1)
                .reply(reply(2, NOW.plusSeconds(1), reporterId(1)))
                .reply(reply(3, NOW.plusSeconds(2), null)));
    OutboxEntry sent = store().claimReplies(NOW, LEASE, 1).get(0);
    store().settleReply(sent, SENT);

    assertThat(store().erase(reporterId(1), UnaryOperator.identity()))
        .isEqualTo(new Erasure(1, 1, 0, 2));

    assertThat(store().countReplies())
        .isEqualTo(
            Map.of(OutboxState.SENT, 1L, OutboxState.WITHDRAWN, 1L, OutboxState.PENDING, 1L));
    assertThat(store().claimReplies(NOW.plusSeconds(60), LEASE, 10))
        .extracting(entry -> entry.reply().id())
        .containsExactly(uuid(3));
    assertThat(store().retryReply(uuid(2), NOW)).isFalse();
  }

  @Test
  final void an_answer_that_is_withdrawn_during_its_delivery_does_not_come_back() {
    store().commit(everything(1));
    OutboxEntry claimed = store().claimReplies(NOW, LEASE, 1).get(0);
    store().erase(reporterId(1), UnaryOperator.identity());

    store().settleReply(claimed, new DeliveryOutcome.Retry(NOW, "time-out"));

    assertThat(store().claimReplies(NOW.plus(LEASE), LEASE, 10)).isEmpty();
    assertThat(withdrawn()).hasSize(1);
  }

  @Test
  final void an_answer_written_after_the_erasure_is_claimed_without_the_person() {
    store().commit(everything(1));
    store().erase(reporterId(1), UnaryOperator.identity());
    store().commit(new Commit().reply(reply(5, NOW, reporterId(1))));

    assertThat(store().claimReplies(NOW, LEASE, 10))
        .extracting(entry -> entry.reply().to().reporter())
        .containsExactly((Reporter) null);
  }

  @Test
  final void a_writer_who_read_before_the_erasure_brings_no_words_back() {
    store().commit(everything(1));
    Complaint read = stored(1);
    store().erase(reporterId(1), PeoplePromises::redacted);

    store().commit(new Commit().append(read.after(WORK), 1, Watch.NONE));

    assertThat(stored(1).history()).containsExactly(redacted(SampleComplaints.receipt(1)), WORK);
  }

  @Test
  final void who_follows_the_changes_gets_what_an_erasure_has_changed() {
    store().commit(everything(1));
    store().commit(everything(2));
    ComplaintQuery changes = ComplaintQuery.all().by(Order.CHANGED);
    Bookmark seen = store().list(changes).findEnd().orElseThrow();

    store().erase(reporterId(2), UnaryOperator.identity());
    assertThat(store().list(changes.after(seen)).complaints()).isEmpty();
    store().erase(reporterId(1), PeoplePromises::redacted);
    assertThat(store().list(changes.after(seen)).complaints())
        .extracting(it -> it.received().text())
        .containsExactly("");
  }

  @Test
  final void a_redaction_that_changes_who_did_what_when_is_refused_and_changes_nothing() {
    store().commit(everything(1));
    List<UnaryOperator<ComplaintEvent>> wrong =
        List.of(
            event -> WORK,
            event -> new ComplaintEvent.Verified(NOW, OFFICER),
            event -> {
              ComplaintEvent.Received it = (ComplaintEvent.Received) event;
              return new ComplaintEvent.Received(
                  it.at().plusMillis(1),
                  it.by(),
                  it.message(),
                  "",
                  it.location(),
                  it.category(),
                  it.photos(),
                  it.sentAt(),
                  it.reporter(),
                  it.discretion());
            });

    for (UnaryOperator<ComplaintEvent> redaction : wrong) {
      assertThatThrownBy(() -> store().erase(reporterId(1), redaction))
          .isInstanceOf(IllegalArgumentException.class);
    }

    assertThat(stored(1).history()).containsExactly(SampleComplaints.receipt(1));
    assertThat(store().findReporter(reporterId(1)))
        .map(KnownReporter::reporter)
        .contains(reporter(1));
    assertThat(store().countReplies()).isEqualTo(Map.of(OutboxState.PENDING, 1L));
  }
}
