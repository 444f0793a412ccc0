package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.testkit.SampleComplaints.ACCOUNT;
import static org.tanggap.testkit.SampleComplaints.NOW;
import static org.tanggap.testkit.SampleComplaints.account;
import static org.tanggap.testkit.SampleComplaints.announced;
import static org.tanggap.testkit.SampleComplaints.newComplaint;
import static org.tanggap.testkit.SampleComplaints.taken;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.complaint.MessageKey;
import org.tanggap.store.Commit;
import org.tanggap.store.CommitResult;
import org.tanggap.store.PendingFetch;

/** Announced messages: claimed for a while, fetched once. */
abstract class FetchPromises extends AccountPromises {

  private static final Duration LEASE = Duration.ofMinutes(5);

  private void announce(int... numbers) {
    Commit commit = new Commit();
    for (int number : numbers) {
      commit.fetch(announced(number));
    }
    store().commit(commit);
  }

  private List<PendingFetch> claim(Instant now) {
    return store().claimFetches(now, LEASE, 100);
  }

  private static PendingFetch fetch(int number, int attempts) {
    return new PendingFetch(announced(number), attempts);
  }

  @Test
  final void an_announced_message_is_claimed_with_all_that_is_needed_to_fetch_it() {
    String odd = "a\u0000b\u001A0\u001A\u001Ac\\u0000\n\uD83D\uDE4F";
    ChannelMessage.NeedsFetch strange =
        new ChannelMessage.NeedsFetch(
            new MessageKey(ACCOUNT, "ab'%_\u00e9"), odd + "\u00e9".repeat(60_000));
    store().commit(new Commit().fetch(strange));

    assertThat(claim(NOW)).containsExactly(new PendingFetch(strange, 1));
  }

  @Test
  final void what_is_announced_again_while_it_waits_waits_once_and_as_it_was() {
    announce(1);
    store().postponeFetch(claim(NOW).get(0), NOW.plusSeconds(60));

    store()
        .commit(new Commit().fetch(new ChannelMessage.NeedsFetch(announced(1).key(), "another")));

    assertThat(claim(NOW)).isEmpty();
    assertThat(claim(NOW.plusSeconds(60))).containsExactly(fetch(1, 2));
  }

  @Test
  final void the_same_id_on_another_account_is_another_message() {
    ChannelMessage.NeedsFetch elsewhere =
        new ChannelMessage.NeedsFetch(
            new MessageKey(account(2), announced(1).key().externalId()), "");
    store().commit(new Commit().fetch(announced(1)).fetch(elsewhere));

    store().commit(new Commit().fetched(announced(1).key()));

    assertThat(claim(NOW)).containsExactly(new PendingFetch(elsewhere, 1));
  }

  @Test
  final void a_claimed_announcement_is_nobody_elses_until_the_lease_ends() {
    announce(1);
    assertThat(claim(NOW)).containsExactly(fetch(1, 1));

    assertThat(claim(NOW.plus(LEASE).minusMillis(1))).isEmpty();
    assertThat(claim(NOW.plus(LEASE))).containsExactly(fetch(1, 2));
  }

  @Test
  final void what_was_fetched_is_not_claimed_again() {
    announce(1, 2);
    claim(NOW);

    store().commit(newComplaint(1).fetched(announced(1).key()));

    assertThat(claim(NOW.plus(LEASE))).containsExactly(fetch(2, 2));
  }

  @Test
  final void what_is_announced_and_fetched_in_one_commit_is_fetched() {
    store().commit(new Commit().fetched(announced(1).key()).fetch(announced(1)));

    assertThat(claim(NOW)).isEmpty();
  }

  @Test
  final void what_is_fetched_later_comes_back_at_its_time() {
    announce(1);
    Instant later = NOW.plus(LEASE).plusSeconds(60).plusNanos(400_000);
    store().postponeFetch(claim(NOW).get(0), later);

    assertThat(claim(later.minusNanos(1))).isEmpty();
    assertThat(claim(later.plusMillis(1))).containsExactly(fetch(1, 2));
  }

  @Test
  final void what_is_fetched_soon_comes_back_before_the_lease_ends() {
    announce(1);

    store().postponeFetch(claim(NOW).get(0), NOW.plusSeconds(1));

    assertThat(claim(NOW.plusSeconds(1))).containsExactly(fetch(1, 2));
  }

  @Test
  final void a_postponement_that_comes_late_changes_nothing() {
    announce(1, 2);
    List<PendingFetch> late = claim(NOW);
    store().commit(new Commit().fetched(announced(2).key()));
    List<PendingFetch> current = claim(NOW.plus(LEASE));
    assertThat(current).containsExactly(fetch(1, 2));

    late.forEach(fetch -> store().postponeFetch(fetch, NOW));
    assertThat(claim(NOW.plus(LEASE))).as("claimed by another, or fetched").isEmpty();

    store().postponeFetch(current.get(0), NOW.plus(Duration.ofDays(1)));
    store().postponeFetch(current.get(0), NOW);
    assertThat(claim(NOW.plus(LEASE))).as("the first word counts").isEmpty();
  }

  @Test
  final void the_longest_due_announcements_are_claimed_first_and_no_more_than_asked_for() {
    announce(1, 2, 3);
    claim(NOW).forEach(it -> store().postponeFetch(it, NOW.plusSeconds(9 - numberOf(it))));
    announce(4);

    assertThat(store().claimFetches(NOW.plusSeconds(60), LEASE, 3))
        .extracting(FetchPromises::numberOf)
        .containsExactly(4, 3, 2);
    assertThat(claim(NOW.plusSeconds(60))).extracting(FetchPromises::numberOf).containsExactly(1);
  }

  private static int numberOf(PendingFetch fetch) {
    return Integer.parseInt(fetch.announced().key().externalId().replace("announced-", ""));
  }

  @Test
  final void a_refused_commit_announces_nothing_and_fetches_nothing() {
    announce(1);
    store().commit(newComplaint(5));

    store().commit(newComplaint(5).fetch(announced(2)).fetched(announced(1).key()));

    assertThat(claim(NOW)).containsExactly(fetch(1, 1));
  }

  @Test
  final void an_announcement_is_no_message_that_was_taken() {
    announce(1);

    assertThat(store().findKnown(List.of(announced(1).key()))).isEmpty();
    assertThat(store().commit(new Commit().message(announced(1).key(), taken(1))))
        .isEqualTo(new CommitResult.Committed());
    assertThat(claim(NOW)).as("until the commit says that it was fetched").hasSize(1);
  }

  @Test
  final void threads_that_claim_at_once_never_get_the_same_announcement() {
    int[] numbers = new int[60];
    for (int number = 0; number < numbers.length; number++) {
      numbers[number] = number;
    }
    announce(numbers);

    List<List<PendingFetch>> claimed =
        Together.run(
            4,
            thread -> {
              List<PendingFetch> mine = new ArrayList<>();
              for (int round = 0; round < 10; round++) {
                mine.addAll(store().claimFetches(NOW, LEASE, 3));
              }
              return mine;
            });

    assertThat(claimed.stream().flatMap(List::stream)).hasSize(60).doesNotHaveDuplicates();
  }
}
