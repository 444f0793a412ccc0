package org.tanggap.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.ReporterId;

/** The answers of a {@link MemoryStore}, which guards it with its lock. */
final class MemoryOutbox {

  /** By the text of their ids, as databases order them. */
  private final TreeMap<String, KeptReply> replies = new TreeMap<>();

  boolean holds(UUID id) {
    return replies.containsKey(id.toString());
  }

  void add(NewReply reply) {
    put(KeptReply.of(reply));
  }

  private void put(KeptReply kept) {
    replies.put(kept.reply().id().toString(), kept);
  }

  /** The claimed ones, the longest due first. */
  List<KeptReply> claim(Instant now, Duration lease, int limit) {
    long until = Millis.ceil(now.plus(lease));
    List<KeptReply> due =
        replies.values().stream()
            .filter(kept -> kept.isDue(Millis.floor(now)))
            .sorted(Comparator.comparingLong(KeptReply::due))
            .limit(limit)
            .map(kept -> kept.claimed(until))
            .toList();
    due.forEach(this::put);
    return due;
  }

  /** The answer as it stands then; nothing if the claim has ended. */
  Optional<KeptReply> settle(OutboxEntry entry, DeliveryOutcome outcome) {
    return change(
        entry.reply().id(),
        kept -> kept.isClaimed() && kept.attempts() == entry.attempts(),
        kept -> kept.settled(Settlement.of(outcome)));
  }

  boolean retry(UUID id, Instant due) {
    return change(id, KeptReply::isGivenUp, kept -> kept.againAt(due)).isPresent();
  }

  private Optional<KeptReply> change(
      UUID id, Predicate<KeptReply> condition, UnaryOperator<KeptReply> change) {
    Optional<KeptReply> changed =
        Optional.ofNullable(replies.get(id.toString())).filter(condition).map(change);
    changed.ifPresent(this::put);
    return changed;
  }

  void note(Commit.ReplyState what) {
    List<KeptReply> named =
        replies.values().stream()
            .filter(kept -> kept.wasSentAs(what.reply()))
            .filter(kept -> ReplyStates.before(what.state()).contains(kept.state()))
            .toList();
    named.forEach(kept -> put(kept.noted(what)));
  }

  List<StoredReply> list(OutboxState state, @Nullable UUID after, int limit) {
    return (after == null ? replies : replies.tailMap(after.toString(), false))
        .values().stream()
            .filter(kept -> kept.state() == state)
            .limit(limit)
            .map(KeptReply::stored)
            .toList();
  }

  Map<OutboxState, Long> count() {
    Map<OutboxState, Long> counts = new HashMap<>();
    replies.values().forEach(kept -> counts.merge(kept.state(), 1L, Long::sum));
    return counts;
  }

  /** Empties what was written to these people, and says how many answers it were. */
  int empty(Set<ReporterId> people) {
    List<KeptReply> theirs =
        replies.values().stream()
            .filter(kept -> kept.reply().reporter() != null)
            .filter(kept -> people.contains(kept.reply().reporter()))
            .filter(kept -> !kept.isEmpty())
            .toList();
    theirs.forEach(kept -> put(kept.emptied()));
    return theirs.size();
  }
}
