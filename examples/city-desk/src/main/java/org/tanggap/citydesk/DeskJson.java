package org.tanggap.citydesk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Lifecycle;
import org.tanggap.desk.FeedbackDesk;
import org.tanggap.jurisdiction.AreaLevel;
import org.tanggap.jurisdiction.Routing;
import org.tanggap.sla.Deadline;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the page is told, as JSON. */
final class DeskJson {

  private static final int MAX_DOTS = 20_000;

  private final FeedbackDesk desk;
  private final DeskView view;
  private final JsonMapper mapper = JsonMapper.shared();

  DeskJson(FeedbackDesk desk, DeskView view) {
    this.desk = desk;
    this.view = view;
  }

  String overview() {
    DeskView.Row total = view.total();
    ObjectNode root = mapper.createObjectNode();
    root.put("title", "City desk");
    root.put("boundaries", view.boundaryVersion());
    root.put("notice", view.notice());
    root.put("receivedAll", view.isFeedIn());
    root.put("revision", view.revision() + "-" + total.overdue());
    ObjectNode counts = root.putObject("counts");
    putCounts(counts, total);
    counts.put("leftOut", view.countLeftOut());
    counts.put("routed", view.countOutcome("routed"));
    counts.put("ambiguous", view.countOutcome("ambiguous"));
    counts.put("outside", view.countOutcome("outside"));
    counts.put("needsLocation", view.countOutcome("needs-location"));
    ArrayNode tables = root.putArray("tables");
    for (DeskView.Table table : view.tables()) {
      ObjectNode json = tables.addObject().put("title", table.title());
      ArrayNode rows = json.putArray("rows");
      table.rows().forEach(row -> putCounts(rows.addObject().put("name", row.name()), row));
    }
    ArrayNode leftOut = root.putArray("leftOut");
    view.leftOut()
        .forEach(entry -> leftOut.addObject().put("where", entry.where()).put("why", entry.why()));
    return root.toString();
  }

  private static void putCounts(ObjectNode json, DeskView.Row row) {
    json.put("complaints", row.complaints());
    json.put("notAnswered", row.notAnswered());
    json.put("inWork", row.inWork());
    json.put("done", row.done());
    json.put("overdue", row.overdue());
  }

  String complaints() {
    Instant now = view.now();
    ObjectNode root = mapper.createObjectNode();
    ArrayNode complaints = root.putArray("complaints");
    List<DeskView.Line> newest =
        view.lines().stream().sorted((a, b) -> b.id().compareTo(a.id())).limit(MAX_DOTS).toList();
    for (DeskView.Line line : newest) {
      ObjectNode json = complaints.addObject();
      json.put("id", line.id().toString());
      if (line.position() != null) {
        json.put("lat", line.position().latitude());
        json.put("lon", line.position().longitude());
      }
      json.put("status", word(line.progress()));
      json.put("overdue", line.isOverdue(now));
      json.put("category", line.category());
      json.put("kelurahan", line.kelurahan());
      json.put("outcome", line.outcome());
    }
    root.put("more", view.lines().size() > MAX_DOTS);
    return root.toString();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String complaint(Complaint complaint) {
    Deadline deadline = desk.deadline(complaint);
    ObjectNode root = mapper.createObjectNode();
    root.put("id", complaint.id().toString());
    root.put("version", complaint.version());
    root.put("text", complaint.received().text());
    root.put("category", complaint.received().category().code());
    root.put("status", word(DeskView.progressOf(complaint)));
    root.put("overdue", deadline.isOverdue(view.now()));
    root.put("routing", complaint.findRouting().map(Routing::explain).orElse(""));
    root.put("kelurahan", DeskView.nameOf(complaint, AreaLevel.KELURAHAN));
    root.put("kecamatan", DeskView.nameOf(complaint, AreaLevel.KECAMATAN));
    root.put("kota", DeskView.nameOf(complaint, AreaLevel.CITY));
    complaint
        .findAssignment()
        .ifPresent(
            assignment -> {
              root.put("unit", assignment.unit().name());
              root.put("because", assignment.because());
            });
    root.put("due", deadline.due().toOffsetDateTime().toString());
    ArrayNode ledger = root.putArray("deadline");
    deadline.lines().forEach(ledger::add);
    ArrayNode history = root.putArray("history");
    for (ComplaintEvent event : complaint.history()) {
      history
          .addObject()
          .put("at", event.at().atZone(DeskRun.ZONE).toOffsetDateTime().toString())
          .put(
              "what",
              event
                  .getClass()
                  .getSimpleName()
                  .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                  .toLowerCase(Locale.ROOT));
    }
    ArrayNode moves = root.putArray("moves");
    Lifecycle.allowed(complaint.status()).stream()
        .map(Class::getSimpleName)
        .filter(DeskServer.MOVES::contains)
        .forEach(moves::add);
    return root.toString();
  }

  String error(String sentence) {
    return mapper.createObjectNode().put("error", sentence).toString();
  }
}
