package org.tanggap.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.complaint.MessageKey;

/** What a {@link MemoryStore} has to be fetched, which guards it with its lock. */
final class MemoryFetches {

  private static final long NOBODY = 0;
  private static final long AT_ONCE = 0;

  private final Map<MessageKey, Kept> waiting = new LinkedHashMap<>();

  private record Kept(
      ChannelMessage.NeedsFetch announced, long due, long claimedUntil, int attempts) {

    boolean isDue(long now) {
      return due <= now && claimedUntil <= now;
    }

    Kept claimed(long until) {
      return new Kept(announced, due, until, attempts + 1);
    }

    Kept postponed(Instant to) {
      return new Kept(announced, Millis.ceil(to), NOBODY, attempts);
    }
  }

  /** What is announced and fetched in one commit is fetched. */
  void take(Commit commit) {
    for (ChannelMessage.NeedsFetch announced : commit.fetches()) {
      waiting.putIfAbsent(announced.key(), new Kept(announced, AT_ONCE, NOBODY, 0));
    }
    waiting.keySet().removeAll(commit.fetched());
  }

  List<PendingFetch> claim(Instant now, Duration lease, int limit) {
    long until = Millis.ceil(now.plus(lease));
    List<Kept> due =
        waiting.values().stream()
            .filter(kept -> kept.isDue(Millis.floor(now)))
            .sorted(Comparator.comparingLong(Kept::due))
            .limit(limit)
            .map(kept -> kept.claimed(until))
            .toList();
    due.forEach(kept -> waiting.put(kept.announced().key(), kept));
    return due.stream().map(kept -> new PendingFetch(kept.announced(), kept.attempts())).toList();
  }

  void postpone(PendingFetch fetch, Instant due) {
    waiting.computeIfPresent(
        fetch.announced().key(),
        (key, kept) ->
            kept.claimedUntil() != NOBODY && kept.attempts() == fetch.attempts()
                ? kept.postponed(due)
                : kept);
  }
}
