package org.tanggap.sla;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tanggap.calendar.WorkingCalendar;
import org.tanggap.complaint.Complaint;

/**
 * What is promised, and how the deadlines follow from a complaint's events.
 *
 * <pre>{@code
 * SlaPolicy.builder(calendar)
 *     .rule(SlaRule.always().verify(workingDays(3)).respond(hours(24)).resolve(workingDays(14)))
 *     .rule(SlaRule.about(Category.of("road")).resolve(hours(72)))
 *     .warnAt(0.5, 0.75)
 *     .escalate(Escalation.atBreach("kepala-seksi"), new Escalation(Duration.ofHours(8), "camat"))
 *     .build()
 * }</pre>
 *
 * <p>For each target the most specific rule that promises it wins: the narrowest category, then the
 * smallest area, then a rule for one unit, then one for one priority, then the one written first.
 * The citizen's time begins when the report was sent (see {@link Complaint#opened()}) and never
 * moves because offices pass the case around. All choices at the edges are in the module's {@code
 * SLA.md}.
 *
 * <p>Immutable and thread-safe; {@link #clocks} is a function of its argument.
 */
public final class SlaPolicy {

  /** Whom a warning before the deadline is for: the unit that has the complaint. */
  public static final String UNIT = "unit";

  private final NavigableMap<Instant, WorkingCalendar> calendars;
  private final Map<Target, List<Promise>> promises = new EnumMap<>(Target.class);
  private final List<Warning> warnings;
  private final List<Step> escalations;
  private final Reopening reopening;
  private final Recalculation recalculation;

  /**
   * A warning before the deadline.
   *
   * @param fraction the part of the budget that is used up then
   * @param step the name under which it is remembered, such as {@code 75%}
   */
  record Warning(double fraction, String step) {

    static Warning at(double fraction) {
      BigDecimal percent = BigDecimal.valueOf(fraction).movePointRight(2).stripTrailingZeros();
      return new Warning(fraction, percent.toPlainString() + "%");
    }
  }

  /**
   * An escalation after the deadline.
   *
   * @param after how long after the deadline, in open time
   * @param to who is told
   * @param step the name under which it is remembered
   */
  record Step(Duration after, String to, String step) {

    static Step of(Escalation escalation) {
      return new Step(escalation.after(), escalation.to(), escalation.step());
    }
  }

  private SlaPolicy(Builder parts, NavigableMap<Instant, WorkingCalendar> calendars) {
    this.calendars = calendars;
    this.warnings = parts.warnings.stream().distinct().sorted().map(Warning::at).toList();
    this.escalations = parts.escalations.stream().distinct().map(Step::of).toList();
    this.reopening = parts.reopening;
    this.recalculation = parts.recalculation;
    List<SlaRule> rules =
        parts.rules.stream()
            .sorted(
                Comparator.comparingInt(SlaRule::categoryDepth)
                    .thenComparingInt(SlaRule::areaDepth)
                    .thenComparing(SlaRule::isForUnit)
                    .thenComparing(SlaRule::isForPriority)
                    .reversed())
            .toList();
    for (Target target : Target.values()) {
      promises.put(
          target,
          rules.stream()
              .flatMap(
                  rule -> rule.findBudget(target).map(it -> Promise.of(rule, target, it)).stream())
              .toList());
    }
  }

  private SlaPolicy(SlaPolicy other, NavigableMap<Instant, WorkingCalendar> calendars) {
    this.calendars = calendars;
    this.promises.putAll(other.promises);
    this.warnings = other.warnings;
    this.escalations = other.escalations;
    this.reopening = other.reopening;
    this.recalculation = other.recalculation;
  }

  /**
   * Starts a policy.
   *
   * @param calendar when the offices are open, and in which zone to tell the time
   * @return a builder without a promise
   */
  public static Builder builder(WorkingCalendar calendar) {
    return new Builder(calendar);
  }

  /**
   * A policy that promises every citizen a resolution and nothing else, told in the time of Jakarta
   * ({@code Asia/Jakarta}), for offices that never close.
   *
   * @param budget how much time there is
   * @return the policy
   */
  public static SlaPolicy resolveWithin(Budget budget) {
    return builder(WorkingCalendar.alwaysOpen(ZoneId.of("Asia/Jakarta")))
        .rule(SlaRule.always().resolve(budget))
        .build();
  }

  /**
   * This policy with another calendar from some time on, such as one with holidays that were
   * decreed late. Complaints that are open or finished from then on are judged by the new calendar;
   * those finished before keep their deadlines.
   *
   * @param from when the new calendar became known
   * @param calendar the new calendar
   * @return a new policy
   */
  public SlaPolicy withCalendar(Instant from, WorkingCalendar calendar) {
    NavigableMap<Instant, WorkingCalendar> more = new TreeMap<>(calendars);
    more.put(from, calendar.provisional());
    return new SlaPolicy(this, more);
  }

  /**
   * Computes the clocks of a complaint.
   *
   * @param complaint the complaint with its history
   * @return its clocks
   */
  public SlaClocks clocks(Complaint complaint) {
    return new Walk(this, complaint, calendarFor(complaint)).clocks();
  }

  /** What is finished is judged by what was known when it was finished. */
  private WorkingCalendar calendarFor(Complaint complaint) {
    if (calendars.size() == 1 || complaint.status().isOpen()) {
      return calendars.lastEntry().getValue();
    }
    int version = complaint.version();
    while (version > 1 && !complaint.statusAt(version - 1).isOpen()) {
      version--;
    }
    Instant finished = complaint.history().get(version - 1).at();
    return Objects.requireNonNull(calendars.floorEntry(finished), "calendar").getValue();
  }

  /**
   * Which deadlines of a complaint lie elsewhere under another policy, such as one with late
   * holidays.
   *
   * @param complaint a complaint
   * @param other the other policy
   * @return the deadlines that differ
   */
  public List<MovedDeadline> moved(Complaint complaint, SlaPolicy other) {
    SlaClocks here = clocks(complaint);
    SlaClocks there = other.clocks(complaint);
    List<MovedDeadline> moved = new ArrayList<>();
    for (Target target : Target.values()) {
      Instant before = here.find(target).flatMap(Deadline::findDueInstant).orElse(null);
      Instant after = there.find(target).flatMap(Deadline::findDueInstant).orElse(null);
      if (!Objects.equals(before, after)) {
        moved.add(new MovedDeadline(complaint.id(), target, before, after));
      }
    }
    return moved;
  }

  @Nullable Promise promise(Target target, SlaRule.Case asked) {
    for (Promise promise : promises.getOrDefault(target, List.of())) {
      if (promise.rule().covers(asked)) {
        return promise;
      }
    }
    return null;
  }

  List<Warning> warnings() {
    return warnings;
  }

  List<Step> escalations() {
    return escalations;
  }

  Reopening reopening() {
    return reopening;
  }

  Recalculation recalculation() {
    return recalculation;
  }

  /** Collects the parts of a policy. Not thread-safe. */
  public static final class Builder {

    private final WorkingCalendar calendar;
    private final List<SlaRule> rules = new ArrayList<>();
    private final List<Double> warnings = new ArrayList<>();
    private final List<Escalation> escalations = new ArrayList<>();
    private Reopening reopening = Reopening.RESUME;
    private Recalculation recalculation = Recalculation.FROM_START;

    private Builder(WorkingCalendar calendar) {
      this.calendar = Objects.requireNonNull(calendar, "calendar");
    }

    /**
     * Adds a rule.
     *
     * @param rule what is promised for some complaints
     * @return this builder
     */
    public Builder rule(SlaRule rule) {
      rules.add(rule);
      return this;
    }

    /**
     * Warns the unit when parts of a budget are used up, always while the offices are open.
     *
     * @param fractions each more than 0 and less than 1
     * @return this builder
     * @throws IllegalArgumentException if one is not
     */
    public Builder warnAt(double... fractions) {
      for (double fraction : fractions) {
        if (!(fraction > 0 && fraction < 1)) {
          throw new IllegalArgumentException("a warning is between 0 and 1 of the budget");
        }
        warnings.add(fraction);
      }
      return this;
    }

    /**
     * Tells somebody that a deadline was missed.
     *
     * @param steps who is told how long after the deadline
     * @return this builder
     */
    public Builder escalate(Escalation... steps) {
      escalations.addAll(List.of(steps));
      return this;
    }

    /**
     * What becomes of the promise to finish when a complaint is opened again; {@link
     * Reopening#RESUME} unless set.
     *
     * @param how the choice
     * @return this builder
     */
    public Builder reopening(Reopening how) {
      this.reopening = how;
      return this;
    }

    /**
     * From when a new budget counts if the priority or category changes; {@link
     * Recalculation#FROM_START} unless set.
     *
     * @param from the choice
     * @return this builder
     */
    public Builder recalculation(Recalculation from) {
      this.recalculation = from;
      return this;
    }

    /**
     * The policy collected so far.
     *
     * @return an immutable policy
     */
    public SlaPolicy build() {
      NavigableMap<Instant, WorkingCalendar> calendars = new TreeMap<>();
      calendars.put(Instant.MIN, calendar.provisional());
      return new SlaPolicy(this, calendars);
    }
  }
}
