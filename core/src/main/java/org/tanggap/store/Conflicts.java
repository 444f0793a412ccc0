package org.tanggap.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
   */
  static Optional<CommitResult> find(
      Commit commit, Set<MessageKey> taken, Map<ComplaintId, Integer> versions) {
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
    return Optional.empty();
  }
}
