package org.tanggap.responsibility;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tanggap.jurisdiction.AreaLevel;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@link Responsibilities} from JSON and collects every fault on the way. */
final class ResponsibilitiesReader {

  private static final JsonMapper MAPPER =
      new JsonMapper(JsonFactory.builder().disable(StreamReadFeature.AUTO_CLOSE_SOURCE).build());

  private static final Set<String> RULE_MEMBERS =
      Set.of("category", "area", "each", "unit", "name");

  private final Map<String, Unit> units = new HashMap<>();
  private final Responsibilities.Builder rules = Responsibilities.builder();
  private final List<String> faults = new ArrayList<>();

  private ResponsibilitiesReader() {}

  static Responsibilities read(InputStream in, String name) {
    JsonNode root;
    try {
      root = MAPPER.readTree(in);
    } catch (JacksonIOException e) {
      throw new UncheckedIOException(name + " cannot be read", e.getCause());
    } catch (JacksonException e) {
      throw new InvalidResponsibilitiesException(
          name, List.of("no JSON, line " + e.getLocation().getLineNr()));
    }
    ResponsibilitiesReader reader = new ResponsibilitiesReader();
    reader.readRoot(root);
    if (!reader.faults.isEmpty()) {
      throw new InvalidResponsibilitiesException(name, reader.faults);
    }
    return reader.rules.build();
  }

  private void readRoot(JsonNode root) {
    for (JsonNode node : root.path("units")) {
      readUnit(node);
    }
    int number = 0;
    for (JsonNode node : root.path("rules")) {
      readRule("rule " + ++number, node);
    }
    if (number == 0) {
      faults.add("it has no \"rules\"");
    }
    if (root.has("fallback")) {
      findUnit("fallback", root.path("fallback").asString("")).ifPresent(rules::fallback);
    }
  }

  private void readUnit(JsonNode node) {
    String id = node.path("id").asString("");
    String name = node.path("name").asString("");
    if (id.isBlank() || name.isBlank()) {
      faults.add("a unit needs \"id\" and \"name\"");
    } else if (units.put(id, new Unit(id, name)) != null) {
      faults.add("unit " + id + " stands there twice");
    }
  }

  private void readRule(String where, JsonNode node) {
    int before = faults.size();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (!RULE_MEMBERS.contains(member.getKey())) {
        faults.add(
            where + ": \"" + member.getKey() + "\" is none of " + new TreeSet<>(RULE_MEMBERS));
      } else if (!member.getValue().isString()) {
        faults.add(where + ": \"" + member.getKey() + "\" is no text");
      }
    }
    Category category = readCategory(where, text(node, "category"));
    AreaLevel each = readLevel(where, text(node, "each"));
    Optional<Unit> unit = readUnitOf(where, node, each);
    if (faults.size() == before && unit.isPresent()) {
      rules.add(new ResponsibilityRule(category, text(node, "area"), each, unit.get()));
    }
  }

  private @Nullable Category readCategory(String where, @Nullable String code) {
    if (code == null) {
      return null;
    }
    if (!Category.isCode(code)) {
      faults.add(where + ": \"category\" is lower-case words with dots between");
      return null;
    }
    return Category.of(code);
  }

  private @Nullable AreaLevel readLevel(String where, @Nullable String name) {
    if (name == null) {
      return null;
    }
    for (AreaLevel level : AreaLevel.values()) {
      if (level.name().equalsIgnoreCase(name)) {
        return level;
      }
    }
    faults.add(
        where
            + ": \"each\" is one of "
            + Arrays.toString(AreaLevel.values()).toLowerCase(Locale.ROOT));
    return null;
  }

  private Optional<Unit> readUnitOf(String where, JsonNode node, @Nullable AreaLevel each) {
    String id = node.path("unit").asString("");
    if (each == null) {
      return findUnit(where, id);
    }
    String name = text(node, "name");
    if (!id.contains("{code}") || name == null) {
      faults.add(where + ": with \"each\", \"unit\" holds {code} and \"name\" is given");
      return Optional.empty();
    }
    return Optional.of(new Unit(id, name));
  }

  private Optional<Unit> findUnit(String where, String id) {
    Optional<Unit> unit = Optional.ofNullable(units.get(id));
    if (unit.isEmpty()) {
      faults.add(where + ": unit \"" + id + "\" is not among the units");
    }
    return unit;
  }

  /** The text of a member; {@code *} and a missing member both mean any. */
  private static @Nullable String text(JsonNode node, String member) {
    String value = node.path(member).asString("");
    return value.isEmpty() || value.equals("*") ? null : value;
  }
}
