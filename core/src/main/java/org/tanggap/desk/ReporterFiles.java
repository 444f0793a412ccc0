package org.tanggap.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Redaction;
import org.tanggap.complaint.ReporterId;
import org.tanggap.store.Bookmark;
import org.tanggap.store.ComplaintPage;
import org.tanggap.store.ComplaintQuery;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.Erasure;
import org.tanggap.store.KnownReporter;

/** What is known of reporters: collected for them, and forgotten. */
final class ReporterFiles {

  private static final int PAGE = 500;

  private final ComplaintStore store;
  private final Listeners listeners;

  ReporterFiles(ComplaintStore store, Listeners listeners) {
    this.store = store;
    this.listeners = listeners;
  }

  Optional<ReporterFile> find(ReporterId id) {
    return store.findReporter(id).map(this::file);
  }

  private ReporterFile file(KnownReporter person) {
    List<Complaint> reported = new ArrayList<>();
    List<Complaint> followed = new ArrayList<>();
    Bookmark end = null;
    ComplaintPage page;
    do {
      page = store.list(ComplaintQuery.all().reportedBy(person.id()).after(end).limit(PAGE));
      for (Complaint complaint : page.complaints()) {
        boolean own = person.id().equals(complaint.received().reporter());
        (own ? reported : followed).add(complaint);
      }
      end = page.end();
    } while (page.complaints().size() == PAGE);
    return new ReporterFile(person, reported, followed);
  }

  /** Looks at a page of complaints in the order of receipt, and empties those past their time. */
  RetentionRun retain(Retention retention, Instant now, @Nullable Bookmark after, int limit) {
    ComplaintPage page = store.list(ComplaintQuery.all().after(after).limit(limit));
    Set<ReporterId> people = new LinkedHashSet<>();
    int emptied = 0;
    for (Complaint complaint : page.complaints()) {
      if (retention.findEnd(complaint).filter(end -> !end.isAfter(now)).isPresent()) {
        people.addAll(peopleOf(complaint));
        emptied += store.redact(complaint.id(), Redaction::withoutPeople) > 0 ? 1 : 0;
      }
    }
    int forgotten = 0;
    for (ReporterId person : people) {
      boolean isNeeded =
          !store.list(ComplaintQuery.all().reportedBy(person).limit(1)).complaints().isEmpty();
      forgotten += isNeeded ? 0 : store.erase(person, event -> event).identities();
    }
    boolean isLast = page.complaints().size() < limit;
    return new RetentionRun(
        page.complaints().size(), emptied, forgotten, isLast ? null : page.end());
  }

  private static List<ReporterId> peopleOf(Complaint complaint) {
    return Stream.concat(
            Stream.ofNullable(complaint.received().reporter()),
            complaint.followers().stream().flatMap(it -> Stream.ofNullable(it.reporter())))
        .toList();
  }

  Erasure erase(ReporterId id, ReporterFile.Words words) {
    UnaryOperator<ComplaintEvent> redaction =
        words == ReporterFile.Words.REMOVED ? Redaction::withoutCitizensWords : event -> event;
    Erasure receipt = store.erase(id, redaction);
    listeners.tell(new DeskEvent.ReporterErased(receipt));
    return receipt;
  }
}
