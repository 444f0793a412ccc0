package org.tanggap.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.MessageKey;

/**
 * Writes a commit: a batch for each table, whatever the number of reports. Keys are written in one
 * order, so that two commits never wait for each other.
 */
final class CommitWriter {

  private static final String NEW_MESSAGE =
      "INSERT INTO tanggap_message (account, external_id, complaint_id, digest, sent_at,"
          + " hint) VALUES (?, ?, ?, ?, ?, ?)";

  private static final String NEW_EVENT =
      "INSERT INTO tanggap_event (complaint_id, version, at, body) VALUES (?, ?, ?, ?)";

  private static final String NEW_LEFT_OUT =
      "INSERT INTO tanggap_left_out (account, location, why, at) VALUES (?, ?, ?, ?)"
          + " ON CONFLICT DO NOTHING";

  private final EventCodec codec;
  private final Outbox outbox;

  CommitWriter(EventCodec codec, Outbox outbox) {
    this.codec = codec;
    this.outbox = outbox;
  }

  /** An event as it will stand in its row. */
  record NewEvent(ComplaintId complaint, int version, Instant at, String body) {}

  /** The events of a commit in their stored form, made once and before any lock is taken. */
  List<NewEvent> encode(Commit commit) {
    List<NewEvent> rows = new ArrayList<>();
    for (Commit.Append append : inOrder(commit)) {
      int version = append.expectedVersion();
      for (ComplaintEvent event : append.events()) {
        rows.add(new NewEvent(append.id(), ++version, event.at(), codec.write(event)));
      }
    }
    return rows;
  }

  private static List<Commit.Append> inOrder(Commit commit) {
    return commit.appends().stream().sorted(Comparator.comparing(Commit.Append::id)).toList();
  }

  /**
   * Writes first and asks afterwards.
   *
   * @return nothing if something stands against it, and the transaction is to be undone
   */
  Optional<CommitResult> write(Session session, Commit commit, List<NewEvent> events)
      throws SQLException {
    try {
      long number = ComplaintIndex.nextChange(session);
      writeMessages(session, commit.messages().entrySet());
      if (!ComplaintIndex.append(session, inOrder(commit), number)) {
        return Optional.empty();
      }
      writeEvents(session, events);
      Identities.write(session, commit);
      outbox.add(session, commit.replies());
    } catch (SQLException e) {
      if (session.dialect().isTaken(e)) {
        return Optional.empty();
      }
      throw e;
    }
    Outbox.note(session, commit.replyStates());
    writeLeftOut(session, commit.leftOut());
    Fetches.write(session, commit);
    Commit.CursorMove move = commit.cursor();
    return move == null || Accounts.move(session, move)
        ? Optional.of(new CommitResult.Committed())
        : Optional.empty();
  }

  private static void writeMessages(
      Session session, Collection<Map.Entry<MessageKey, KnownMessage>> messages)
      throws SQLException {
    session.<Map.Entry<MessageKey, KnownMessage>>batch(
        NEW_MESSAGE,
        messages.stream().sorted(Map.Entry.comparingByKey(MessageOrder.BY_KEY)).toList(),
        (params, entry) ->
            params
                .text(entry.getKey().account().toString())
                .plain(entry.getKey().externalId())
                .plain(entry.getValue().complaint())
                .text(entry.getValue().digest())
                .number(Millis.floor(entry.getValue().sentAt()))
                .text(entry.getValue().hint()));
  }

  private static void writeEvents(Session session, List<NewEvent> events) throws SQLException {
    session.<NewEvent>batch(
        NEW_EVENT,
        events,
        (params, row) ->
            params
                .plain(row.complaint())
                .number(row.version())
                .number(Millis.floor(row.at()))
                .plain(row.body()));
  }

  private static void writeLeftOut(Session session, List<LeftOut> entries) throws SQLException {
    session.<LeftOut>batch(
        NEW_LEFT_OUT,
        entries,
        (params, entry) ->
            params
                .text(entry.account().toString())
                .text(entry.where())
                .text(entry.why())
                .number(Millis.floor(entry.at())));
  }
}
