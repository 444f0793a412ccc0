package org.tanggap.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.PullChannel;
import org.tanggap.complaint.AccountId;
import org.tanggap.store.AccountStanding;
import org.tanggap.store.AccountStanding.Problem;
import org.tanggap.store.ComplaintStore;

/**
 * How the accounts are: what is stored of them, and what this process has seen since. A push
 * channel's last message is stored by the next poll, so that a message costs no writing of its own.
 */
final class AccountWatch {

  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration UNTIL_A_PERSON_ACTED = Duration.ofMinutes(15);

  private final ComplaintStore store;
  private final Map<AccountId, Channel> channels;
  private final InstantSource clock;
  private final Map<AccountId, Instant> heard = new ConcurrentHashMap<>();
  private final Map<AccountId, Instant> kept = new ConcurrentHashMap<>();
  private final Map<AccountId, Problem> answering = new ConcurrentHashMap<>();

  AccountWatch(ComplaintStore store, Map<AccountId, Channel> channels, InstantSource clock) {
    this.store = store;
    this.channels = channels;
    this.clock = clock;
  }

  /** A vendor has pushed something genuine. */
  void heard(AccountId account) {
    heard.put(account, clock.instant());
  }

  /** Stores when a push channel was last heard, if that is news. */
  void keep(AccountId account) {
    Instant last = heard.get(account);
    if (last == null || last.equals(kept.get(account))) {
      return;
    }
    store
        .claimAccount(account, clock.instant(), LEASE)
        .filter(claim -> store.settleAccount(succeeded(claim, last, Instant.EPOCH, true)))
        .ifPresent(claim -> kept.put(account, last));
  }

  AccountStanding succeeded(
      AccountStanding claim, Instant at, Instant nextPoll, boolean messagesCame) {
    return new AccountStanding(
        claim.account(),
        claim.claim(),
        nextPoll,
        0,
        at,
        messagesCame ? at : claim.lastMessage(),
        null);
  }

  /**
   * The standing after a failure: asked again at the vendor's time; where a person has to act,
   * every quarter of an hour; else after a time that grows with the failures.
   */
  AccountStanding failed(
      AccountStanding claim, ChannelException failure, @Nullable Instant vendorsTime) {
    Instant now = clock.instant();
    int failures = claim.failures() + 1;
    Instant next =
        vendorsTime != null && vendorsTime.isAfter(now)
            ? vendorsTime
            : failure.isWorthRetrying()
                ? BackOff.READING.after(now, failures)
                : now.plus(UNTIL_A_PERSON_ACTED);
    return new AccountStanding(
        claim.account(),
        claim.claim(),
        next,
        failures,
        claim.lastSuccess(),
        claim.lastMessage(),
        problem(failure, claim.problem(), now));
  }

  private static Problem problem(ChannelException failure, @Nullable Problem before, Instant now) {
    boolean goesOn = before != null && before.kind() == failure.kind();
    return new Problem(
        failure.kind(), String.valueOf(failure.getMessage()), goesOn ? before.since() : now);
  }

  /** An answer could not be sent. */
  void cannotAnswer(AccountId account, ChannelException failure) {
    answering.merge(
        account,
        problem(failure, null, clock.instant()),
        (before, now) -> before.kind() == now.kind() ? before : now);
  }

  /** An answer was sent. */
  void answers(AccountId account) {
    answering.remove(account);
  }

  List<AccountHealth> listHealth() {
    Map<AccountId, AccountStanding> standings = new HashMap<>();
    store.listAccounts().forEach(standing -> standings.put(standing.account(), standing));
    List<AccountHealth> all = new ArrayList<>();
    for (Channel channel : channels.values()) {
      AccountId account = channel.account();
      all.add(health(channel, standings.getOrDefault(account, AccountStanding.fresh(account))));
    }
    return all;
  }

  private AccountHealth health(Channel channel, AccountStanding standing) {
    AccountId account = channel.account();
    Problem problem = standing.problem() == null ? answering.get(account) : standing.problem();
    return new AccountHealth(
        account,
        later(standing.lastSuccess(), heard.get(account)),
        later(standing.lastMessage(), heard.get(account)),
        problem,
        channel instanceof PullChannel ? standing.nextPoll() : null,
        channel.vitals());
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}
