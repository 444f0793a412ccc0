package org.tanggap.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.ReporterId;

/** The answers of a {@link MemoryStore}, which guards it with its lock. */
final class MemoryOutbox {

  private static final long NOBODY = 0;

  /** By the text of their ids, as databases order them. */
  private final TreeMap<String, Waiting> replies = new TreeMap<>();

  private record Waiting(
      NewReply reply, OutboxState state, long due, long claimedUntil, int attempts, String note) {

    boolean isDue(long now) {
      return state == OutboxState.PENDING && due <= now && claimedUntil <= now;
    }

    boolean isClaimed() {
      return state == OutboxState.PENDING && claimedUntil != NOBODY;
    }

    Waiting claimed(long until) {
      return new Waiting(reply, state, due, until, attempts + 1, note);
    }

    Waiting settled(OutboxState now, long again, String because) {
      return new Waiting(reply, now, again, NOBODY, attempts, because);
    }

    Waiting emptied() {
      NewReply without =
          new NewReply(
              reply.id(), reply.complaint(), reply.inReplyTo(), reply.reporter(), "", reply.due());
      OutboxState now = state == OutboxState.PENDING ? OutboxState.WITHDRAWN : state;
      return new Waiting(without, now, due, NOBODY, attempts, note);
    }

    StoredReply stored() {
      return new StoredReply(
          reply.id(),
          reply.complaint(),
          reply.inReplyTo().account(),
          state,
          Instant.ofEpochMilli(due),
          attempts,
          note);
    }
  }

  /** An answer with the number of its claim. */
  record Claimed(NewReply reply, int attempts) {}

  boolean holds(UUID id) {
    return replies.containsKey(id.toString());
  }

  void add(NewReply reply) {
    put(new Waiting(reply, OutboxState.PENDING, Millis.ceil(reply.due()), NOBODY, 0, ""));
  }

  private void put(Waiting waiting) {
    replies.put(waiting.reply().id().toString(), waiting);
  }

  List<Claimed> claim(Instant now, Duration lease, int limit) {
    long until = Millis.ceil(now.plus(lease));
    List<Waiting> due =
        replies.values().stream()
            .filter(waiting -> waiting.isDue(Millis.floor(now)))
            .sorted(Comparator.comparingLong(Waiting::due))
            .limit(limit)
            .map(waiting -> waiting.claimed(until))
            .toList();
    due.forEach(this::put);
    return due.stream().map(it -> new Claimed(it.reply(), it.attempts())).toList();
  }

  void settle(OutboxEntry entry, DeliveryOutcome outcome) {
    change(
        entry.reply().id(),
        waiting -> waiting.isClaimed() && waiting.attempts() == entry.attempts(),
        waiting ->
            waiting.settled(
                outcome.state(),
                outcome instanceof DeliveryOutcome.Retry retry
                    ? Millis.ceil(retry.at())
                    : waiting.due(),
                outcome.because()));
  }

  boolean retry(UUID id, Instant due) {
    return change(
        id,
        waiting -> waiting.state() == OutboxState.DEAD || waiting.state() == OutboxState.BY_HAND,
        waiting -> waiting.settled(OutboxState.PENDING, Millis.ceil(due), waiting.note()));
  }

  private boolean change(UUID id, Predicate<Waiting> condition, UnaryOperator<Waiting> change) {
    Waiting waiting = replies.get(id.toString());
    if (waiting == null || !condition.test(waiting)) {
      return false;
    }
    put(change.apply(waiting));
    return true;
  }

  List<StoredReply> list(OutboxState state, @Nullable UUID after, int limit) {
    return (after == null ? replies : replies.tailMap(after.toString(), false))
        .values().stream()
            .filter(waiting -> waiting.state() == state)
            .limit(limit)
            .map(Waiting::stored)
            .toList();
  }

  Map<OutboxState, Long> count() {
    Map<OutboxState, Long> counts = new HashMap<>();
    replies.values().forEach(waiting -> counts.merge(waiting.state(), 1L, Long::sum));
    return counts;
  }

  /** Empties what was written to these people, and says how many answers it were. */
  int empty(Set<ReporterId> people) {
    List<Waiting> theirs =
        replies.values().stream()
            .filter(waiting -> waiting.reply().reporter() != null)
            .filter(waiting -> people.contains(waiting.reply().reporter()))
            .filter(
                waiting ->
                    !waiting.reply().text().isEmpty() || waiting.state() == OutboxState.PENDING)
            .toList();
    theirs.forEach(waiting -> put(waiting.emptied()));
    return theirs.size();
  }
}
