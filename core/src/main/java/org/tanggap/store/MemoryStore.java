package org.tanggap.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Reply;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Reporter;
import org.tanggap.complaint.ReporterId;

/** A store in memory, for tests and for trying out. Everything is gone with the object. */
public final class MemoryStore implements ComplaintStore {

  private final ReentrantLock lock = new ReentrantLock();
  private final TreeMap<ComplaintId, Complaint> complaints = new TreeMap<>();
  private final Map<MessageKey, KnownMessage> messages = new HashMap<>();
  private final Map<ReporterId, Reporter> reporters = new HashMap<>();
  private final Map<UUID, Waiting> outbox = new LinkedHashMap<>();
  private final Map<String, LeftOut> leftOut = new LinkedHashMap<>();
  private final Map<AccountId, Cursor> cursors = new HashMap<>();

  /** An empty store. */
  public MemoryStore() {}

  private record Waiting(
      NewReply reply, OutboxState state, Instant due, Instant claimedUntil, int attempts) {}

  @Override
  public CommitResult commit(Commit commit) {
    return locked(
        () -> {
          Map<ComplaintId, Integer> versions = new HashMap<>();
          for (Commit.Append append : commit.appends()) {
            Complaint existing = complaints.get(append.id());
            int stored = existing == null ? 0 : existing.version();
            if (versions.getOrDefault(append.id(), stored) != append.expectedVersion()) {
              return new CommitResult.VersionMoved(append.id());
            }
            versions.put(append.id(), append.expectedVersion() + append.events().size());
          }
          for (MessageKey key : commit.messages().keySet()) {
            if (messages.containsKey(key)) {
              return new CommitResult.MessageTaken(key);
            }
          }
          write(commit);
          return new CommitResult.Committed();
        });
  }

  private void write(Commit commit) {
    for (Commit.Append append : commit.appends()) {
      Complaint existing = complaints.get(append.id());
      if (existing == null) {
        existing = Complaint.replay(append.id(), append.events());
      } else {
        for (var event : append.events()) {
          existing = existing.after(event);
        }
      }
      complaints.put(append.id(), existing);
    }
    messages.putAll(commit.messages());
    reporters.putAll(commit.reporters());
    for (NewReply reply : commit.replies()) {
      outbox.put(reply.id(), new Waiting(reply, OutboxState.PENDING, reply.due(), Instant.MIN, 0));
    }
    for (LeftOut entry : commit.leftOut()) {
      leftOut.putIfAbsent(entry.account() + "\n" + entry.where(), entry);
    }
    Commit.CursorMove move = commit.cursor();
    if (move != null) {
      cursors.put(move.account(), move.cursor());
    }
  }

  @Override
  public Map<MessageKey, KnownMessage> findKnown(Collection<MessageKey> keys) {
    return locked(
        () -> {
          Map<MessageKey, KnownMessage> known = new HashMap<>();
          for (MessageKey key : keys) {
            KnownMessage message = messages.get(key);
            if (message != null) {
              known.put(key, message);
            }
          }
          return known;
        });
  }

  @Override
  public Optional<Complaint> find(ComplaintId id) {
    return locked(() -> Optional.ofNullable(complaints.get(id)));
  }

  @Override
  public List<Complaint> list(@Nullable ComplaintId after, int limit) {
    return locked(
        () ->
            (after == null ? complaints : complaints.tailMap(after, false))
                .values().stream().limit(limit).toList());
  }

  @Override
  public Optional<Cursor> findCursor(AccountId account) {
    return locked(() -> Optional.ofNullable(cursors.get(account)));
  }

  @Override
  public List<LeftOut> listLeftOut(int limit) {
    return locked(
        () ->
            leftOut.values().stream()
                .sorted(Comparator.comparing(LeftOut::at))
                .limit(limit)
                .toList());
  }

  @Override
  public long countLeftOut() {
    return locked(() -> (long) leftOut.size());
  }

  @Override
  public List<OutboxEntry> claimReplies(Instant now, Duration lease, int limit) {
    return locked(
        () -> {
          List<Waiting> due =
              outbox.values().stream()
                  .filter(w -> w.state() == OutboxState.PENDING)
                  .filter(w -> !w.due().isAfter(now) && !w.claimedUntil().isAfter(now))
                  .sorted(
                      Comparator.comparing(Waiting::due)
                          .thenComparing(w -> w.reply().id().toString()))
                  .limit(limit)
                  .toList();
          List<OutboxEntry> claimed = new ArrayList<>();
          for (Waiting waiting : due) {
            int attempts = waiting.attempts() + 1;
            NewReply reply = waiting.reply();
            outbox.put(
                reply.id(),
                new Waiting(reply, OutboxState.PENDING, waiting.due(), now.plus(lease), attempts));
            claimed.add(
                new OutboxEntry(
                    new Reply(
                        reply.id(),
                        reply.inReplyTo(),
                        reply.reporter() == null ? null : reporters.get(reply.reporter()),
                        reply.text()),
                    reply.complaint(),
                    attempts));
          }
          return claimed;
        });
  }

  @Override
  public void settleReply(OutboxEntry entry, DeliveryOutcome outcome) {
    locked(
        () -> {
          Waiting waiting = outbox.get(entry.reply().id());
          if (waiting != null && waiting.attempts() == entry.attempts()) {
            Instant due =
                outcome instanceof DeliveryOutcome.Retry retry ? retry.at() : waiting.due();
            outbox.put(
                entry.reply().id(),
                new Waiting(
                    waiting.reply(), outcome.state(), due, Instant.MIN, waiting.attempts()));
          }
          return entry;
        });
  }

  @Override
  public Map<OutboxState, Long> countReplies() {
    return locked(
        () -> {
          Map<OutboxState, Long> counts = new HashMap<>();
          outbox.values().forEach(waiting -> counts.merge(waiting.state(), 1L, Long::sum));
          return counts;
        });
  }

  @Override
  public void close() {}

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
