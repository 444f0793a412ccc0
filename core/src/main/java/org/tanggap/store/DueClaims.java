package org.tanggap.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tanggap.complaint.ComplaintId;

/** Takes complaints whose time to be looked at has come. */
final class DueClaims {

  private static final String DUE =
      "SELECT complaint_id FROM tanggap_complaint WHERE look_at IS NOT NULL AND look_at <= ?"
          + " ORDER BY look_at, complaint_id LIMIT ?";

  private static final String CLAIM =
      "UPDATE tanggap_complaint SET look_at = ? WHERE complaint_id = ?";

  private DueClaims() {}

  /** The claimed ones, the longest due first. Part of a transaction. */
  static List<ComplaintId> claim(Session session, Instant now, Duration lease, int limit)
      throws SQLException {
    List<ComplaintId> due =
        session.read(
            DUE + session.dialect().skipClaimed(),
            now,
            (params, at) -> params.number(Millis.floor(at)).number(limit),
            row -> StoredIds.complaint(row.getString(1)));
    long until = Millis.ceil(now.plus(lease));
    session.<ComplaintId>batch(CLAIM, due, (params, id) -> params.number(until).plain(id));
    return due;
  }
}
