package org.tanggap.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.Cursor;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Reporter;
import org.tanggap.complaint.ReporterId;

/** Everything that is written in one transaction. Built up by one thread, then handed over. */
public final class Commit {

  private final List<Append> appends = new ArrayList<>();
  private final Map<MessageKey, KnownMessage> messages = new HashMap<>();
  private final Map<ReporterId, Reporter> reporters = new HashMap<>();
  private final List<NewReply> replies = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private @Nullable CursorMove cursor;

  /** An empty commit. */
  public Commit() {}

  /**
   * Events for one complaint.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if there is no event, or if a new
   * complaint does not begin with its receipt.
   *
   * @param id the complaint
   * @param expectedVersion how many events it has so far; 0 for a new one
   * @param events what happened, in order
   */
  public record Append(ComplaintId id, int expectedVersion, List<ComplaintEvent> events) {

    public Append {
      Objects.requireNonNull(id, "id");
      events = List.copyOf(events);
      if (events.isEmpty()) {
        throw new IllegalArgumentException("an append has at least one event");
      }
      if (expectedVersion == 0 && !(events.get(0) instanceof ComplaintEvent.Received)) {
        throw new IllegalArgumentException("a new complaint begins with its receipt");
      }
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
   * Adds events.
   *
   * @param id the complaint
   * @param expectedVersion how many events it has so far; 0 for a new one
   * @param events what happened, in order
   * @return this commit
   */
  public Commit append(ComplaintId id, int expectedVersion, List<ComplaintEvent> events) {
    appends.add(new Append(id, expectedVersion, events));
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
   * @param id the reference that the events hold
   * @param reporter the person
   * @return this commit
   */
  public Commit reporter(ReporterId id, Reporter reporter) {
    reporters.put(id, reporter);
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
  public Map<ReporterId, Reporter> reporters() {
    return Map.copyOf(reporters);
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
