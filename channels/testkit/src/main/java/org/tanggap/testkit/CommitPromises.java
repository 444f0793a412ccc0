package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tanggap.testkit.SampleComplaints.ACCOUNT;
import static org.tanggap.testkit.SampleComplaints.CURSOR;
import static org.tanggap.testkit.SampleComplaints.NOW;
import static org.tanggap.testkit.SampleComplaints.WORK;
import static org.tanggap.testkit.SampleComplaints.account;
import static org.tanggap.testkit.SampleComplaints.announced;
import static org.tanggap.testkit.SampleComplaints.complaint;
import static org.tanggap.testkit.SampleComplaints.everything;
import static org.tanggap.testkit.SampleComplaints.id;
import static org.tanggap.testkit.SampleComplaints.key;
import static org.tanggap.testkit.SampleComplaints.leftOut;
import static org.tanggap.testkit.SampleComplaints.newComplaint;
import static org.tanggap.testkit.SampleComplaints.person;
import static org.tanggap.testkit.SampleComplaints.receipt;
import static org.tanggap.testkit.SampleComplaints.reply;
import static org.tanggap.testkit.SampleComplaints.reporterId;
import static org.tanggap.testkit.SampleComplaints.taken;
import static org.tanggap.testkit.SampleComplaints.withLongHistory;
import static org.tanggap.testkit.SampleComplaints.worked;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.Cursor;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.store.Commit;
import org.tanggap.store.CommitResult;
import org.tanggap.store.ComplaintQuery;
import org.tanggap.store.LeftOut;
import org.tanggap.store.OutboxState;
import org.tanggap.store.PendingFetch;
import org.tanggap.store.StoreException;
import org.tanggap.store.Watch;

/** Writing: everything in a commit, or nothing of it. */
abstract class CommitPromises extends StoreUnderTest {

  private static final CommitResult COMMITTED = new CommitResult.Committed();

  private int version(int number) {
    return store().find(id(number)).orElseThrow().version();
  }

  private void assertNothingIsStored() {
    assertThat(store().list(ComplaintQuery.all()).complaints()).as("complaints").isEmpty();
    assertThat(store().findCursor(ACCOUNT)).as("cursor").isEmpty();
    assertThat(store().countReplies()).as("replies").isEmpty();
    assertThat(store().countLeftOut()).as("left out").isZero();
    assertThat(store().claimFetches(NOW, Duration.ZERO, 1)).as("announcements").isEmpty();
  }

  @Test
  final void a_commit_writes_everything_in_it() {
    assertThat(store().commit(everything(1))).isEqualTo(COMMITTED);

    assertThat(store().find(id(1)).orElseThrow().history()).containsExactly(receipt(1));
    assertThat(store().findKnown(List.of(key(1)))).isEqualTo(Map.of(key(1), taken(1)));
    assertThat(store().findCursor(ACCOUNT)).contains(CURSOR);
    assertThat(store().countReplies()).isEqualTo(Map.of(OutboxState.PENDING, 1L));
    assertThat(store().listLeftOut(10)).containsExactly(leftOut("line 1", NOW));
    assertThat(store().claimFetches(NOW, Duration.ZERO, 2))
        .containsExactly(new PendingFetch(announced(1), 1));
  }

  @Test
  final void an_empty_commit_is_committed() {
    assertThat(store().commit(new Commit())).isEqualTo(COMMITTED);

    assertNothingIsStored();
  }

  @Test
  final void every_kind_of_event_is_read_back_as_it_was_written() {
    List<ComplaintEvent> history = withLongHistory(1).history();
    assertThat(history.stream().<Class<?>>map(Object::getClass).distinct())
        .as("the sample")
        .containsExactlyInAnyOrder(ComplaintEvent.class.getPermittedSubclasses());

    store().commit(new Commit().append(withLongHistory(1), 0, Watch.NONE));

    assertThat(store().find(id(1)).orElseThrow().history()).isEqualTo(history);
  }

  @Test
  final void events_come_after_those_that_the_complaint_has() {
    store().commit(newComplaint(1));

    assertThat(store().commit(new Commit().append(worked(1, 2), 1, Watch.NONE)))
        .isEqualTo(COMMITTED);

    assertThat(store().find(id(1)).orElseThrow().history()).containsExactly(receipt(1), WORK);
  }

  @Test
  final void a_commit_with_a_message_that_was_taken_writes_nothing() {
    store().commit(new Commit().message(key(9), taken(9)));

    assertThat(store().commit(everything(1).message(key(9), taken(1))))
        .isEqualTo(new CommitResult.MessageTaken(key(9)));

    assertNothingIsStored();
    assertThat(store().findKnown(List.of(key(1), key(9)))).isEqualTo(Map.of(key(9), taken(9)));
  }

  @Test
  final void a_commit_for_a_complaint_that_has_moved_on_writes_nothing() {
    store().commit(newComplaint(1));
    store().commit(new Commit().append(worked(1, 2), 1, Watch.NONE));

    assertThat(store().commit(everything(2).append(worked(1, 2), 1, Watch.NONE)))
        .isEqualTo(new CommitResult.VersionMoved(id(1)));

    assertThat(version(1)).isEqualTo(2);
    assertThat(store().find(id(2))).isEmpty();
    assertThat(store().findKnown(List.of(key(2)))).isEmpty();
    assertThat(store().findCursor(account(2))).isEmpty();
    assertThat(store().countReplies()).isEmpty();
    assertThat(store().countLeftOut()).isZero();
  }

  @Test
  final void a_commit_that_expects_events_which_are_not_there_writes_nothing() {
    assertThat(store().commit(everything(1).append(worked(2, 2), 1, Watch.NONE)))
        .isEqualTo(new CommitResult.VersionMoved(id(2)));

    assertNothingIsStored();
  }

  @Test
  final void a_new_complaint_does_not_take_the_number_of_another() {
    store().commit(newComplaint(1));

    assertThat(store().commit(new Commit().append(complaint(1), 0, Watch.NONE)))
        .isEqualTo(new CommitResult.VersionMoved(id(1)));

    assertThat(version(1)).isEqualTo(1);
  }

  @Test
  final void a_refused_commit_leaves_no_identity_behind() {
    store().commit(newComplaint(1));
    store().commit(everything(1));

    store().commit(new Commit().reply(reply(2, NOW, SampleComplaints.reporterId(1))));

    assertThat(store().claimReplies(NOW, Duration.ofMinutes(1), 10))
        .extracting(entry -> entry.reply().to().reporter())
        .containsOnlyNulls()
        .hasSize(1);
  }

  @Test
  final void a_commit_that_was_written_is_safe_to_repeat() {
    store().commit(everything(1));

    assertThat(store().commit(everything(1))).isNotEqualTo(COMMITTED);

    assertThat(version(1)).isEqualTo(1);
    assertThat(store().countReplies()).isEqualTo(Map.of(OutboxState.PENDING, 1L));
    assertThat(store().countLeftOut()).isEqualTo(1);
  }

  @Test
  final void what_was_refused_can_be_committed_without_the_part_in_conflict() {
    store().commit(new Commit().message(key(9), taken(9)));
    store().commit(everything(1).message(key(9), taken(1)));

    assertThat(store().commit(everything(1))).isEqualTo(COMMITTED);
  }

  @Test
  final void of_two_threads_that_commit_the_same_message_exactly_one_wins() {
    Cursor last = null;
    for (int round = 0; round < 20; round++) {
      int first = 1_000 + 10 * round;
      Cursor from = last;
      List<CommitResult> results =
          Together.run(
              2,
              thread ->
                  store()
                      .commit(
                          new Commit()
                              .message(key(first), taken(first + thread))
                              .append(complaint(first + thread), 0, Watch.NONE)
                              .cursor(ACCOUNT, from, new Cursor("" + (first + thread)))));

      assertThat(results)
          .as("round %s", round)
          .containsExactlyInAnyOrder(COMMITTED, new CommitResult.MessageTaken(key(first)));
      int winner = first + results.indexOf(COMMITTED);
      assertThat(store().findKnown(List.of(key(first)))).containsValue(taken(winner));
      last = new Cursor("" + winner);
      assertThat(store().findCursor(ACCOUNT)).contains(last);
    }
    assertThat(store().list(ComplaintQuery.all()).complaints()).hasSize(20);
  }

  @Test
  final void of_two_threads_that_change_the_same_complaint_exactly_one_wins() {
    store().commit(newComplaint(1));

    for (int version = 1; version <= 20; version++) {
      int seen = version;
      List<CommitResult> results =
          Together.run(
              2,
              thread -> store().commit(new Commit().append(worked(1, seen + 1), seen, Watch.NONE)));

      assertThat(results)
          .as("version %s", version)
          .containsExactlyInAnyOrder(COMMITTED, new CommitResult.VersionMoved(id(1)));
      assertThat(version(1)).isEqualTo(seen + 1);
    }
  }

  @Test
  final void threads_that_change_different_complaints_do_not_disturb_each_other() {
    int threads = 4;
    int changes = 25;
    for (int number = 1; number <= threads; number++) {
      store().commit(newComplaint(number));
    }

    Together.run(
        threads,
        thread -> {
          for (int version = 1; version <= changes; version++) {
            Commit commit =
                new Commit().append(worked(thread + 1, version + 1), version, Watch.NONE);
            assertThat(store().commit(commit)).isEqualTo(COMMITTED);
          }
          return thread;
        });

    assertThat(store().list(ComplaintQuery.all()).complaints())
        .hasSize(threads)
        .allSatisfy(complaint -> assertThat(complaint.version()).isEqualTo(changes + 1));
  }

  @Test
  final void a_commit_may_hold_hundreds_of_complaints() {
    Commit commit = new Commit();
    for (int number = 0; number < 600; number++) {
      commit
          .message(key(number), taken(number))
          .append(complaint(number, WORK), 0, Watch.NONE)
          .reporter(person(number))
          .reply(reply(number, NOW, reporterId(number)));
    }

    assertThat(store().commit(commit)).isEqualTo(COMMITTED);

    List<Complaint> all = store().list(ComplaintQuery.all().limit(1_000)).complaints();
    assertThat(all).hasSize(600).allMatch(complaint -> complaint.version() == 2);
    assertThat(store().countReplies()).isEqualTo(Map.of(OutboxState.PENDING, 600L));
  }

  @Test
  final void a_complaint_may_grow_twice_in_one_commit() {
    Commit commit =
        new Commit().append(complaint(1), 0, Watch.NONE).append(worked(1, 3), 1, Watch.NONE);

    assertThat(store().commit(commit)).isEqualTo(COMMITTED);
    assertThat(version(1)).isEqualTo(3);
    assertThat(store().commit(new Commit().append(worked(1, 4), 3, Watch.NONE)))
        .isEqualTo(COMMITTED);
  }

  @Test
  final void a_commit_that_opens_a_complaint_twice_writes_nothing() {
    Commit commit =
        new Commit().append(complaint(1), 0, Watch.NONE).append(complaint(1), 0, Watch.NONE);

    assertThat(store().commit(commit)).isEqualTo(new CommitResult.VersionMoved(id(1)));
    assertNothingIsStored();
  }

  @Test
  final void an_answer_whose_id_is_taken_is_a_fault_and_nothing_is_written() {
    store().commit(new Commit().reply(reply(1, NOW)));

    assertThatThrownBy(() -> store().commit(newComplaint(2).reply(reply(1, NOW))))
        .isInstanceOf(StoreException.class);
    assertThat(store().find(id(2))).isEmpty();
    assertThat(store().findKnown(List.of(key(2)))).isEmpty();
  }

  @Test
  final void writers_that_take_the_same_things_in_another_order_do_not_block_each_other() {
    int complaints = 6;
    for (int number = 1; number <= complaints; number++) {
      store().commit(newComplaint(number));
    }

    for (int round = 1; round <= 10; round++) {
      int seen = round;
      List<CommitResult> results =
          Together.run(
              2,
              thread -> {
                Commit commit = new Commit();
                for (int i = 0; i < complaints; i++) {
                  int number = thread == 0 ? 1 + i : complaints - i;
                  commit
                      .append(worked(number, seen + 1), seen, Watch.NONE)
                      .message(key(1_000 * seen + number), taken(number));
                }
                return store().commit(commit);
              });

      assertThat(results).as("round %s", round).containsOnlyOnce(COMMITTED);
    }
    assertThat(store().list(ComplaintQuery.all()).complaints())
        .hasSize(complaints)
        .allMatch(complaint -> complaint.version() == 11);
  }

  @Test
  final void cursors_and_reasons_may_hold_any_character() {
    String odd = "a\u0000b\u001A0\u001A\u001Ac\\u0000\n\uD83D\uDE4F";
    LeftOut entry = new LeftOut(ACCOUNT, odd, odd, NOW);
    store().commit(new Commit().leftOut(entry).cursor(ACCOUNT, null, new Cursor(odd)));

    assertThat(store().listLeftOut(1)).containsExactly(entry);
    assertThat(store().findCursor(ACCOUNT)).contains(new Cursor(odd));
  }

  @Test
  final void the_place_of_what_was_left_out_may_be_long() {
    String random =
        new Random(20261122)
            .ints(20_000, 0x21, 0xD7FF)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    store().commit(new Commit().leftOut(leftOut(random, NOW)));
    store().commit(new Commit().leftOut(leftOut(random, NOW)).leftOut(leftOut(random + 1, NOW)));

    assertThat(store().countLeftOut()).isEqualTo(2);
  }
}
