package org.tanggap.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
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

/** A store that hands every call on, for tests that come in between. */
class ForwardingStore implements ComplaintStore {

  private final ComplaintStore store;

  ForwardingStore(ComplaintStore store) {
    this.store = store;
  }

  /** Called before and after each call that reaches the store. */
  void step() {}

  private <T> T stepping(Supplier<T> call) {
    step();
    T result = call.get();
    step();
    return result;
  }

  @Override
  public CommitResult commit(Commit commit) {
    return stepping(() -> store.commit(commit));
  }

  @Override
  public Map<MessageKey, KnownMessage> findKnown(Collection<MessageKey> keys) {
    return stepping(() -> store.findKnown(keys));
  }

  @Override
  public Optional<Complaint> find(ComplaintId id) {
    return stepping(() -> store.find(id));
  }

  @Override
  public ComplaintPage list(ComplaintQuery query) {
    return stepping(() -> store.list(query));
  }

  @Override
  public List<Complaint> claimDue(Instant now, Duration lease, int limit) {
    return stepping(() -> store.claimDue(now, lease, limit));
  }

  @Override
  public void watch(Complaint complaint, Watch watch) {
    step();
    store.watch(complaint, watch);
    step();
  }

  @Override
  public Map<ReporterHandle, ReporterId> findReporters(Collection<ReporterHandle> handles) {
    return stepping(() -> store.findReporters(handles));
  }

  @Override
  public Optional<KnownReporter> findReporter(ReporterId id) {
    return stepping(() -> store.findReporter(id));
  }

  @Override
  public int redact(ComplaintId id, UnaryOperator<ComplaintEvent> redaction) {
    return stepping(() -> store.redact(id, redaction));
  }

  @Override
  public Erasure erase(ReporterId id, UnaryOperator<ComplaintEvent> redaction) {
    return stepping(() -> store.erase(id, redaction));
  }

  @Override
  public List<StoredReply> listReplies(OutboxState state, @Nullable UUID after, int limit) {
    return stepping(() -> store.listReplies(state, after, limit));
  }

  @Override
  public boolean retryReply(UUID id, Instant due) {
    return stepping(() -> store.retryReply(id, due));
  }

  @Override
  public Optional<Cursor> findCursor(AccountId account) {
    return stepping(() -> store.findCursor(account));
  }

  @Override
  public Optional<AccountStanding> claimAccount(AccountId account, Instant now, Duration lease) {
    return stepping(() -> store.claimAccount(account, now, lease));
  }

  @Override
  public boolean settleAccount(AccountStanding standing) {
    return stepping(() -> store.settleAccount(standing));
  }

  @Override
  public List<AccountStanding> listAccounts() {
    return stepping(store::listAccounts);
  }

  @Override
  public List<PendingFetch> claimFetches(Instant now, Duration lease, int limit) {
    return stepping(() -> store.claimFetches(now, lease, limit));
  }

  @Override
  public void postponeFetch(PendingFetch fetch, Instant due) {
    step();
    store.postponeFetch(fetch, due);
    step();
  }

  @Override
  public List<LeftOut> listLeftOut(int limit) {
    return stepping(() -> store.listLeftOut(limit));
  }

  @Override
  public long countLeftOut() {
    return stepping(store::countLeftOut);
  }

  @Override
  public List<OutboxEntry> claimReplies(Instant now, Duration lease, int limit) {
    return stepping(() -> store.claimReplies(now, lease, limit));
  }

  @Override
  public void settleReply(OutboxEntry entry, DeliveryOutcome outcome) {
    step();
    store.settleReply(entry, outcome);
    step();
  }

  @Override
  public Map<OutboxState, Long> countReplies() {
    return stepping(store::countReplies);
  }

  @Override
  public void close() {
    store.close();
  }
}
