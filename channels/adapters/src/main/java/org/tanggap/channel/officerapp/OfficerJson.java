package org.tanggap.channel.officerapp;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tanggap.audience.ComplaintView;
import org.tanggap.audience.ComplaintViews;
import org.tanggap.audience.HistoryLine;
import org.tanggap.audience.Phase;
import org.tanggap.audience.StatusWord;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.Lifecycle;
import org.tanggap.desk.FeedbackDesk;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Position;
import org.tanggap.sla.Deadline;
import org.tanggap.sla.SlaClocks;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A complaint as an officer may see it, in JSON. */
final class OfficerJson {

  private final FeedbackDesk desk;
  private final ComplaintViews views;
  private final Lifecycle lifecycle;
  private final InstantSource clock;
  private final ZoneId zone;

  OfficerJson(
      FeedbackDesk desk,
      ComplaintViews views,
      Lifecycle lifecycle,
      InstantSource clock,
      ZoneId zone) {
    this.desk = desk;
    this.views = views;
    this.lifecycle = lifecycle;
    this.clock = clock;
    this.zone = zone;
  }

  /** What a list shows. */
  ObjectNode brief(Complaint complaint) {
    SlaClocks clocks = desk.clocks(complaint);
    return brief(complaint, view(complaint, clocks));
  }

  /** Everything, with what may be done now and whether the citizen can be answered. */
  ObjectNode whole(Complaint complaint) {
    SlaClocks clocks = desk.clocks(complaint);
    ComplaintView view = view(complaint, clocks);
    ObjectNode json = brief(complaint, view);
    json.put("followers", view.followers());
    if (view.goesOnIn() != null) {
      json.put("goesOnIn", view.goesOnIn().toString());
    }
    complaint
        .findClaim(clock.instant())
        .ifPresent(
            claim ->
                json.putObject("claim")
                    .put("officer", claim.officer().id())
                    .put("until", time(claim.until())));
    ArrayNode history = json.putArray("history");
    view.history().forEach(line -> history.add(json(line)));
    ArrayNode proof = json.putArray("proof");
    view.proof().forEach(photo -> proof.add(json(photo)));
    ArrayNode deadlines = json.putArray("deadlines");
    clocks.deadlines().forEach(deadline -> deadlines.add(json(deadline)));
    ArrayNode moves = json.putArray("moves");
    lifecycle
        .allowed(complaint.status(), Actor.Kind.OFFICER)
        .forEach(move -> moves.add(move.getSimpleName()));
    json.set("answer", json(desk.permission(complaint)));
    return json;
  }

  private ComplaintView view(Complaint complaint, SlaClocks clocks) {
    return views.forOfficer(complaint, clocks.findExpected().orElse(null));
  }

  private ObjectNode brief(Complaint complaint, ComplaintView view) {
    ObjectNode json = Json.object();
    json.put("id", view.number().toString());
    json.put("version", complaint.version());
    json.set("status", json(view.status(), complaint));
    json.put("priority", complaint.priority().name());
    json.put("category", view.category().code());
    if (view.unit() != null) {
      json.putObject("unit").put("id", view.unit().id()).put("name", view.unit().name());
    }
    ArrayNode areas = json.putArray("areas");
    view.areas()
        .forEach(
            area ->
                areas
                    .addObject()
                    .put("code", area.code())
                    .put("name", area.name())
                    .put("level", area.level().name()));
    put(json, view.place());
    json.put("opened", time(view.opened()));
    json.put("changed", time(view.changed()));
    json.put("expected", time(view.expected()));
    json.put("overdue", isOverdue(complaint, view.expected()));
    json.put("text", view.history().get(0).text());
    return json;
  }

  private boolean isOverdue(Complaint complaint, @Nullable Instant due) {
    return complaint.status().isOpen() && due != null && !clock.instant().isBefore(due);
  }

  private static void put(ObjectNode json, LocationEvidence place) {
    if (place instanceof LocationEvidence.Point point) {
      Double accuracy = point.accuracyMetres();
      put(json, point.position(), accuracy == null ? 0 : accuracy);
    } else if (place instanceof LocationEvidence.Circle circle) {
      put(json, circle.middle(), circle.radiusMetres());
    } else if (place instanceof LocationEvidence.Described described) {
      json.putObject("place").put("words", described.text());
    }
  }

  private static void put(ObjectNode json, Position position, double metres) {
    json.putObject("place")
        .put("lat", position.latitude())
        .put("lng", position.longitude())
        .put("metres", metres);
  }

  private @Nullable String time(@Nullable Instant instant) {
    return instant == null ? null : instant.atZone(zone).toOffsetDateTime().toString();
  }

  private static ObjectNode json(StatusWord word, Complaint complaint) {
    return json(word).put("name", complaint.status().name());
  }

  private static ObjectNode json(StatusWord word) {
    return Json.object()
        .put("text", word.text())
        .put("note", word.note())
        .put("colour", word.colour().name().toLowerCase(Locale.ROOT))
        .put("open", word.phase() == Phase.OPEN);
  }

  private ObjectNode json(HistoryLine line) {
    ObjectNode json = Json.object();
    json.put("at", time(line.at()));
    json.put("kind", line.kind().name());
    json.set("status", json(line.status()));
    json.put("text", line.text());
    if (line.by() != null) {
      json.put("by", line.by().kind().name()).put("officer", line.by().id());
    }
    ArrayNode pictures = json.putArray("pictures");
    line.pictures().forEach(pictures::add);
    return json;
  }

  private static ObjectNode json(ComplaintView.Proof proof) {
    ObjectNode json = Json.object();
    json.put("place", proof.place().name());
    json.put("time", proof.time().name());
    proof.metres().ifPresent(metres -> json.put("metres", Math.round(metres)));
    return json.put("picture", proof.picture());
  }

  private ObjectNode json(Deadline deadline) {
    return Json.object()
        .put("target", deadline.target().name())
        .put("state", deadline.state().name())
        .put("overdue", deadline.isOverdue(clock.instant()))
        .put("due", deadline.findDue().map(due -> time(due.toInstant())).orElse(null));
  }

  private ObjectNode json(ReplyPermission permission) {
    if (permission instanceof ReplyPermission.Allowed allowed) {
      return Json.object()
          .put("allowed", true)
          .put("until", time(allowed.until()))
          .put("maxCharacters", allowed.maxCharacters())
          .put("maxPhotos", allowed.maxPhotos())
          .put("price", allowed.price());
    }
    return Json.object()
        .put("allowed", false)
        .put("because", ((ReplyPermission.ByHand) permission).because());
  }
}
