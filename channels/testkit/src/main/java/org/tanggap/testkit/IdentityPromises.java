package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.testkit.SampleComplaints.NOW;
import static org.tanggap.testkit.SampleComplaints.newComplaint;
import static org.tanggap.testkit.SampleComplaints.reply;
import static org.tanggap.testkit.SampleComplaints.reporterId;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.tanggap.complaint.Reporter;
import org.tanggap.complaint.ReporterId;
import org.tanggap.store.Commit;
import org.tanggap.store.Erasure;
import org.tanggap.store.KnownReporter;
import org.tanggap.store.OutboxEntry;
import org.tanggap.store.ReporterHandle;

/** People whom a channel names otherwise from now on, and people who want no answers. */
abstract class IdentityPromises extends ReplyStatePromises {

  private static final String ODD = "+62\u0000-\u001A0\uD83D\uDE4F";
  private static final ReporterHandle OLD = new ReporterHandle("sms", "+62-old");
  private static final ReporterHandle NEW = new ReporterHandle("sms", "+62-new");
  private static final Reporter PERSON = new Reporter(NEW.handle(), "Nama baru");

  private int replies = 100;

  private static KnownReporter known(int number, ReporterHandle handle) {
    return new KnownReporter(
        reporterId(number), handle.channel(), new Reporter(handle.handle(), null));
  }

  private void meet(KnownReporter... people) {
    Commit commit = new Commit();
    for (KnownReporter person : people) {
      commit.reporter(person);
    }
    store().commit(commit);
  }

  private void rename(ReporterHandle former, Reporter person) {
    store().commit(new Commit().identity(former, person));
  }

  private void wish(ReporterHandle handle, boolean wanted) {
    store().commit(new Commit().answersWanted(handle, wanted));
  }

  /** Whether the people of these numbers want answers, as a claim tells. */
  private List<Boolean> wanted(int... numbers) {
    Commit commit = new Commit();
    for (int number : numbers) {
      commit.reply(reply(++replies, NOW, reporterId(number)));
    }
    store().commit(commit);
    return store().claimReplies(NOW, Duration.ofDays(1), 100).stream()
        .map(OutboxEntry::answersWanted)
        .toList();
  }

  private Map<ReporterHandle, ReporterId> find(ReporterHandle... handles) {
    return store().findReporters(List.of(handles));
  }

  @Test
  final void a_person_with_a_new_handle_is_known_by_it_under_every_reference() {
    meet(known(1, OLD), known(2, OLD));

    rename(OLD, PERSON);

    assertThat(find(OLD, NEW)).isEqualTo(Map.of(NEW, reporterId(1)));
    for (int number = 1; number <= 2; number++) {
      assertThat(store().findReporter(reporterId(number)))
          .contains(new KnownReporter(reporterId(number), "sms", PERSON));
    }
  }

  @Test
  final void a_new_handle_may_hold_any_character() {
    ReporterHandle odd = new ReporterHandle("sms", ODD);
    meet(known(1, OLD));
    rename(OLD, new Reporter(ODD, ODD));
    assertThat(find(odd)).containsValue(reporterId(1));

    rename(odd, PERSON);

    assertThat(find(odd, NEW)).isEqualTo(Map.of(NEW, reporterId(1)));
  }

  @Test
  final void a_new_handle_is_nobody_elses_and_counts_on_its_kind_of_channel_only() {
    ReporterHandle elsewhere = new ReporterHandle("whatsapp", OLD.handle());
    ReporterHandle other = new ReporterHandle("sms", "+62-other");
    meet(known(1, OLD), known(2, elsewhere), known(3, other));

    rename(OLD, PERSON);

    assertThat(find(elsewhere, other, NEW))
        .isEqualTo(Map.of(elsewhere, reporterId(2), other, reporterId(3), NEW, reporterId(1)));
  }

  @Test
  final void a_new_handle_of_somebody_unknown_changes_nothing() {
    rename(OLD, PERSON);

    assertThat(find(OLD, NEW)).isEmpty();
  }

  @Test
  final void handles_that_change_in_one_commit_change_in_order() {
    meet(known(1, OLD));
    Reporter last = new Reporter("+62-last", null);

    store().commit(new Commit().identity(OLD, PERSON).identity(NEW, last));

    assertThat(store().findReporter(reporterId(1)).orElseThrow().reporter()).isEqualTo(last);
  }

  @Test
  final void a_person_who_is_met_and_renamed_in_one_commit_has_the_new_handle() {
    store().commit(new Commit().identity(OLD, PERSON).reporter(known(1, OLD)));

    assertThat(find(OLD, NEW)).isEqualTo(Map.of(NEW, reporterId(1)));
  }

  @Test
  final void a_refused_commit_renames_nobody_and_notes_no_wish() {
    meet(known(1, OLD));
    store().commit(newComplaint(2));

    store().commit(newComplaint(2).identity(OLD, PERSON).answersWanted(OLD, false));

    assertThat(find(OLD, NEW)).isEqualTo(Map.of(OLD, reporterId(1)));
    assertThat(wanted(1)).containsExactly(true);
  }

  @Test
  final void two_who_turn_out_to_be_one_are_found_as_one_and_erased_together() {
    meet(known(1, NEW), known(2, OLD));
    for (int number = 1; number <= 2; number++) {
      store().commit(newComplaint(number).reply(reply(number, NOW, reporterId(number))));
    }

    rename(OLD, PERSON);

    assertThat(find(OLD, NEW)).isEqualTo(Map.of(NEW, reporterId(1)));
    assertThat(store().erase(reporterId(1), UnaryOperator.identity()))
        .isEqualTo(new Erasure(2, 2, 0, 2));
    assertThat(find(OLD, NEW)).isEmpty();
    assertThat(store().findReporter(reporterId(2))).isEmpty();
  }

  @Test
  final void an_answer_goes_to_the_handle_that_the_person_has_by_now() {
    meet(known(1, OLD));
    store().commit(new Commit().reply(reply(1, NOW, reporterId(1))));

    rename(OLD, PERSON);

    assertThat(store().claimReplies(NOW, Duration.ZERO, 10))
        .extracting(entry -> entry.reply().to().reporter())
        .containsExactly(PERSON);
  }

  @Test
  final void who_wants_no_answers_is_told_with_each_until_they_are_wanted_again() {
    ReporterHandle elsewhere = new ReporterHandle("whatsapp", OLD.handle());
    meet(known(1, OLD), known(2, OLD), known(3, elsewhere), known(4, NEW));

    wish(OLD, false);
    assertThat(wanted(1, 2, 3, 4)).containsExactly(false, false, true, true);
    wish(OLD, true);
    assertThat(wanted(1, 2, 3, 4)).containsExactly(true, true, true, true);
  }

  @Test
  final void a_wish_counts_for_answers_that_wait_already() {
    meet(known(1, OLD));
    store().commit(new Commit().reply(reply(1, NOW, reporterId(1))));

    wish(OLD, false);

    assertThat(wanted()).containsExactly(false);
  }

  @Test
  final void the_last_wish_of_a_commit_counts_also_of_who_becomes_known_by_it() {
    store()
        .commit(
            new Commit()
                .answersWanted(OLD, true)
                .answersWanted(OLD, false)
                .reporter(known(1, OLD)));

    assertThat(wanted(1)).containsExactly(false);
  }

  @Test
  final void a_wish_of_somebody_unknown_is_not_kept() {
    wish(OLD, false);

    meet(known(1, OLD));

    assertThat(wanted(1)).containsExactly(true);
  }

  @Test
  final void a_wish_counts_for_references_that_come_later_and_survives_a_correction() {
    meet(known(1, OLD));
    wish(OLD, false);

    meet(known(1, OLD), known(2, OLD));

    assertThat(wanted(1, 2)).containsExactly(false, false);
  }

  @Test
  final void a_wish_goes_with_the_person_to_the_new_handle() {
    meet(known(1, OLD));
    wish(OLD, false);
    rename(OLD, PERSON);
    assertThat(wanted(1)).containsExactly(false);

    wish(OLD, true);
    assertThat(wanted(1)).as("nobody is known by the old handle").containsExactly(false);
    wish(NEW, true);
    assertThat(wanted(1)).containsExactly(true);
  }

  @Test
  final void a_wish_beside_a_change_of_handle_counts_by_either_handle() {
    meet(known(1, OLD), known(2, new ReporterHandle("sms", "+62-3")));
    store().commit(new Commit().identity(OLD, PERSON).answersWanted(OLD, false));
    assertThat(wanted(1, 2)).containsExactly(false, true);

    store()
        .commit(
            new Commit()
                .answersWanted(OLD, true)
                .identity(new ReporterHandle("sms", "+62-3"), new Reporter("+62-4", null))
                .answersWanted(new ReporterHandle("sms", "+62-4"), false));

    assertThat(wanted(1, 2)).containsExactly(false, false);
  }

  @Test
  final void answers_to_nobody_and_to_the_erased_are_wanted() {
    meet(known(1, OLD));
    wish(OLD, false);
    store().erase(reporterId(1), UnaryOperator.identity());
    store().commit(new Commit().reply(reply(1, NOW)));

    assertThat(wanted(1)).containsExactly(true, true);
    meet(known(2, OLD));
    assertThat(wanted(2)).as("nothing is kept of whom the store forgot").containsExactly(true);
  }
}
