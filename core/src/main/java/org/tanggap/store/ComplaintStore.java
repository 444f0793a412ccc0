package org.tanggap.store;

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

/**
 * The port to whatever keeps the complaints. Thread-safe. What {@link #commit} has returned
 * survives a crash as far as the implementation promises it.
 *
 * <p>Every method throws {@link StoreException} if the storage cannot be reached or is damaged; a
 * commit that throws may or may not have happened, and is safe to repeat.
 */
public interface ComplaintStore extends AutoCloseable {

  /**
   * Writes everything in the commit, or nothing.
   *
   * @param commit what belongs together
   * @return whether it was written, or what stood against it
   */
  CommitResult commit(Commit commit);

  /**
   * Which of these messages were taken before.
   *
   * @param keys message keys
   * @return the known ones with what was taken
   */
  Map<MessageKey, KnownMessage> findKnown(Collection<MessageKey> keys);

  /**
   * A complaint.
   *
   * @param id its number
   * @return the complaint, or nothing
   */
  Optional<Complaint> find(ComplaintId id);

  /**
   * A page of all complaints, oldest first; the order is stable.
   *
   * @param after the last one of the page before, or null for the first page
   * @param limit at most this many
   * @return the complaints; fewer than the limit on the last page
   */
  List<Complaint> list(@Nullable ComplaintId after, int limit);

  /**
   * Where an account stands.
   *
   * @param account the account
   * @return the cursor of its last stored page, or nothing
   */
  Optional<Cursor> findCursor(AccountId account);

  /**
   * What was left out, oldest first.
   *
   * @param limit at most this many
   * @return entries with the reason
   */
  List<LeftOut> listLeftOut(int limit);

  /**
   * How many entries were left out in all.
   *
   * @return the exact number
   */
  long countLeftOut();

  /**
   * Takes replies that are due, so that nobody else takes them until the lease ends.
   *
   * @param now the present instant
   * @param lease how long the caller has for delivering
   * @param limit at most this many
   * @return the replies, oldest first
   */
  List<OutboxEntry> claimReplies(Instant now, Duration lease, int limit);

  /**
   * Notes how the delivery of a claimed reply ended. If somebody else has claimed the reply since,
   * because the lease had ended, nothing is noted.
   *
   * @param entry the entry as claimed
   * @param outcome what became of it
   */
  void settleReply(OutboxEntry entry, DeliveryOutcome outcome);

  /**
   * How many replies stand in each state.
   *
   * @return the exact numbers; a state without replies is missing
   */
  Map<OutboxState, Long> countReplies();

  /** Lets go of what the store opened itself; may be called twice. */
  @Override
  void close();
}
