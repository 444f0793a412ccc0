package org.tanggap.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.Reply;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Reporter;

/** The answers on their way out. */
final class Outbox {

  private static final String CLAIM =
      "WITH due AS MATERIALIZED (SELECT id FROM tanggap_outbox WHERE state = 'PENDING'"
          + " AND due <= ? AND claimed_until <= ? ORDER BY due, id LIMIT ?%s)"
          + " UPDATE tanggap_outbox SET claimed_until = ?, attempts = attempts + 1"
          + " WHERE id IN (SELECT id FROM due)"
          + " RETURNING id, complaint_id, account, external_id, text, attempts, due,"
          + " (SELECT handle FROM tanggap_reporter person"
          + " WHERE person.id = tanggap_outbox.reporter_id),"
          + " (SELECT name FROM tanggap_reporter person"
          + " WHERE person.id = tanggap_outbox.reporter_id)";

  private static final String SETTLE =
      "UPDATE tanggap_outbox SET state = ?, note = ?, due = COALESCE(?, due), claimed_until = 0"
          + " WHERE id = ? AND attempts = ? AND state = 'PENDING' AND claimed_until <> 0";

  private static final String LIST =
      "SELECT id, complaint_id, account, state, due, attempts, note FROM tanggap_outbox"
          + " WHERE state = ? AND id > ? ORDER BY id LIMIT ?";

  private static final String RETRY =
      "UPDATE tanggap_outbox SET state = 'PENDING', due = ?, claimed_until = 0"
          + " WHERE id = ? AND state IN ('DEAD', 'BY_HAND')";

  private Outbox() {}

  private record Claimed(long due, OutboxEntry entry) {}

  /** One statement, whose rows come in no order. */
  static List<OutboxEntry> claim(Session session, Instant now, Duration lease, int limit)
      throws SQLException {
    return session
        .read(
            CLAIM.replace("%s", session.dialect().skipClaimed()),
            now,
            (params, at) ->
                params
                    .number(Millis.floor(at))
                    .number(Millis.floor(at))
                    .number(limit)
                    .number(Millis.ceil(at.plus(lease))),
            row -> new Claimed(row.getLong(7), readEntry(session, row)))
        .stream()
        .sorted(
            Comparator.comparingLong(Claimed::due)
                .thenComparing(claimed -> claimed.entry().reply().id().toString()))
        .map(Claimed::entry)
        .toList();
  }

  private static OutboxEntry readEntry(Session session, ResultSet row) throws SQLException {
    MessageKey key = new MessageKey(StoredIds.account(session.text(row, 3)), row.getString(4));
    Reporter reporter = null;
    if (row.getString(8) != null) {
      String name = row.getString(9) == null ? null : session.text(row, 9);
      reporter = new Reporter(session.text(row, 8), name);
    }
    return new OutboxEntry(
        new Reply(StoredIds.uuid(row.getString(1)), key, reporter, session.text(row, 5)),
        StoredIds.complaint(row.getString(2)),
        row.getInt(6));
  }

  static void settle(Session session, OutboxEntry entry, DeliveryOutcome outcome)
      throws SQLException {
    Long again = outcome instanceof DeliveryOutcome.Retry retry ? Millis.ceil(retry.at()) : null;
    session.update(
        SETTLE,
        outcome,
        (params, it) ->
            params
                .plain(it.state())
                .text(it.because())
                .number(again)
                .plain(entry.reply().id())
                .number(entry.attempts()));
  }

  static List<StoredReply> list(Session session, OutboxState state, @Nullable UUID after, int limit)
      throws SQLException {
    return session.read(
        LIST,
        state,
        (params, it) -> params.plain(it).plain(after == null ? "" : after).number(limit),
        row ->
            new StoredReply(
                StoredIds.uuid(row.getString(1)),
                StoredIds.complaint(row.getString(2)),
                StoredIds.account(session.text(row, 3)),
                OutboxState.valueOf(row.getString(4)),
                Instant.ofEpochMilli(row.getLong(5)),
                row.getInt(6),
                session.text(row, 7)));
  }

  static boolean retry(Session session, UUID id, Instant due) throws SQLException {
    return session.update(RETRY, id, (params, it) -> params.number(Millis.ceil(due)).plain(it))
        == 1;
  }

  static Map<OutboxState, Long> count(Session session) throws SQLException {
    Map<OutboxState, Long> counts = new EnumMap<>(OutboxState.class);
    session.visit(
        "SELECT state, COUNT(*) FROM tanggap_outbox GROUP BY state",
        counts,
        (params, none) -> {},
        row -> counts.put(OutboxState.valueOf(row.getString(1)), row.getLong(2)));
    return counts;
  }
}
