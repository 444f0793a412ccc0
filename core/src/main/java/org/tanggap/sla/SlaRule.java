package org.tanggap.sla;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.Priority;
import org.tanggap.jurisdiction.Area;
import org.tanggap.responsibility.Category;

/**
 * What is promised for some complaints.
 *
 * <pre>{@code
 * SlaRule.about(Category.of("road")).inArea("31.74").resolve(Budget.hours(72))
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class SlaRule {

  private final @Nullable Category category;
  private final @Nullable Priority priority;
  private final @Nullable String area;
  private final @Nullable String unit;
  private final Map<Target, Budget> budgets;
  private final boolean resolutionFromVerification;

  private SlaRule(
      @Nullable Category category,
      @Nullable Priority priority,
      @Nullable String area,
      @Nullable String unit,
      Map<Target, Budget> budgets,
      boolean resolutionFromVerification) {
    this.category = category;
    this.priority = priority;
    this.area = area;
    this.unit = unit;
    this.budgets = Collections.unmodifiableMap(budgets);
    this.resolutionFromVerification = resolutionFromVerification;
  }

  /**
   * A rule for every complaint.
   *
   * @return a rule without a promise yet
   */
  public static SlaRule always() {
    return new SlaRule(null, null, null, null, new EnumMap<>(Target.class), false);
  }

  /**
   * A rule for a category.
   *
   * @param category the category, with all narrower ones
   * @return a rule without a promise yet
   */
  public static SlaRule about(Category category) {
    Objects.requireNonNull(category, "category");
    return new SlaRule(category, null, null, null, new EnumMap<>(Target.class), false);
  }

  /**
   * This rule for one priority only.
   *
   * @param urgency the priority
   * @return a copy
   */
  public SlaRule withPriority(Priority urgency) {
    return new SlaRule(category, urgency, area, unit, budgets, resolutionFromVerification);
  }

  /**
   * This rule for one area only.
   *
   * @param code the area's code; what lies below it is included
   * @return a copy
   */
  public SlaRule inArea(String code) {
    return new SlaRule(category, priority, code, unit, budgets, resolutionFromVerification);
  }

  /**
   * This rule for one unit only: for its own time, whenever it has the complaint, and for the
   * citizen's promises if it was the first to have it, so that these do not change when the
   * complaint is passed on.
   *
   * @param id the unit's id
   * @return a copy
   */
  public SlaRule ofUnit(String id) {
    return new SlaRule(category, priority, area, id, budgets, resolutionFromVerification);
  }

  /**
   * This rule with a promise that an officer looks at the complaint.
   *
   * @param budget how much time there is
   * @return a copy
   */
  public SlaRule verify(Budget budget) {
    return with(Target.VERIFICATION, budget, resolutionFromVerification);
  }

  /**
   * This rule with a promise that a person answers.
   *
   * @param budget how much time there is
   * @return a copy
   */
  public SlaRule respond(Budget budget) {
    return with(Target.FIRST_RESPONSE, budget, resolutionFromVerification);
  }

  /**
   * This rule with a promise that a citizen who writes again is answered.
   *
   * @param budget how much time there is
   * @return a copy
   */
  public SlaRule update(Budget budget) {
    return with(Target.UPDATE, budget, resolutionFromVerification);
  }

  /**
   * This rule with a promise that the complaint is finished, counted from its opening.
   *
   * @param budget how much time there is
   * @return a copy
   */
  public SlaRule resolve(Budget budget) {
    return with(Target.RESOLUTION, budget, false);
  }

  /**
   * This rule with a promise that the complaint is finished, counted from its verification: the way
   * of laws that count from when the file is complete.
   *
   * @param budget how much time there is
   * @return a copy
   */
  public SlaRule resolveOnceVerified(Budget budget) {
    return with(Target.RESOLUTION, budget, true);
  }

  /**
   * This rule with the time that a unit is given for its part.
   *
   * @param budget how much time there is
   * @return a copy
   */
  public SlaRule unitWork(Budget budget) {
    return with(Target.UNIT_WORK, budget, resolutionFromVerification);
  }

  private SlaRule with(Target target, Budget budget, boolean fromVerification) {
    Map<Target, Budget> more = new EnumMap<>(Target.class);
    more.putAll(budgets);
    more.put(target, Objects.requireNonNull(budget, "budget"));
    return new SlaRule(category, priority, area, unit, more, fromVerification);
  }

  /** The budget for a target, or nothing if this rule does not promise it. */
  Optional<Budget> findBudget(Target target) {
    return Optional.ofNullable(budgets.get(target));
  }

  boolean isResolutionFromVerification() {
    return resolutionFromVerification;
  }

  boolean covers(Case asked) {
    return (category == null || asked.category().isWithin(category))
        && (priority == null || priority == asked.priority())
        && (area == null || (asked.place() != null && asked.place().isWithin(area)))
        && (unit == null || unit.equals(asked.unit()));
  }

  int categoryDepth() {
    return category == null ? 0 : category.code().split("\\.", -1).length;
  }

  int areaDepth() {
    return area == null ? 0 : area.split("\\.", -1).length;
  }

  boolean isForUnit() {
    return unit != null;
  }

  boolean isForPriority() {
    return priority != null;
  }

  /** The conditions in words, for an explanation. */
  String words() {
    StringBuilder words = new StringBuilder(category == null ? "every category" : category.code());
    if (priority != null) {
      words.append(" with priority ").append(priority);
    }
    if (area != null) {
      words.append(" in area ").append(area);
    }
    if (unit != null) {
      words.append(" at unit ").append(unit);
    }
    return words.toString();
  }

  /**
   * What the conditions of rules look at.
   *
   * @param category what it is about
   * @param priority how urgent it is
   * @param place the smallest certain area, or null
   * @param unit the id of the unit, or null
   */
  record Case(Category category, Priority priority, @Nullable Area place, @Nullable String unit) {}
}
