package org.tanggap.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.Cursor;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.MessageKey;

/** Everything that is written in one transaction. Built up by one thread, then handed over. */
public final class Commit {

  private final List<Append> appends = new ArrayList<>();
  private final Map<MessageKey, KnownMessage> messages = new HashMap<>();
  private final List<KnownReporter> reporters = new ArrayList<>();
  private final List<NewReply> replies = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private @Nullable CursorMove cursor;

  /** An empty commit. */
  public Commit() {}

  /**
   * New events of one complaint.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if the complaint has no event beyond
   * the expected version.
   *
   * @param complaint the complaint after the new events
   * @param expectedVersion how many of its events are stored already; 0 for a new one
   * @param watch when it is due and when to look at it next
   */
  public record Append(Complaint complaint, int expectedVersion, Watch watch) {

    public Append {
      Objects.requireNonNull(watch, "watch");
      if (expectedVersion < 0 || complaint.version() <= expectedVersion) {
        throw new IllegalArgumentException("an append has at least one event");
      }
    }

    /**
     * The complaint's number.
     *
     * @return the id
     */
    public ComplaintId id() {
      return complaint.id();
    }

    /**
     * What happened since the expected version.
     *
     * @return at least one event, in order
     */
    public List<ComplaintEvent> events() {
      return complaint.history().subList(expectedVersion, complaint.version());
    }
  }

  /**
   * Where an account stands after this commit.
   *
   * @param account the account
   * @param cursor the cursor of the page
   */
  public record CursorMove(AccountId account, Cursor cursor) {}

  /**
   * Adds the new events of a complaint.
   *
   * @param complaint the complaint after the new events
   * @param expectedVersion how many of its events are stored already; 0 for a new one
   * @param watch when it is due and when to look at it next
   * @return this commit
   */
  public Commit append(Complaint complaint, int expectedVersion, Watch watch) {
    appends.add(new Append(complaint, expectedVersion, watch));
    return this;
  }

  /**
   * Adds the key of a message that is taken by this commit.
   *
   * @param key the message
   * @param taken the complaint it went to, and the digest of its content
   * @return this commit
   */
  public Commit message(MessageKey key, KnownMessage taken) {
    messages.put(key, taken);
    return this;
  }

  /**
   * Adds somebody's identity.
   *
   * @param person the person, and the reference that the events hold
   * @return this commit
   */
  public Commit reporter(KnownReporter person) {
    reporters.add(person);
    return this;
  }

  /**
   * Adds an answer to the outbox.
   *
   * @param reply the answer
   * @return this commit
   */
  public Commit reply(NewReply reply) {
    replies.add(reply);
    return this;
  }

  /**
   * Adds something that could not be taken.
   *
   * @param entry what and why
   * @return this commit
   */
  public Commit leftOut(LeftOut entry) {
    leftOut.add(entry);
    return this;
  }

  /**
   * Moves an account's cursor.
   *
   * @param account the account
   * @param to the cursor of the page
   * @return this commit
   */
  public Commit cursor(AccountId account, Cursor to) {
    this.cursor = new CursorMove(account, to);
    return this;
  }

  /**
   * The events.
   *
   * @return all additions
   */
  public List<Append> appends() {
    return List.copyOf(appends);
  }

  /**
   * The message keys.
   *
   * @return all additions
   */
  public Map<MessageKey, KnownMessage> messages() {
    return Map.copyOf(messages);
  }

  /**
   * The identities.
   *
   * @return all additions
   */
  public List<KnownReporter> reporters() {
    return List.copyOf(reporters);
  }

  /**
   * The answers.
   *
   * @return all additions
   */
  public List<NewReply> replies() {
    return List.copyOf(replies);
  }

  /**
   * What could not be taken.
   *
   * @return all additions
   */
  public List<LeftOut> leftOut() {
    return List.copyOf(leftOut);
  }

  /**
   * The cursor.
   *
   * @return where the account stands afterwards, or null if it does not move
   */
  public @Nullable CursorMove cursor() {
    return cursor;
  }
}
