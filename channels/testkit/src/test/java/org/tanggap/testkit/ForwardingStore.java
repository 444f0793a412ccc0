package org.tanggap.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.Cursor;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.store.Commit;
import org.tanggap.store.CommitResult;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.DeliveryOutcome;
import org.tanggap.store.KnownMessage;
import org.tanggap.store.LeftOut;
import org.tanggap.store.OutboxEntry;
import org.tanggap.store.OutboxState;

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
  public List<Complaint> list(@Nullable ComplaintId after, int limit) {
    return store.list(after, limit);
  }

  @Override
  public Optional<Cursor> findCursor(AccountId account) {
    return store.findCursor(account);
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
  public Map<OutboxState, Long> countReplies() {
    return store.countReplies();
  }

  @Override
  public void close() {
    store.close();
  }
}
