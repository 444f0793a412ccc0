package org.tanggap.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.ReporterId;

/** Somebody whom the events of a complaint refer to. */
record Participant(ComplaintId complaint, ReporterId reporter, Role role) {

  /** The names are stored. */
  enum Role {
    REPORTER,
    FOLLOWER
  }

  /** Everybody whom these events refer to, each role once. */
  static Set<Participant> of(ComplaintId id, List<ComplaintEvent> events) {
    Set<Participant> all = new LinkedHashSet<>();
    for (ComplaintEvent event : events) {
      if (event instanceof ComplaintEvent.Received received) {
        add(all, id, received.reporter(), Role.REPORTER);
      } else if (event instanceof ComplaintEvent.Followed followed) {
        add(all, id, followed.follower().reporter(), Role.FOLLOWER);
      } else if (event instanceof ComplaintEvent.Absorbed absorbed) {
        absorbed.followers().forEach(other -> add(all, id, other.reporter(), Role.FOLLOWER));
      }
    }
    return all;
  }

  private static void add(
      Set<Participant> all, ComplaintId id, @Nullable ReporterId reporter, Role role) {
    if (reporter != null) {
      all.add(new Participant(id, reporter, role));
    }
  }
}
