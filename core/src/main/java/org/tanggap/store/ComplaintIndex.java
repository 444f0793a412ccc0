package org.tanggap.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.jurisdiction.Position;

/**
 * Writes the read index: one row a complaint, in the transaction of its events. The row's version
 * is what keeps two writers apart.
 */
final class ComplaintIndex {

  private static final String NEW =
      "INSERT INTO tanggap_complaint (version, status, open, category, unit, area,"
          + " latitude, longitude, due, look_at, changed, complaint_id)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String APPEND =
      "UPDATE tanggap_complaint SET version = ?, status = ?, open = ?, category = ?, unit = ?,"
          + " area = ?, latitude = ?, longitude = ?, due = ?, look_at = ?, changed = ?"
          + " WHERE complaint_id = ? AND version = ?";

  private static final String CORRECT =
      "UPDATE tanggap_complaint SET version = ?, status = ?, open = ?, category = ?, unit = ?,"
          + " area = ?, latitude = ?, longitude = ? WHERE complaint_id = ?";

  private static final String CHANGED =
      "UPDATE tanggap_complaint SET changed = ? WHERE complaint_id = ?";

  private static final String NEW_PARTICIPANT =
      "INSERT INTO tanggap_participant (complaint_id, reporter_id, role) VALUES (?, ?, ?)"
          + " ON CONFLICT DO NOTHING";

  private static final String DROP_PARTICIPANTS =
      "DELETE FROM tanggap_participant WHERE complaint_id = ?";

  private static final String WATCH =
      "UPDATE tanggap_complaint SET due = ?, look_at = ? WHERE complaint_id = ? AND version = ?";

  private ComplaintIndex() {}

  /** The number of this transaction in the order of changes. A writer's first statement. */
  static long nextChange(Session session) throws SQLException {
    return session.read(session.dialect().commitNumber(), row -> row.getLong(1)).get(0);
  }

  /** False if a complaint has moved on; a number that is taken is a fault of the database. */
  static boolean append(Session session, List<Commit.Append> appends, long change)
      throws SQLException {
    insert(session, appends.stream().filter(it -> it.expectedVersion() == 0).toList(), change);
    int[] moved =
        session.<Commit.Append>batch(
            APPEND,
            appends.stream().filter(it -> it.expectedVersion() > 0).toList(),
            (params, append) -> {
              bind(params, IndexRow.of(append.complaint()));
              bind(params, append.watch());
              params.number(change).plain(append.id()).number(append.expectedVersion());
            });
    for (int rows : moved) {
      if (rows == 0) {
        return false;
      }
    }
    Set<Participant> participants = new LinkedHashSet<>();
    appends.forEach(it -> participants.addAll(Participant.of(it.id(), it.events())));
    writeParticipants(session, participants);
    return true;
  }

  private static void insert(Session session, List<Commit.Append> appends, long change)
      throws SQLException {
    session.<Commit.Append>batch(
        NEW,
        appends,
        (params, append) -> {
          bind(params, IndexRow.of(append.complaint()));
          bind(params, append.watch());
          params.number(change).plain(append.id());
        });
  }

  private static void writeParticipants(Session session, Set<Participant> participants)
      throws SQLException {
    session.<Participant>batch(
        NEW_PARTICIPANT,
        participants,
        (params, participant) ->
            params
                .plain(participant.complaint())
                .plain(participant.reporter())
                .plain(participant.role()));
  }

  static void watch(Session session, Complaint complaint, Watch watch) throws SQLException {
    session.update(
        WATCH,
        watch,
        (params, noted) -> {
          bind(params, noted);
          params.plain(complaint.id()).number(complaint.version());
        });
  }

  /**
   * Makes the rows of complaints follow from their events again; the clocks of those that have a
   * row stay as they were noted.
   */
  static void rewrite(Session session, Collection<Complaint> complaints, long change)
      throws SQLException {
    int[] found =
        session.<Complaint>batch(
            CORRECT,
            complaints,
            (params, complaint) -> {
              bind(params, IndexRow.of(complaint));
              params.plain(complaint.id());
            });
    List<Commit.Append> missing = new ArrayList<>();
    int place = 0;
    for (Complaint complaint : complaints) {
      if (found[place++] == 0) {
        Watch atOnce = new Watch(null, IndexRow.of(complaint).firstLook());
        missing.add(new Commit.Append(complaint, 0, atOnce));
      }
    }
    insert(session, missing, change);
    Set<Participant> participants = new LinkedHashSet<>();
    complaints.forEach(it -> participants.addAll(Participant.of(it.id(), it.history())));
    session.<Complaint>batch(
        DROP_PARTICIPANTS, complaints, (params, complaint) -> params.plain(complaint.id()));
    writeParticipants(session, participants);
  }

  static void noteChange(Session session, Collection<Complaint> complaints, long change)
      throws SQLException {
    session.<Complaint>batch(
        CHANGED, complaints, (params, complaint) -> params.number(change).plain(complaint.id()));
  }

  private static void bind(Params params, IndexRow row) throws SQLException {
    Position place = row.place();
    params
        .number(row.version())
        .plain(row.status())
        .number(row.status().isOpen() ? 1 : 0)
        .plain(row.category())
        .text(row.unit())
        .text(row.area())
        .real(place == null ? null : place.latitude())
        .real(place == null ? null : place.longitude());
  }

  private static void bind(Params params, Watch watch) throws SQLException {
    params
        .number(watch.due() == null ? null : Long.valueOf(Millis.ceil(watch.due())))
        .number(watch.lookAt() == null ? null : Long.valueOf(Millis.ceil(watch.lookAt())));
  }

  static Map<ComplaintId, Integer> versions(Session session, Collection<ComplaintId> ids)
      throws SQLException {
    Map<ComplaintId, Integer> versions = new HashMap<>();
    session.visitAll(
        "SELECT complaint_id, version FROM tanggap_complaint WHERE complaint_id IN (%s)",
        "?",
        Set.copyOf(ids),
        Params::plain,
        row -> versions.put(StoredIds.complaint(row.getString(1)), row.getInt(2)));
    return versions;
  }
}
