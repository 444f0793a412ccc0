package org.tanggap.citydesk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.tanggap.audience.Colour;
import org.tanggap.audience.Readership;
import org.tanggap.audience.StatusWording;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.Status;
import org.tanggap.duplicate.DuplicateSuggestion;
import org.tanggap.geo.Boundaries;
import org.tanggap.responsibility.Category;
import org.tanggap.responsibility.Responsibilities;
import org.tanggap.store.Bookmark;
import org.tanggap.store.ComplaintPage;
import org.tanggap.store.ComplaintQuery;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What can be read: the map, the legend, lists, and single complaints for each audience. */
final class DeskApi {

  private static final int MAX_DOTS = 20_000;
  private static final int LEFT_OUT_SHOWN = 100;

  private final DeskParts parts;
  private final Responsibilities responsibilities;
  private final JsonMapper mapper = JsonMapper.shared();

  DeskApi(DeskParts parts, Responsibilities responsibilities) {
    this.parts = parts;
    this.responsibilities = responsibilities;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "/api/desk", request -> desk()),
        Route.of("GET", "/api/legend", this::legend),
        Route.of("GET", "/api/map", request -> map()),
        Route.of("GET", "/api/complaints", this::listForPublic),
        Route.of("GET", "/api/complaints/*", this::forPublic),
        Route.of("GET", "/api/complaints/*/officer", this::forOfficer),
        Route.of("GET", "/api/complaints/*/keeper", this::forKeeper),
        Route.of("GET", "/api/officer/complaints", this::listForOfficer));
  }

  private HttpAnswer desk() {
    DeskView view = parts.view();
    ObjectNode root = mapper.createObjectNode();
    root.put("boundaries", parts.boundaryVersion());
    root.put("notice", parts.notice());
    root.put("receivedAll", view.isFeedIn());
    root.put("revision", view.revision() + "-" + view.countOverdue());
    ObjectNode counts = root.putObject("counts");
    counts.put("complaints", view.dots().size());
    counts.put("overdue", view.countOverdue());
    for (Colour colour : Colour.values()) {
      counts.put(word(colour), view.countColour(colour));
    }
    counts.put("routed", view.countOutcome("routed"));
    counts.put("ambiguous", view.countOutcome("ambiguous"));
    counts.put("outside", view.countOutcome("outside"));
    counts.put("needsLocation", view.countOutcome("needs-location"));
    counts.put("leftOut", parts.store().countLeftOut());
    ArrayNode leftOut = root.putArray("leftOut");
    parts
        .store()
        .listLeftOut(LEFT_OUT_SHOWN)
        .forEach(it -> leftOut.addObject().put("where", it.where()).put("why", it.why()));
    return HttpAnswer.of(root);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** Every status with the word and the colour that the public knows, in the order of the way. */
  private HttpAnswer legend(WebRequest request) {
    Readership language = language(request);
    ObjectNode root = mapper.createObjectNode();
    ObjectNode colours = root.putObject("colours");
    for (Colour colour : Colour.values()) {
      colours.put(word(colour), colour.hex());
    }
    ArrayNode words = root.putArray("words");
    for (Status status : Status.values()) {
      words.add(ComplaintJson.json(StatusWording.standard().of(status, language)));
    }
    return HttpAnswer.of(root);
  }

  private static Readership language(WebRequest request) {
    return switch (request.find("lang").orElse("id")) {
      case "id" -> Readership.PUBLIC_INDONESIAN;
      case "en" -> Readership.PUBLIC_ENGLISH;
      default -> throw RefusedRequestException.malformed("lang is id or en.");
    };
  }

  /** The newest complaints that the public may know of, as dots. */
  private HttpAnswer map() {
    Instant now = parts.view().now();
    List<DeskView.Dot> shown = parts.view().dots().stream().filter(DeskView.Dot::isPublic).toList();
    ObjectNode root = mapper.createObjectNode();
    ArrayNode dots = root.putArray("complaints");
    shown.stream()
        .sorted(Comparator.comparing(DeskView.Dot::id).reversed())
        .limit(MAX_DOTS)
        .forEach(
            dot -> {
              ObjectNode json = dots.addObject().put("id", dot.id().toString());
              if (dot.place() != null) {
                json.put("lat", dot.place().latitude()).put("lon", dot.place().longitude());
              }
              json.put("colour", word(dot.colour())).put("overdue", dot.isOverdue(now));
              json.put("category", dot.category()).put("kelurahan", dot.kelurahan());
              json.put("outcome", dot.outcome());
            });
    root.put("more", shown.size() > MAX_DOTS);
    return HttpAnswer.of(root);
  }

  private HttpAnswer listForPublic(WebRequest request) {
    Readership language = language(request);
    ComplaintPage page = parts.store().list(query(request));
    ObjectNode root = mapper.createObjectNode();
    ArrayNode list = root.putArray("complaints");
    page.complaints().forEach(it -> parts.json().findForPublic(it, language).ifPresent(list::add));
    return page(root, page, request);
  }

  private HttpAnswer listForOfficer(WebRequest request) {
    ComplaintPage page = parts.store().list(query(request));
    ObjectNode root = mapper.createObjectNode();
    ArrayNode list = root.putArray("complaints");
    page.complaints().forEach(it -> list.add(parts.json().forOfficer(it)));
    return page(root, page, request);
  }

  private static HttpAnswer page(ObjectNode root, ComplaintPage page, WebRequest request) {
    boolean more = page.complaints().size() == limit(request);
    root.put("after", more ? page.findEnd().map(Bookmark::toString).orElse(null) : null);
    return HttpAnswer.of(root);
  }

  private static int limit(WebRequest request) {
    return request.number("limit", 50, 500);
  }

  private static ComplaintQuery query(WebRequest request) {
    boolean all = request.find("state").orElse("all").equals("all");
    ComplaintQuery query = (all ? ComplaintQuery.all() : ComplaintQuery.open());
    query = query.limit(limit(request)).by(order(request));
    query = request.find("unit").map(query::ofUnit).orElse(query);
    query = request.find("area").map(query::inArea).orElse(query);
    if (request.find("category").isPresent()) {
      query = query.about(category(request.find("category").get()));
    }
    if (request.find("after").isPresent()) {
      query =
          query.after(
              Bookmark.parse(request.find("after").get())
                  .orElseThrow(
                      () -> RefusedRequestException.malformed("after is what a page ended with.")));
    }
    return query;
  }

  static Category category(String code) {
    if (!Category.isCode(code)) {
      throw RefusedRequestException.malformed("A category is lower-case words with dots between.");
    }
    return Category.of(code);
  }

  private static ComplaintQuery.Order order(WebRequest request) {
    return switch (request.find("order").orElse("received")) {
      case "received" -> ComplaintQuery.Order.RECEIVED;
      case "due" -> ComplaintQuery.Order.DUE;
      case "changed" -> ComplaintQuery.Order.CHANGED;
      default -> throw RefusedRequestException.malformed("order is received, due or changed.");
    };
  }

  private HttpAnswer forPublic(WebRequest request) {
    Readership language = language(request);
    return parts
        .json()
        .findForPublic(parts.complaint(request.complaintId()), language)
        .map(HttpAnswer::of)
        .orElseThrow(() -> RefusedRequestException.unknown("complaint"));
  }

  /** With what may be the same issue, and with the offices that have this place. */
  private HttpAnswer forOfficer(WebRequest request) {
    Complaint complaint = parts.complaint(request.complaintId());
    ObjectNode json = parts.json().forOfficer(complaint);
    ArrayNode offices = json.putArray("offices");
    Offices.around(complaint, responsibilities)
        .forEach(unit -> offices.addObject().put("id", unit.id()).put("name", unit.name()));
    ArrayNode similar = json.putArray("similar");
    if (complaint.status().isOpen()) {
      parts
          .desk()
          .suggestDuplicates(complaint)
          .forEach(suggestion -> similar.add(json(suggestion)));
    }
    return HttpAnswer.of(json);
  }

  private ObjectNode json(DuplicateSuggestion suggestion) {
    ComplaintId id = suggestion.complaint();
    ObjectNode json = mapper.createObjectNode().put("id", id.toString());
    json.put("score", Math.round(suggestion.score() * 100));
    ArrayNode reasons = json.putArray("reasons");
    suggestion.explain().lines().forEach(reasons::add);
    json.put("text", parts.complaint(id).received().text());
    return json;
  }

  private HttpAnswer forKeeper(WebRequest request) {
    return HttpAnswer.of(parts.json().forKeeper(parts.complaint(request.complaintId())));
  }

  /** The areas of the boundary file, which do not change while the desk runs. */
  static Route areas(Boundaries boundaries) {
    ByteArrayOutputStream geoJson = new ByteArrayOutputStream();
    try {
      boundaries.writeGeoJson(geoJson);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    HttpAnswer areas = new HttpAnswer(200, "application/geo+json", geoJson.toByteArray());
    return Route.of("GET", "/api/areas", request -> areas);
  }
}
