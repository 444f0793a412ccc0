package org.tanggap.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Reply;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.ReporterId;

/**
 * A store in memory, for tests and for trying out. Everything is gone with the object. A query
 * looks at every complaint.
 */
public final class MemoryStore implements ComplaintStore {

  private final ReentrantLock lock = new ReentrantLock();
  private final TreeMap<ComplaintId, KeptComplaint> complaints = new TreeMap<>();
  private final Map<MessageKey, KnownMessage> messages = new HashMap<>();
  private final Map<ReporterId, KnownReporter> reporters = new HashMap<>();
  private final MemoryOutbox outbox = new MemoryOutbox();
  private final Map<String, LeftOut> leftOut = new LinkedHashMap<>();
  private final Map<AccountId, Cursor> cursors = new HashMap<>();
  private long commits;

  /** An empty store. */
  public MemoryStore() {}

  @Override
  public CommitResult commit(Commit commit) {
    return locked(
        () -> {
          Map<ComplaintId, Integer> versions = new HashMap<>();
          commit.appends().forEach(append -> putVersion(versions, append.id()));
          Optional<CommitResult> conflict = Conflicts.find(commit, messages.keySet(), versions);
          if (conflict.isPresent()) {
            return conflict.get();
          }
          if (commit.replies().stream().anyMatch(reply -> outbox.holds(reply.id()))) {
            throw new StoreException(
                "the commit goes against a rule of the store: is the id of an answer taken?", null);
          }
          write(commit);
          return new CommitResult.Committed();
        });
  }

  private void putVersion(Map<ComplaintId, Integer> versions, ComplaintId id) {
    KeptComplaint kept = complaints.get(id);
    if (kept != null) {
      versions.put(id, kept.complaint().version());
    }
  }

  private void write(Commit commit) {
    commits++;
    commit.appends().forEach(this::append);
    messages.putAll(commit.messages());
    commit.reporters().forEach(person -> reporters.put(person.id(), person));
    commit.replies().forEach(outbox::add);
    for (LeftOut entry : commit.leftOut()) {
      leftOut.putIfAbsent(entry.account() + "\n" + entry.where(), entry);
    }
    Commit.CursorMove move = commit.cursor();
    if (move != null) {
      cursors.put(move.account(), move.cursor());
    }
  }

  /**
   * Only what is new is taken from the writer: words may have been erased since it read the rest.
   */
  private void append(Commit.Append append) {
    KeptComplaint kept = complaints.get(append.id());
    Complaint complaint = kept == null ? null : kept.complaint();
    for (ComplaintEvent event : append.events()) {
      complaint =
          complaint == null
              ? Complaint.replay(append.id(), List.of(event))
              : complaint.after(event);
    }
    put(new KeptComplaint(Objects.requireNonNull(complaint), append.watch(), commits));
  }

  private void put(KeptComplaint kept) {
    complaints.put(kept.id(), kept);
  }

  @Override
  public Map<MessageKey, KnownMessage> findKnown(Collection<MessageKey> keys) {
    return locked(
        () -> {
          Map<MessageKey, KnownMessage> known = new HashMap<>();
          for (MessageKey key : keys) {
            Optional.ofNullable(messages.get(key)).ifPresent(taken -> known.put(key, taken));
          }
          return known;
        });
  }

  @Override
  public Optional<Complaint> find(ComplaintId id) {
    return locked(() -> Optional.ofNullable(complaints.get(id)).map(KeptComplaint::complaint));
  }

  @Override
  public ComplaintPage list(ComplaintQuery query) {
    return locked(
        () -> {
          List<KeptComplaint> page =
              complaints.values().stream()
                  .filter(kept -> kept.isAskedFor(query))
                  .sorted(KeptComplaint.by(query.order()))
                  .limit(query.limit())
                  .toList();
          Bookmark end =
              page.isEmpty() ? query.after() : page.get(page.size() - 1).bookmark(query.order());
          return new ComplaintPage(page.stream().map(KeptComplaint::complaint).toList(), end);
        });
  }

  @Override
  public List<Complaint> claimDue(Instant now, Duration lease, int limit) {
    return locked(
        () -> {
          List<KeptComplaint> due =
              complaints.values().stream()
                  .filter(kept -> kept.isToBeLookedAt(now))
                  .sorted(Comparator.comparingLong(KeptComplaint::lookAt))
                  .limit(limit)
                  .toList();
          due.forEach(kept -> put(kept.lookedAtAgain(now.plus(lease))));
          return due.stream().map(KeptComplaint::complaint).toList();
        });
  }

  @Override
  public void watch(Complaint complaint, Watch watch) {
    locked(
        () -> {
          KeptComplaint kept = complaints.get(complaint.id());
          if (kept != null && kept.complaint().version() == complaint.version()) {
            put(new KeptComplaint(kept.complaint(), watch, kept.changed()));
          }
          return watch;
        });
  }

  @Override
  public Map<ReporterHandle, ReporterId> findReporters(Collection<ReporterHandle> handles) {
    return locked(
        () -> {
          Set<ReporterHandle> asked = Set.copyOf(handles);
          Map<ReporterHandle, ReporterId> found = new HashMap<>();
          for (KnownReporter person : reporters.values()) {
            ReporterHandle handle = handleOf(person);
            if (asked.contains(handle)) {
              found.merge(handle, person.id(), MemoryStore::older);
            }
          }
          return found;
        });
  }

  private static ReporterHandle handleOf(KnownReporter person) {
    return new ReporterHandle(person.channel(), person.reporter().handle());
  }

  private static ReporterId older(ReporterId one, ReporterId other) {
    return one.toString().compareTo(other.toString()) < 0 ? one : other;
  }

  @Override
  public Optional<KnownReporter> findReporter(ReporterId id) {
    return locked(() -> Optional.ofNullable(reporters.get(id)));
  }

  @Override
  public Erasure erase(ReporterId id, UnaryOperator<ComplaintEvent> redaction) {
    return locked(
        () -> {
          Set<ReporterId> person = referencesTo(id);
          List<KeptComplaint> theirs =
              complaints.values().stream().filter(kept -> kept.involves(person)).toList();
          int events =
              redactAll(
                  theirs.stream().filter(kept -> kept.wasOpenedBy(person)).toList(), redaction);
          int before = reporters.size();
          reporters.keySet().removeAll(person);
          return new Erasure(
              before - reporters.size(), theirs.size(), events, outbox.empty(person));
        });
  }

  private Set<ReporterId> referencesTo(ReporterId id) {
    Set<ReporterId> references = new HashSet<>(Set.of(id));
    KnownReporter person = reporters.get(id);
    if (person != null) {
      reporters.values().stream()
          .filter(other -> handleOf(other).equals(handleOf(person)))
          .forEach(other -> references.add(other.id()));
    }
    return references;
  }

  @Override
  public int redact(ComplaintId id, UnaryOperator<ComplaintEvent> redaction) {
    return locked(
        () -> redactAll(Optional.ofNullable(complaints.get(id)).stream().toList(), redaction));
  }

  private int redactAll(List<KeptComplaint> these, UnaryOperator<ComplaintEvent> redaction) {
    int events = 0;
    for (KeptComplaint kept : these) {
      RedactedComplaint redacted = RedactedComplaint.of(kept.complaint(), redaction);
      if (!redacted.changed().isEmpty()) {
        commits += events == 0 ? 1 : 0;
        events += redacted.changed().size();
        put(new KeptComplaint(redacted.complaint(), kept.watch(), commits));
      }
    }
    return events;
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
    return locked(() -> outbox.claim(now, lease, limit).stream().map(this::withAddressee).toList());
  }

  private OutboxEntry withAddressee(MemoryOutbox.Claimed claimed) {
    NewReply reply = claimed.reply();
    KnownReporter person = reply.reporter() == null ? null : reporters.get(reply.reporter());
    return new OutboxEntry(
        new Reply(
            reply.id(), reply.inReplyTo(), person == null ? null : person.reporter(), reply.text()),
        reply.complaint(),
        claimed.attempts());
  }

  @Override
  public void settleReply(OutboxEntry entry, DeliveryOutcome outcome) {
    locked(
        () -> {
          outbox.settle(entry, outcome);
          return entry;
        });
  }

  @Override
  public List<StoredReply> listReplies(OutboxState state, @Nullable UUID after, int limit) {
    return locked(() -> outbox.list(state, after, limit));
  }

  @Override
  public boolean retryReply(UUID id, Instant due) {
    return locked(() -> outbox.retry(id, due));
  }

  @Override
  public Map<OutboxState, Long> countReplies() {
    return locked(outbox::count);
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
