package org.tanggap.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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
import org.tanggap.channel.ReplyTarget;
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
  private final MemoryPeople people = new MemoryPeople();
  private final MemoryOutbox outbox = new MemoryOutbox();
  private final Map<String, LeftOut> leftOut = new LinkedHashMap<>();
  private final MemoryAccounts accounts = new MemoryAccounts();
  private final MemoryFetches fetches = new MemoryFetches();
  private long commits;

  /** An empty store. */
  public MemoryStore() {}

  @Override
  public CommitResult commit(Commit commit) {
    return locked(
        () -> {
          Map<ComplaintId, Integer> versions = new HashMap<>();
          commit.appends().forEach(append -> putVersion(versions, append.id()));
          Commit.CursorMove move = commit.cursor();
          Optional<Cursor> stored =
              move == null ? Optional.empty() : accounts.findCursor(move.account());
          Optional<CommitResult> conflict =
              Conflicts.find(commit, messages.keySet(), versions, stored.orElse(null));
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
    people.take(commit);
    commit.replies().forEach(outbox::add);
    commit.replyStates().forEach(outbox::note);
    for (LeftOut entry : commit.leftOut()) {
      leftOut.putIfAbsent(entry.account() + "\n" + entry.where(), entry);
    }
    fetches.take(commit);
    accounts.move(commit.cursor());
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
    return locked(() -> people.findAll(handles));
  }

  @Override
  public Optional<KnownReporter> findReporter(ReporterId id) {
    return locked(() -> people.find(id));
  }

  @Override
  public Erasure erase(ReporterId id, UnaryOperator<ComplaintEvent> redaction) {
    return locked(
        () -> {
          Set<ReporterId> person = people.referencesTo(id);
          List<KeptComplaint> theirs =
              complaints.values().stream().filter(kept -> kept.involves(person)).toList();
          List<MessageAuthors> authors =
              theirs.stream().map(kept -> MessageAuthors.of(kept.complaint(), person)).toList();
          int events =
              redactAll(
                  theirs.stream().filter(kept -> kept.wasOpenedBy(person)).toList(), redaction);
          authors.forEach(this::emptyHints);
          return new Erasure(people.forget(person), theirs.size(), events, outbox.empty(person));
        });
  }

  @Override
  public int redact(ComplaintId id, UnaryOperator<ComplaintEvent> redaction) {
    return locked(
        () -> redactAll(Optional.ofNullable(complaints.get(id)).stream().toList(), redaction));
  }

  private void emptyHints(MessageAuthors authors) {
    messages.replaceAll(
        (key, taken) ->
            authors.isTheirs(key, taken.complaint())
                ? new KnownMessage(taken.complaint(), taken.digest(), taken.sentAt(), "")
                : taken);
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
    return locked(() -> accounts.findCursor(account));
  }

  @Override
  public Optional<AccountStanding> claimAccount(AccountId account, Instant now, Duration lease) {
    return locked(() -> accounts.claim(account, now, lease));
  }

  @Override
  public boolean settleAccount(AccountStanding standing) {
    return locked(() -> accounts.settle(standing));
  }

  @Override
  public List<AccountStanding> listAccounts() {
    return locked(accounts::list);
  }

  @Override
  public List<PendingFetch> claimFetches(Instant now, Duration lease, int limit) {
    return locked(() -> fetches.claim(now, lease, limit));
  }

  @Override
  public void postponeFetch(PendingFetch fetch, Instant due) {
    locked(
        () -> {
          fetches.postpone(fetch, due);
          return fetch;
        });
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

  private OutboxEntry withAddressee(KeptReply kept) {
    NewReply reply = kept.reply();
    Optional<KnownMessage> answered = Optional.ofNullable(messages.get(reply.inReplyTo()));
    ReplyTarget to =
        new ReplyTarget(
            reply.inReplyTo(),
            answered.map(KnownMessage::sentAt).orElse(Instant.ofEpochMilli(kept.due())),
            people.findReporter(reply.reporter()),
            answered.map(KnownMessage::hint).orElse(""));
    return new OutboxEntry(
        new Reply(reply.id(), to, reply.text(), reply.photos(), kept.mayBeSent()),
        reply.complaint(),
        kept.attempts(),
        kept.failures(),
        people.wantsAnswers(reply.reporter()));
  }

  @Override
  public void settleReply(OutboxEntry entry, DeliveryOutcome outcome) {
    locked(
        () -> {
          outbox.settle(entry, outcome).ifPresent(this::keepOurs);
          return entry;
        });
  }

  /** What we have sent is a message too. */
  private void keepOurs(KeptReply kept) {
    if (kept.sentAs() != null) {
      messages.putIfAbsent(
          new MessageKey(kept.reply().inReplyTo().account(), kept.sentAs()),
          new KnownMessage(kept.reply().complaint(), "", Instant.ofEpochMilli(kept.due()), ""));
    }
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
