package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.testkit.SampleComplaints.ACCOUNT;
import static org.tanggap.testkit.SampleComplaints.CURSOR;
import static org.tanggap.testkit.SampleComplaints.NOW;
import static org.tanggap.testkit.SampleComplaints.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ChannelException;
import org.tanggap.complaint.AccountId;
import org.tanggap.store.AccountStanding;
import org.tanggap.store.Commit;

/** Accounts: read by one process at a time, and how that goes. */
abstract class AccountPromises extends CursorPromises {

  private static final Duration LEASE = Duration.ofMinutes(5);

  private AccountStanding claim(Instant now) {
    return store().claimAccount(ACCOUNT, now, LEASE).orElseThrow();
  }

  private static AccountStanding settled(
      AccountStanding claimed, Instant nextPoll, AccountStanding.@Nullable Problem problem) {
    return new AccountStanding(
        claimed.account(),
        claimed.claim(),
        nextPoll,
        problem == null ? 0 : 3,
        problem == null ? NOW : null,
        problem == null ? null : NOW.minusSeconds(60),
        problem);
  }

  @Test
  final void an_account_that_is_unknown_is_due_and_nothing_is_known_of_it() {
    AccountStanding fresh = AccountStanding.fresh(ACCOUNT);

    assertThat(claim(NOW)).usingRecursiveComparison().ignoringFields("claim").isEqualTo(fresh);
    assertThat(store().listAccounts()).extracting(AccountStanding::account).containsOnly(ACCOUNT);
  }

  @Test
  final void a_claimed_account_is_nobody_elses_until_the_lease_ends() {
    AccountStanding first = claim(NOW);

    assertThat(store().claimAccount(ACCOUNT, NOW.plus(LEASE).minusMillis(1), LEASE)).isEmpty();
    AccountStanding second = claim(NOW.plus(LEASE));

    assertThat(second.claim()).isGreaterThan(first.claim());
    assertThat(store().claimAccount(ACCOUNT, NOW.plus(LEASE), LEASE)).isEmpty();
  }

  @Test
  final void accounts_are_claimed_each_by_itself() {
    claim(NOW);

    assertThat(store().claimAccount(account(2), NOW, LEASE)).isPresent();
    assertThat(
            store()
                .claimAccount(
                    AccountId.of(ACCOUNT.kind(), ACCOUNT.name().replace('d', 'D')), NOW, LEASE))
        .isPresent();
  }

  @Test
  final void an_account_is_not_claimed_before_its_time_and_at_once_when_it_has_come() {
    Instant next = NOW.plusSeconds(30);
    store().settleAccount(settled(claim(NOW), next, null));

    assertThat(store().claimAccount(ACCOUNT, next.minusMillis(1), LEASE)).isEmpty();
    assertThat(store().claimAccount(ACCOUNT, next, LEASE))
        .as("though the lease of the claim before has not ended")
        .isPresent();
  }

  @Test
  final void the_next_time_between_two_milliseconds_is_never_early_and_kept_to_the_millisecond() {
    Instant between = NOW.plusNanos(400_000);
    store().settleAccount(settled(claim(NOW), between, null));

    assertThat(store().claimAccount(ACCOUNT, between.minusNanos(1), LEASE)).isEmpty();
    assertThat(store().claimAccount(ACCOUNT, between.plusMillis(1), LEASE)).isPresent();
  }

  @Test
  final void how_an_account_stands_is_listed_and_claimed_as_it_was_noted() {
    AccountStanding.Problem problem =
        new AccountStanding.Problem(
            ChannelException.Kind.REAUTHORISE,
            "a\u0000b\u001A0\u001A\u001Ac\\u0000\n\uD83D\uDE4F",
            NOW.minusSeconds(3_600));
    AccountStanding noted = settled(claim(NOW), NOW.plusSeconds(30), problem);

    assertThat(store().settleAccount(noted)).isTrue();

    assertThat(store().listAccounts()).containsExactly(noted);
    assertThat(noted.findProblem()).contains(problem);
    AccountStanding next = claim(NOW.plusSeconds(30));
    assertThat(next).usingRecursiveComparison().ignoringFields("claim").isEqualTo(noted);
    assertThat(store().listAccounts()).containsExactly(next);
  }

  @Test
  final void every_kind_of_problem_can_be_noted_and_one_that_has_ended_is_gone() {
    for (ChannelException.Kind kind : ChannelException.Kind.values()) {
      AccountStanding.Problem problem = new AccountStanding.Problem(kind, "", NOW);
      store().settleAccount(settled(claim(NOW), NOW, problem));

      assertThat(store().listAccounts()).extracting(AccountStanding::problem).containsOnly(problem);
    }
    AccountStanding well = settled(claim(NOW), NOW, null);

    store().settleAccount(well);

    assertThat(store().listAccounts()).containsExactly(well);
  }

  @Test
  final void nothing_is_noted_for_an_account_that_somebody_else_has_claimed_since() {
    AccountStanding late = settled(claim(NOW), NOW, null);
    AccountStanding current = claim(NOW.plus(LEASE));

    assertThat(store().settleAccount(late)).isFalse();

    assertThat(store().listAccounts()).containsExactly(current);
    assertThat(store().claimAccount(ACCOUNT, NOW.plus(LEASE), LEASE))
        .as("the other one's claim stands")
        .isEmpty();
    assertThat(store().settleAccount(settled(current, NOW, null))).isTrue();
  }

  @Test
  final void nothing_is_noted_for_an_account_that_nobody_claimed() {
    assertThat(store().settleAccount(AccountStanding.fresh(ACCOUNT))).isFalse();

    assertThat(store().listAccounts()).isEmpty();
  }

  @Test
  final void a_claim_whose_lease_is_over_can_be_settled_as_long_as_nobody_else_has_one() {
    AccountStanding noted = settled(claim(NOW), NOW.plus(Duration.ofDays(1)), null);

    assertThat(store().settleAccount(noted)).isTrue();
    assertThat(store().listAccounts()).containsExactly(noted);
  }

  @Test
  final void accounts_are_listed_by_their_text_form_if_they_were_ever_claimed() {
    List<AccountId> accounts =
        List.of(AccountId.of("x", "b"), AccountId.of("sms", "1708"), AccountId.of("x", "a"));
    accounts.forEach(account -> store().claimAccount(account, NOW, LEASE));
    store().commit(new Commit().cursor(ACCOUNT, null, CURSOR));

    assertThat(store().listAccounts())
        .extracting(standing -> standing.account().toString())
        .containsExactly("sms:1708", "x:a", "x:b");
  }

  @Test
  final void of_threads_that_claim_an_account_exactly_one_gets_it() {
    for (int round = 0; round < 10; round++) {
      Instant now = NOW.plus(LEASE.multipliedBy(round));

      List<Optional<AccountStanding>> claims =
          Together.run(4, thread -> store().claimAccount(ACCOUNT, now, LEASE));

      assertThat(claims.stream().flatMap(Optional::stream)).as("round %s", round).hasSize(1);
    }
  }
}
