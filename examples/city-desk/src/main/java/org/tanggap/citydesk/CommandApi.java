package org.tanggap.citydesk;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tanggap.audience.Readership;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Decision;
import org.tanggap.desk.Change;
import org.tanggap.responsibility.Responsibilities;
import org.tanggap.responsibility.Unit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What can be done to a complaint, by an officer or by the citizen who reported it. */
final class CommandApi {

  private final DeskParts parts;
  private final Responsibilities responsibilities;

  CommandApi(DeskParts parts, Responsibilities responsibilities) {
    this.parts = parts;
    this.responsibilities = responsibilities;
  }

  List<Route> routes() {
    return List.of(Route.of("POST", "/api/complaints/*/commands", this::carryOut));
  }

  private HttpAnswer carryOut(WebRequest request) throws IOException {
    request.requireOwnPage();
    JsonNode body = request.json();
    Actor by = CommandReader.actor(body);
    Complaint complaint = parts.complaint(request.complaintId());
    // A citizen would come by a link that only he has; here the public view has to do.
    if (by.kind() != Actor.Kind.OFFICER && complaint.discretion().secret()) {
      throw RefusedRequestException.unknown("complaint");
    }
    Command command = new CommandReader(parts::complaint, id -> findUnit(id, complaint)).read(body);
    if (CommandReader.version(body) != complaint.version()) {
      return outdated(complaint, by);
    }
    Change change = parts.desk().change(complaint, command, by);
    if (change instanceof Change.Done done) {
      return HttpAnswer.of(shown(done.complaint(), by));
    } else if (change instanceof Change.Refused refused) {
      return refused(refused.refusal());
    } else if (change instanceof Change.Outdated outdated) {
      return outdated(outdated.complaint(), by);
    }
    throw RefusedRequestException.unknown("complaint");
  }

  /** An office that the rules name for this place, or one that has had a complaint before. */
  private Optional<Unit> findUnit(String id, Complaint complaint) {
    return Offices.around(complaint, responsibilities).stream()
        .filter(unit -> unit.id().equals(id))
        .findFirst()
        .or(() -> parts.view().findUnit(id));
  }

  private ObjectNode shown(Complaint complaint, Actor by) {
    return by.kind() == Actor.Kind.OFFICER
        ? parts.json().forOfficer(complaint)
        : parts
            .json()
            .findForPublic(complaint, Readership.PUBLIC_INDONESIAN)
            .orElseThrow(() -> RefusedRequestException.unknown("complaint"));
  }

  private static HttpAnswer refused(Decision.Refused refusal) {
    ObjectNode json = RefusedRequestException.json("refused", refusal.explain());
    json.put("obstacle", refusal.obstacle().name());
    json.put("status", refusal.status().name());
    ArrayNode allowed = json.putArray("allowed");
    refusal.allowed().forEach(move -> allowed.add(move.getSimpleName()));
    return HttpAnswer.of(409, json);
  }

  /** Nothing was overwritten: whoever clicked looks again, and sees who was first. */
  private static HttpAnswer outdated(Complaint now, Actor asking) {
    ComplaintEvent last = now.history().get(now.version() - 1);
    Actor other = last.by();
    String who =
        asking.kind() == Actor.Kind.OFFICER && other.kind() == Actor.Kind.OFFICER
            ? other.id()
            : "Somebody";
    ObjectNode json =
        RefusedRequestException.json(
            "outdated", who + " changed the complaint meanwhile; nothing was done. Look again.");
    return HttpAnswer.of(409, json.put("version", now.version()));
  }
}
