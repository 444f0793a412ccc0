package org.tanggap.store;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.Status;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Position;

/** What is searched by of a complaint: the read index, which follows from its events. */
record IndexRow(
    ComplaintId id,
    int version,
    Status status,
    String category,
    @Nullable String unit,
    @Nullable String area,
    @Nullable Position place) {

  static IndexRow of(Complaint complaint) {
    return new IndexRow(
        complaint.id(),
        complaint.version(),
        complaint.status(),
        complaint.category().code(),
        complaint.findAssignment().map(assignment -> assignment.unit().id()).orElse(null),
        complaint.findJurisdiction().map(areas -> areas.smallest().code()).orElse(null),
        findPlace(complaint).orElse(null));
  }

  static Optional<Position> findPlace(Complaint complaint) {
    return complaint.location() instanceof LocationEvidence.Point point
        ? Optional.of(point.position())
        : Optional.empty();
  }

  /**
   * When to look at a complaint whose clocks nobody has computed yet: at once, unless nothing can
   * become due of it any more.
   */
  @Nullable Instant firstLook() {
    return status == Status.CLOSED || status == Status.MERGED ? null : Instant.EPOCH;
  }
}
