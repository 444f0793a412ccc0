package org.tanggap.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.FetchChannel;
import org.tanggap.channel.Page;
import org.tanggap.channel.PullChannel;
import org.tanggap.complaint.AccountId;
import org.tanggap.store.AccountStanding;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.PendingFetch;
import org.tanggap.store.StoreException;

/**
 * Reads the accounts that are due, each by itself: whatever goes wrong with one is noted with it
 * and does not reach the others. Several processes share the accounts.
 */
final class AccountPolling {

  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration FAR_AHEAD = Duration.ofDays(1);
  private static final Duration FETCH_LEASE = Duration.ofMinutes(2);
  private static final int FETCHES = 100;
  private static final int FETCH_ATTEMPTS = 12;

  private final ComplaintStore store;
  private final Map<AccountId, Channel> channels;
  private final Map<AccountId, Duration> intervals;
  private final InstantSource clock;
  private final MessageIntake intake;
  private final AccountWatch watch;
  private final Listeners listeners;
  private final boolean soleProcess;
  private final Set<AccountId> busy = ConcurrentHashMap.newKeySet();
  private final Set<AccountId> takenOver = ConcurrentHashMap.newKeySet();

  AccountPolling(
      FeedbackDeskBuilder parts,
      Map<AccountId, Channel> channels,
      MessageIntake intake,
      AccountWatch watch,
      Listeners listeners) {
    this.store = parts.store();
    this.channels = channels;
    this.intervals = Map.copyOf(parts.intervals);
    this.soleProcess = parts.soleProcess;
    this.clock = parts.clock;
    this.intake = intake;
    this.watch = watch;
    this.listeners = listeners;
  }

  /** Takes messages into the store: what the desk does with a page. */
  @FunctionalInterface
  interface MessageIntake {

    /** What became of the messages; nothing if somebody else took the page meanwhile. */
    Optional<List<Intake>> take(
        AccountId account,
        List<ChannelMessage> messages,
        IntakePipeline.@Nullable Move move,
        ChannelMessage.@Nullable NeedsFetch fetched);
  }

  /** Reads one account after the other, in the caller's thread. */
  List<AccountPoll> poll() {
    List<AccountPoll> polls = new ArrayList<>();
    RuntimeException storeFailed = null;
    for (Channel channel : channels.values()) {
      try {
        poll(channel).ifPresent(polls::add);
      } catch (StoreException e) {
        storeFailed = storeFailed == null ? e : storeFailed;
      }
    }
    polls.addAll(fetch());
    if (storeFailed != null) {
      throw storeFailed;
    }
    return polls;
  }

  /** Reads all accounts at once, each in a task of its own. */
  CompletableFuture<List<AccountPoll>> poll(Executor executor) {
    List<CompletableFuture<List<AccountPoll>>> tasks = new ArrayList<>();
    for (Channel channel : channels.values()) {
      tasks.add(
          CompletableFuture.supplyAsync(
              () -> poll(channel).map(List::of).orElse(List.of()), executor));
    }
    tasks.add(CompletableFuture.supplyAsync(this::fetch, executor));
    return CompletableFuture.allOf(tasks.toArray(CompletableFuture[]::new))
        .thenApply(
            unused ->
                tasks.stream().map(CompletableFuture::join).flatMap(Collection::stream).toList());
  }

  private Optional<AccountPoll> poll(Channel channel) {
    AccountId account = channel.account();
    if (!(channel instanceof PullChannel pull)) {
      watch.keep(account);
      return Optional.empty();
    }
    if (!busy.add(account)) {
      return Optional.empty();
    }
    try {
      return claim(account).map(claim -> poll(pull, claim));
    } finally {
      busy.remove(account);
    }
  }

  /**
   * Takes the account if it is due and nobody has it. A process that is the only one knows that a
   * claim it has not made itself was left behind by a crash, and takes it over.
   */
  private Optional<AccountStanding> claim(AccountId account) {
    Instant now = clock.instant();
    if (soleProcess && takenOver.add(account)) {
      // As seen from far ahead every claim has ended; it is given back, and the rest left as it is.
      store
          .claimAccount(account, now.plus(FAR_AHEAD), Duration.ofMillis(1))
          .ifPresent(store::settleAccount);
    }
    return store.claimAccount(account, now, LEASE);
  }

  private AccountPoll poll(PullChannel pull, AccountStanding claim) {
    AccountId account = pull.account();
    AccountPoll poll;
    try {
      poll = read(pull);
    } catch (ChannelException e) {
      poll = new AccountPoll(account, List.of(), false, e);
    } catch (StoreException e) {
      store.settleAccount(watch.failed(claim, storeFailed(account), null));
      throw e;
    } catch (RuntimeException | LinkageError e) {
      poll = new AccountPoll(account, List.of(), false, ChannelException.ofDefect(account, e));
    }
    settle(claim, poll);
    return poll;
  }

  private static ChannelException storeFailed(AccountId account) {
    return ChannelException.of(Kind.TEMPORARY, "the store did not take the page of " + account);
  }

  private AccountPoll read(PullChannel channel) {
    AccountId account = channel.account();
    Cursor cursor = store.findCursor(account).orElse(null);
    Page page = Renewal.call(channel, () -> channel.pull(cursor));
    if (page.messages().isEmpty() && page.cursor().equals(cursor)) {
      return new AccountPoll(account, List.of(), page.hasMore(), null);
    }
    return intake
        .take(account, page.messages(), new IntakePipeline.Move(cursor, page.cursor()), null)
        .map(results -> new AccountPoll(account, results, page.hasMore(), null))
        .orElseGet(
            () ->
                new AccountPoll(
                    account,
                    List.of(),
                    false,
                    ChannelException.of(
                        Kind.CONFLICT, "another process reads " + account + " at the same time")));
  }

  private void settle(AccountStanding claim, AccountPoll poll) {
    Instant now = clock.instant();
    ChannelException failure = poll.failure();
    if (failure == null) {
      Duration wait =
          poll.hasMore() ? Duration.ZERO : intervals.getOrDefault(poll.account(), Duration.ZERO);
      store.settleAccount(watch.succeeded(claim, now, now.plus(wait), !poll.results().isEmpty()));
    } else {
      listeners.tell(new DeskEvent.PollFailed(poll.account(), failure));
      store.settleAccount(watch.failed(claim, failure, failure.findRetryAt().orElse(null)));
    }
  }

  /** Fetches what was announced, as far as it is due. */
  private List<AccountPoll> fetch() {
    Map<AccountId, List<Intake>> results = new LinkedHashMap<>();
    Map<AccountId, ChannelException> failures = new LinkedHashMap<>();
    if (channels.values().stream().noneMatch(FetchChannel.class::isInstance)) {
      return List.of();
    }
    for (PendingFetch pending : store.claimFetches(clock.instant(), FETCH_LEASE, FETCHES)) {
      AccountId account = pending.announced().key().account();
      try {
        results.computeIfAbsent(account, unused -> new ArrayList<>()).addAll(fetch(pending));
      } catch (ChannelException e) {
        failures.put(account, e);
        giveUpOrPostpone(pending, e);
      } catch (RuntimeException | LinkageError e) {
        ChannelException defect = ChannelException.ofDefect(account, e);
        failures.put(account, defect);
        giveUpOrPostpone(pending, defect);
      }
    }
    failures.forEach(
        (account, failure) -> listeners.tell(new DeskEvent.PollFailed(account, failure)));
    return results.entrySet().stream()
        .map(it -> new AccountPoll(it.getKey(), it.getValue(), false, failures.get(it.getKey())))
        .toList();
  }

  private List<Intake> fetch(PendingFetch pending) {
    ChannelMessage.NeedsFetch announced = pending.announced();
    AccountId account = announced.key().account();
    if (!(channels.get(account) instanceof FetchChannel channel)) {
      throw ChannelException.of(Kind.TEMPORARY, "the account " + account + " is not connected");
    }
    ChannelMessage message = Renewal.call(channel, () -> channel.fetch(announced));
    if (message instanceof ChannelMessage.NeedsFetch) {
      throw ChannelException.of(
          Kind.MALFORMED, "the adapter of " + account + " fetched an announcement");
    }
    return intake.take(account, List.of(message), null, announced).orElse(List.of());
  }

  private void giveUpOrPostpone(PendingFetch pending, ChannelException failure) {
    ChannelMessage.NeedsFetch announced = pending.announced();
    boolean waits = failure.kind() == Kind.WAIT_UNTIL || failure.kind() == Kind.REAUTHORISE;
    if (failure.kind() == Kind.NOT_PERMITTED || (!waits && pending.attempts() >= FETCH_ATTEMPTS)) {
      ChannelMessage lost =
          new ChannelMessage.Malformed(
              announced.key().externalId(),
              "the message could not be fetched: " + failure.getMessage());
      intake.take(announced.key().account(), List.of(lost), null, announced);
      return;
    }
    Instant backedOff = BackOff.READING.after(clock.instant(), pending.attempts());
    store.postponeFetch(
        pending, failure.findRetryAt().filter(at -> at.isAfter(backedOff)).orElse(backedOff));
  }
}
