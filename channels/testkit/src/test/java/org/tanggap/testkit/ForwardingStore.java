package org.tanggap.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.Cursor;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.ReporterId;
import org.tanggap.store.AccountStanding;
import org.tanggap.store.Commit;
import org.tanggap.store.CommitResult;
import org.tanggap.store.ComplaintPage;
import org.tanggap.store.ComplaintQuery;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.DeliveryOutcome;
import org.tanggap.store.Erasure;
import org.tanggap.store.KnownMessage;
import org.tanggap.store.KnownReporter;
import org.tanggap.store.LeftOut;
import org.tanggap.store.OutboxEntry;
import org.tanggap.store.OutboxState;
import org.tanggap.store.PendingFetch;
import org.tanggap.store.ReporterHandle;
import org.tanggap.store.StoredReply;
import org.tanggap.store.Watch;

/** A store that hands every call on, to break one promise at a time. */
class ForwardingStore implements ComplaintStore {

  private final ComplaintStore store;

  ForwardingStore(ComplaintStore store) {
    this.store = store;
  }

  @Override
  public CommitResult commit(Commit commit) {
    return store.commit(commit);
  }

  @Override
  public Map<MessageKey, KnownMessage> findKnown(Collection<MessageKey> keys) {
    return store.findKnown(keys);
  }

  @Override
  public Optional<Complaint> find(ComplaintId id) {
    return store.find(id);
  }

  @Override
  public ComplaintPage list(ComplaintQuery query) {
    return store.list(query);
  }

  @Override
  public List<Complaint> claimDue(Instant now, Duration lease, int limit) {
    return store.claimDue(now, lease, limit);
  }

  @Override
  public void watch(Complaint complaint, Watch watch) {
    store.watch(complaint, watch);
  }

  @Override
  public Map<ReporterHandle, ReporterId> findReporters(Collection<ReporterHandle> handles) {
    return store.findReporters(handles);
  }

  @Override
  public Optional<KnownReporter> findReporter(ReporterId id) {
    return store.findReporter(id);
  }

  @Override
  public int redact(ComplaintId id, UnaryOperator<ComplaintEvent> redaction) {
    return store.redact(id, redaction);
  }

  @Override
  public Erasure erase(ReporterId id, UnaryOperator<ComplaintEvent> redaction) {
    return store.erase(id, redaction);
  }

  @Override
  public Optional<Cursor> findCursor(AccountId account) {
    return store.findCursor(account);
  }

  @Override
  public Optional<AccountStanding> claimAccount(AccountId account, Instant now, Duration lease) {
    return store.claimAccount(account, now, lease);
  }

  @Override
  public boolean settleAccount(AccountStanding standing) {
    return store.settleAccount(standing);
  }

  @Override
  public List<AccountStanding> listAccounts() {
    return store.listAccounts();
  }

  @Override
  public List<PendingFetch> claimFetches(Instant now, Duration lease, int limit) {
    return store.claimFetches(now, lease, limit);
  }

  @Override
  public void postponeFetch(PendingFetch fetch, Instant due) {
    store.postponeFetch(fetch, due);
  }

  @Override
  public List<LeftOut> listLeftOut(int limit) {
    return store.listLeftOut(limit);
  }

  @Override
  public long countLeftOut() {
    return store.countLeftOut();
  }

  @Override
  public List<OutboxEntry> claimReplies(Instant now, Duration lease, int limit) {
    return store.claimReplies(now, lease, limit);
  }

  @Override
  public void settleReply(OutboxEntry entry, DeliveryOutcome outcome) {
    store.settleReply(entry, outcome);
  }

  @Override
  public List<StoredReply> listReplies(OutboxState state, @Nullable UUID after, int limit) {
    return store.listReplies(state, after, limit);
  }

  @Override
  public boolean retryReply(UUID id, Instant due) {
    return store.retryReply(id, due);
  }

  @Override
  public Map<OutboxState, Long> countReplies() {
    return store.countReplies();
  }

  @Override
  public void close() {
    store.close();
  }
}
