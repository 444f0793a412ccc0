package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Page;
import org.tanggap.testkit.FakeVendor.Fault;

/** How a pull channel fails: in the kind that helps, soon, and without telling secrets. */
abstract class PullFailurePromises extends PullPlacePromises {

  static final Instant LIMIT_ENDS = Instant.parse("2026-11-21T02:30:00Z");

  final Outcome<Page> pullWith(Fault fault) {
    assumeTrue(!impossible().contains(fault), "this vendor has no such fault");
    PullingHost host = settledHost();
    String id = publish(WORDS);
    vendor().limitUntil(LIMIT_ENDS);
    // HTTP clients ask again by themselves, some times, when no answer comes.
    vendor().fail(fault, fault == Fault.LOST_ANSWER ? 20 : 1);
    Outcome<Page> outcome = host.ask();
    vendor().recover();
    outcome.showsNoneOf(List.of(secret(), WORDS));
    host.help(outcome.failed(), clock(), false);
    assertThat(PullingHost.ids(host.drain())).as("after the fault").contains(id);
    return outcome;
  }

  @Test
  final void silence_is_a_temporary_failure_that_comes_soon() {
    assertThat(pullWith(Fault.SILENCE).kind()).isEqualTo(Kind.TEMPORARY);
  }

  @Test
  final void a_fault_of_the_vendor_is_a_temporary_failure() {
    assertThat(pullWith(Fault.SERVER_ERROR).kind()).isEqualTo(Kind.TEMPORARY);
  }

  @Test
  final void a_limit_with_a_time_says_until_when_to_wait() {
    ChannelException failure = pullWith(Fault.LIMIT_WITH_RESET).failed();

    assertThat(failure.kind()).isEqualTo(Kind.WAIT_UNTIL);
    assertThat(failure.findRetryAt().orElseThrow())
        .isBetween(LIMIT_ENDS, LIMIT_ENDS.plusSeconds(2));
  }

  @Test
  final void a_limit_without_a_time_is_a_temporary_failure_or_a_wait() {
    assertThat(pullWith(Fault.LIMIT_WITHOUT_RESET).kind()).isIn(Kind.TEMPORARY, Kind.WAIT_UNTIL);
  }

  @Test
  final void a_credential_that_has_run_out_is_to_be_renewed() {
    assertThat(pullWith(Fault.EXPIRED_CREDENTIAL).kind()).isIn(Kind.REFRESH, Kind.REAUTHORISE);
  }

  @Test
  final void an_answer_that_is_nothing_is_malformed() {
    assertThat(pullWith(Fault.GARBAGE).kind()).isEqualTo(Kind.MALFORMED);
  }

  @Test
  final void an_answer_that_ends_in_the_middle_is_a_failure() {
    assertThat(pullWith(Fault.CUT_BODY).kind()).isIn(Kind.TEMPORARY, Kind.MALFORMED);
  }

  @Test
  final void an_answer_that_got_lost_is_a_temporary_failure() {
    assertThat(pullWith(Fault.LOST_ANSWER).kind()).isEqualTo(Kind.TEMPORARY);
  }

  @Test
  final void failures_show_neither_words_nor_credentials() {
    PullingHost host = settledHost();
    publish(WORDS);
    vendor().limitUntil(clock().instant().plusSeconds(60));
    for (Fault fault : Fault.values()) {
      if (!impossible().contains(fault)) {
        vendor().fail(fault, 1);
        host.ask().showsNoneOf(List.of(secret(), WORDS));
        vendor().recover();
      }
    }
  }
}
