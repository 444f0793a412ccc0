package org.tanggap.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.ReporterId;

/** A complaint as a {@link MemoryStore} keeps it. */
record KeptComplaint(Complaint complaint, Watch watch, long changed) {

  ComplaintId id() {
    return complaint.id();
  }

  boolean isAskedFor(ComplaintQuery query) {
    return (!query.openOnly() || complaint.status().isOpen())
        && (query.unit() == null || isOfUnit(query.unit()))
        && (query.area() == null || isInArea(query.area()))
        && (query.category() == null || complaint.category().isWithin(query.category()))
        && (query.bounds() == null || isWithin(query.bounds()))
        && (query.reporter() == null || involves(Set.of(query.reporter())))
        && (query.order() != ComplaintQuery.Order.DUE || watch.due() != null)
        && isAfter(query.after(), query.order());
  }

  private boolean isOfUnit(String unit) {
    return complaint.findAssignment().filter(it -> it.unit().id().equals(unit)).isPresent();
  }

  private boolean isInArea(String code) {
    return complaint
        .findJurisdiction()
        .filter(areas -> areas.smallest().isWithin(code))
        .isPresent();
  }

  private boolean isWithin(ComplaintQuery.Bounds bounds) {
    return IndexRow.findPlace(complaint).filter(bounds::contains).isPresent();
  }

  private boolean isAfter(@Nullable Bookmark mark, ComplaintQuery.Order order) {
    if (mark == null) {
      return true;
    }
    if (order == ComplaintQuery.Order.LATEST) {
      return id().compareTo(mark.id()) < 0;
    }
    long ahead = Long.compare(key(order), order == ComplaintQuery.Order.RECEIVED ? 0 : mark.key());
    return ahead > 0 || (ahead == 0 && id().compareTo(mark.id()) > 0);
  }

  boolean involves(Set<ReporterId> people) {
    return Participant.of(id(), complaint.history()).stream()
        .anyMatch(participant -> people.contains(participant.reporter()));
  }

  boolean wasOpenedBy(Set<ReporterId> people) {
    ReporterId reporter = complaint.received().reporter();
    return reporter != null && people.contains(reporter);
  }

  static Comparator<KeptComplaint> by(ComplaintQuery.Order order) {
    Comparator<KeptComplaint> byNumber = Comparator.comparing(KeptComplaint::id);
    return order == ComplaintQuery.Order.LATEST
        ? byNumber.reversed()
        : Comparator.<KeptComplaint>comparingLong(kept -> kept.key(order)).thenComparing(byNumber);
  }

  Bookmark bookmark(ComplaintQuery.Order order) {
    return new Bookmark(key(order), id());
  }

  private long key(ComplaintQuery.Order order) {
    Instant due = watch.due();
    return switch (order) {
      case RECEIVED, LATEST -> 0;
      case DUE -> due == null ? Long.MAX_VALUE : Millis.ceil(due);
      case CHANGED -> changed;
    };
  }

  boolean isToBeLookedAt(Instant now) {
    return watch.lookAt() != null && lookAt() <= Millis.floor(now);
  }

  /** In milliseconds; the end of time if there is nothing to look at. */
  long lookAt() {
    Instant at = watch.lookAt();
    return at == null ? Long.MAX_VALUE : Millis.ceil(at);
  }

  KeptComplaint lookedAtAgain(Instant at) {
    return new KeptComplaint(complaint, new Watch(watch.due(), at), changed);
  }
}
