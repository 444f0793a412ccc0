package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.testkit.SampleComplaints.NOW;
import static org.tanggap.testkit.SampleComplaints.SENT;
import static org.tanggap.testkit.SampleComplaints.id;
import static org.tanggap.testkit.SampleComplaints.key;
import static org.tanggap.testkit.SampleComplaints.person;
import static org.tanggap.testkit.SampleComplaints.reply;
import static org.tanggap.testkit.SampleComplaints.reporter;
import static org.tanggap.testkit.SampleComplaints.reporterId;
import static org.tanggap.testkit.SampleComplaints.uuid;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.store.Commit;
import org.tanggap.store.DeliveryOutcome;
import org.tanggap.store.NewReply;
import org.tanggap.store.OutboxEntry;
import org.tanggap.store.OutboxState;
import org.tanggap.store.StoredReply;

/** The outbox: claimed for a while, tried again, settled for good. */
abstract class OutboxPromises extends PeoplePromises {

  private static final Duration LEASE = Duration.ofMinutes(5);

  private List<UUID> claim(Instant now) {
    return store().claimReplies(now, LEASE, 100).stream().map(entry -> entry.reply().id()).toList();
  }

  private OutboxEntry claimOnly(Instant now) {
    List<OutboxEntry> claimed = store().claimReplies(now, LEASE, 100);
    assertThat(claimed).hasSize(1);
    return claimed.get(0);
  }

  private void put(NewReply... replies) {
    Commit commit = new Commit();
    for (NewReply reply : replies) {
      commit.reply(reply);
    }
    store().commit(commit);
  }

  @Test
  final void a_reply_is_claimed_with_all_that_is_needed_to_send_it() {
    store().commit(new Commit().reporter(person(1)).reply(reply(1, NOW, reporterId(1))));

    assertThat(claimOnly(NOW))
        .isEqualTo(
            new OutboxEntry(
                new Reply(
                    uuid(1),
                    new ReplyTarget(key(1), NOW, reporter(1), ""),
                    reply(1, NOW).text(),
                    List.of(),
                    false),
                id(1),
                1,
                0,
                true));
  }

  @Test
  final void a_reporter_without_a_name_or_without_a_trace_is_no_obstacle() {
    store()
        .commit(
            new Commit()
                .reporter(person(2))
                .reply(reply(1, NOW))
                .reply(reply(2, NOW.plusMillis(1), reporterId(2)))
                .reply(reply(3, NOW.plusMillis(2), reporterId(3))));

    assertThat(store().claimReplies(NOW.plusSeconds(1), LEASE, 10))
        .extracting(entry -> entry.reply().to().reporter())
        .containsExactlyInAnyOrder(null, reporter(2), null);
  }

  @Test
  final void a_reply_is_not_claimed_before_it_is_due() {
    put(reply(1, NOW));

    assertThat(claim(NOW.minusMillis(1))).isEmpty();
    assertThat(claim(NOW)).containsExactly(uuid(1));
  }

  @Test
  final void no_more_replies_are_claimed_than_asked_for_and_the_oldest_go_first() {
    put(reply(1, NOW.plusSeconds(2)), reply(2, NOW), reply(3, NOW.plusSeconds(1)));

    assertThat(store().claimReplies(NOW.plusSeconds(60), LEASE, 2))
        .extracting(entry -> entry.reply().id())
        .containsExactlyInAnyOrder(uuid(2), uuid(3));
  }

  @Test
  final void a_claimed_reply_is_nobody_elses_until_the_lease_ends() {
    put(reply(1, NOW));
    claim(NOW);

    assertThat(claim(NOW.plus(LEASE).minusMillis(1))).isEmpty();
    assertThat(claimOnly(NOW.plus(LEASE)).attempts()).isEqualTo(2);
  }

  @Test
  final void a_settled_reply_never_comes_back() {
    put(reply(1, NOW), reply(2, NOW), reply(3, NOW));
    List<OutboxEntry> claimed = store().claimReplies(NOW, LEASE, 3);
    store().settleReply(claimed.get(0), SENT);
    store().settleReply(claimed.get(1), new DeliveryOutcome.ByHand("closed"));
    store().settleReply(claimed.get(2), new DeliveryOutcome.Dead("forbidden"));

    assertThat(claim(NOW.plus(Duration.ofDays(365)))).isEmpty();
    assertThat(store().countReplies())
        .isEqualTo(Map.of(OutboxState.SENT, 1L, OutboxState.BY_HAND, 1L, OutboxState.DEAD, 1L));
  }

  @Test
  final void a_reply_to_be_tried_again_comes_back_at_its_time() {
    put(reply(1, NOW));
    Instant soon = NOW.plusSeconds(30);
    store().settleReply(claimOnly(NOW), new DeliveryOutcome.Retry(soon, "time-out"));

    assertThat(claim(soon.minusMillis(1))).isEmpty();
    OutboxEntry second = claimOnly(soon);
    assertThat(second.attempts()).isEqualTo(2);

    Instant late = NOW.plus(Duration.ofDays(2));
    store().settleReply(second, new DeliveryOutcome.Retry(late, "quota"));
    assertThat(claim(late.minusMillis(1))).as("after the lease, before its time").isEmpty();
    assertThat(claimOnly(late).attempts()).isEqualTo(3);
  }

  @Test
  final void replies_are_counted_by_state_and_a_state_without_any_is_missing() {
    assertThat(store().countReplies()).isEmpty();

    put(reply(1, NOW), reply(2, NOW.plusSeconds(1)), reply(3, NOW.plusSeconds(2)));
    store().settleReply(claimOnly(NOW), SENT);

    assertThat(store().countReplies())
        .isEqualTo(Map.of(OutboxState.PENDING, 2L, OutboxState.SENT, 1L));
  }

  @Test
  final void threads_that_claim_at_once_never_get_the_same_reply() {
    NewReply[] replies = new NewReply[60];
    for (int number = 0; number < replies.length; number++) {
      replies[number] = reply(number, NOW);
    }
    put(replies);

    List<List<UUID>> claimed =
        Together.run(
            4,
            thread -> {
              List<UUID> mine = new ArrayList<>();
              for (int round = 0; round < 10; round++) {
                store().claimReplies(NOW, LEASE, 3).forEach(entry -> mine.add(entry.reply().id()));
              }
              return mine;
            });

    assertThat(claimed.stream().flatMap(List::stream)).hasSize(60).doesNotHaveDuplicates();
  }

  @Test
  final void replies_are_claimed_from_the_oldest_due_whatever_their_numbers() {
    put(
        reply(2, NOW.plusSeconds(2)),
        reply(5, NOW),
        reply(1, NOW.plusSeconds(4)),
        reply(4, NOW.plusSeconds(1)),
        reply(3, NOW.plusSeconds(3)));

    assertThat(claim(NOW.plusSeconds(60)))
        .containsExactly(uuid(5), uuid(4), uuid(2), uuid(3), uuid(1));
  }

  private List<UUID> listed(OutboxState state, @Nullable UUID after, int limit) {
    return store().listReplies(state, after, limit).stream().map(StoredReply::id).toList();
  }

  private OutboxEntry settled(DeliveryOutcome outcome) {
    OutboxEntry entry = claimOnly(NOW);
    store().settleReply(entry, outcome);
    return entry;
  }

  @Test
  final void a_due_time_between_two_milliseconds_is_never_early_and_kept_to_the_millisecond() {
    Instant between = NOW.plusNanos(400_000);
    put(reply(1, between));

    assertThat(claim(between.minusNanos(1))).isEmpty();
    assertThat(claim(between.plusMillis(1))).containsExactly(uuid(1));
  }

  @Test
  final void an_answer_may_hold_any_character() {
    String odd = "a\u0000b\u001A0\u001A\u001Ac\\u0000\n\uD83D\uDE4F";
    put(new NewReply(uuid(1), id(1), key(1), null, odd, NOW));

    assertThat(claimOnly(NOW).reply().text()).isEqualTo(odd);
  }

  @Test
  final void answers_in_a_state_are_listed_in_pages_ordered_by_their_ids() {
    put(reply(3, NOW), reply(1, NOW.plusSeconds(1)), reply(2, NOW), reply(4, NOW));
    for (OutboxEntry entry : store().claimReplies(NOW, LEASE, 10)) {
      store().settleReply(entry, new DeliveryOutcome.Dead("forbidden"));
    }

    assertThat(listed(OutboxState.DEAD, null, 2)).containsExactly(uuid(2), uuid(3));
    assertThat(listed(OutboxState.DEAD, uuid(3), 2)).containsExactly(uuid(4));
    assertThat(listed(OutboxState.DEAD, uuid(4), 2)).isEmpty();
    assertThat(listed(OutboxState.PENDING, null, 10)).containsExactly(uuid(1));
    assertThat(listed(OutboxState.SENT, null, 10)).isEmpty();
  }

  @Test
  final void a_listed_answer_says_where_it_stands_and_why() {
    put(reply(1, NOW));
    settled(new DeliveryOutcome.Dead("forbidden"));

    assertThat(store().listReplies(OutboxState.DEAD, null, 10))
        .containsExactly(
            new StoredReply(
                uuid(1), id(1), key(1).account(), OutboxState.DEAD, NOW, 1, "forbidden"));
  }

  @Test
  final void a_dead_letter_can_be_tried_again_at_a_time() {
    put(reply(1, NOW), reply(2, NOW));
    List<OutboxEntry> claimed = store().claimReplies(NOW, LEASE, 2);
    store().settleReply(claimed.get(0), new DeliveryOutcome.Dead("forbidden"));
    store().settleReply(claimed.get(1), new DeliveryOutcome.ByHand("closed"));
    Instant later = NOW.plus(Duration.ofDays(1));

    assertThat(store().retryReply(uuid(1), later)).isTrue();
    assertThat(store().retryReply(uuid(2), later)).isTrue();

    assertThat(claim(later.minusMillis(1))).isEmpty();
    assertThat(store().claimReplies(later, LEASE, 10))
        .as("the count of attempts goes on")
        .extracting(OutboxEntry::attempts)
        .containsExactly(2, 2);
  }

  @Test
  final void only_what_was_given_up_or_left_to_a_person_can_be_tried_again() {
    put(reply(1, NOW), reply(2, NOW));
    store().settleReply(store().claimReplies(NOW, LEASE, 1).get(0), SENT);

    assertThat(store().retryReply(uuid(1), NOW)).as("sent").isFalse();
    assertThat(store().retryReply(uuid(2), NOW.plusSeconds(9))).as("waiting").isFalse();
    assertThat(store().retryReply(uuid(3), NOW)).as("unknown").isFalse();
    assertThat(claim(NOW)).containsExactly(uuid(2));
    assertThat(store().retryReply(uuid(2), NOW)).as("claimed").isFalse();
  }

  @Test
  final void a_settlement_that_comes_late_does_not_touch_what_is_tried_again() {
    put(reply(1, NOW));
    OutboxEntry first = settled(new DeliveryOutcome.Dead("forbidden"));
    store().retryReply(uuid(1), NOW);

    store().settleReply(first, SENT);

    assertThat(store().countReplies()).isEqualTo(Map.of(OutboxState.PENDING, 1L));
    assertThat(claimOnly(NOW).attempts()).isEqualTo(2);
    store().settleReply(first, SENT);
    assertThat(store().countReplies()).isEqualTo(Map.of(OutboxState.PENDING, 1L));
  }

  @Test
  final void the_first_settlement_of_a_claim_stands() {
    put(reply(1, NOW));
    OutboxEntry entry = settled(SENT);

    store().settleReply(entry, new DeliveryOutcome.Retry(NOW, "time-out"));

    assertThat(claim(NOW.plus(LEASE))).isEmpty();
    assertThat(store().countReplies()).isEqualTo(Map.of(OutboxState.SENT, 1L));
  }
}
