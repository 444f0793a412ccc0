package org.tanggap.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Reporter;
import org.tanggap.complaint.ReporterId;

/** Who people are, and how that is forgotten. */
final class Reporters {

  /** Looks each handle up by itself, see {@link IntakeRecords}. */
  private static final String OF_HANDLES =
      "SELECT column1, column2, (SELECT MIN(id) FROM tanggap_reporter"
          + " WHERE handle = column1 AND channel = column2) FROM (VALUES %s) asked";

  private static final String ONE =
      "SELECT id, channel, handle, name FROM tanggap_reporter WHERE id = ?";

  private static final String REFERENCES =
      "SELECT id FROM tanggap_reporter WHERE handle = ? AND channel = ?";

  private static final String COMPLAINTS =
      "SELECT complaint_id, role FROM tanggap_participant WHERE reporter_id IN (%s)";

  private static final String HOLD =
      "SELECT complaint_id FROM tanggap_complaint WHERE complaint_id IN (%s)"
          + " ORDER BY complaint_id";

  private static final String REPLACE_EVENT =
      "UPDATE tanggap_event SET body = ? WHERE complaint_id = ? AND version = ?";

  private static final String EMPTY_REPLY =
      "UPDATE tanggap_outbox SET text = '', photos = '[]', claimed_until = 0,"
          + " state = CASE state WHEN 'PENDING' THEN 'WITHDRAWN' ELSE state END"
          + " WHERE reporter_id = ? AND (text <> '' OR photos <> '[]' OR state = 'PENDING')";

  private static final String HINTED =
      "SELECT account, external_id, complaint_id FROM tanggap_message"
          + " WHERE complaint_id IN (%s) AND hint <> ''";

  private static final String EMPTY_HINT =
      "UPDATE tanggap_message SET hint = '' WHERE account = ? AND external_id = ?";

  private final EventCodec codec;
  private final ComplaintReader reader;

  Reporters(EventCodec codec, ComplaintReader reader) {
    this.codec = codec;
    this.reader = reader;
  }

  Map<ReporterHandle, ReporterId> findAll(Session session, Collection<ReporterHandle> handles)
      throws SQLException {
    Map<ReporterHandle, ReporterId> found = new HashMap<>();
    session.visitAll(
        OF_HANDLES,
        "(?, ?)",
        Set.copyOf(handles),
        (params, handle) -> params.text(handle.handle()).text(handle.channel()),
        row -> {
          String id = row.getString(3);
          if (id != null) {
            found.put(
                new ReporterHandle(session.text(row, 2), session.text(row, 1)),
                StoredIds.reporter(id));
          }
        });
    return found;
  }

  Optional<KnownReporter> find(Session session, ReporterId id) throws SQLException {
    return session
        .read(
            ONE,
            id,
            Params::plain,
            row -> {
              String name = row.getString(4) == null ? null : session.text(row, 4);
              return new KnownReporter(
                  StoredIds.reporter(row.getString(1)),
                  session.text(row, 2),
                  new Reporter(session.text(row, 3), name));
            })
        .stream()
        .findFirst();
  }

  /** Part of a transaction, which takes its number first. */
  Erasure erase(Session session, ReporterId id, UnaryOperator<ComplaintEvent> rule)
      throws SQLException {
    long change = ComplaintIndex.nextChange(session);
    Set<String> person = referencesTo(session, id);
    Map<ComplaintId, Boolean> complaints = new HashMap<>();
    session.visitAll(
        COMPLAINTS,
        "?",
        person,
        Params::plain,
        row ->
            complaints.merge(
                StoredIds.complaint(row.getString(1)),
                row.getString(2).equals(Participant.Role.REPORTER.name()),
                Boolean::logicalOr));
    Set<ComplaintId> opened = new TreeSet<>(complaints.keySet());
    opened.removeIf(complaint -> !complaints.getOrDefault(complaint, false));
    emptyHints(session, complaints.keySet(), person);
    int events = redact(session, opened, rule, change);
    int replies = sum(session.batch(EMPTY_REPLY, person, Params::plain));
    int identities =
        sum(session.batch("DELETE FROM tanggap_reporter WHERE id = ?", person, Params::plain));
    return new Erasure(identities, complaints.size(), events, replies);
  }

  private void emptyHints(Session session, Set<ComplaintId> complaints, Set<String> person)
      throws SQLException {
    Set<ReporterId> references =
        person.stream().map(StoredIds::reporter).collect(Collectors.toUnmodifiableSet());
    Set<MessageKey> theirs = new TreeSet<>(MessageOrder.BY_KEY);
    Map<ComplaintId, MessageAuthors> authors = new HashMap<>();
    for (Complaint complaint : reader.readAll(session, complaints).values()) {
      MessageAuthors of = MessageAuthors.of(complaint, references);
      authors.put(complaint.id(), of);
      theirs.addAll(of.named());
    }
    session.visitAll(
        HINTED,
        "?",
        authors.keySet(),
        Params::plain,
        row -> {
          MessageKey key =
              new MessageKey(StoredIds.account(session.text(row, 1)), row.getString(2));
          ComplaintId wentTo = StoredIds.complaint(row.getString(3));
          MessageAuthors of = authors.get(wentTo);
          if (of != null && of.isTheirs(key, wentTo)) {
            theirs.add(key);
          }
        });
    session.<MessageKey>batch(
        EMPTY_HINT,
        theirs,
        (params, key) -> params.text(key.account().toString()).plain(key.externalId()));
  }

  /** Part of a transaction, which takes its number first. */
  int redact(Session session, ComplaintId id, UnaryOperator<ComplaintEvent> rule)
      throws SQLException {
    long change = ComplaintIndex.nextChange(session);
    return redact(session, Set.of(id), rule, change);
  }

  /** The texts of the references, in order. */
  private Set<String> referencesTo(Session session, ReporterId id) throws SQLException {
    Set<String> references = new TreeSet<>(Set.of(id.toString()));
    Optional<KnownReporter> person = find(session, id);
    if (person.isPresent()) {
      references.addAll(
          session.read(
              REFERENCES,
              person.get(),
              (params, it) -> params.text(it.reporter().handle()).text(it.channel()),
              row -> row.getString(1)));
    }
    return references;
  }

  private int redact(
      Session session, Set<ComplaintId> opened, UnaryOperator<ComplaintEvent> rule, long change)
      throws SQLException {
    session.visitAll(HOLD + session.dialect().holdRows(), "?", opened, Params::plain, row -> {});
    List<ReplacedEvent> events = new ArrayList<>();
    List<Complaint> redacted = new ArrayList<>();
    for (Complaint complaint : reader.readAll(session, opened).values()) {
      RedactedComplaint redaction = RedactedComplaint.of(complaint, rule);
      redaction
          .changed()
          .forEach((version, event) -> events.add(new ReplacedEvent(complaint, version, event)));
      if (!redaction.changed().isEmpty()) {
        redacted.add(redaction.complaint());
      }
    }
    session.<ReplacedEvent>batch(
        REPLACE_EVENT,
        events,
        (params, it) ->
            params.plain(codec.write(it.event())).plain(it.complaint().id()).number(it.version()));
    ComplaintIndex.rewrite(session, redacted, change);
    ComplaintIndex.noteChange(session, redacted, change);
    return events.size();
  }

  private record ReplacedEvent(Complaint complaint, int version, ComplaintEvent event) {}

  private static int sum(int[] rows) {
    int sum = 0;
    for (int changed : rows) {
      sum += changed;
    }
    return sum;
  }
}
