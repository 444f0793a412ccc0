package org.tanggap.store;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;

/** Makes the read index from the events, some hundreds of complaints at once. */
final class IndexRebuild {

  private static final int COMPLAINTS_A_PAGE = 500;

  private static final String PAGE =
      "SELECT DISTINCT complaint_id FROM tanggap_event WHERE complaint_id > ?"
          + " ORDER BY complaint_id LIMIT "
          + COMPLAINTS_A_PAGE;

  private static final String HOLD =
      "SELECT complaint_id FROM tanggap_complaint WHERE complaint_id IN (%s)"
          + " ORDER BY complaint_id";

  private static final String WITHOUT_EVENTS =
      " WHERE complaint_id > ? AND complaint_id <= ? AND NOT EXISTS"
          + " (SELECT 1 FROM tanggap_event event WHERE event.complaint_id = %s.complaint_id)";

  private static final String SET_CHANNEL = "UPDATE tanggap_reporter SET channel = ? WHERE id = ?";

  /** Before and behind every number, which begins with a hexadecimal digit. */
  static final Page BEFORE_THE_FIRST = new Page(List.of(), "", false);

  private static final String BEHIND_THE_LAST = "g";

  private final ComplaintReader reader;

  IndexRebuild(ComplaintReader reader) {
    this.reader = reader;
  }

  /**
   * One page of an index.
   *
   * @param complaints its complaints
   * @param end the text of the last one's number, after which the next page begins
   * @param isLast whether there is no other page
   */
  record Page(Collection<Complaint> complaints, String end, boolean isLast) {}

  /** Makes the rows of one page anew. Part of a transaction. */
  Page page(Session session, String after) throws SQLException {
    long change = ComplaintIndex.nextChange(session);
    List<ComplaintId> ids =
        session.read(PAGE, after, Params::plain, row -> StoredIds.complaint(row.getString(1)));
    boolean last = ids.size() < COMPLAINTS_A_PAGE;
    String end = last ? BEHIND_THE_LAST : ids.get(ids.size() - 1).toString();
    session.visitAll(HOLD + session.dialect().holdRows(), "?", ids, Params::plain, row -> {});
    Collection<Complaint> complaints = reader.readAll(session, ids).values();
    ComplaintIndex.rewrite(session, complaints, change);
    for (String table : List.of("tanggap_complaint", "tanggap_participant")) {
      session.update(
          "DELETE FROM " + table + WITHOUT_EVENTS.replace("%s", table),
          after,
          (params, from) -> params.plain(from).plain(end));
    }
    return new Page(complaints, end, last);
  }

  /** Notes the kind of channel of reporters that were stored without one. */
  static void setChannels(Session session, Collection<Complaint> complaints) throws SQLException {
    List<ComplaintEvent.Received> receipts =
        complaints.stream()
            .map(Complaint::received)
            .filter(receipt -> receipt.reporter() != null)
            .toList();
    session.<ComplaintEvent.Received>batch(
        SET_CHANNEL,
        receipts,
        (params, receipt) ->
            params.text(receipt.message().account().kind()).plain(receipt.reporter()));
  }
}
