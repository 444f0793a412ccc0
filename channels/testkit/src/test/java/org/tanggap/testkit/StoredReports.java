package org.tanggap.testkit;

import static org.tanggap.testkit.SampleComplaints.id;
import static org.tanggap.testkit.SampleComplaints.key;
import static org.tanggap.testkit.SampleComplaints.taken;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.tanggap.channel.Cursor;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ReporterId;
import org.tanggap.store.Bookmark;
import org.tanggap.store.ComplaintQuery;
import org.tanggap.store.JdbcStore;
import org.tanggap.store.ReporterHandle;

/** What a {@link CrashingWriter} left in a database, looked at table by table. */
final class StoredReports {

  /** The greatest page of a writer, which may be stored without being acknowledged. */
  private static final int A_PAGE = 30;

  private static final String LAGGING =
      "SELECT complaint_id AS id FROM tanggap_complaint WHERE version <> (SELECT COUNT(*)"
          + " FROM tanggap_event event"
          + " WHERE event.complaint_id = tanggap_complaint.complaint_id)";

  private final DataSource dataSource;
  private final JdbcStore store;
  private final int first;
  private final int end;

  /** The reports numbered from the first one up to the end, which is not included. */
  StoredReports(String url, int first, int end) {
    this.dataSource = CrashingWriter.dataSource(url);
    this.store = JdbcStore.on(dataSource);
    this.first = first;
    this.end = end;
  }

  /** Adds a sentence for everything that is not as it should be. */
  void check(int lastAcknowledged, List<String> broken) throws SQLException {
    Set<Integer> stored = numbers("SELECT complaint_id AS id FROM tanggap_complaint");
    int last = first + stored.size() - 1;
    checkNumbers(stored, last, lastAcknowledged, broken);
    compare(
        "events", stored, numbers("SELECT DISTINCT complaint_id AS id FROM tanggap_event"), broken);
    compare(
        "participants",
        stored,
        numbers("SELECT complaint_id AS id FROM tanggap_participant"),
        broken);
    compare("outbox", stored, numbers("SELECT id FROM tanggap_outbox"), broken);
    compare("reporters", stored, numbers("SELECT id FROM tanggap_reporter"), broken);
    compare("index rows that lag", Set.of(), numbers(LAGGING), broken);
    checkMessages(stored, last, broken);
    checkHistories(last, broken);
  }

  private void checkNumbers(
      Set<Integer> stored, int last, int lastAcknowledged, List<String> broken) {
    Set<Integer> upToTheLast = new TreeSet<>();
    IntStream.rangeClosed(first, last).forEach(upToTheLast::add);
    if (!stored.equals(upToTheLast)) {
      broken.add("reports from " + first + " have gaps");
    }
    if (last < lastAcknowledged || last > lastAcknowledged + A_PAGE) {
      broken.add("acknowledged up to " + lastAcknowledged + ", stored up to " + last);
    }
    String cursor = store.findCursor(CrashingWriter.ACCOUNT).map(Cursor::value).orElse("0");
    if (last >= first && !cursor.equals("" + last)) {
      broken.add("stored up to " + last + ", cursor at " + cursor);
    } else if (Integer.parseInt(cursor) > last) {
      broken.add("nothing stored from " + first + ", cursor ahead at " + cursor);
    }
  }

  private void compare(
      String what, Set<Integer> expected, Set<Integer> found, List<String> broken) {
    if (!expected.equals(found)) {
      Set<Integer> missing = new TreeSet<>(expected);
      missing.removeAll(found);
      Set<Integer> more = new TreeSet<>(found);
      more.removeAll(expected);
      broken.add(what + ": missing " + missing + ", too many " + more);
    }
  }

  private Set<Integer> numbers(String sql) throws SQLException {
    Set<Integer> numbers = new TreeSet<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT id FROM (" + sql + ") found WHERE id >= ? AND id < ?")) {
      select.setString(1, id(first).toString());
      select.setString(2, id(end).toString());
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          if (!numbers.add(SampleComplaints.numberOf(UUID.fromString(rows.getString(1))))) {
            throw new AssertionError("stored twice: " + rows.getString(1));
          }
        }
      }
    }
    return numbers;
  }

  private void checkMessages(Set<Integer> stored, int last, List<String> broken) {
    List<Integer> asked = IntStream.rangeClosed(first, last + A_PAGE).boxed().toList();
    Set<Integer> known = new HashSet<>();
    store
        .findKnown(asked.stream().map(SampleComplaints::key).toList())
        .forEach(
            (key, taken) -> {
              int number = SampleComplaints.numberOf(taken.complaint().value());
              if (key.equals(key(number)) && taken.equals(taken(number))) {
                known.add(number);
              }
            });
    compare("messages", stored, known, broken);
    Map<ReporterHandle, ReporterId> people =
        store.findReporters(asked.stream().map(SampleComplaints::handle).toList());
    if (people.size() != stored.size()) {
      broken.add("handles: " + people.size() + " of " + stored.size());
    }
  }

  /** Every complaint is read back as it was written; on the first one, work may have begun. */
  private void checkHistories(int last, List<String> broken) {
    Bookmark from = new Bookmark(0, id(first - 1));
    List<Complaint> page = List.of();
    for (int number = first; number <= last; number++) {
      if (page.isEmpty()) {
        page = store.list(ComplaintQuery.all().after(from).limit(1_000)).complaints();
      }
      if (page.isEmpty() || !isWhole(page.get(0), number)) {
        broken.add("complaint " + number + " is not as it was written");
        return;
      }
      from = new Bookmark(0, page.get(0).id());
      page = page.subList(1, page.size());
    }
  }

  private boolean isWhole(Complaint complaint, int number) {
    List<ComplaintEvent> written = CrashingWriter.report(number).history();
    List<ComplaintEvent> read = complaint.history();
    return complaint.id().equals(id(number))
        && read.size() >= written.size()
        && read.subList(0, written.size()).equals(written)
        && read.size() <= written.size() + (number == first ? 1 : 0);
  }
}
