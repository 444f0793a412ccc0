package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.testkit.SampleComplaints.ACCOUNT;
import static org.tanggap.testkit.SampleComplaints.CURSOR;
import static org.tanggap.testkit.SampleComplaints.NOW;
import static org.tanggap.testkit.SampleComplaints.everything;
import static org.tanggap.testkit.SampleComplaints.id;
import static org.tanggap.testkit.SampleComplaints.key;
import static org.tanggap.testkit.SampleComplaints.newComplaint;
import static org.tanggap.testkit.SampleComplaints.reporterId;
import static org.tanggap.testkit.SampleComplaints.taken;
import static org.tanggap.testkit.SampleComplaints.worked;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.Cursor;
import org.tanggap.store.Commit;
import org.tanggap.store.CommitResult;
import org.tanggap.store.Watch;

/** Cursors, which of several readers of an account only one can move. */
abstract class CursorPromises extends HintPromises {

  private static final CommitResult COMMITTED = new CommitResult.Committed();
  private static final CommitResult MOVED = new CommitResult.CursorMoved(ACCOUNT);
  private static final Cursor OTHER = new Cursor("{\"offset\": 18}");

  private CommitResult move(@Nullable Cursor from, Cursor to) {
    return store().commit(new Commit().cursor(ACCOUNT, from, to));
  }

  @Test
  final void a_cursor_moves_only_from_where_it_stands() {
    assertThat(move(null, CURSOR)).isEqualTo(COMMITTED);
    assertThat(move(OTHER, CURSOR)).isEqualTo(MOVED);
    assertThat(move(null, OTHER)).as("as if there were none").isEqualTo(MOVED);
    assertThat(store().findCursor(ACCOUNT)).contains(CURSOR);

    assertThat(move(CURSOR, OTHER)).isEqualTo(COMMITTED);
    assertThat(move(OTHER, OTHER)).as("to where it stands").isEqualTo(COMMITTED);
    assertThat(store().findCursor(ACCOUNT)).contains(OTHER);
  }

  @Test
  final void an_account_without_a_cursor_moves_from_nowhere_else() {
    assertThat(move(CURSOR, OTHER)).isEqualTo(MOVED);

    assertThat(store().findCursor(ACCOUNT)).isEmpty();
  }

  @Test
  final void a_commit_whose_cursor_has_moved_writes_nothing() {
    move(null, OTHER);

    assertThat(store().commit(everything(1))).isEqualTo(MOVED);

    assertThat(store().find(id(1))).isEmpty();
    assertThat(store().findKnown(List.of(key(1)))).isEmpty();
    assertThat(store().findReporter(reporterId(1))).isEmpty();
    assertThat(store().countReplies()).isEmpty();
    assertThat(store().countLeftOut()).isZero();
    assertThat(store().claimFetches(NOW, Duration.ZERO, 1)).isEmpty();
    assertThat(store().findCursor(ACCOUNT)).contains(OTHER);
  }

  @Test
  final void messages_are_looked_at_before_complaints_and_complaints_before_the_cursor() {
    store().commit(newComplaint(1));
    move(null, OTHER);
    Commit late = new Commit().append(worked(1, 3), 2, Watch.NONE).cursor(ACCOUNT, null, CURSOR);

    assertThat(store().commit(late)).isEqualTo(new CommitResult.VersionMoved(id(1)));
    assertThat(store().commit(late.message(key(1), taken(1))))
        .isEqualTo(new CommitResult.MessageTaken(key(1)));
  }

  @Test
  final void of_threads_that_move_the_same_cursor_exactly_one_wins() {
    Cursor stands = null;
    for (int round = 0; round < 20; round++) {
      int first = 10 * round;
      Cursor from = stands;
      List<CommitResult> results =
          Together.run(3, thread -> move(from, new Cursor("" + (first + thread))));

      assertThat(results).as("round %s", round).containsExactlyInAnyOrder(COMMITTED, MOVED, MOVED);
      stands = new Cursor("" + (first + results.indexOf(COMMITTED)));
      assertThat(store().findCursor(ACCOUNT)).contains(stands);
    }
  }
}
