package org.tanggap.citydesk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.tanggap.audience.Colour;
import org.tanggap.audience.ComplaintView;
import org.tanggap.audience.ComplaintViews;
import org.tanggap.audience.Readership;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.desk.DeskEvent;
import org.tanggap.desk.DeskListener;
import org.tanggap.desk.Intake;
import org.tanggap.figures.Figures;
import org.tanggap.jurisdiction.Area;
import org.tanggap.jurisdiction.AreaLevel;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Position;
import org.tanggap.jurisdiction.Routing;
import org.tanggap.responsibility.Unit;
import org.tanggap.sla.SlaPolicy;

/**
 * What the map and the tables need of each complaint, kept in memory: a dot and its figures, half a
 * kilobyte, so a million complaints want half a gigabyte. It is built from the store when the desk
 * starts and can be thrown away at any time; lists and single complaints are read from the store.
 * What another process stores in the same database shows at the next start.
 */
final class DeskView implements DeskListener {

  private final SlaPolicy promises;
  private final ComplaintViews views;
  private final InstantSource clock;
  private final Figures figures;
  private final Map<ComplaintId, Dot> dots = new ConcurrentHashMap<>();
  private final Map<String, String> names = new ConcurrentHashMap<>();
  private final Map<Class<?>, Integer> intakes = new ConcurrentHashMap<>();
  private final AtomicLong revision = new AtomicLong();
  private volatile boolean feedIsIn;

  DeskView(SlaPolicy promises, ComplaintViews views, InstantSource clock) {
    this.promises = promises;
    this.views = views;
    this.clock = clock;
    this.figures = new Figures(promises, JakartaRules.ZONE);
  }

  /**
   * One complaint on the map.
   *
   * @param isPublic whether the public may know of it at all
   * @param place where the public may know it to be, or null
   * @param due when it should be finished, or null if it is finished or its clock stands
   */
  record Dot(
      ComplaintId id,
      int version,
      boolean isPublic,
      @Nullable Position place,
      Colour colour,
      @Nullable Instant due,
      String category,
      String kelurahan,
      String outcome) {

    boolean isOverdue(Instant now) {
      return due != null && !now.isBefore(due);
    }
  }

  @Override
  public void on(DeskEvent event) {
    if (event instanceof DeskEvent.ComplaintStored stored) {
      put(stored.complaint());
    }
  }

  void count(List<Intake> results) {
    results.forEach(result -> intakes.merge(result.getClass(), 1, Integer::sum));
  }

  private void put(Complaint complaint) {
    complaint
        .findJurisdiction()
        .ifPresent(place -> place.areas().forEach(area -> names.put(area.code(), area.name())));
    complaint
        .findAssignment()
        .map(assignment -> assignment.unit())
        .ifPresent(unit -> names.put(unit.id(), unit.name()));
    figures.put(complaint);
    dots.merge(
        complaint.id(),
        dotOf(complaint),
        (before, after) -> after.version() < before.version() ? before : after);
    revision.incrementAndGet();
  }

  /** Where it is comes from the public view alone, so that no dot tells more than that. */
  private Dot dotOf(Complaint complaint) {
    Instant due = promises.clocks(complaint).findExpected().orElse(null);
    Optional<ComplaintView> shown =
        views.findForPublic(complaint, Readership.PUBLIC_INDONESIAN, due);
    return new Dot(
        complaint.id(),
        complaint.version(),
        shown.isPresent(),
        shown.map(view -> point(view.place())).orElse(null),
        shown.orElseGet(() -> views.forOfficer(complaint, due)).status().colour(),
        complaint.status().isOpen() ? due : null,
        complaint.category().code(),
        shown.map(view -> nameOf(view.areas(), AreaLevel.KELURAHAN)).orElse(""),
        complaint.findRouting().map(DeskView::outcome).orElse("needs-location"));
  }

  private static @Nullable Position point(LocationEvidence place) {
    if (place instanceof LocationEvidence.Point point) {
      return point.position();
    }
    return place instanceof LocationEvidence.Circle circle ? circle.middle() : null;
  }

  static String nameOf(List<Area> areas, AreaLevel level) {
    return areas.stream()
        .filter(area -> area.level() == level)
        .map(Area::name)
        .findFirst()
        .orElse("");
  }

  static String outcome(Routing routing) {
    if (routing instanceof Routing.Routed) {
      return "routed";
    } else if (routing instanceof Routing.Ambiguous) {
      return "ambiguous";
    } else if (routing instanceof Routing.Outside) {
      return "outside";
    }
    return "needs-location";
  }

  void feedIsIn() {
    feedIsIn = true;
  }

  boolean isFeedIn() {
    return feedIsIn;
  }

  /** Grows with every complaint that is stored. */
  long revision() {
    return revision.get();
  }

  Instant now() {
    return clock.instant();
  }

  Figures figures() {
    return figures;
  }

  /** The name of an area or unit that has had a complaint, otherwise the code itself. */
  String nameOf(String code) {
    return names.getOrDefault(code, code);
  }

  /** A unit that has had a complaint. */
  Optional<Unit> findUnit(String id) {
    return Optional.ofNullable(names.get(id)).map(name -> new Unit(id, name));
  }

  Collection<Dot> dots() {
    return dots.values();
  }

  int countColour(Colour colour) {
    return (int) dots.values().stream().filter(dot -> dot.colour() == colour).count();
  }

  int countOverdue() {
    Instant now = now();
    return (int) dots.values().stream().filter(dot -> dot.isOverdue(now)).count();
  }

  int countOutcome(String outcome) {
    return (int) dots.values().stream().filter(dot -> dot.outcome().equals(outcome)).count();
  }

  /** How many messages of the feed ended so in this run. */
  int countIntake(Class<? extends Intake> kind) {
    return intakes.getOrDefault(kind, 0);
  }
}
