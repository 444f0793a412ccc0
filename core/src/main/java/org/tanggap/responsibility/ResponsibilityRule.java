package org.tanggap.responsibility;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.jurisdiction.Area;
import org.tanggap.jurisdiction.AreaLevel;
import org.tanggap.jurisdiction.Jurisdiction;

/**
 * One rule: this category, in this area or in each area of this level, is the work of this unit.
 *
 * @param category the category it covers with all narrower ones, or null for every category
 * @param areaCode the area it covers with everything below it, or null
 * @param each the level for which the rule names one unit an area ({@code lurah-{code}}), or null
 * @param unit the unit; with {@code each}, its id and name may hold {@code {code}} and {@code
 *     {name}}
 */
record ResponsibilityRule(
    @Nullable Category category, @Nullable String areaCode, @Nullable AreaLevel each, Unit unit) {

  /** The unit for a place, or nothing if the rule does not reach it. */
  Optional<Unit> findUnit(Category asked, Jurisdiction place) {
    if (category != null && !asked.isWithin(category)) {
      return Optional.empty();
    }
    if (areaCode != null && !place.smallest().isWithin(areaCode)) {
      return Optional.empty();
    }
    return each == null ? Optional.of(unit) : place.find(each).map(this::unitOf);
  }

  private Unit unitOf(Area area) {
    return new Unit(fill(unit.id(), area), fill(unit.name(), area));
  }

  private static String fill(String template, Area area) {
    return template.replace("{code}", area.code()).replace("{name}", area.name());
  }

  /** How narrow the category is: no category, or the number of words in its code. */
  int categoryDepth() {
    return category == null ? 0 : category.code().split("\\.", -1).length;
  }

  /** How small the area is: everywhere, or the number of parts in its code or its level. */
  int areaDepth() {
    int byCode = areaCode == null ? 0 : areaCode.split("\\.", -1).length;
    int byLevel = each == null ? 0 : each.depth();
    return Math.max(byCode, byLevel);
  }

  /** The rule in words, for an explanation. */
  String words() {
    String what = category == null ? "every category" : "category " + category.code();
    String where = areaCode == null ? "everywhere" : "in area " + areaCode;
    return what + (each == null ? " " + where : " " + where + ", one unit a " + levelName());
  }

  private String levelName() {
    return each == null ? "" : each.name().toLowerCase(Locale.ROOT);
  }
}
