package org.tanggap.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.ReporterId;
import org.tanggap.jurisdiction.Jurisdictions;
import org.tanggap.jurisdiction.Routing;
import org.tanggap.responsibility.Categorizer;
import org.tanggap.responsibility.Category;
import org.tanggap.responsibility.Responsibilities;
import org.tanggap.sla.SlaPolicy;
import org.tanggap.store.NewReply;

/** What a report becomes: category – place – unit – receipt. */
final class ComplaintOpening {

  private final Jurisdictions jurisdictions;
  private final Categorizer categorizer;
  private final Responsibilities responsibilities;
  private final SlaPolicy sla;
  private final @Nullable ReceiptWording receipts;
  private final TimeOrderedIds ids;

  ComplaintOpening(FeedbackDeskBuilder parts, TimeOrderedIds ids) {
    this.jurisdictions = parts.jurisdictions();
    this.categorizer = parts.categorizer;
    this.responsibilities = parts.responsibilities;
    this.sla = parts.sla();
    this.receipts = parts.receipts;
    this.ids = ids;
  }

  Complaint open(MessageKey key, Report report, @Nullable ReporterId reporter, Instant now) {
    Category category = categoryOf(report);
    List<ComplaintEvent> events = new ArrayList<>();
    events.add(
        new ComplaintEvent.Received(
            now,
            Actor.reporter(),
            key,
            report.text(),
            report.location(),
            category,
            report.photos(),
            report.sentAt(),
            reporter,
            report.discretion()));
    Routing routing = jurisdictions.route(report.location());
    events.add(new ComplaintEvent.Routed(now, Actor.system(), routing));
    findAssigned(category, routing, now).ifPresent(events::add);
    return Complaint.replay(new ComplaintId(ids.next()), events);
  }

  private Category categoryOf(Report report) {
    Category given = report.category();
    return Optional.ofNullable(given)
        .or(() -> categorizer.findCategory(report.text()))
        .orElse(Category.UNSORTED);
  }

  private Optional<ComplaintEvent> findAssigned(Category category, Routing routing, Instant now) {
    return responsibilities
        .assign(category, routing)
        .map(found -> new ComplaintEvent.Assigned(now, Actor.system(), found));
  }

  /**
   * What follows from a further message: words may tell what it is about, a place where it is. Once
   * a unit has the complaint, that is for its officers to judge.
   */
  Complaint complete(Complaint complaint, Report further, Instant at) {
    if (complaint.findAssignment().isPresent() || !complaint.status().isOpen()) {
      return complaint;
    }
    Complaint after = complaint;
    if (after.category().equals(Category.UNSORTED)) {
      Category category = categoryOf(further);
      if (!category.equals(Category.UNSORTED)) {
        after =
            after.after(
                new ComplaintEvent.CategoryChanged(
                    at, Actor.system(), category, "from the reporter's next message"));
      }
    }
    if (further.location().tellsPlace()) {
      after =
          after.after(
              new ComplaintEvent.Routed(
                  at, Actor.system(), jurisdictions.route(further.location())));
    }
    if (after == complaint) {
      return complaint;
    }
    Routing routing = after.findRouting().orElseGet(() -> jurisdictions.route(further.location()));
    return findAssigned(after.category(), routing, at).map(after::after).orElse(after);
  }

  /** The receipt for a new complaint, if the host sends any. */
  Optional<NewReply> findReceipt(Complaint complaint, Instant now) {
    if (receipts == null) {
      return Optional.empty();
    }
    ComplaintEvent.Received received = complaint.received();
    return Optional.of(
        new NewReply(
            ids.next(),
            complaint.id(),
            received.message(),
            received.reporter(),
            receipts.text(complaint, sla.clocks(complaint)),
            now));
  }

  ReporterId nextReporter() {
    return new ReporterId(ids.next());
  }
}
