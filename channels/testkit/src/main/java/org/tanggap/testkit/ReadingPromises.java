package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.testkit.SampleComplaints.ACCOUNT;
import static org.tanggap.testkit.SampleComplaints.NOW;
import static org.tanggap.testkit.SampleComplaints.id;
import static org.tanggap.testkit.SampleComplaints.key;
import static org.tanggap.testkit.SampleComplaints.leftOut;
import static org.tanggap.testkit.SampleComplaints.newComplaint;
import static org.tanggap.testkit.SampleComplaints.taken;
import static org.tanggap.testkit.SampleComplaints.withLongHistory;
import static org.tanggap.testkit.SampleComplaints.worked;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.Cursor;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.store.Bookmark;
import org.tanggap.store.Commit;
import org.tanggap.store.ComplaintQuery;
import org.tanggap.store.KnownMessage;
import org.tanggap.store.LeftOut;
import org.tanggap.store.Watch;

/** Reading: complaints in pages, known messages, cursors, and what was left out. */
abstract class ReadingPromises extends CommitPromises {

  private static final AccountId OTHER = AccountId.of("contract", "@desk:two");

  private List<ComplaintId> page(@Nullable ComplaintId after, int limit) {
    Bookmark mark = after == null ? null : new Bookmark(0, after);
    return store().list(ComplaintQuery.all().after(mark).limit(limit)).complaints().stream()
        .map(Complaint::id)
        .toList();
  }

  @Test
  final void a_complaint_that_is_not_there_is_not_found() {
    store().commit(newComplaint(1));

    assertThat(store().find(id(2))).isEmpty();
  }

  @Test
  final void pages_run_from_the_oldest_complaint_to_the_newest() {
    for (int number : List.of(4, 2, 5, 1, 3)) {
      store().commit(newComplaint(number));
    }

    assertThat(page(null, 2)).containsExactly(id(1), id(2));
    assertThat(page(id(2), 2)).containsExactly(id(3), id(4));
    assertThat(page(id(4), 2)).as("the last page has fewer").containsExactly(id(5));
    assertThat(page(id(5), 2)).isEmpty();
  }

  @Test
  final void a_page_goes_on_after_a_complaint_that_is_not_there() {
    store().commit(newComplaint(1));
    store().commit(newComplaint(3));

    assertThat(page(id(2), 10)).containsExactly(id(3));
  }

  @Test
  final void the_order_of_complaints_does_not_change_with_what_happens_to_them() {
    store().commit(newComplaint(1));
    store().commit(newComplaint(2));
    store().commit(new Commit().append(worked(1, 2), 1, Watch.NONE));

    List<Complaint> all = store().list(ComplaintQuery.all()).complaints();

    assertThat(all).extracting(Complaint::id).containsExactly(id(1), id(2));
    assertThat(all).extracting(Complaint::version).containsExactly(2, 1);
  }

  @Test
  final void a_limit_counts_complaints_and_not_their_events() {
    store().commit(new Commit().append(withLongHistory(1), 0, Watch.NONE));
    store().commit(newComplaint(2));

    assertThat(page(null, 2)).containsExactly(id(1), id(2));
  }

  @Test
  final void of_fifteen_hundred_messages_exactly_the_taken_ones_are_known() {
    Commit commit = new Commit();
    List<MessageKey> asked = new ArrayList<>();
    Map<MessageKey, KnownMessage> expected = new HashMap<>();
    for (int number = 0; number < 1_500; number++) {
      asked.add(key(number));
      if (number % 3 != 0) {
        commit.message(key(number), taken(number));
        expected.put(key(number), taken(number));
      }
    }
    store().commit(commit);

    assertThat(store().findKnown(asked)).isEqualTo(expected);
    assertThat(store().findKnown(List.of())).isEmpty();
  }

  @Test
  final void a_message_is_known_by_its_account_and_its_exact_id() {
    MessageKey exact = new MessageKey(ACCOUNT, "Ab'%_\u00e9");
    store().commit(new Commit().message(exact, taken(1)));

    assertThat(
            store()
                .findKnown(
                    List.of(
                        exact,
                        new MessageKey(OTHER, exact.externalId()),
                        new MessageKey(ACCOUNT, "ab'%_\u00e9"),
                        new MessageKey(ACCOUNT, "Ab'%_\u00e9 "))))
        .isEqualTo(Map.of(exact, taken(1)));
  }

  @Test
  final void each_account_has_its_own_cursor_and_the_last_one_stands() {
    store().commit(new Commit().cursor(ACCOUNT, null, new Cursor("1")));
    store().commit(new Commit().cursor(OTHER, null, new Cursor("7")));
    store().commit(new Commit().cursor(ACCOUNT, new Cursor("1"), new Cursor("2")));

    assertThat(store().findCursor(ACCOUNT)).contains(new Cursor("2"));
    assertThat(store().findCursor(OTHER)).contains(new Cursor("7"));
    assertThat(store().findCursor(AccountId.of("contract", "none"))).isEmpty();
  }

  @Test
  final void a_cursor_of_the_greatest_length_is_kept() {
    Cursor cursor = new Cursor("\u00e9".repeat(65_536));

    store().commit(new Commit().cursor(ACCOUNT, null, cursor));

    assertThat(store().findCursor(ACCOUNT)).contains(cursor);
  }

  @Test
  final void what_was_left_out_is_kept_once_for_each_account_and_place() {
    LeftOut first = leftOut("line 1", NOW);
    LeftOut elsewhere = new LeftOut(OTHER, "line 1", "too long", NOW.plusSeconds(2));
    store().commit(new Commit().leftOut(first));
    store().commit(new Commit().leftOut(leftOut("line 1", NOW.plusSeconds(1))));
    store().commit(new Commit().leftOut(elsewhere).leftOut(elsewhere));

    assertThat(store().listLeftOut(10)).containsExactly(first, elsewhere);
    assertThat(store().countLeftOut()).isEqualTo(2);
  }

  @Test
  final void what_was_left_out_is_listed_from_the_oldest_and_counted_in_full() {
    List<LeftOut> entries = new ArrayList<>();
    for (int number = 0; number < 5; number++) {
      entries.add(leftOut("line " + (9 - number), NOW.plusSeconds(number)));
      store().commit(new Commit().leftOut(entries.get(number)));
    }

    assertThat(store().listLeftOut(3)).isEqualTo(entries.subList(0, 3));
    assertThat(store().countLeftOut()).isEqualTo(5);
  }
}
