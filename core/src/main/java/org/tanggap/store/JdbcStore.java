package org.tanggap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Reply;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Reporter;
import org.tanggap.complaint.ReporterId;

/**
 * A store on plain JDBC. It speaks to SQLite, in WAL mode with {@code synchronous=FULL}: a commit
 * that has returned survives the kill of the process. Its tables, all named {@code tanggap_…}, may
 * live beside those of the host; WAL then counts for the whole file.
 *
 * <p>The data source belongs to the host and is not closed. Every call takes one connection and
 * gives it back, so a pool pays. Thread-safe.
 */
public final class JdbcStore implements ComplaintStore {

  private static final int KEYS_A_QUERY = 500;

  private final DataSource dataSource;
  private final EventCodec codec = new EventCodec();

  private JdbcStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Opens the store and brings its tables up to date.
   *
   * @param dataSource connections to the database
   * @return the store
   * @throws StoreException if the database cannot be used; the message says why
   */
  public static JdbcStore on(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      Schema.prepare(connection);
    } catch (SQLException e) {
      throw unusable(e);
    }
    return new JdbcStore(dataSource);
  }

  @Override
  public CommitResult commit(Commit commit) {
    return withConnection(
        connection -> {
          connection.setAutoCommit(false);
          try {
            CommitResult result = write(connection, commit);
            if (result instanceof CommitResult.Committed) {
              connection.commit();
            } else {
              connection.rollback();
            }
            return result;
          } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
          } finally {
            connection.setAutoCommit(true);
          }
        });
  }

  /** Writes first and asks afterwards: what stands against it shows in the number of rows. */
  private CommitResult write(Connection connection, Commit commit) throws SQLException {
    for (Map.Entry<MessageKey, KnownMessage> entry : commit.messages().entrySet()) {
      if (!writeMessage(connection, entry.getKey(), entry.getValue())) {
        return new CommitResult.MessageTaken(entry.getKey());
      }
    }
    for (Commit.Append append : commit.appends()) {
      if (!writeEvents(connection, append)) {
        return new CommitResult.VersionMoved(append.id());
      }
    }
    writeReporters(connection, commit.reporters());
    writeReplies(connection, commit.replies());
    writeLeftOut(connection, commit.leftOut());
    writeCursor(connection, commit.cursor());
    return new CommitResult.Committed();
  }

  private static boolean writeMessage(Connection connection, MessageKey key, KnownMessage taken)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO tanggap_message (account, external_id, complaint_id, digest)"
                + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
      insert.setString(1, key.account().toString());
      insert.setString(2, key.externalId());
      insert.setString(3, taken.complaint().toString());
      insert.setString(4, taken.digest());
      return insert.executeUpdate() == 1;
    }
  }

  private boolean writeEvents(Connection connection, Commit.Append append) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO tanggap_event (complaint_id, version, at, body)"
                + " SELECT ?, ?, ?, ? WHERE ? = 0 OR EXISTS"
                + " (SELECT 1 FROM tanggap_event WHERE complaint_id = ? AND version = ?)"
                + " ON CONFLICT DO NOTHING")) {
      int before = append.expectedVersion();
      for (ComplaintEvent event : append.events()) {
        insert.setString(1, append.id().toString());
        insert.setInt(2, before + 1);
        insert.setLong(3, event.at().toEpochMilli());
        insert.setString(4, codec.write(event));
        insert.setInt(5, before);
        insert.setString(6, append.id().toString());
        insert.setInt(7, before);
        if (insert.executeUpdate() == 0) {
          return false;
        }
        before++;
      }
      return true;
    }
  }

  private static void writeReporters(Connection connection, Map<ReporterId, Reporter> reporters)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO tanggap_reporter (id, handle, name) VALUES (?, ?, ?)")) {
      for (Map.Entry<ReporterId, Reporter> entry : reporters.entrySet()) {
        insert.setString(1, entry.getKey().toString());
        insert.setString(2, entry.getValue().handle());
        insert.setString(3, entry.getValue().name());
        insert.executeUpdate();
      }
    }
  }

  private static void writeReplies(Connection connection, List<NewReply> replies)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO tanggap_outbox (id, complaint_id, account, external_id, reporter_id, text, state,"
                + " due, claimed_until, attempts, note)"
                + " VALUES (?, ?, ?, ?, ?, ?, 'PENDING', ?, 0, 0, '')")) {
      for (NewReply reply : replies) {
        ReporterId reporter = reply.reporter();
        insert.setString(1, reply.id().toString());
        insert.setString(2, reply.complaint().toString());
        insert.setString(3, reply.inReplyTo().account().toString());
        insert.setString(4, reply.inReplyTo().externalId());
        insert.setString(5, reporter == null ? null : reporter.toString());
        insert.setString(6, reply.text());
        insert.setLong(7, reply.due().toEpochMilli());
        insert.executeUpdate();
      }
    }
  }

  private static void writeLeftOut(Connection connection, List<LeftOut> entries)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO tanggap_left_out (account, location, why, at) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT DO NOTHING")) {
      for (LeftOut entry : entries) {
        insert.setString(1, entry.account().toString());
        insert.setString(2, entry.where());
        insert.setString(3, entry.why());
        insert.setLong(4, entry.at().toEpochMilli());
        insert.executeUpdate();
      }
    }
  }

  private static void writeCursor(Connection connection, Commit.@Nullable CursorMove move)
      throws SQLException {
    if (move == null) {
      return;
    }
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO tanggap_cursor (account, value) VALUES (?, ?)"
                + " ON CONFLICT (account) DO UPDATE SET value = excluded.value")) {
      upsert.setString(1, move.account().toString());
      upsert.setString(2, move.cursor().value());
      upsert.executeUpdate();
    }
  }

  @Override
  public Map<MessageKey, KnownMessage> findKnown(Collection<MessageKey> keys) {
    return withConnection(
        connection -> {
          Map<MessageKey, KnownMessage> known = new HashMap<>();
          List<MessageKey> all = List.copyOf(keys);
          for (int from = 0; from < all.size(); from += KEYS_A_QUERY) {
            findKnown(
                connection, all.subList(from, Math.min(all.size(), from + KEYS_A_QUERY)), known);
          }
          return known;
        });
  }

  private static void findKnown(
      Connection connection, List<MessageKey> keys, Map<MessageKey, KnownMessage> known)
      throws SQLException {
    String places = String.join(", ", Collections.nCopies(keys.size(), "(?, ?)"));
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT account, external_id, complaint_id, digest FROM tanggap_message"
                + " WHERE (account, external_id) IN (VALUES "
                + places
                + ")")) {
      int place = 0;
      for (MessageKey key : keys) {
        select.setString(++place, key.account().toString());
        select.setString(++place, key.externalId());
      }
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          known.put(
              new MessageKey(AccountId.parse(rows.getString(1)), rows.getString(2)),
              new KnownMessage(complaintId(rows.getString(3)), rows.getString(4)));
        }
      }
    }
  }

  @Override
  public Optional<Complaint> find(ComplaintId id) {
    return withConnection(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT complaint_id, body FROM tanggap_event WHERE complaint_id = ?"
                      + " ORDER BY version")) {
            select.setString(1, id.toString());
            return readComplaints(select).stream().findFirst();
          }
        });
  }

  @Override
  public List<Complaint> list(@Nullable ComplaintId after, int limit) {
    return withConnection(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT complaint_id, body FROM tanggap_event WHERE complaint_id IN"
                      + " (SELECT complaint_id FROM tanggap_event"
                      + " WHERE version = 1 AND complaint_id > ? ORDER BY complaint_id LIMIT ?)"
                      + " ORDER BY complaint_id, version")) {
            select.setString(1, after == null ? "" : after.toString());
            select.setInt(2, limit);
            return readComplaints(select);
          }
        });
  }

  private List<Complaint> readComplaints(PreparedStatement select) throws SQLException {
    Map<ComplaintId, List<ComplaintEvent>> histories = new LinkedHashMap<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        ComplaintId id = complaintId(rows.getString(1));
        histories
            .computeIfAbsent(id, unused -> new ArrayList<>())
            .add(codec.read(id, rows.getString(2)));
      }
    }
    return histories.entrySet().stream()
        .map(entry -> replay(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Complaint replay(ComplaintId id, List<ComplaintEvent> history) {
    try {
      return Complaint.replay(id, history);
    } catch (IllegalArgumentException e) {
      throw new StoreException("complaint " + id + " has lost its first event", e);
    }
  }

  @Override
  public Optional<Cursor> findCursor(AccountId account) {
    return withConnection(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement("SELECT value FROM tanggap_cursor WHERE account = ?")) {
            select.setString(1, account.toString());
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? Optional.of(new Cursor(row.getString(1))) : Optional.empty();
            }
          }
        });
  }

  @Override
  public List<LeftOut> listLeftOut(int limit) {
    return withConnection(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT account, location, why, at FROM tanggap_left_out"
                      + " ORDER BY at, account, location LIMIT ?")) {
            select.setInt(1, limit);
            List<LeftOut> entries = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                entries.add(
                    new LeftOut(
                        AccountId.parse(rows.getString(1)),
                        rows.getString(2),
                        rows.getString(3),
                        Instant.ofEpochMilli(rows.getLong(4))));
              }
            }
            return entries;
          }
        });
  }

  @Override
  public long countLeftOut() {
    return withConnection(
        connection -> {
          try (PreparedStatement select =
                  connection.prepareStatement("SELECT COUNT(*) FROM tanggap_left_out");
              ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0L;
          }
        });
  }

  @Override
  public List<OutboxEntry> claimReplies(Instant now, Duration lease, int limit) {
    return withConnection(
        connection -> {
          try (PreparedStatement claim =
              connection.prepareStatement(
                  "UPDATE tanggap_outbox SET claimed_until = ?, attempts = attempts + 1 WHERE id IN"
                      + " (SELECT id FROM tanggap_outbox WHERE state = 'PENDING'"
                      + " AND due <= ? AND claimed_until <= ? ORDER BY due, id LIMIT ?)"
                      + " RETURNING id, complaint_id, account, external_id, text, attempts,"
                      + " (SELECT handle FROM tanggap_reporter WHERE tanggap_reporter.id = tanggap_outbox.reporter_id),"
                      + " (SELECT name FROM tanggap_reporter WHERE tanggap_reporter.id = tanggap_outbox.reporter_id),"
                      + " due")) {
            claim.setLong(1, now.plus(lease).toEpochMilli());
            claim.setLong(2, now.toEpochMilli());
            claim.setLong(3, now.toEpochMilli());
            claim.setInt(4, limit);
            // RETURNING promises no order.
            TreeMap<String, OutboxEntry> claimed = new TreeMap<>();
            try (ResultSet rows = claim.executeQuery()) {
              while (rows.next()) {
                String order = String.format(Locale.ROOT, "%020d", rows.getLong(9));
                claimed.put(order + rows.getString(1), readEntry(rows));
              }
            }
            return List.copyOf(claimed.values());
          }
        });
  }

  private static OutboxEntry readEntry(ResultSet row) throws SQLException {
    String handle = row.getString(7);
    MessageKey key = new MessageKey(AccountId.parse(row.getString(3)), row.getString(4));
    Reporter reporter = handle == null ? null : new Reporter(handle, row.getString(8));
    return new OutboxEntry(
        new Reply(UUID.fromString(row.getString(1)), key, reporter, row.getString(5)),
        complaintId(row.getString(2)),
        row.getInt(6));
  }

  @Override
  public void settleReply(OutboxEntry entry, DeliveryOutcome outcome) {
    withConnection(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE tanggap_outbox SET state = ?, note = ?, due = COALESCE(?, due),"
                      + " claimed_until = 0 WHERE id = ? AND attempts = ?")) {
            update.setString(1, outcome.state().name());
            update.setString(2, outcome.because());
            if (outcome instanceof DeliveryOutcome.Retry retry) {
              update.setLong(3, retry.at().toEpochMilli());
            } else {
              update.setNull(3, Types.BIGINT);
            }
            update.setString(4, entry.reply().id().toString());
            update.setInt(5, entry.attempts());
            update.executeUpdate();
            return update;
          }
        });
  }

  @Override
  public Map<OutboxState, Long> countReplies() {
    return withConnection(
        connection -> {
          try (PreparedStatement select =
                  connection.prepareStatement(
                      "SELECT state, COUNT(*) FROM tanggap_outbox GROUP BY state");
              ResultSet rows = select.executeQuery()) {
            Map<OutboxState, Long> counts = new EnumMap<>(OutboxState.class);
            while (rows.next()) {
              counts.put(OutboxState.valueOf(rows.getString(1)), rows.getLong(2));
            }
            return counts;
          }
        });
  }

  @Override
  public void close() {}

  private static ComplaintId complaintId(String text) {
    return ComplaintId.parse(text)
        .orElseThrow(() -> new StoreException("a complaint number in the database is none", null));
  }

  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private <T> T withConnection(Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      Schema.configure(connection);
      return work.on(connection);
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  private static StoreException unusable(SQLException e) {
    return new StoreException("the database cannot be used: " + e.getMessage(), e);
  }
}
