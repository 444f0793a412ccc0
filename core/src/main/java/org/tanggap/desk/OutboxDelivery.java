package org.tanggap.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Photo;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.DeliveryOutcome;
import org.tanggap.store.OutboxEntry;
import org.tanggap.store.OutboxState;

/**
 * Carries answers from the outbox to their channels. An answer whose delivery was cut off goes out
 * again only where the channel recognises a repetition; elsewhere a person looks first, so that no
 * citizen gets it twice.
 */
final class OutboxDelivery {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxDelivery.class);

  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Duration UNTIL_A_PERSON_ACTED = Duration.ofMinutes(15);
  private static final int MAX_FAILURES = 10;

  private final ComplaintStore store;
  private final Map<AccountId, Channel> channels;
  private final InstantSource clock;
  private final AccountWatch watch;
  private final Listeners listeners;

  OutboxDelivery(
      ComplaintStore store,
      Map<AccountId, Channel> channels,
      InstantSource clock,
      AccountWatch watch,
      Listeners listeners) {
    this.store = store;
    this.channels = channels;
    this.clock = clock;
    this.watch = watch;
    this.listeners = listeners;
  }

  /**
   * Delivers what is due, at most the limit, and counts where the answers stand afterwards. Answers
   * are claimed one by one, so that a crash leaves the end of one attempt unknown, not of many.
   */
  Map<OutboxState, Integer> deliver(int limit) {
    Map<OutboxState, Integer> counts = new EnumMap<>(OutboxState.class);
    Map<AccountId, DeliveryOutcome.Postponed> waiting = new HashMap<>();
    for (int i = 0; i < limit; i++) {
      List<OutboxEntry> claimed = store.claimReplies(clock.instant(), LEASE, 1);
      if (claimed.isEmpty()) {
        break;
      }
      DeliveryOutcome outcome = deliver(claimed.get(0), waiting);
      counts.merge(outcome.state(), 1, Integer::sum);
    }
    return counts;
  }

  /** Delivers one, unless its account is known to have to wait. */
  private DeliveryOutcome deliver(
      OutboxEntry entry, Map<AccountId, DeliveryOutcome.Postponed> waiting) {
    AccountId account = entry.reply().to().message().account();
    DeliveryOutcome outcome = waiting.get(account);
    if (outcome == null) {
      outcome = deliver(entry, account);
    }
    if (outcome instanceof DeliveryOutcome.Postponed postponed) {
      waiting.put(account, postponed);
    }
    store.settleReply(entry, outcome);
    listeners.tell(new DeskEvent.ReplySettled(account, outcome.state(), entry.attempts()));
    return outcome;
  }

  private DeliveryOutcome deliver(OutboxEntry entry, AccountId account) {
    if (!(channels.get(account) instanceof ReplyChannel channel)) {
      return new DeliveryOutcome.ByHand("the channel " + account + " cannot answer");
    } else if (!entry.answersWanted()) {
      return new DeliveryOutcome.ByHand("the citizen wants no answers on this channel");
    }
    try {
      return deliver(entry, channel);
    } catch (ChannelException e) {
      return afterFailure(entry, channel, e);
    } catch (RuntimeException | LinkageError e) {
      return afterFailure(entry, channel, ChannelException.ofDefect(account, e));
    }
  }

  private DeliveryOutcome deliver(OutboxEntry entry, ReplyChannel channel) {
    Reply reply = entry.reply();
    ReplyPermission permission = channel.permission(reply.to());
    if (permission instanceof ReplyPermission.ByHand byHand) {
      return new DeliveryOutcome.ByHand(byHand.because());
    }
    ReplyPermission.Allowed allowed = (ReplyPermission.Allowed) permission;
    Optional<String> obstacle = findObstacle(reply, channel, allowed);
    if (obstacle.isPresent()) {
      return new DeliveryOutcome.ByHand(obstacle.get());
    }
    Reply fitting = withPhotos(reply, allowed.maxPhotos());
    DeliveryOutcome sent =
        new DeliveryOutcome.Sent(Renewal.call(channel, () -> channel.send(fitting)));
    watch.answers(channel.account());
    return sent;
  }

  private Optional<String> findObstacle(
      Reply reply, ReplyChannel channel, ReplyPermission.Allowed allowed) {
    if (reply.mayBeSent() && !channel.recognisesRepetition()) {
      return Optional.of(
          "an attempt was cut off and may have reached the citizen: look before sending it again");
    } else if (allowed.until() != null && !clock.instant().isBefore(allowed.until())) {
      return Optional.of("the time in which the channel lets us answer has ended");
    } else if (channel.lengthOf(reply.text()) > allowed.maxCharacters()) {
      return Optional.of(
          "the answer is longer than the channel's " + allowed.maxCharacters() + " characters");
    }
    return Optional.empty();
  }

  /** The words matter more than the pictures: what the channel does not take stays behind. */
  private static Reply withPhotos(Reply reply, int most) {
    List<Photo> photos = reply.photos();
    return photos.size() <= most
        ? reply
        : new Reply(
            reply.id(), reply.to(), reply.text(), photos.subList(0, most), reply.mayBeSent());
  }

  private DeliveryOutcome afterFailure(
      OutboxEntry entry, ReplyChannel channel, ChannelException failure) {
    Instant now = clock.instant();
    String because = failure.kind() + ": " + failure.getMessage();
    if (failure.kind() == Kind.REAUTHORISE) {
      // The citizen's answer is not to die of our credential.
      watch.cannotAnswer(channel.account(), failure);
      return new DeliveryOutcome.Postponed(now.plus(UNTIL_A_PERSON_ACTED), because);
    }
    Optional<Instant> vendorsTime = failure.findRetryAt().filter(at -> at.isAfter(now));
    if (failure.kind() == Kind.WAIT_UNTIL && vendorsTime.isPresent()) {
      return new DeliveryOutcome.Postponed(vendorsTime.get(), because);
    } else if (failure.kind() == Kind.UNCONFIRMED && !channel.recognisesRepetition()) {
      return new DeliveryOutcome.ByHand(
          "the answer went out and nothing came back: look before sending it again");
    }
    int failures = entry.failures() + 1;
    boolean inDoubt = failure.kind() == Kind.UNCONFIRMED || entry.reply().mayBeSent();
    if (inDoubt && failures >= MAX_FAILURES) {
      return new DeliveryOutcome.ByHand(
          "it could not be found out whether the answer has arrived: look before sending it again");
    }
    if (!failure.isWorthRetrying() || failures >= MAX_FAILURES) {
      LOG.warn("reply {} is given up: {}", entry.reply().id(), because);
      return new DeliveryOutcome.Dead(because);
    }
    Instant backedOff = BackOff.ANSWERS.after(now, failures);
    Instant retryAt = vendorsTime.filter(at -> at.isAfter(backedOff)).orElse(backedOff);
    return failure.kind() == Kind.UNCONFIRMED
        ? new DeliveryOutcome.Unconfirmed(retryAt, because)
        : new DeliveryOutcome.Retry(retryAt, because);
  }
}
