package org.tanggap.store;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tanggap.complaint.ReporterId;

/** Writes who people are, how they are called by now, and whether they want answers. */
final class Identities {

  private static final String NEW =
      "INSERT INTO tanggap_reporter (id, channel, handle, name) VALUES (?, ?, ?, ?)"
          + " ON CONFLICT (id) DO UPDATE SET channel = excluded.channel,"
          + " handle = excluded.handle, name = excluded.name";

  private static final String RENAME =
      "UPDATE tanggap_reporter SET handle = ?, name = ? WHERE handle = ? AND channel = ?";

  private static final String WISH =
      "UPDATE tanggap_reporter SET answers_wanted = ? WHERE handle = ? AND channel = ?"
          + " AND answers_wanted <> ?";

  private Identities() {}

  /** Wishes come before and after the changes of handles, as they may be told by either handle. */
  static void write(Session session, Commit commit) throws SQLException {
    writeNew(session, commit.reporters());
    writeWishes(session, commit.answersWanted());
    if (!commit.identities().isEmpty()) {
      rename(session, commit.identities());
      writeWishes(session, commit.answersWanted());
    }
  }

  private static void writeNew(Session session, List<KnownReporter> people) throws SQLException {
    Map<ReporterId, KnownReporter> lastOfEach = new LinkedHashMap<>();
    people.forEach(person -> lastOfEach.put(person.id(), person));
    session.<KnownReporter>batch(
        NEW,
        lastOfEach.values().stream()
            .sorted(Comparator.comparing(person -> person.id().toString()))
            .toList(),
        (params, person) ->
            params
                .plain(person.id())
                .text(person.channel())
                .text(person.reporter().handle())
                .text(person.reporter().name()));
  }

  private static void writeWishes(Session session, Map<ReporterHandle, Boolean> wishes)
      throws SQLException {
    session.<Map.Entry<ReporterHandle, Boolean>>batch(
        WISH,
        wishes.entrySet().stream()
            .sorted(
                Map.Entry.comparingByKey(
                    Comparator.comparing(ReporterHandle::channel)
                        .thenComparing(ReporterHandle::handle)))
            .toList(),
        (params, wish) -> {
          long wanted = wish.getValue() ? 1 : 0;
          params
              .number(wanted)
              .text(wish.getKey().handle())
              .text(wish.getKey().channel())
              .number(wanted);
        });
  }

  private static void rename(Session session, List<Commit.IdentityChange> changes)
      throws SQLException {
    session.<Commit.IdentityChange>batch(
        RENAME,
        changes,
        (params, change) ->
            params
                .text(change.person().handle())
                .text(change.person().name())
                .text(change.former().handle())
                .text(change.former().channel()));
  }
}
