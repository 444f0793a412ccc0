package org.tanggap.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.complaint.AccountId;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.DeliveryOutcome;
import org.tanggap.store.OutboxEntry;
import org.tanggap.store.OutboxState;

/**
 * Carries answers from the outbox to their channels, at least once each: an answer whose delivery
 * was cut off by a crash is sent again when its lease ends.
 */
final class OutboxDelivery {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxDelivery.class);

  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final int MAX_ATTEMPTS = 10;

  private final ComplaintStore store;
  private final Map<AccountId, Channel> channels;
  private final InstantSource clock;
  private final Listeners listeners;

  OutboxDelivery(
      ComplaintStore store,
      Map<AccountId, Channel> channels,
      InstantSource clock,
      Listeners listeners) {
    this.store = store;
    this.channels = channels;
    this.clock = clock;
    this.listeners = listeners;
  }

  /** Delivers what is due, at most the limit, and counts where the answers stand afterwards. */
  Map<OutboxState, Integer> deliver(int limit) {
    List<OutboxEntry> claimed = store.claimReplies(clock.instant(), LEASE, limit);
    Map<OutboxState, Integer> counts = new EnumMap<>(OutboxState.class);
    for (OutboxEntry entry : claimed) {
      DeliveryOutcome outcome = deliver(entry);
      store.settleReply(entry, outcome);
      counts.merge(outcome.state(), 1, Integer::sum);
      listeners.tell(
          new DeskEvent.ReplySettled(
              entry.reply().inReplyTo().account(), outcome.state(), entry.attempts()));
    }
    return counts;
  }

  private DeliveryOutcome deliver(OutboxEntry entry) {
    AccountId account = entry.reply().inReplyTo().account();
    if (!(channels.get(account) instanceof ReplyChannel channel)) {
      return new DeliveryOutcome.ByHand("the channel " + account + " cannot answer");
    }
    try {
      return deliver(entry, channel);
    } catch (ChannelException e) {
      return afterFailure(entry, e);
    } catch (RuntimeException e) {
      return afterFailure(entry, ChannelException.ofDefect(account, e));
    }
  }

  private DeliveryOutcome deliver(OutboxEntry entry, ReplyChannel channel) {
    ReplyPermission permission = channel.permission(entry.reply().inReplyTo());
    if (permission instanceof ReplyPermission.ByHand byHand) {
      return new DeliveryOutcome.ByHand(byHand.because());
    }
    ReplyPermission.Allowed allowed = (ReplyPermission.Allowed) permission;
    if (allowed.until() != null && !clock.instant().isBefore(allowed.until())) {
      return new DeliveryOutcome.ByHand("the time in which the channel lets us answer has ended");
    }
    if (entry.reply().text().length() > allowed.maxCharacters()) {
      return new DeliveryOutcome.ByHand(
          "the answer is longer than the channel's " + allowed.maxCharacters() + " characters");
    }
    channel.send(entry.reply());
    return new DeliveryOutcome.Sent();
  }

  private DeliveryOutcome afterFailure(OutboxEntry entry, ChannelException failure) {
    String because = failure.kind() + ": " + failure.getMessage();
    // An answer that an administrator has tried again gets as many attempts as a new one.
    int attempt = (entry.attempts() - 1) % MAX_ATTEMPTS + 1;
    if (!failure.isWorthRetrying() || attempt == MAX_ATTEMPTS) {
      LOG.warn("reply {} is given up: {}", entry.reply().id(), because);
      return new DeliveryOutcome.Dead(because);
    }
    Instant backedOff =
        clock.instant().plus(FIRST_WAIT.multipliedBy(1L << Math.min(attempt - 1, 7)));
    Instant retryAt = failure.findRetryAt().filter(at -> at.isAfter(backedOff)).orElse(backedOff);
    return new DeliveryOutcome.Retry(retryAt, because);
  }
}
