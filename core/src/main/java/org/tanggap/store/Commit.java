package org.tanggap.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Cursor;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Reporter;

/** Everything that is written in one transaction. Built up by one thread, then handed over. */
public final class Commit {

  private final List<Append> appends = new ArrayList<>();
  private final Map<MessageKey, KnownMessage> messages = new HashMap<>();
  private final List<KnownReporter> reporters = new ArrayList<>();
  private final List<NewReply> replies = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final List<IdentityChange> identities = new ArrayList<>();
  private final Map<ReporterHandle, Boolean> answersWanted = new LinkedHashMap<>();
  private final List<ReplyState> replyStates = new ArrayList<>();
  private final List<ChannelMessage.NeedsFetch> fetches = new ArrayList<>();
  private final Set<MessageKey> fetched = new LinkedHashSet<>();
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
   * Where an account stood and stands after this commit.
   *
   * @param account the account
   * @param from where it has to stand still, or null at the very beginning
   * @param to the cursor of the page
   */
  public record CursorMove(AccountId account, @Nullable Cursor from, Cursor to) {}

  /**
   * A person whom a channel names otherwise from now on.
   *
   * @param former how the channel named the person until now
   * @param person the person now
   */
  public record IdentityChange(ReporterHandle former, Reporter person) {

    /** Never shows the person. */
    @Override
    public String toString() {
      return "IdentityChange";
    }
  }

  /**
   * What became of an answer after the vendor had taken it.
   *
   * @param reply the vendor's id for it
   * @param state {@link OutboxState#DELIVERED}, {@link OutboxState#READ} or {@link
   *     OutboxState#DEAD}
   * @param because why, if it failed; otherwise empty
   */
  public record ReplyState(MessageKey reply, OutboxState state, String because) {}

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
   * Moves an account's cursor, if nobody else has moved it.
   *
   * @param account the account
   * @param from where it has to stand still, or null if it has none yet
   * @param to the cursor of the page
   * @return this commit
   */
  public Commit cursor(AccountId account, @Nullable Cursor from, Cursor to) {
    this.cursor = new CursorMove(account, from, to);
    return this;
  }

  /**
   * Gives a person another handle, under every reference to the former one. Nothing happens if
   * nobody is known by it.
   *
   * @param former how the channel named the person until now
   * @param person the person now
   * @return this commit
   */
  public Commit identity(ReporterHandle former, Reporter person) {
    identities.add(new IdentityChange(former, person));
    return this;
  }

  /**
   * Notes whether a person wants answers, under every reference to the handle that is known or
   * becomes known by this commit. Nothing happens if nobody is.
   *
   * @param handle how the channel names the person
   * @param wanted false for no more answers
   * @return this commit
   */
  public Commit answersWanted(ReporterHandle handle, boolean wanted) {
    answersWanted.put(handle, wanted);
    return this;
  }

  /**
   * Notes what became of an answer that was sent. A later state replaces an earlier one ({@link
   * OutboxState#SENT}, {@link OutboxState#DELIVERED}, {@link OutboxState#READ}), never the other
   * way round; {@link OutboxState#DEAD} replaces the first of them only. Nothing happens if no
   * answer was sent under that id.
   *
   * @param reply the vendor's id for it
   * @param state what became of it
   * @param because why, if it failed; otherwise empty
   * @return this commit
   */
  public Commit replyState(MessageKey reply, OutboxState state, String because) {
    replyStates.add(new ReplyState(reply, state, because));
    return this;
  }

  /**
   * Adds a message that has to be fetched. Nothing happens if it is waiting already.
   *
   * @param announced the announcement
   * @return this commit
   */
  public Commit fetch(ChannelMessage.NeedsFetch announced) {
    fetches.add(announced);
    return this;
  }

  /**
   * Takes away the announcement of a message that has been fetched.
   *
   * @param key the message
   * @return this commit
   */
  public Commit fetched(MessageKey key) {
    fetched.add(key);
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
   * The changes of identity.
   *
   * @return all additions
   */
  public List<IdentityChange> identities() {
    return List.copyOf(identities);
  }

  /**
   * Who wants answers, and who does not.
   *
   * @return the last word of each
   */
  public Map<ReporterHandle, Boolean> answersWanted() {
    return Map.copyOf(answersWanted);
  }

  /**
   * What became of answers.
   *
   * @return all additions, in order
   */
  public List<ReplyState> replyStates() {
    return List.copyOf(replyStates);
  }

  /**
   * The messages to be fetched.
   *
   * @return all additions
   */
  public List<ChannelMessage.NeedsFetch> fetches() {
    return List.copyOf(fetches);
  }

  /**
   * The messages that have been fetched.
   *
   * @return all additions
   */
  public Set<MessageKey> fetched() {
    return Set.copyOf(fetched);
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
