package org.tanggap.room;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.Status;
import org.tanggap.jurisdiction.Jurisdiction;
import org.tanggap.responsibility.Category;
import org.tanggap.sla.SlaClocks;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prepared answers for each category and state:
 *
 * <pre>{@code
 * {"templates": [
 *   {"id": "road-taken", "category": "road", "status": ["ASSIGNED"], "language": "id",
 *    "text": "Laporan {number} kami teruskan ke {unit}; paling lambat selesai {due}."}
 * ]}
 * }</pre>
 *
 * <p>Places to fill: {@code {number}}, {@code {category}}, {@code {area}} (the smallest area),
 * {@code {unit}}, {@code {due}} (date and time of the promised end). What is unknown is filled with
 * a dash, so that an officer sees it before sending. Immutable and thread-safe.
 */
public final class AnswerTemplates {

  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)\\}");
  private static final Set<String> MEMBERS = Set.of("id", "category", "status", "language", "text");
  private static final String UNKNOWN = "–";

  private static final Map<String, BiFunction<AnswerTemplates, Filling, String>> PLACES =
      Map.of(
          "number", (all, it) -> it.complaint().id().toString(),
          "category", (all, it) -> it.complaint().category().code(),
          "area", (all, it) -> it.area(),
          "unit", (all, it) -> it.unit(),
          "due", (all, it) -> all.due(it));

  private final List<AnswerTemplate> all;
  private final ZoneId zone;

  private record Filling(Complaint complaint, SlaClocks clocks) {

    String area() {
      return complaint
          .findJurisdiction()
          .map(Jurisdiction::smallest)
          .map(area -> area.name())
          .orElse(UNKNOWN);
    }

    String unit() {
      return complaint.findAssignment().map(it -> it.unit().name()).orElse(UNKNOWN);
    }
  }

  private AnswerTemplates(List<AnswerTemplate> all, ZoneId zone) {
    this.all = List.copyOf(all);
    this.zone = zone;
  }

  /**
   * Reads templates.
   *
   * @param json the text
   * @param zone the zone in which due times are told
   * @return the templates
   * @throws TemplatesException if anything is wrong
   */
  public static AnswerTemplates parse(byte[] json, ZoneId zone) {
    List<String> faults = new ArrayList<>();
    List<AnswerTemplate> templates = new ArrayList<>();
    JsonNode list = read(json, faults).path("templates");
    if (faults.isEmpty() && !list.isArray()) {
      faults.add("there is no list \"templates\"");
    }
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      AnswerTemplate template = template("templates[" + i + "]", list.get(i), faults);
      if (!ids.add(template.id())) {
        faults.add("templates[" + i + "]: id " + template.id() + " is there twice");
      }
      templates.add(template);
    }
    if (!faults.isEmpty()) {
      throw new TemplatesException(faults);
    }
    return new AnswerTemplates(templates, zone);
  }

  private static JsonNode read(byte[] json, List<String> faults) {
    try {
      return JsonMapper.shared().readTree(json);
    } catch (JacksonException e) {
      faults.add("this is no JSON");
      return JsonMapper.shared().createObjectNode();
    }
  }

  private static AnswerTemplate template(String place, JsonNode node, List<String> faults) {
    String id = node.path("id").asString("");
    String where = place + (id.isEmpty() ? "" : " " + id);
    for (String member : new TreeSet<>(node.propertyNames())) {
      if (!MEMBERS.contains(member)) {
        faults.add(where + ": " + member + " is unknown");
      }
    }
    if (id.isEmpty()) {
      faults.add(where + ": id is missing");
    }
    String text = node.path("text").asString("");
    if (text.isBlank()) {
      faults.add(where + ": text is missing");
    }
    Matcher places = PLACE.matcher(text);
    while (places.find()) {
      if (!PLACES.containsKey(places.group(1))) {
        faults.add(
            where
                + ": nothing fills {"
                + places.group(1)
                + "}; there are "
                + String.join(", ", new TreeSet<>(PLACES.keySet())));
      }
    }
    return new AnswerTemplate(
        id,
        category(where, node.path("category").asString(""), faults),
        statuses(where, node.path("status"), faults),
        node.path("language").asString("id"),
        text);
  }

  private static @Nullable Category category(String where, String code, List<String> faults) {
    if (code.isEmpty()) {
      return null;
    } else if (!Category.isCode(code)) {
      faults.add(where + ": category " + code + " is none");
      return null;
    }
    return Category.of(code);
  }

  private static Set<Status> statuses(String where, JsonNode node, List<String> faults) {
    Set<Status> statuses = new HashSet<>();
    for (JsonNode name : node.isArray() ? node : List.of(node)) {
      String text = name.asString("");
      if (!text.isEmpty()) {
        try {
          statuses.add(Status.valueOf(text.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
          faults.add(where + ": status " + text + " is none");
        }
      }
    }
    return statuses;
  }

  /**
   * The templates for a complaint as it stands.
   *
   * @param complaint a complaint
   * @return those that fit, the most closely meant first
   */
  public List<AnswerTemplate> list(Complaint complaint) {
    return all.stream()
        .filter(template -> template.fits(complaint))
        .sorted(Comparator.comparingInt(AnswerTemplate::closeness).reversed())
        .toList();
  }

  /**
   * Fills a template. The officer reads it, changes it, and sends it.
   *
   * @param template the template
   * @param complaint the complaint it is for
   * @param clocks its clocks
   * @return the words
   */
  public String fill(AnswerTemplate template, Complaint complaint, SlaClocks clocks) {
    Filling filling = new Filling(complaint, clocks);
    return PLACE
        .matcher(template.text())
        .replaceAll(
            place -> {
              BiFunction<AnswerTemplates, Filling, String> value = PLACES.get(place.group(1));
              return Matcher.quoteReplacement(
                  value == null ? place.group() : value.apply(this, filling));
            });
  }

  private String due(Filling filling) {
    return filling
        .clocks()
        .findExpected()
        .map(
            due ->
                DateTimeFormatter.ofPattern("d-M-yyyy HH:mm", Locale.ROOT).format(due.atZone(zone)))
        .orElse(UNKNOWN);
  }
}
