package org.tanggap.store;

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

/**
 * The port to whatever keeps the complaints. Thread-safe. What {@link #commit} has returned
 * survives a crash as far as the implementation promises it.
 *
 * <p>Every method throws {@link StoreException} if the storage cannot be reached or is damaged; a
 * commit that throws may or may not have happened, and is safe to repeat.
 */
public interface ComplaintStore extends AutoCloseable {

  /**
   * Writes everything in the commit, or nothing. An identity whose reference is known replaces the
   * one before; an answer whose id is taken is a fault.
   *
   * @param commit what belongs together
   * @return whether it was written, or what stood against it: messages are looked at first, then
   *     complaints, then the cursor
   */
  CommitResult commit(Commit commit);

  /**
   * Which of these messages were taken before, or sent by us.
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
   * A page of complaints. The order is total, so paging neither skips nor repeats what does not
   * change meanwhile.
   *
   * @param query which ones, in which order, how many
   * @return the page
   */
  ComplaintPage list(ComplaintQuery query);

  /**
   * Takes open or closing complaints whose {@link Watch#lookAt} has come, so that nobody else takes
   * them until the lease ends. Whoever takes one appends to it or calls {@link #watch}; otherwise
   * it is due again when the lease ends.
   *
   * @param now the present instant
   * @param lease how long the caller has
   * @param limit at most this many
   * @return the complaints, the longest due first
   */
  List<Complaint> claimDue(Instant now, Duration lease, int limit);

  /**
   * Notes anew when a complaint is due, because a policy or calendar has changed. Nothing is noted
   * if the complaint has other events by now.
   *
   * @param complaint the complaint as it was seen
   * @param watch when it is due and when to look at it next
   */
  void watch(Complaint complaint, Watch watch);

  /**
   * The references under which people are known. Where there are several to one handle, the oldest.
   *
   * @param handles how channels name them
   * @return the known ones
   */
  Map<ReporterHandle, ReporterId> findReporters(Collection<ReporterHandle> handles);

  /**
   * Who somebody is.
   *
   * @param id the reference
   * @return the identity, or nothing if it is unknown or erased
   */
  Optional<KnownReporter> findReporter(ReporterId id);

  /**
   * Forgets who somebody is, under every reference to the same handle on the same kind of channel.
   * Events keep the reference, which then leads nowhere; answers to the person are emptied and, if
   * they wait, withdrawn; what adapters noted for answering the person's messages is emptied too.
   * One transaction; safe to repeat, and a repetition counts no identity, event or answer twice.
   * What is written to the person later is kept, and claimed without an addressee: the store keeps
   * no list of whom it forgot.
   *
   * <p>A redaction that changes the kind, time or actor of an event is refused with {@link
   * IllegalArgumentException}, and nothing is erased.
   *
   * @param id a reference to the person
   * @param redaction what to make of each event of the complaints that the person opened; returns
   *     the event itself if nothing is to be taken out. It keeps the kind, time and actor.
   * @return what was taken away
   */
  Erasure erase(ReporterId id, UnaryOperator<ComplaintEvent> redaction);

  /**
   * Takes something out of the events of one complaint, such as words whose retention has ended.
   * One transaction; safe to repeat.
   *
   * @param id the complaint
   * @param redaction what to make of each event; returns the event itself if nothing is to be taken
   *     out. It keeps the kind, time and actor.
   * @return how many events have changed; 0 if there is no such complaint
   */
  int redact(ComplaintId id, UnaryOperator<ComplaintEvent> redaction);

  /**
   * Where an account stands.
   *
   * @param account the account
   * @return the cursor of its last stored page, or nothing
   */
  Optional<Cursor> findCursor(AccountId account);

  /**
   * Takes an account whose {@link AccountStanding#nextPoll} has come, so that nobody else takes it
   * until the lease ends.
   *
   * @param account the account; one that is unknown is due
   * @param now the present instant
   * @param lease how long the caller has
   * @return how it stands, with the number of this claim; nothing if it is not due or somebody else
   *     has it
   */
  Optional<AccountStanding> claimAccount(AccountId account, Instant now, Duration lease);

  /**
   * Notes how an account stands and gives the claim back. Nothing is noted if somebody else has
   * claimed the account since.
   *
   * @param standing how it stands, with the number of the claim
   * @return whether it was noted
   */
  boolean settleAccount(AccountStanding standing);

  /**
   * How all accounts stand that were ever claimed.
   *
   * @return the accounts, ordered by their text form
   */
  List<AccountStanding> listAccounts();

  /**
   * Takes announced messages that are due, so that nobody else takes them until the lease ends.
   * Whoever takes one commits {@link Commit#fetched} for it or calls {@link #postponeFetch};
   * otherwise it is due again when the lease ends.
   *
   * @param now the present instant
   * @param lease how long the caller has for fetching
   * @param limit at most this many
   * @return the announcements, the longest due first
   */
  List<PendingFetch> claimFetches(Instant now, Duration lease, int limit);

  /**
   * Has an announced message fetched later. Nothing happens if somebody else has claimed it since,
   * or if it has been fetched.
   *
   * @param fetch the announcement as claimed
   * @param due when to try again
   */
  void postponeFetch(PendingFetch fetch, Instant due);

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
   * Takes replies that are due, so that nobody else takes them until the lease ends. A reply whose
   * claim before ended without being settled, or as {@link DeliveryOutcome.Unconfirmed}, comes as
   * one that {@linkplain org.tanggap.channel.Reply#mayBeSent() may be sent}.
   *
   * @param now the present instant
   * @param lease how long the caller has for delivering
   * @param limit at most this many
   * @return the replies, oldest first
   */
  List<OutboxEntry> claimReplies(Instant now, Duration lease, int limit);

  /**
   * Notes how the delivery of a claimed reply ended. What was sent is known from then on as a
   * message of ours, by the vendor's id, unless that is no id that a message can have. Nothing is
   * noted if the claim has ended: if somebody else has claimed the reply since because the lease
   * was over, if it was settled already, or if it was withdrawn.
   *
   * @param entry the entry as claimed
   * @param outcome what became of it
   */
  void settleReply(OutboxEntry entry, DeliveryOutcome outcome);

  /**
   * Answers in a state, such as the dead letters, the oldest first.
   *
   * @param state where they stand
   * @param after the last one of the page before, or null for the first page
   * @param limit at most this many
   * @return the answers, ordered by their ids
   */
  List<StoredReply> listReplies(OutboxState state, @Nullable UUID after, int limit);

  /**
   * Has an answer tried again that was given up or left to a person, as one that is not sent. Its
   * count of attempts goes on, its count of failures begins anew.
   *
   * @param id the answer
   * @param due when to try it
   * @return whether it was; false if it stands elsewhere or is unknown
   */
  boolean retryReply(UUID id, Instant due);

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
