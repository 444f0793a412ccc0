package org.tanggap.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.ReporterId;

/**
 * Writes a commit: a batch for each table, whatever the number of reports. Keys are written in one
 * order, so that two commits never wait for each other.
 */
final class CommitWriter {

  private static final Comparator<Map.Entry<MessageKey, KnownMessage>> BY_KEY =
      Comparator.<Map.Entry<MessageKey, KnownMessage>, String>comparing(
              entry -> entry.getKey().account().toString())
          .thenComparing(entry -> entry.getKey().externalId());

  private static final String NEW_MESSAGE =
      "INSERT INTO tanggap_message (account, external_id, complaint_id, digest)"
          + " VALUES (?, ?, ?, ?)";

  private static final String NEW_EVENT =
      "INSERT INTO tanggap_event (complaint_id, version, at, body) VALUES (?, ?, ?, ?)";

  private static final String NEW_REPORTER =
      "INSERT INTO tanggap_reporter (id, channel, handle, name) VALUES (?, ?, ?, ?)"
          + " ON CONFLICT (id) DO UPDATE SET channel = excluded.channel,"
          + " handle = excluded.handle, name = excluded.name";

  private static final String NEW_REPLY =
      "INSERT INTO tanggap_outbox (id, complaint_id, account, external_id, reporter_id, text,"
          + " state, due, claimed_until, attempts, note)"
          + " VALUES (?, ?, ?, ?, ?, ?, 'PENDING', ?, 0, 0, '')";

  private static final String NEW_LEFT_OUT =
      "INSERT INTO tanggap_left_out (account, location, why, at) VALUES (?, ?, ?, ?)"
          + " ON CONFLICT DO NOTHING";

  private static final String MOVE_CURSOR =
      "INSERT INTO tanggap_cursor (account, value) VALUES (?, ?)"
          + " ON CONFLICT (account) DO UPDATE SET value = excluded.value";

  private final EventCodec codec;

  CommitWriter(EventCodec codec) {
    this.codec = codec;
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
  static Optional<CommitResult> write(Session session, Commit commit, List<NewEvent> events)
      throws SQLException {
    try {
      long number = ComplaintIndex.nextChange(session);
      writeMessages(session, commit.messages().entrySet());
      if (!ComplaintIndex.append(session, inOrder(commit), number)) {
        return Optional.empty();
      }
      writeEvents(session, events);
      writeReporters(session, commit.reporters());
      writeReplies(session, commit.replies());
    } catch (SQLException e) {
      if (session.dialect().isTaken(e)) {
        return Optional.empty();
      }
      throw e;
    }
    writeLeftOut(session, commit.leftOut());
    Commit.CursorMove move = commit.cursor();
    if (move != null) {
      writeCursor(session, move);
    }
    return Optional.of(new CommitResult.Committed());
  }

  private static void writeMessages(
      Session session, Collection<Map.Entry<MessageKey, KnownMessage>> messages)
      throws SQLException {
    session.<Map.Entry<MessageKey, KnownMessage>>batch(
        NEW_MESSAGE,
        messages.stream().sorted(BY_KEY).toList(),
        (params, entry) ->
            params
                .text(entry.getKey().account().toString())
                .plain(entry.getKey().externalId())
                .plain(entry.getValue().complaint())
                .text(entry.getValue().digest()));
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

  private static void writeReporters(Session session, List<KnownReporter> people)
      throws SQLException {
    Map<ReporterId, KnownReporter> lastOfEach = new LinkedHashMap<>();
    people.forEach(person -> lastOfEach.put(person.id(), person));
    session.<KnownReporter>batch(
        NEW_REPORTER,
        lastOfEach.values().stream()
            .sorted(Comparator.comparing(person -> person.id().toString()))
            .toList(),
        (params, person) ->
            params
                .plain(person.id())
                .text(person.channel())
                .text(person.reporter().handle())
                .text(person.reporter().name()));
  }

  private static void writeReplies(Session session, List<NewReply> replies) throws SQLException {
    session.<NewReply>batch(
        NEW_REPLY,
        replies,
        (params, reply) ->
            params
                .plain(reply.id())
                .plain(reply.complaint())
                .text(reply.inReplyTo().account().toString())
                .plain(reply.inReplyTo().externalId())
                .plain(reply.reporter())
                .text(reply.text())
                .number(Millis.ceil(reply.due())));
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

  private static void writeCursor(Session session, Commit.CursorMove move) throws SQLException {
    session.update(
        MOVE_CURSOR,
        move,
        (params, to) -> params.text(to.account().toString()).text(to.cursor().value()));
  }
}
