package org.tanggap.citydesk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ReporterId;
import org.tanggap.desk.ReporterFile;
import org.tanggap.store.Erasure;
import org.tanggap.store.KnownReporter;
import org.tanggap.store.OutboxState;
import org.tanggap.store.StoredReply;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody has to see to: alerts, answers that did not arrive, and the rights of reporters.
 */
final class AdminApi {

  private static final int SHOWN = 200;

  private final DeskParts parts;
  private final JsonMapper mapper = JsonMapper.shared();

  AdminApi(DeskParts parts) {
    this.parts = parts;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "/api/alerts", request -> alerts()),
        Route.of("GET", "/api/dead-letters", request -> deadLetters()),
        Route.of("POST", "/api/dead-letters/*/retry", this::retry),
        Route.of("GET", "/api/reporters/*", this::export),
        Route.of("DELETE", "/api/reporters/*", this::erase));
  }

  private HttpAnswer alerts() {
    ObjectNode root = mapper.createObjectNode();
    root.put("count", parts.alerts().count());
    ArrayNode alerts = root.putArray("alerts");
    parts.alerts().latest().stream()
        .limit(SHOWN)
        .forEach(
            alert ->
                alerts
                    .addObject()
                    .put("at", time(alert.at()))
                    .put("complaint", alert.complaint().toString())
                    .put("target", alert.target())
                    .put("step", alert.step())
                    .put("to", alert.to())
                    .put("unit", alert.unit()));
    return HttpAnswer.of(root);
  }

  private static String time(Instant instant) {
    return instant.atZone(JakartaRules.ZONE).toOffsetDateTime().toString();
  }

  /** Given up, or left to a person because the channel cannot answer. */
  private HttpAnswer deadLetters() {
    ObjectNode root = mapper.createObjectNode();
    ArrayNode letters = root.putArray("letters");
    for (OutboxState state : List.of(OutboxState.DEAD, OutboxState.BY_HAND)) {
      for (StoredReply reply : parts.store().listReplies(state, null, SHOWN)) {
        letters
            .addObject()
            .put("id", reply.id().toString())
            .put("complaint", reply.complaint().toString())
            .put("account", reply.account().toString())
            .put("state", reply.state().name())
            .put("attempts", reply.attempts())
            .put("note", reply.note());
      }
    }
    return HttpAnswer.of(root);
  }

  private HttpAnswer retry(WebRequest request) {
    request.requireOwnPage();
    if (!parts.store().retryReply(id(request, "answer"), parts.view().now())) {
      throw RefusedRequestException.unknown("answer that was given up");
    }
    return HttpAnswer.of(mapper.createObjectNode().put("retried", true));
  }

  private static UUID id(WebRequest request, String what) {
    try {
      return UUID.fromString(request.path().get(2));
    } catch (IllegalArgumentException e) {
      throw RefusedRequestException.unknown(what);
    }
  }

  /** Everything that is kept about a person, for that person. */
  private HttpAnswer export(WebRequest request) {
    ReporterFile file =
        parts
            .desk()
            .findReporterFile(new ReporterId(id(request, "reporter")))
            .orElseThrow(() -> RefusedRequestException.unknown("reporter"));
    KnownReporter person = file.person();
    ObjectNode root = mapper.createObjectNode();
    root.put("id", person.id().toString());
    root.put("channel", person.channel());
    root.put("handle", person.reporter().handle());
    root.put("name", person.reporter().name());
    ArrayNode reported = root.putArray("reported");
    file.reported().forEach(complaint -> reported.add(parts.json().forKeeper(complaint)));
    ArrayNode followed = root.putArray("followed");
    file.followed().stream().map(Complaint::id).forEach(it -> followed.add(it.toString()));
    return HttpAnswer.of(root);
  }

  private HttpAnswer erase(WebRequest request) {
    request.requireOwnPage();
    ReporterFile.Words words =
        switch (request.find("words").orElse("kept")) {
          case "kept" -> ReporterFile.Words.KEPT;
          case "removed" -> ReporterFile.Words.REMOVED;
          default -> throw RefusedRequestException.malformed("words is kept or removed.");
        };
    Erasure receipt = parts.desk().erase(new ReporterId(id(request, "reporter")), words);
    return HttpAnswer.of(
        mapper
            .createObjectNode()
            .put("identities", receipt.identities())
            .put("complaints", receipt.complaints())
            .put("events", receipt.events())
            .put("replies", receipt.replies()));
  }
}
