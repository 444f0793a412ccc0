package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.testkit.SampleComplaints.NOW;
import static org.tanggap.testkit.SampleComplaints.WORK;
import static org.tanggap.testkit.SampleComplaints.complaint;
import static org.tanggap.testkit.SampleComplaints.id;
import static org.tanggap.testkit.SampleComplaints.withLongHistory;
import static org.tanggap.testkit.SampleComplaints.worked;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.store.Commit;
import org.tanggap.store.Watch;

/** Clocks: whose time has come is claimed for a while, by one. */
abstract class WatchPromises extends QueryPromises {

  private static final Duration LEASE = Duration.ofMinutes(5);

  private void put(int number, Instant lookAt) {
    store().commit(new Commit().append(complaint(number), 0, new Watch(null, lookAt)));
  }

  private List<ComplaintId> claim(Instant now, int limit) {
    return store().claimDue(now, LEASE, limit).stream().map(Complaint::id).toList();
  }

  @Test
  final void a_complaint_is_claimed_when_its_time_has_come_and_not_before() {
    put(1, NOW);

    assertThat(claim(NOW.minusMillis(1), 10)).isEmpty();
    assertThat(claim(NOW, 10)).containsExactly(id(1));
  }

  @Test
  final void a_time_between_two_milliseconds_is_kept_to_the_millisecond_and_never_early() {
    Instant between = NOW.plusNanos(400_000);
    put(1, between);

    assertThat(claim(between.minusNanos(1), 10)).isEmpty();
    assertThat(claim(between.plusMillis(1), 10)).containsExactly(id(1));
  }

  @Test
  final void what_has_nothing_to_be_looked_at_is_never_claimed() {
    store().commit(new Commit().append(complaint(1), 0, new Watch(NOW, null)));

    assertThat(claim(NOW.plus(Duration.ofDays(3_650)), 10)).isEmpty();
  }

  @Test
  final void the_longest_due_complaints_are_claimed_first_and_no_more_than_asked_for() {
    put(1, NOW.minusSeconds(1));
    put(2, NOW.minusSeconds(9));
    put(3, NOW);
    put(4, NOW.minusSeconds(5));
    put(5, NOW.plusSeconds(5));

    assertThat(claim(NOW, 3)).containsExactly(id(2), id(4), id(1));
    assertThat(claim(NOW, 3)).containsExactly(id(3));
  }

  @Test
  final void a_claimed_complaint_is_nobody_elses_until_the_lease_ends() {
    put(1, NOW);
    claim(NOW, 1);

    assertThat(claim(NOW.plus(LEASE).minusMillis(1), 1)).isEmpty();
    assertThat(claim(NOW.plus(LEASE), 1)).containsExactly(id(1));
  }

  @Test
  final void an_append_ends_the_claim_and_says_when_to_look_next() {
    put(1, NOW);
    put(2, NOW);
    claim(NOW, 2);
    Instant next = NOW.plusSeconds(1);
    store().commit(new Commit().append(worked(1, 2), 1, new Watch(null, next)));
    store().commit(new Commit().append(worked(2, 2), 1, Watch.NONE));

    assertThat(claim(next.minusMillis(1), 2)).isEmpty();
    assertThat(claim(next, 2)).containsExactly(id(1));
    assertThat(claim(NOW.plus(LEASE).minusMillis(1), 2)).isEmpty();
  }

  @Test
  final void noting_anew_when_to_look_ends_the_claim() {
    put(1, NOW);
    put(2, NOW);
    claim(NOW, 2);
    store().watch(complaint(1), new Watch(null, NOW.plusSeconds(1)));
    store().watch(complaint(2), Watch.NONE);

    assertThat(claim(NOW.plusSeconds(1), 2)).containsExactly(id(1));
    assertThat(claim(NOW.plus(Duration.ofDays(3_650)), 2)).containsExactly(id(1));
  }

  @Test
  final void nothing_is_noted_for_a_complaint_that_has_other_events_by_now() {
    put(1, NOW);
    store().commit(new Commit().append(worked(1, 2), 1, new Watch(null, NOW)));

    store().watch(complaint(1), Watch.NONE);
    store().watch(complaint(2), new Watch(NOW, NOW));

    assertThat(claim(NOW, 10)).containsExactly(id(1));
    assertThat(store().find(id(2))).isEmpty();
  }

  @Test
  final void a_claimed_complaint_comes_whole() {
    store().commit(new Commit().append(withLongHistory(1), 0, new Watch(null, NOW)));

    assertThat(store().claimDue(NOW, LEASE, 1))
        .extracting(Complaint::history)
        .containsExactly(EveryEvent.history(1));
  }

  @Test
  final void threads_that_look_at_once_never_get_the_same_complaint() {
    Commit commit = new Commit();
    for (int number = 0; number < 60; number++) {
      commit.append(complaint(number), 0, new Watch(null, NOW));
    }
    store().commit(commit);

    List<List<ComplaintId>> claimed =
        Together.run(
            4,
            thread -> {
              List<ComplaintId> mine = new ArrayList<>();
              for (int round = 0; round < 10; round++) {
                mine.addAll(claim(NOW, 3));
              }
              return mine;
            });

    List<ComplaintId> all = new ArrayList<>(claimed.stream().flatMap(List::stream).toList());
    assertThat(all).doesNotHaveDuplicates();
    all.addAll(claim(NOW, 60));
    assertThat(all).as("with what was left").hasSize(60).doesNotHaveDuplicates();
  }

  @Test
  final void a_claim_does_not_stand_against_a_change() {
    put(1, NOW);
    claim(NOW, 1);

    store().commit(new Commit().append(complaint(1, WORK), 1, Watch.NONE));

    assertThat(store().find(id(1)).orElseThrow().version()).isEqualTo(2);
  }
}
