package org.tanggap.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;

/** Reads complaints from their events. */
final class ComplaintReader {

  private final EventCodec codec;

  ComplaintReader(EventCodec codec) {
    this.codec = codec;
  }

  Optional<Complaint> find(Session session, ComplaintId id) throws SQLException {
    return readAll(session, List.of(id)).values().stream().findFirst();
  }

  /** Those of the complaints that there are, ordered by their numbers. */
  Map<ComplaintId, Complaint> readAll(Session session, Collection<ComplaintId> ids)
      throws SQLException {
    Histories histories = new Histories();
    session.visitAll(
        "SELECT complaint_id, body FROM tanggap_event WHERE complaint_id IN (%s)"
            + " ORDER BY complaint_id, version",
        "?", ids, Params::plain, row -> histories.add(row.getString(1), row.getString(2)));
    return histories.replay();
  }

  ComplaintPage list(Session session, ComplaintQuery query) throws SQLException {
    ListQuery sql = new ListQuery(query, session.dialect());
    Histories histories = new Histories();
    List<Long> places =
        session.read(
            sql.sql(), sql, (params, it) -> it.bind(params), row -> histories.addPlaced(row));
    List<Complaint> complaints = List.copyOf(histories.replay().values());
    Bookmark end =
        complaints.isEmpty()
            ? query.after()
            : new Bookmark(
                places.get(places.size() - 1), complaints.get(complaints.size() - 1).id());
    return new ComplaintPage(complaints, end);
  }

  /** Events on their way into complaints, in the order in which the complaints come first. */
  private final class Histories {

    private final Map<ComplaintId, List<ComplaintEvent>> events = new LinkedHashMap<>();

    long addPlaced(ResultSet row) throws SQLException {
      add(row.getString(1), row.getString(3));
      return row.getLong(2);
    }

    ComplaintId add(String number, String body) {
      ComplaintId id = StoredIds.complaint(number);
      events.computeIfAbsent(id, unused -> new ArrayList<>()).add(codec.read(id, body));
      return id;
    }

    Map<ComplaintId, Complaint> replay() {
      Map<ComplaintId, Complaint> complaints = new LinkedHashMap<>();
      events.forEach((id, history) -> complaints.put(id, replay(id, history)));
      return complaints;
    }

    private static Complaint replay(ComplaintId id, List<ComplaintEvent> history) {
      try {
        return Complaint.replay(id, history);
      } catch (IllegalArgumentException e) {
        throw new StoreException("complaint " + id + " has lost its first event", e);
      }
    }
  }
}
