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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Reporter;

/** The answers on their way out. */
final class Outbox {

  private static final String NEW =
      "INSERT INTO tanggap_outbox (id, complaint_id, account, external_id, reporter_id, text,"
          + " photos, state, due, claimed_until, attempts, note)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, 'PENDING', ?, 0, 0, '')";

  private static final String OF_PERSON =
      " FROM tanggap_reporter person WHERE person.id = tanggap_outbox.reporter_id)";

  private static final String OF_MESSAGE =
      " FROM tanggap_message message WHERE message.account = tanggap_outbox.account"
          + " AND message.external_id = tanggap_outbox.external_id)";

  private static final String CLAIM =
      "WITH due AS MATERIALIZED (SELECT id FROM tanggap_outbox WHERE state = 'PENDING'"
          + " AND due <= ? AND claimed_until <= ? ORDER BY due, id LIMIT ?%s)"
          + " UPDATE tanggap_outbox SET claimed_until = ?, attempts = attempts + 1"
          + " WHERE id IN (SELECT id FROM due)"
          + " RETURNING id, complaint_id, account, external_id, text, photos, attempts, settled,"
          + " failures, due, (SELECT handle"
          + OF_PERSON
          + ", (SELECT name"
          + OF_PERSON
          + ", (SELECT MIN(same.answers_wanted) FROM tanggap_reporter person"
          + " JOIN tanggap_reporter same ON same.handle = person.handle"
          + " AND same.channel = person.channel WHERE person.id = tanggap_outbox.reporter_id)"
          + ", (SELECT sent_at"
          + OF_MESSAGE
          + ", (SELECT hint"
          + OF_MESSAGE;

  /** What may have reached the vendor once may have for every attempt after it. */
  private static final String SETTLE =
      "UPDATE tanggap_outbox SET state = ?, note = ?, due = COALESCE(?, due), claimed_until = 0,"
          + " failures = failures + ?, sent_as = ?, settled = CASE WHEN ? = 1"
          + " AND settled = attempts - 1 THEN attempts ELSE settled END"
          + " WHERE id = ? AND attempts = ? AND state = 'PENDING' AND claimed_until <> 0";

  private static final String KEEP_OURS =
      "INSERT INTO tanggap_message (account, external_id, complaint_id, digest, sent_at, hint)"
          + " SELECT account, sent_as, complaint_id, '', due, '' FROM tanggap_outbox"
          + " WHERE id = ? AND sent_as IS NOT NULL ON CONFLICT DO NOTHING";

  private static final String NOTE =
      "UPDATE tanggap_outbox SET state = ?, note = CASE WHEN ? = 'DEAD' THEN ? ELSE note END"
          + " WHERE account = ? AND sent_as = ? AND state IN (%s)";

  private static final String LIST =
      "SELECT id, complaint_id, account, state, due, attempts, note FROM tanggap_outbox"
          + " WHERE state = ? AND id > ? ORDER BY id LIMIT ?";

  private static final String RETRY =
      "UPDATE tanggap_outbox SET state = 'PENDING', due = ?, claimed_until = 0, failures = 0,"
          + " settled = attempts, sent_as = NULL"
          + " WHERE id = ? AND state IN ('DEAD', 'BY_HAND')";

  private final PhotoCodec photos;

  Outbox(PhotoCodec photos) {
    this.photos = photos;
  }

  void add(Session session, List<NewReply> replies) throws SQLException {
    session.<NewReply>batch(
        NEW,
        replies,
        (params, reply) ->
            params
                .plain(reply.id())
                .plain(reply.complaint())
                .text(reply.inReplyTo().account().toString())
                .plain(reply.inReplyTo().externalId())
                .plain(reply.reporter())
                .text(reply.text())
                .plain(photos.write(reply.photos()))
                .number(Millis.ceil(reply.due())));
  }

  private record Claimed(long due, OutboxEntry entry) {}

  /** One statement, whose rows come in no order. */
  List<OutboxEntry> claim(Session session, Instant now, Duration lease, int limit)
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
            row -> new Claimed(row.getLong(10), readEntry(session, row)))
        .stream()
        .sorted(
            Comparator.comparingLong(Claimed::due)
                .thenComparing(claimed -> claimed.entry().reply().id().toString()))
        .map(Claimed::entry)
        .toList();
  }

  private OutboxEntry readEntry(Session session, ResultSet row) throws SQLException {
    int attempts = row.getInt(7);
    int settled = row.getInt(8);
    return new OutboxEntry(
        new Reply(
            StoredIds.uuid(row.getString(1)),
            readTarget(session, row),
            session.text(row, 5),
            photos.read(row.getString(6)),
            attempts - 1 > settled),
        StoredIds.complaint(row.getString(2)),
        attempts,
        row.getInt(9),
        row.getInt(13) != 0 || row.wasNull());
  }

  private static ReplyTarget readTarget(Session session, ResultSet row) throws SQLException {
    MessageKey key = new MessageKey(StoredIds.account(session.text(row, 3)), row.getString(4));
    Reporter reporter = null;
    if (row.getString(11) != null) {
      String name = row.getString(12) == null ? null : session.text(row, 12);
      reporter = new Reporter(session.text(row, 11), name);
    }
    long sentAt = row.getLong(14);
    return row.wasNull()
        ? new ReplyTarget(key, Instant.ofEpochMilli(row.getLong(10)), reporter, "")
        : new ReplyTarget(key, Instant.ofEpochMilli(sentAt), reporter, session.text(row, 15));
  }

  static void settle(Session session, OutboxEntry entry, DeliveryOutcome outcome)
      throws SQLException {
    String id = entry.reply().id().toString();
    int settled =
        session.update(
            SETTLE,
            Settlement.of(outcome),
            (params, end) ->
                params
                    .plain(end.state())
                    .text(end.note())
                    .number(end.due())
                    .number(end.failed() ? 1 : 0)
                    .plain(end.sentAs())
                    .number(end.certain() ? 1 : 0)
                    .plain(id)
                    .number(entry.attempts()));
    if (settled == 1) {
      session.update(KEEP_OURS, id, Params::plain);
    }
  }

  /** What vendors say became of answers they have taken. */
  static void note(Session session, List<Commit.ReplyState> states) throws SQLException {
    for (Commit.ReplyState state : states) {
      String earlier =
          ReplyStates.before(state.state()).stream()
              .map(it -> "'" + it.name() + "'")
              .collect(Collectors.joining(", "));
      if (!earlier.isEmpty()) {
        session.update(
            NOTE.replace("%s", earlier),
            state,
            (params, it) ->
                params
                    .plain(it.state())
                    .plain(it.state())
                    .text(it.because())
                    .text(it.reply().account().toString())
                    .plain(it.reply().externalId()));
      }
    }
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
