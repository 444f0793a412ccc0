package org.tanggap.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;

/** A complaint with words taken out of its events, and which events these are, by version. */
record RedactedComplaint(Complaint complaint, Map<Integer, ComplaintEvent> changed) {

  static RedactedComplaint of(Complaint complaint, UnaryOperator<ComplaintEvent> rule) {
    List<ComplaintEvent> events = new ArrayList<>();
    Map<Integer, ComplaintEvent> changed = new LinkedHashMap<>();
    for (ComplaintEvent before : complaint.history()) {
      ComplaintEvent after = rule.apply(before);
      requireSameStamp(before, after);
      events.add(after);
      if (!after.equals(before)) {
        changed.put(events.size(), after);
      }
    }
    return new RedactedComplaint(Complaint.replay(complaint.id(), events), changed);
  }

  private static void requireSameStamp(ComplaintEvent before, ComplaintEvent after) {
    if (before.getClass() != after.getClass()
        || !before.at().equals(after.at())
        || !before.by().equals(after.by())) {
      throw new IllegalArgumentException("a redaction keeps the kind, time and actor of an event");
    }
  }
}
