package org.tanggap.geo;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tanggap.geo.AttributeProfile.Codes;
import org.tanggap.jurisdiction.Area;
import org.tanggap.jurisdiction.AreaLevel;

/** What the areas above are called, as all records of a file together tell it. */
final class ParentNames {

  private final NoticeLog notices;
  private final Map<AreaLevel, Map<String, Map<String, Integer>>> names =
      new EnumMap<>(AreaLevel.class);
  private final Map<AreaLevel, Map<String, Set<String>>> codesByName =
      new EnumMap<>(AreaLevel.class);
  private final Map<String, Area> areas = new HashMap<>();

  ParentNames(Iterable<Unit> units, Codes scheme, NoticeLog notices) {
    this.notices = notices;
    for (Unit unit : units) {
      takePrefixes(unit, scheme);
      unit.parentCodes.forEach((level, code) -> count(level, code, unit.parentNames.get(level)));
    }
    names.forEach(
        (level, byCode) ->
            byCode.values().stream()
                .filter(called -> called.size() > 1)
                .forEach(called -> notices.add(BoundaryNotice.Kind.PARENT_NAMES_DIFFER, 0)));
  }

  /** The prefix of a unit's code says who is above it, whatever its attributes say. */
  private void takePrefixes(Unit unit, Codes scheme) {
    boolean contradicts = false;
    String code = unit.code != null ? unit.code : unit.parentCodes.get(AreaLevel.KELURAHAN);
    for (AreaLevel level : AreaLevel.values()) {
      String prefix = code == null ? null : AreaCodes.parent(code, level, scheme);
      if (prefix != null && level.compareTo(unit.level) < 0) {
        String written = unit.parentCodes.put(level, prefix);
        if (written != null && !written.equals(prefix)) {
          contradicts = true;
          unit.parentNames.remove(level);
        }
      }
    }
    if (contradicts) {
      notices.add(BoundaryNotice.Kind.PARENT_CONTRADICTS_CODE, unit.feature);
    }
  }

  private void count(AreaLevel level, String code, @Nullable String name) {
    Map<String, Integer> called =
        names
            .computeIfAbsent(level, l -> new TreeMap<>())
            .computeIfAbsent(code, c -> new TreeMap<>());
    if (name != null) {
      called.merge(name, 1, Integer::sum);
      codesByName
          .computeIfAbsent(level, l -> new HashMap<>())
          .computeIfAbsent(AreaCodes.key(name), k -> new TreeSet<>())
          .add(code);
    }
  }

  /**
   * Finds the areas above a unit that it names without a code: by their name where only one area of
   * the file has it, else with a code made up.
   */
  void complete(Unit unit, Codes scheme) {
    for (AreaLevel level : Levels.above(unit.level)) {
      String name = unit.parentNames.get(level);
      if (name != null && !unit.parentCodes.containsKey(level)) {
        takeByName(unit, level, name, scheme);
      }
    }
    String above = null;
    for (AreaLevel level : AreaLevel.values()) {
      String name = unit.parentNames.get(level);
      if (name != null && !unit.parentCodes.containsKey(level)) {
        String code = AreaCodes.madeUp(above, name);
        unit.parentCodes.put(level, code);
        names
            .computeIfAbsent(level, l -> new TreeMap<>())
            .computeIfAbsent(code, c -> new TreeMap<>())
            .merge(name, 1, Integer::sum);
      }
      above = unit.parentCodes.getOrDefault(level, above);
    }
  }

  private void takeByName(Unit unit, AreaLevel level, String name, Codes scheme) {
    Set<String> codes =
        codesByName.getOrDefault(level, Map.of()).getOrDefault(AreaCodes.key(name), Set.of());
    if (codes.size() == 1) {
      String code = codes.iterator().next();
      unit.parentCodes.put(level, code);
      for (AreaLevel larger : Levels.above(level)) {
        String prefix = AreaCodes.parent(code, larger, scheme);
        if (prefix != null) {
          unit.parentCodes.putIfAbsent(larger, prefix);
        }
      }
    }
  }

  /** The area above with a code: one instance for all its children. */
  Area area(AreaLevel level, String code) {
    return areas.computeIfAbsent(
        level + " " + code, key -> new Area(code, mostFrequent(level, code), level));
  }

  private String mostFrequent(AreaLevel level, String code) {
    String most = code;
    int count = 0;
    for (Map.Entry<String, Integer> called :
        names.getOrDefault(level, Map.of()).getOrDefault(code, Map.of()).entrySet()) {
      if (called.getValue() > count) {
        count = called.getValue();
        most = called.getKey();
      }
    }
    return most;
  }
}
