package org.tanggap.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.Reporter;
import org.tanggap.complaint.ReporterId;

/** The people of a {@link MemoryStore}, which guards them with its lock. */
final class MemoryPeople {

  private final Map<ReporterId, KnownReporter> people = new HashMap<>();
  private final Set<ReporterId> wantNoAnswers = new HashSet<>();

  /** Wishes come before and after the changes of handles, as they may be told by either handle. */
  void take(Commit commit) {
    commit.reporters().forEach(person -> people.put(person.id(), person));
    commit.answersWanted().forEach(this::note);
    commit.identities().forEach(this::rename);
    commit.answersWanted().forEach(this::note);
  }

  private void note(ReporterHandle handle, boolean wanted) {
    for (ReporterId reference : referencesTo(handle)) {
      if (wanted) {
        wantNoAnswers.remove(reference);
      } else {
        wantNoAnswers.add(reference);
      }
    }
  }

  private void rename(Commit.IdentityChange change) {
    for (ReporterId reference : referencesTo(change.former())) {
      people.put(
          reference, new KnownReporter(reference, change.former().channel(), change.person()));
    }
  }

  Optional<KnownReporter> find(ReporterId id) {
    return Optional.ofNullable(people.get(id));
  }

  @Nullable Reporter findReporter(@Nullable ReporterId id) {
    return id == null ? null : find(id).map(KnownReporter::reporter).orElse(null);
  }

  /** True for somebody unknown. */
  boolean wantsAnswers(@Nullable ReporterId id) {
    return id == null
        || find(id).stream()
            .flatMap(person -> referencesTo(handleOf(person)).stream())
            .noneMatch(wantNoAnswers::contains);
  }

  Map<ReporterHandle, ReporterId> findAll(Collection<ReporterHandle> handles) {
    Set<ReporterHandle> asked = Set.copyOf(handles);
    Map<ReporterHandle, ReporterId> found = new HashMap<>();
    for (KnownReporter person : people.values()) {
      ReporterHandle handle = handleOf(person);
      if (asked.contains(handle)) {
        found.merge(handle, person.id(), MemoryPeople::older);
      }
    }
    return found;
  }

  private static ReporterId older(ReporterId one, ReporterId other) {
    return one.toString().compareTo(other.toString()) < 0 ? one : other;
  }

  /** The reference itself, and all others to the same person. */
  Set<ReporterId> referencesTo(ReporterId id) {
    Set<ReporterId> references = new HashSet<>(Set.of(id));
    find(id).ifPresent(person -> references.addAll(referencesTo(handleOf(person))));
    return references;
  }

  private List<ReporterId> referencesTo(ReporterHandle handle) {
    return people.values().stream()
        .filter(person -> handleOf(person).equals(handle))
        .map(KnownReporter::id)
        .toList();
  }

  private static ReporterHandle handleOf(KnownReporter person) {
    return new ReporterHandle(person.channel(), person.reporter().handle());
  }

  /** Forgets these, and says how many of them were known. */
  int forget(Set<ReporterId> references) {
    int before = people.size();
    people.keySet().removeAll(references);
    wantNoAnswers.removeAll(references);
    return before - people.size();
  }
}
