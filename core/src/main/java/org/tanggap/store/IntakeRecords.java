package org.tanggap.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tanggap.complaint.MessageKey;

/** What the intake asks: which messages are known, what was left out. */
final class IntakeRecords {

  /**
   * Looks each key up by itself: joined, PostgreSQL would read a whole table of some 100,000
   * messages rather than look up 500 of them. The id of the complaint has {@link #ID} characters,
   * the time ends with a comma.
   */
  private static final String KNOWN =
      "SELECT column1, column2, (SELECT complaint_id || sent_at || ',' || digest"
          + " FROM tanggap_message WHERE account = column1 AND external_id = column2),"
          + " (SELECT hint FROM tanggap_message"
          + " WHERE account = column1 AND external_id = column2) FROM (VALUES %s) asked";

  private static final int ID = 36;

  private static final String LEFT_OUT =
      "SELECT account, location, why, at FROM tanggap_left_out"
          + " ORDER BY at, account, location LIMIT ?";

  private IntakeRecords() {}

  static Map<MessageKey, KnownMessage> findKnown(Session session, Collection<MessageKey> keys)
      throws SQLException {
    Map<MessageKey, KnownMessage> known = new HashMap<>();
    session.visitAll(
        KNOWN,
        "(?, ?)",
        Set.copyOf(keys),
        (params, key) -> params.text(key.account().toString()).plain(key.externalId()),
        row -> {
          String taken = row.getString(3);
          if (taken != null) {
            known.put(
                new MessageKey(StoredIds.account(session.text(row, 1)), row.getString(2)),
                readKnown(session, taken, session.text(row, 4)));
          }
        });
    return known;
  }

  private static KnownMessage readKnown(Session session, String taken, String hint) {
    int comma = taken.indexOf(',');
    return new KnownMessage(
        StoredIds.complaint(taken.substring(0, ID)),
        session.fromStored(taken.substring(comma + 1)),
        Instant.ofEpochMilli(Long.parseLong(taken.substring(ID, comma))),
        hint);
  }

  static List<LeftOut> listLeftOut(Session session, int limit) throws SQLException {
    return session.read(
        LEFT_OUT,
        limit,
        (params, most) -> params.number(most.longValue()),
        row ->
            new LeftOut(
                StoredIds.account(session.text(row, 1)),
                session.text(row, 2),
                session.text(row, 3),
                Instant.ofEpochMilli(row.getLong(4))));
  }

  static long countLeftOut(Session session) throws SQLException {
    return session.read("SELECT COUNT(*) FROM tanggap_left_out", row -> row.getLong(1)).get(0);
  }
}
