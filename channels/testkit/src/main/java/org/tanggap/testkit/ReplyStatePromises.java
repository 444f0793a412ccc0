package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.testkit.SampleComplaints.ACCOUNT;
import static org.tanggap.testkit.SampleComplaints.NOW;
import static org.tanggap.testkit.SampleComplaints.key;
import static org.tanggap.testkit.SampleComplaints.newComplaint;
import static org.tanggap.testkit.SampleComplaints.reply;
import static org.tanggap.testkit.SampleComplaints.uuid;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.SentReply;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.store.Commit;
import org.tanggap.store.CommitResult;
import org.tanggap.store.DeliveryOutcome;
import org.tanggap.store.OutboxState;
import org.tanggap.store.StoredReply;

/** What vendors tell of an answer after they have taken it. */
abstract class ReplyStatePromises extends DeliveryPromises {

  private static final MessageKey FIRST = new MessageKey(ACCOUNT, "wamid.1");
  private static final MessageKey AGAIN = new MessageKey(ACCOUNT, "wamid.again");

  private void send(MessageKey as) {
    store()
        .claimReplies(NOW, Duration.ofMinutes(5), 1)
        .forEach(
            entry ->
                store()
                    .settleReply(entry, new DeliveryOutcome.Sent(new SentReply(as.externalId()))));
  }

  private void sendFirst() {
    store().commit(new Commit().reply(reply(1, NOW)));
    send(FIRST);
  }

  private void tell(MessageKey reply, OutboxState state, String because) {
    assertThat(store().commit(new Commit().replyState(reply, state, because)))
        .isEqualTo(new CommitResult.Committed());
  }

  private void assertStands(OutboxState state) {
    assertThat(store().countReplies()).isEqualTo(Map.of(state, 1L));
    assertThat(store().listReplies(state, null, 10))
        .extracting(StoredReply::id)
        .containsExactly(uuid(1));
  }

  @Test
  final void an_answer_is_sent_then_delivered_then_read() {
    sendFirst();
    assertStands(OutboxState.SENT);

    tell(FIRST, OutboxState.DELIVERED, "");
    assertStands(OutboxState.DELIVERED);
    tell(FIRST, OutboxState.READ, "");
    assertStands(OutboxState.READ);
  }

  @Test
  final void an_answer_may_be_read_at_once_and_never_goes_back() {
    sendFirst();
    tell(FIRST, OutboxState.READ, "");

    tell(FIRST, OutboxState.DELIVERED, "");
    tell(FIRST, OutboxState.SENT, "");
    tell(FIRST, OutboxState.PENDING, "");

    assertStands(OutboxState.READ);
  }

  @Test
  final void what_was_delivered_cannot_fail_any_more() {
    sendFirst();
    tell(FIRST, OutboxState.DELIVERED, "");

    tell(FIRST, OutboxState.DEAD, "131026");

    assertStands(OutboxState.DELIVERED);
  }

  @Test
  final void an_answer_that_was_sent_and_fails_is_a_dead_letter_with_the_reason() {
    sendFirst();

    tell(FIRST, OutboxState.DEAD, "131026: no such number");

    assertThat(store().listReplies(OutboxState.DEAD, null, 10))
        .extracting(StoredReply::note)
        .containsExactly("131026: no such number");
    tell(FIRST, OutboxState.READ, "");
    assertStands(OutboxState.DEAD);
    assertThat(store().retryReply(uuid(1), NOW)).isTrue();
  }

  @Test
  final void what_is_told_of_an_answer_that_nobody_sent_changes_nothing() {
    sendFirst();
    store().commit(new Commit().reply(reply(2, NOW)));

    tell(new MessageKey(ACCOUNT, "wamid.2"), OutboxState.READ, "");
    tell(new MessageKey(AccountId.of("contract", "other"), "wamid.1"), OutboxState.READ, "");
    tell(key(1), OutboxState.READ, "");

    assertThat(store().countReplies())
        .isEqualTo(Map.of(OutboxState.SENT, 1L, OutboxState.PENDING, 1L));
  }

  @Test
  final void what_one_commit_tells_of_an_answer_counts_in_order() {
    sendFirst();

    store()
        .commit(
            new Commit()
                .replyState(FIRST, OutboxState.DELIVERED, "")
                .replyState(FIRST, OutboxState.DEAD, "too late")
                .replyState(FIRST, OutboxState.READ, ""));

    assertStands(OutboxState.READ);
  }

  @Test
  final void a_refused_commit_tells_nothing_of_an_answer() {
    sendFirst();
    store().commit(newComplaint(2));

    store().commit(newComplaint(2).replyState(FIRST, OutboxState.READ, ""));

    assertStands(OutboxState.SENT);
  }

  @Test
  final void what_is_told_of_an_earlier_sending_does_not_touch_a_later_one() {
    sendFirst();
    tell(FIRST, OutboxState.DEAD, "131026");
    store().retryReply(uuid(1), NOW);
    tell(FIRST, OutboxState.READ, "");
    assertStands(OutboxState.PENDING);
    send(AGAIN);

    tell(FIRST, OutboxState.DEAD, "131026");
    assertStands(OutboxState.SENT);
    assertThat(store().findKnown(List.of(FIRST, AGAIN))).containsOnlyKeys(FIRST, AGAIN);
    tell(AGAIN, OutboxState.DELIVERED, "");
    assertStands(OutboxState.DELIVERED);
  }
}
