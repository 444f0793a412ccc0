package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.SentReply;
import org.tanggap.complaint.Reporter;
import org.tanggap.testkit.FakeVendor.Fault;

/** How a reply channel fails: so that the citizen gets the answer once, or a person looks. */
abstract class ReplyFailurePromises extends ReplyPromises {

  static final Instant LIMIT_ENDS = Instant.parse("2026-11-21T02:30:00Z");

  final Outcome<SentReply> sendWith(Fault fault) {
    assumeTrue(!impossible().contains(fault), "this vendor has no such fault");
    Reply reply = reply(target(), WORDS);
    try (ReplyChannel channel = connect()) {
      int delivering = deliveringRequest(channel);
      vendor().limitUntil(LIMIT_ENDS);
      vendor().failAfter(delivering, fault);
      Outcome<SentReply> outcome = send(channel, reply);
      vendor().recover();
      outcome.showsNoneOf(secrets(reply));
      return outcome;
    }
  }

  /** Which of the requests of one answer makes it arrive, found by trying. */
  final int deliveringRequest(ReplyChannel channel) {
    ReplyTarget target = target();
    int before = calls();
    send(channel, reply(target, "percobaan")).get();
    int requests = calls() - before;
    for (int i = 0; i < requests - 1; i++) {
      int arrived = delivered().size();
      vendor().failAfter(i, Fault.LOST_ANSWER);
      send(channel, reply(target, "percobaan ke-" + i));
      vendor().recover();
      if (delivered().size() > arrived) {
        return i;
      }
    }
    return requests - 1;
  }

  final List<String> secrets(Reply reply) {
    List<String> secrets = new ArrayList<>(List.of(secret(), reply.text()));
    Reporter person = reply.to().reporter();
    if (person != null) {
      secrets.add(person.handle());
      if (person.name() != null) {
        secrets.add(person.name());
      }
    }
    return secrets;
  }

  static Reply again(Reply reply) {
    return new Reply(reply.id(), reply.to(), reply.text(), reply.photos(), true);
  }

  @Test
  final void silence_leaves_open_whether_the_answer_was_taken() {
    assertThat(sendWith(Fault.SILENCE).kind()).isEqualTo(Kind.UNCONFIRMED);
  }

  @Test
  final void an_answer_that_got_lost_leaves_open_whether_it_was_taken() {
    Outcome<SentReply> outcome = sendWith(Fault.LOST_ANSWER);

    assertThat(arrivals(WORDS)).isEqualTo(1);
    assertThat(outcome.kind()).isEqualTo(Kind.UNCONFIRMED);
  }

  @Test
  final void a_confirmation_that_cannot_be_read_leaves_open_whether_it_was_taken() {
    for (Fault fault : List.of(Fault.CUT_BODY, Fault.GARBAGE)) {
      if (!impossible().contains(fault)) {
        Outcome<SentReply> outcome = sendWith(fault);
        if (outcome.failure() != null || fault == Fault.GARBAGE) {
          assertThat(outcome.kind()).as(fault.name()).isEqualTo(Kind.UNCONFIRMED);
        }
      }
    }
  }

  @Test
  final void a_fault_of_the_vendor_is_temporary_or_leaves_it_open() {
    assertThat(sendWith(Fault.SERVER_ERROR).kind()).isIn(Kind.TEMPORARY, Kind.UNCONFIRMED);
  }

  @Test
  final void a_limit_with_a_time_says_until_when_to_wait() {
    ChannelException failure = sendWith(Fault.LIMIT_WITH_RESET).failed();

    assertThat(failure.kind()).isEqualTo(Kind.WAIT_UNTIL);
    assertThat(failure.findRetryAt().orElseThrow())
        .isBetween(LIMIT_ENDS, LIMIT_ENDS.plusSeconds(2));
    assertThat(arrivals(WORDS)).isZero();
  }

  @Test
  final void a_limit_without_a_time_is_a_temporary_failure_or_a_wait() {
    assertThat(sendWith(Fault.LIMIT_WITHOUT_RESET).kind()).isIn(Kind.TEMPORARY, Kind.WAIT_UNTIL);
  }

  @Test
  final void a_credential_that_has_run_out_is_to_be_renewed() {
    assertThat(sendWith(Fault.EXPIRED_CREDENTIAL).kind()).isIn(Kind.REFRESH, Kind.REAUTHORISE);
  }

  @Test
  final void after_any_failure_at_any_request_the_answer_arrives_once_at_the_next_attempt() {
    try (ReplyChannel channel = connect()) {
      ReplyTarget target = target();
      int before = calls();
      send(channel, reply(target, "percobaan")).get();
      int requests = calls() - before;
      for (Fault fault : Fault.values()) {
        for (int i = 0; i < requests && !impossible().contains(fault); i++) {
          vendor().limitUntil(clock().instant().plusSeconds(60));
          vendor().failAfter(i, fault);
          assertArrivesOnce(channel, reply(target, "sesudah " + fault + " ke-" + i));
        }
      }
    }
  }

  final void assertArrivesOnce(ReplyChannel channel, Reply reply) {
    Outcome<SentReply> outcome = send(channel, reply);
    vendor().recover();
    ChannelException failure = outcome.failure();
    if (failure != null && failure.kind() == Kind.UNCONFIRMED) {
      if (channel.recognisesRepetition()) {
        send(channel, again(reply)).get();
      } else {
        assertThat(arrivals(reply.text())).as(reply.text()).isLessThanOrEqualTo(1);
        return;
      }
    } else if (failure != null) {
      assertThat(failure.isWorthRetrying() || failure.kind() == Kind.REAUTHORISE)
          .as(failure.kind() + " for " + reply.text())
          .isTrue();
      help(channel, failure);
      send(channel, reply).get();
    }
    assertThat(arrivals(reply.text())).as(reply.text()).isEqualTo(1);
  }

  final void help(ReplyChannel channel, ChannelException failure) {
    Instant now = clock().instant();
    failure
        .findRetryAt()
        .filter(now::isBefore)
        .ifPresent(at -> clock().advance(Duration.between(now, at)));
    if (failure.kind() == Kind.REFRESH) {
      channel.refresh();
    }
  }

  @Test
  final void a_repetition_after_a_restart_arrives_once() {
    Reply taken = reply(target(), WORDS);
    Reply lost = reply(taken.to(), "yang tidak pernah sampai");
    boolean recognises;
    try (ReplyChannel channel = connect()) {
      recognises = channel.recognisesRepetition();
      send(channel, taken).get();
    }
    assumeTrue(recognises, "repetitions are left to a person");
    try (ReplyChannel channel = connect()) {
      send(channel, again(taken)).get();
      send(channel, again(lost)).get();
    }
    assertThat(arrivals(WORDS)).as("taken at the first attempt").isEqualTo(1);
    assertThat(arrivals(lost.text())).as("lost at the first attempt").isEqualTo(1);
  }

  @Test
  final void failures_show_neither_words_nor_person_nor_credential() {
    vendor().limitUntil(LIMIT_ENDS);
    try (ReplyChannel channel = connect()) {
      for (Fault fault : Fault.values()) {
        if (!impossible().contains(fault)) {
          Reply reply = reply(target(), WORDS);
          vendor().fail(fault, 1);
          send(channel, reply).showsNoneOf(secrets(reply));
          vendor().recover();
        }
      }
      assertThat(channel.toString()).doesNotContain(secret());
    }
  }
}
