package org.tanggap.citydesk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.audience.ComplaintView;
import org.tanggap.audience.ComplaintViews;
import org.tanggap.audience.HistoryLine;
import org.tanggap.audience.Readership;
import org.tanggap.audience.StatusWord;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.Follower;
import org.tanggap.complaint.Lifecycle;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Position;
import org.tanggap.responsibility.Unit;
import org.tanggap.sla.Deadline;
import org.tanggap.sla.SlaClocks;
import org.tanggap.sla.SlaPolicy;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A complaint as JSON, for each audience what {@link ComplaintViews} lets it see. */
final class ComplaintJson {

  private final ComplaintViews views;
  private final SlaPolicy promises;
  private final Lifecycle lifecycle;
  private final InstantSource clock;

  ComplaintJson(
      ComplaintViews views, SlaPolicy promises, Lifecycle lifecycle, InstantSource clock) {
    this.views = views;
    this.promises = promises;
    this.lifecycle = lifecycle;
    this.clock = clock;
  }

  /** What everybody may see, with what a citizen may do; nothing if the complaint is secret. */
  Optional<ObjectNode> findForPublic(Complaint complaint, Readership language) {
    SlaClocks clocks = promises.clocks(complaint);
    return views
        .findForPublic(complaint, language, clocks.findExpected().orElse(null))
        .map(view -> json(view, complaint, clocks, Actor.Kind.REPORTER));
  }

  ObjectNode forOfficer(Complaint complaint) {
    SlaClocks clocks = promises.clocks(complaint);
    ComplaintView view = views.forOfficer(complaint, clocks.findExpected().orElse(null));
    return json(view, complaint, clocks, Actor.Kind.OFFICER);
  }

  /** For the few who may know who it was. */
  ObjectNode forKeeper(Complaint complaint) {
    SlaClocks clocks = promises.clocks(complaint);
    ComplaintView view = views.forKeeper(complaint, clocks.findExpected().orElse(null));
    return json(view, complaint, clocks, Actor.Kind.OFFICER);
  }

  private ObjectNode json(
      ComplaintView view, Complaint complaint, SlaClocks clocks, Actor.Kind reader) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("id", view.number().toString());
    json.put("version", complaint.version());
    json.set("status", json(view.status()));
    json.put("overdue", isOverdue(complaint, view.expected()));
    json.put("category", view.category().code());
    put(json, "unit", view.unit());
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
    json.put("followers", view.followers());
    if (view.goesOnIn() != null) {
      json.put("goesOnIn", view.goesOnIn().toString());
    }
    ArrayNode history = json.putArray("history");
    view.history().forEach(line -> history.add(json(line)));
    ArrayNode proof = json.putArray("proof");
    view.proof().forEach(photo -> proof.add(json(photo)));
    List<Deadline> deadlines =
        reader == Actor.Kind.OFFICER
            ? clocks.deadlines()
            : clocks.findResolution().map(List::of).orElse(List.of());
    ArrayNode promised = json.putArray("deadlines");
    deadlines.forEach(deadline -> promised.add(json(deadline)));
    ArrayNode moves = json.putArray("moves");
    moves(complaint, reader).forEach(moves::add);
    putInternal(json, view, clocks);
    return json;
  }

  private boolean isOverdue(Complaint complaint, @Nullable Instant due) {
    return complaint.status().isOpen() && due != null && !clock.instant().isBefore(due);
  }

  private static void put(ObjectNode json, String name, @Nullable Unit unit) {
    if (unit != null) {
      json.putObject(name).put("id", unit.id()).put("name", unit.name());
    }
  }

  private static void put(ObjectNode json, LocationEvidence place) {
    if (place instanceof LocationEvidence.Point point) {
      put(json, point.position(), Optional.ofNullable(point.accuracyMetres()).orElse(0.0));
    } else if (place instanceof LocationEvidence.Circle circle) {
      put(json, circle.middle(), circle.radiusMetres());
    } else if (place instanceof LocationEvidence.Described described) {
      json.putObject("place").put("words", described.text());
    }
  }

  private static void put(ObjectNode json, Position position, double metres) {
    json.putObject("place")
        .put("lat", position.latitude())
        .put("lon", position.longitude())
        .put("metres", metres);
  }

  private static @Nullable String time(@Nullable Instant instant) {
    return instant == null ? null : instant.atZone(JakartaRules.ZONE).toOffsetDateTime().toString();
  }

  static ObjectNode json(StatusWord word) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("text", word.text())
        .put("note", word.note())
        .put("colour", word.colour().name().toLowerCase(Locale.ROOT))
        .put("open", word.phase() == org.tanggap.audience.Phase.OPEN);
  }

  private static ObjectNode json(HistoryLine line) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("at", time(line.at()));
    json.put("kind", line.kind().name());
    json.set("status", json(line.status()));
    if (line.text() != null) {
      json.put("text", line.text());
    }
    if (line.by() != null) {
      json.put("by", line.by().kind().name());
      json.put("officer", line.by().id());
    }
    ArrayNode pictures = json.putArray("pictures");
    line.pictures().forEach(pictures::add);
    return json;
  }

  private static ObjectNode json(ComplaintView.Proof proof) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("place", proof.place().name());
    json.put("time", proof.time().name());
    proof.metres().ifPresent(metres -> json.put("metres", Math.round(metres)));
    if (proof.picture() != null) {
      json.put("picture", proof.picture());
    }
    return json;
  }

  private ObjectNode json(Deadline deadline) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("target", deadline.target().name());
    json.put("state", deadline.state().name());
    json.put("overdue", deadline.isOverdue(clock.instant()));
    json.put("due", deadline.findDue().map(due -> time(due.toInstant())).orElse(null));
    ArrayNode ledger = json.putArray("ledger");
    deadline.explain().lines().forEach(ledger::add);
    return json;
  }

  /** What the lifecycle allows. Closing is the clock's, following needs a message to answer. */
  private List<String> moves(Complaint complaint, Actor.Kind reader) {
    boolean inTime =
        lifecycle
            .findDisputableUntil(complaint)
            .filter(end -> clock.instant().isBefore(end))
            .isPresent();
    return lifecycle.allowed(complaint.status(), reader).stream()
        .filter(move -> move != Command.Close.class && move != Command.Follow.class)
        .filter(move -> reader == Actor.Kind.OFFICER || isForCitizen(move))
        .filter(move -> inTime || !isForCitizen(move))
        .map(Class::getSimpleName)
        .toList();
  }

  private static boolean isForCitizen(Class<? extends Command> move) {
    return move == Command.Confirm.class || move == Command.Dispute.class;
  }

  private void putInternal(ObjectNode json, ComplaintView view, SlaClocks clocks) {
    ComplaintView.Internal internal = view.internal();
    if (internal != null) {
      ObjectNode inside = json.putObject("internal");
      inside.put("status", internal.status().name());
      inside.put("priority", internal.priority().name());
      inside.put("anonymous", internal.discretion().anonymous());
      inside.put("secret", internal.discretion().secret());
      inside.put("account", internal.account().toString());
      ArrayNode holdings = inside.putArray("holdings");
      clocks
          .holdings(clock.instant())
          .forEach(
              held ->
                  holdings
                      .addObject()
                      .put("unit", held.unit().name())
                      .put("end", held.end().name())
                      .put("charged", held.isCharged())
                      .put("minutes", held.held().toMinutes()));
    }
    ComplaintView.Identity identity = view.identity();
    if (identity != null) {
      ObjectNode people = json.putObject("identity");
      people.put("reporter", identity.reporter() == null ? null : identity.reporter().toString());
      ArrayNode followers = people.putArray("followers");
      identity.followers().stream()
          .map(Follower::reporter)
          .forEach(follower -> followers.add(follower == null ? null : follower.toString()));
    }
  }
}
