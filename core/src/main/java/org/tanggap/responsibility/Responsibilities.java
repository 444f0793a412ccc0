package org.tanggap.responsibility;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanggap.jurisdiction.AreaLevel;
import org.tanggap.jurisdiction.Jurisdiction;
import org.tanggap.jurisdiction.Routing;

/**
 * The rules that give a category in an area to a unit. The most specific rule wins: first the
 * narrowest category, then the smallest area, then the rule that was written first.
 *
 * <p>Immutable and thread-safe; {@link #assign} is a function of its arguments.
 *
 * <p>Where a place is ambiguous, the unit that all candidates agree on gets the complaint;
 * otherwise the unit of the area that they share, which can tell them apart.
 */
public final class Responsibilities {

  private final List<ResponsibilityRule> rules;
  private final @Nullable Unit fallback;

  private Responsibilities(List<ResponsibilityRule> rules, @Nullable Unit fallback) {
    this.rules =
        rules.stream()
            .sorted(
                Comparator.comparingInt(ResponsibilityRule::categoryDepth)
                    .thenComparingInt(ResponsibilityRule::areaDepth)
                    .reversed())
            .toList();
    this.fallback = fallback;
  }

  /**
   * Starts a set of rules in code.
   *
   * @return an empty builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Reads rules from a JSON file:
   *
   * <pre>{@code
   * {"units":    [{"id": "sudin-bm-jaksel", "name": "Suku Dinas Bina Marga Jakarta Selatan"}],
   *  "rules":    [{"category": "road", "area": "31.74", "unit": "sudin-bm-jaksel"},
   *               {"each": "kelurahan", "unit": "lurah-{code}", "name": "Lurah {name}"}],
   *  "fallback": "sudin-bm-jaksel"}
   * }</pre>
   *
   * @param file the file
   * @return the rules
   * @throws InvalidResponsibilitiesException if the file is no such JSON; it lists every fault
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Responsibilities read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, String.valueOf(file.getFileName()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the rule file " + file, e);
    }
  }

  /**
   * Reads rules from a stream of JSON, which is not closed.
   *
   * @param in the JSON, in the form that {@link #read(Path)} shows
   * @param name what to call the source in an error
   * @return the rules
   * @throws InvalidResponsibilitiesException if it is no such JSON; it lists every fault
   */
  public static Responsibilities read(InputStream in, String name) {
    return ResponsibilitiesReader.read(in, name);
  }

  /**
   * Finds the unit for a report.
   *
   * @param category what it is about
   * @param routing where it belongs
   * @return the unit and the rule that chose it, or nothing if no rule reaches it
   */
  public Optional<Assignment> assign(Category category, Routing routing) {
    Optional<Assignment> assignment =
        routing instanceof Routing.Ambiguous ambiguous
            ? amongCandidates(category, ambiguous)
            : routing.findJurisdiction().flatMap(place -> byRules(category, place));
    return assignment.or(() -> byFallback(routing));
  }

  private Optional<Assignment> byRules(Category category, Jurisdiction place) {
    for (ResponsibilityRule rule : rules) {
      Optional<Unit> unit = rule.findUnit(category, place);
      if (unit.isPresent()) {
        return unit.map(found -> new Assignment(found, "By the rule: " + rule.words() + "."));
      }
    }
    return Optional.empty();
  }

  private Optional<Assignment> amongCandidates(Category category, Routing.Ambiguous ambiguous) {
    Set<Optional<Unit>> units = new LinkedHashSet<>();
    for (Routing.Candidate candidate : ambiguous.candidates()) {
      units.add(byRules(category, candidate.jurisdiction()).map(Assignment::unit));
    }
    Optional<Unit> only = units.iterator().next();
    if (units.size() == 1 && only.isPresent()) {
      return only.map(
          unit -> new Assignment(unit, "All areas that may hold the place name this unit."));
    }
    return ambiguous
        .findJurisdiction()
        .flatMap(
            shared ->
                byRules(category, shared)
                    .map(
                        chosen ->
                            new Assignment(
                                chosen.unit(),
                                "The place may lie in several areas; "
                                    + shared.smallest().name()
                                    + " holds them all. "
                                    + chosen.because())));
  }

  private Optional<Assignment> byFallback(Routing routing) {
    String why =
        routing.findJurisdiction().isPresent()
            ? "No rule covers this category here."
            : "The place is not known well enough for a rule.";
    return Optional.ofNullable(fallback).map(unit -> new Assignment(unit, why));
  }

  /** Collects rules. Not thread-safe. */
  public static final class Builder {

    private final List<ResponsibilityRule> rules = new ArrayList<>();
    private @Nullable Unit fallback;

    private Builder() {}

    /**
     * Gives a category in an area to a unit.
     *
     * @param category the category, with all narrower ones
     * @param areaCode the area's code, with everything below it
     * @param unit the unit
     * @return this builder
     */
    public Builder rule(Category category, String areaCode, Unit unit) {
      return add(new ResponsibilityRule(category, areaCode, null, unit));
    }

    /**
     * Gives each area of a level a unit of its own, for every category.
     *
     * @param level the level, such as kelurahan
     * @param unit the unit; {@code {code}} and {@code {name}} in its id and name stand for the
     *     area's
     * @return this builder
     */
    public Builder each(AreaLevel level, Unit unit) {
      return add(new ResponsibilityRule(null, null, level, unit));
    }

    /**
     * Names the unit for what no rule reaches, places outside and unknown places included.
     *
     * @param unit the unit
     * @return this builder
     */
    public Builder fallback(Unit unit) {
      this.fallback = unit;
      return this;
    }

    Builder add(ResponsibilityRule rule) {
      rules.add(rule);
      return this;
    }

    /**
     * The rules collected so far.
     *
     * @return immutable rules
     */
    public Responsibilities build() {
      return new Responsibilities(rules, fallback);
    }
  }
}
