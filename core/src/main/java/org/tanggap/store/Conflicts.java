package org.tanggap.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.Cursor;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.MessageKey;

/** What stands against a commit, given what is stored. */
final class Conflicts {

  private Conflicts() {}

  /**
   * The first thing in the way.
   *
   * @param taken those of its messages that are stored
   * @param versions the stored versions of its complaints; one that is not stored is missing
   * @param at the stored cursor of the account whose cursor it moves, or null if none is stored
   */
  static Optional<CommitResult> find(
      Commit commit,
      Set<MessageKey> taken,
      Map<ComplaintId, Integer> versions,
      @Nullable Cursor at) {
    for (MessageKey key : commit.messages().keySet()) {
      if (taken.contains(key)) {
        return Optional.of(new CommitResult.MessageTaken(key));
      }
    }
    Map<ComplaintId, Integer> reached = new HashMap<>(versions);
    for (Commit.Append append : commit.appends()) {
      if (reached.getOrDefault(append.id(), 0) != append.expectedVersion()) {
        return Optional.of(new CommitResult.VersionMoved(append.id()));
      }
      reached.put(append.id(), append.complaint().version());
    }
    Commit.CursorMove move = commit.cursor();
    return move == null || Objects.equals(move.from(), at)
        ? Optional.empty()
        : Optional.of(new CommitResult.CursorMoved(move.account()));
  }
}
