package org.tanggap.citydesk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.Status;
import org.tanggap.desk.DeskListener;
import org.tanggap.desk.Intake;
import org.tanggap.jurisdiction.Area;
import org.tanggap.jurisdiction.AreaLevel;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Position;
import org.tanggap.jurisdiction.Routing;
import org.tanggap.sla.Deadline;
import org.tanggap.sla.SlaPolicy;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.LeftOut;

/**
 * A line for each complaint, kept in memory for the page and the report. It is built from the store
 * when the desk starts and can be thrown away at any time.
 */
final class DeskView implements DeskListener {

  private static final int PAGE = 1_000;
  private static final int LEFT_OUT_SHOWN = 100;

  private final SlaPolicy sla;
  private final ComplaintStore store;
  private final InstantSource clock;
  private final String boundaryVersion;
  private final String notice;
  private final Map<ComplaintId, Line> lines = new ConcurrentHashMap<>();
  private final Map<Class<?>, Integer> intakes = new ConcurrentHashMap<>();
  private final AtomicLong revision = new AtomicLong();
  private volatile boolean feedIsIn;

  DeskView(
      SlaPolicy sla,
      ComplaintStore store,
      String boundaryVersion,
      String notice,
      InstantSource clock) {
    this.sla = sla;
    this.store = store;
    this.boundaryVersion = boundaryVersion;
    this.notice = notice;
    this.clock = clock;
  }

  /** What an officer looks for at a glance. */
  enum Progress {
    NOT_ANSWERED,
    IN_WORK,
    DONE
  }

  /** One complaint on the map and in the tables. */
  record Line(
      ComplaintId id,
      @Nullable Position position,
      Progress progress,
      Deadline deadline,
      String category,
      String kelurahan,
      String kecamatan,
      String kota,
      String outcome) {

    boolean isOverdue(Instant now) {
      return deadline.isOverdue(now);
    }
  }

  /** One row of a table: how many complaints, and how they stand. */
  record Row(String name, int complaints, int notAnswered, int inWork, int done, int overdue) {}

  /** A table over one property of the complaints, the fullest rows first. */
  record Table(String title, List<Row> rows) {}

  void load() {
    ComplaintId after = null;
    List<Complaint> page;
    do {
      page = store.list(after, PAGE);
      page.forEach(this::complaintStored);
      after = page.isEmpty() ? after : page.get(page.size() - 1).id();
    } while (page.size() == PAGE);
  }

  void count(List<Intake> results) {
    results.forEach(result -> intakes.merge(result.getClass(), 1, Integer::sum));
  }

  @Override
  public void complaintStored(Complaint complaint) {
    lines.put(complaint.id(), lineOf(complaint));
    revision.incrementAndGet();
  }

  private Line lineOf(Complaint complaint) {
    return new Line(
        complaint.id(),
        complaint.received().location() instanceof LocationEvidence.Point point
            ? point.position()
            : null,
        progressOf(complaint),
        sla.deadline(complaint),
        complaint.received().category().code(),
        nameOf(complaint, AreaLevel.KELURAHAN),
        nameOf(complaint, AreaLevel.KECAMATAN),
        nameOf(complaint, AreaLevel.CITY),
        complaint.findRouting().map(DeskView::outcome).orElse("needs-location"));
  }

  static Progress progressOf(Complaint complaint) {
    if (!complaint.status().isOpen()) {
      return Progress.DONE;
    }
    return complaint.status() == Status.IN_WORK || complaint.isAnswered()
        ? Progress.IN_WORK
        : Progress.NOT_ANSWERED;
  }

  static String nameOf(Complaint complaint, AreaLevel level) {
    return complaint
        .findJurisdiction()
        .flatMap(areas -> areas.find(level))
        .map(Area::name)
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

  String boundaryVersion() {
    return boundaryVersion;
  }

  String notice() {
    return notice;
  }

  Instant now() {
    return clock.instant();
  }

  Collection<Line> lines() {
    return lines.values();
  }

  int countOutcome(String outcome) {
    return (int) lines.values().stream().filter(line -> line.outcome().equals(outcome)).count();
  }

  /** How many messages of this run ended so. */
  int countIntake(Class<? extends Intake> kind) {
    return intakes.getOrDefault(kind, 0);
  }

  Row total() {
    return row("all", List.copyOf(lines.values()), now());
  }

  List<Table> tables() {
    return List.of(
        table("Kota", Line::kota),
        table("Kecamatan", Line::kecamatan),
        table("Kelurahan", Line::kelurahan),
        table("Category", Line::category));
  }

  private Table table(String title, Function<Line, String> property) {
    Instant now = now();
    Map<String, List<Line>> groups =
        lines.values().stream()
            .collect(
                Collectors.groupingBy(
                    line -> property.apply(line).isEmpty() ? "(no area)" : property.apply(line)));
    return new Table(
        title,
        groups.entrySet().stream()
            .map(group -> row(group.getKey(), group.getValue(), now))
            .sorted(Comparator.comparingInt(Row::complaints).reversed().thenComparing(Row::name))
            .toList());
  }

  private static Row row(String name, List<Line> group, Instant now) {
    return new Row(
        name,
        group.size(),
        count(group, Progress.NOT_ANSWERED),
        count(group, Progress.IN_WORK),
        count(group, Progress.DONE),
        (int) group.stream().filter(line -> line.isOverdue(now)).count());
  }

  private static int count(List<Line> group, Progress progress) {
    return (int) group.stream().filter(line -> line.progress() == progress).count();
  }

  List<LeftOut> leftOut() {
    return store.listLeftOut(LEFT_OUT_SHOWN);
  }

  long countLeftOut() {
    return store.countLeftOut();
  }
}
