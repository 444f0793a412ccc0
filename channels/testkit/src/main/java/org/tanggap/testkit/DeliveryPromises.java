package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.testkit.SampleComplaints.ACCOUNT;
import static org.tanggap.testkit.SampleComplaints.NOW;
import static org.tanggap.testkit.SampleComplaints.id;
import static org.tanggap.testkit.SampleComplaints.key;
import static org.tanggap.testkit.SampleComplaints.newComplaint;
import static org.tanggap.testkit.SampleComplaints.reply;
import static org.tanggap.testkit.SampleComplaints.taken;
import static org.tanggap.testkit.SampleComplaints.uuid;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.SentReply;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.jurisdiction.Position;
import org.tanggap.store.Commit;
import org.tanggap.store.DeliveryOutcome;
import org.tanggap.store.KnownMessage;
import org.tanggap.store.NewReply;
import org.tanggap.store.OutboxEntry;
import org.tanggap.store.OutboxState;

/** Delivery: what an answer takes along, and what is known of the attempts before. */
abstract class DeliveryPromises extends OutboxPromises {

  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Instant LATER = NOW.plus(Duration.ofDays(1));

  private OutboxEntry claim(Instant now) {
    List<OutboxEntry> claimed = store().claimReplies(now, LEASE, 10);
    assertThat(claimed).hasSize(1);
    return claimed.get(0);
  }

  /** The next claim after an attempt that ended like this. */
  private OutboxEntry after(DeliveryOutcome outcome) {
    store().settleReply(claim(NOW), outcome);
    return claim(LATER);
  }

  private void put() {
    store().commit(new Commit().reply(reply(1, NOW)));
  }

  private static DeliveryOutcome sentAs(String id) {
    return new DeliveryOutcome.Sent(new SentReply(id));
  }

  private static MessageKey ours(String id) {
    return new MessageKey(ACCOUNT, id);
  }

  @Test
  final void an_answer_comes_with_the_time_of_the_message_and_what_the_adapter_noted() {
    String odd = "a\u0000b\u001A0\u001A\u001Ac\\u0000\n\uD83D\uDE4F,1";
    KnownMessage second = new KnownMessage(id(2), "\u0000,\u001A", Instant.EPOCH, odd);
    store()
        .commit(
            new Commit()
                .message(key(1), taken(1))
                .message(key(2), second)
                .reply(reply(1, NOW))
                .reply(reply(2, NOW)));

    assertThat(store().claimReplies(NOW, LEASE, 10))
        .extracting(entry -> entry.reply().to())
        .containsExactly(
            new ReplyTarget(key(1), taken(1).sentAt(), null, taken(1).hint()),
            new ReplyTarget(key(2), Instant.EPOCH, null, odd));
    assertThat(store().findKnown(List.of(key(2)))).isEqualTo(Map.of(key(2), second));
  }

  @Test
  final void an_answer_to_a_message_that_is_not_known_has_the_time_at_which_it_is_due() {
    store().commit(newComplaint(2).reply(reply(1, NOW.minusSeconds(9))));

    assertThat(claim(NOW).reply().to())
        .isEqualTo(new ReplyTarget(key(1), NOW.minusSeconds(9), null, ""));
  }

  @Test
  final void photos_go_with_an_answer_as_they_were_given() {
    List<Photo> photos =
        List.of(
            Photo.of("https://example.org/'a\"\uD83D\uDE4F.jpg"),
            new Photo("b.jpg", NOW.plusNanos(456_789), Position.of(-6.25, 106.5)));
    store()
        .commit(
            new Commit().reply(new NewReply(uuid(1), id(1), key(1), null, "Sudah", photos, NOW)));

    assertThat(claim(NOW).reply().photos()).isEqualTo(photos);
  }

  @Test
  final void an_attempt_that_was_cut_off_may_have_reached_the_vendor() {
    put();

    OutboxEntry first = claim(NOW);
    OutboxEntry second = claim(NOW.plus(LEASE));

    assertThat(first.reply().mayBeSent()).isFalse();
    assertThat(second.reply().mayBeSent()).isTrue();
    assertThat(second.failures()).as("nobody has seen it fail").isZero();
  }

  @Test
  final void an_attempt_that_nobody_can_confirm_is_a_failure_and_may_have_reached_the_vendor() {
    put();

    OutboxEntry next = after(new DeliveryOutcome.Unconfirmed(NOW.plusSeconds(30), "cut off"));

    assertThat(next.reply().mayBeSent()).isTrue();
    assertThat(next.failures()).isEqualTo(1);
    assertThat(next.attempts()).isEqualTo(2);
  }

  @Test
  final void what_nobody_could_confirm_is_tried_again_at_its_time() {
    put();
    Instant at = NOW.plus(LEASE).plusSeconds(60);
    store().settleReply(claim(NOW), new DeliveryOutcome.Unconfirmed(at, "cut off"));

    assertThat(store().claimReplies(at.minusMillis(1), LEASE, 10)).isEmpty();
    assertThat(store().claimReplies(at, LEASE, 10)).hasSize(1);
  }

  @Test
  final void an_attempt_that_has_failed_did_not_reach_the_vendor() {
    put();

    OutboxEntry next = after(new DeliveryOutcome.Retry(NOW.plusSeconds(30), "refused"));

    assertThat(next.reply().mayBeSent()).isFalse();
    assertThat(next.failures()).isEqualTo(1);
  }

  @Test
  final void waiting_for_a_limit_is_no_failure_and_ends_at_its_time() {
    put();
    Instant at = NOW.plus(Duration.ofHours(2));
    store().settleReply(claim(NOW), new DeliveryOutcome.Postponed(at, "quota"));

    assertThat(store().claimReplies(at.minusMillis(1), LEASE, 10)).isEmpty();
    OutboxEntry next = claim(at);
    assertThat(next.failures()).isZero();
    assertThat(next.attempts()).isEqualTo(2);
    assertThat(next.reply().mayBeSent()).isFalse();
  }

  @Test
  final void what_may_have_reached_the_vendor_once_may_have_whatever_later_attempts_say() {
    put();
    claim(NOW);

    store()
        .settleReply(claim(NOW.plus(LEASE)), new DeliveryOutcome.Postponed(NOW.plus(LEASE), "q"));
    OutboxEntry third = claim(NOW.plus(LEASE));
    store().settleReply(third, new DeliveryOutcome.Retry(NOW.plus(LEASE), "refused"));
    OutboxEntry fourth = claim(NOW.plus(LEASE));

    assertThat(third.reply().mayBeSent()).isTrue();
    assertThat(fourth.reply().mayBeSent()).isTrue();
  }

  @Test
  final void what_is_tried_again_after_a_look_counts_as_not_sent_and_never_failed() {
    put();
    OutboxEntry second = after(new DeliveryOutcome.Unconfirmed(NOW, "cut off"));
    store().settleReply(second, new DeliveryOutcome.Dead("cut off"));
    store().retryReply(uuid(1), LATER);

    OutboxEntry third = claim(LATER);

    assertThat(third.attempts()).isEqualTo(3);
    assertThat(third.failures()).isZero();
    assertThat(third.reply().mayBeSent()).isFalse();
  }

  @Test
  final void an_answer_that_was_sent_is_known_as_a_message_of_ours() {
    put();
    store().settleReply(claim(NOW), sentAs("wamid.1"));

    assertThat(store().findKnown(List.of(ours("wamid.1"))))
        .isEqualTo(Map.of(ours("wamid.1"), new KnownMessage(id(1), "", NOW, "")))
        .allSatisfy((key, known) -> assertThat(known.isOurs()).isTrue());
  }

  @Test
  final void an_answer_without_an_id_that_can_be_stored_is_sent_all_the_same() {
    List<SentReply> odd =
        List.of(
            SentReply.WITHOUT_ID,
            new SentReply(""),
            new SentReply("a\u0000b"),
            new SentReply("x".repeat(256)));
    for (int number = 1; number <= odd.size(); number++) {
      store().commit(new Commit().reply(reply(number, NOW)));
      store().settleReply(claim(NOW), new DeliveryOutcome.Sent(odd.get(number - 1)));
    }

    assertThat(store().countReplies()).isEqualTo(Map.of(OutboxState.SENT, 4L));
  }

  @Test
  final void a_message_that_was_taken_stays_what_it_is_if_an_answer_is_sent_under_its_id() {
    store().commit(newComplaint(2).reply(reply(1, NOW)));

    store().settleReply(claim(NOW), sentAs(key(2).externalId()));

    assertThat(store().countReplies()).isEqualTo(Map.of(OutboxState.SENT, 1L));
    assertThat(store().findKnown(List.of(key(2)))).isEqualTo(Map.of(key(2), taken(2)));
  }

  @Test
  final void a_settlement_that_comes_late_makes_no_message_of_ours() {
    put();
    OutboxEntry late = claim(NOW);
    claim(NOW.plus(LEASE));

    store().settleReply(late, sentAs("wamid.1"));

    assertThat(store().findKnown(List.of(ours("wamid.1")))).isEmpty();
  }
}
