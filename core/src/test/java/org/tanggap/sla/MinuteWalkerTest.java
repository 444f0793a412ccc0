package org.tanggap.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tanggap.sla.Recalculation.FROM_CHANGE;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.Priority;
import org.tanggap.responsibility.Category;

/**
 * The clocks beside a walk through every minute, over random office hours, budgets and histories.
 * The long proof, {@code -Dtanggap.proof=long [-Dseed=N]}, takes some minutes.
 */
class MinuteWalkerTest {

  private static final long SEED = Long.getLong("seed", 20_261_123);
  private static final int HISTORIES = Integer.getInteger("tanggap.histories", 400);
  private static final int LONG = Integer.getInteger("tanggap.histories", 100_000);
  private static final int HISTORIES_PER_POLICY = 20;

  /** Surefire shows what is logged, and drops what a TestReporter publishes. */
  private static final System.Logger LOG = System.getLogger(MinuteWalkerTest.class.getName());

  /** Random budgets, the same for the walker and the policy. */
  private static final class Promises implements MinuteWalker.Rules {

    private final Map<String, Budget> budgets = new HashMap<>();

    Promises(RandomGenerator random) {
      for (String name : List.of("road", "road URGENT", "flood", "permit", "bridge", "any", "b")) {
        budgets.put(name, budget(random));
      }
    }

    private static Budget budget(RandomGenerator random) {
      return switch (random.nextInt(6)) {
        case 0, 1 -> new Budget.Elapsed(Duration.ofMinutes(1 + random.nextInt(4_000)));
        case 2, 3 -> new Budget.WorkingTime(Duration.ofMinutes(1 + random.nextInt(1_000)));
        case 4 -> Budget.calendarDays(1 + random.nextInt(4));
        default -> Budget.workingDays(1 + random.nextInt(4));
      };
    }

    private Budget get(String name) {
      return Objects.requireNonNull(budgets.get(name), name);
    }

    @Override
    public @Nullable Budget resolution(Category category, Priority priority) {
      boolean urgent = category.code().equals("road") && priority == Priority.URGENT;
      return urgent ? get("road URGENT") : budgets.get(category.code());
    }

    @Override
    public boolean isFromVerification(Budget budget) {
      return budget == get("permit");
    }

    @Override
    public @Nullable Budget unitWork(Category category, Priority priority, String unit) {
      return unit.equals("b") ? get("b") : category.code().equals("flood") ? get("any") : null;
    }

    SlaPolicy.Builder policy(RandomOffices offices) {
      SlaPolicy.Builder policy = SlaPolicy.builder(offices.calendar());
      for (String code : List.of("road", "flood", "bridge")) {
        policy.rule(SlaRule.about(Category.of(code)).resolve(get(code)));
      }
      return policy
          .rule(
              SlaRule.about(Category.of("road"))
                  .withPriority(Priority.URGENT)
                  .resolve(get("road URGENT")))
          .rule(SlaRule.about(Category.of("permit")).resolveOnceVerified(get("permit")))
          .rule(SlaRule.always().ofUnit("b").unitWork(get("b")))
          .rule(SlaRule.about(Category.of("flood")).ofUnit("b").unitWork(get("b")))
          .rule(SlaRule.about(Category.of("flood")).unitWork(get("any")));
    }
  }

  @Test
  void the_clocks_are_those_of_a_walk_through_every_minute() {
    compare(HISTORIES, SEED, UnaryOperator.identity());
  }

  @Test
  @EnabledIfSystemProperty(
      named = "tanggap.proof",
      matches = "long",
      disabledReason = "The long proof takes minutes: ask for it with -Dtanggap.proof=long")
  void the_clocks_are_those_of_a_walk_through_every_minute_of_many_more_histories() {
    compare(LONG, SEED + 1, UnaryOperator.identity());
  }

  /** The walker would notice a library that went by other rules. */
  @Test
  void a_library_that_went_by_other_rules_would_be_noticed() {
    assertThatExceptionOfType(AssertionError.class)
        .as("the time in which it was finished counted")
        .isThrownBy(() -> compare(1_000, SEED, it -> it.reopening(Reopening.RESUME)))
        .withMessageContaining("seed " + SEED);
    assertThatExceptionOfType(AssertionError.class)
        .as("the pauses lost when the priority changes")
        .isThrownBy(() -> compare(1_000, SEED, it -> it.recalculation(FROM_CHANGE)));
    assertThatExceptionOfType(AssertionError.class)
        .as("another rule for a category")
        .isThrownBy(
            () ->
                compare(
                    1_000,
                    SEED,
                    it -> it.rule(SlaRule.about(Category.UNSORTED).resolve(Budget.hours(1)))));
  }

  private static void compare(int histories, long seed, UnaryOperator<SlaPolicy.Builder> change) {
    RandomGenerator random = new SplittableRandom(seed);
    int known = 0;
    for (int i = 0; i < histories; i += HISTORIES_PER_POLICY) {
      RandomOffices offices = new RandomOffices(random);
      Promises promises = new Promises(random);
      Reopening reopening = random.nextBoolean() ? Reopening.RESTART : Reopening.RESUME;
      Recalculation recalculation = random.nextBoolean() ? FROM_CHANGE : Recalculation.FROM_START;
      SlaPolicy.Builder rules =
          promises.policy(offices).reopening(reopening).recalculation(recalculation);
      SlaPolicy policy = change.apply(rules).build();
      RandomHistories next = new RandomHistories(random);
      for (int j = 0; j < HISTORIES_PER_POLICY; j++) {
        Complaint complaint = next.next(offices);
        MinuteWalker walker =
            new MinuteWalker(offices, promises, reopening, recalculation, complaint);
        int number = i + j;
        Supplier<String> where =
            () ->
                Stream.concat(
                        Stream.of(
                            "seed " + seed + ", history " + number,
                            offices,
                            promises.budgets,
                            reopening,
                            recalculation),
                        complaint.history().stream())
                    .map(String::valueOf)
                    .collect(Collectors.joining("\n"));
        known += new Comparison(offices, walker, where).compare(policy.clocks(complaint));
      }
    }
    LOG.log(Level.INFO, "seed {0}: {1} of {2} within the table", seed, known, histories);
    assertThat(known)
        .as("histories that the table is long enough for")
        .isGreaterThan(histories * 9 / 10);
  }

  /** One history, seen by both. */
  private record Comparison(RandomOffices offices, MinuteWalker walker, Supplier<String> where) {

    int compare(SlaClocks clocks) {
      boolean known = true;
      known &= compare(clocks, Target.RESOLUTION, walker.resolution);
      known &= compare(clocks, Target.PLANNED_WORK, walker.planned);
      Instant now = offices.instant(offices.minutes() - 1);
      List<Holding> holdings = clocks.holdings(now);
      assertThat(holdings).as(where).hasSameSizeAs(walker.holds);
      for (int i = 0; i < holdings.size(); i++) {
        known &= compare(holdings.get(i), walker.holds.get(i));
      }
      return known ? 1 : 0;
    }

    private boolean compare(SlaClocks clocks, Target target, MinuteTally tally) {
      if (tally.budget == null) {
        assertThat(clocks.find(target)).as(where).isEmpty();
        return true;
      }
      Deadline deadline = clocks.find(target).orElseThrow();
      int due = tally.due();
      if (due == MinuteTally.UNKNOWN && !isPaused(tally)) {
        return false;
      }
      Supplier<String> what = () -> target + "\n" + deadline.explain() + "\n" + where.get();
      assertThat(deadline.state())
          .as(what)
          .isEqualTo(due == MinuteTally.UNKNOWN ? Deadline.State.PAUSED : tally.state);
      assertThat(deadline.findDueInstant().orElse(null)).as(what).isEqualTo(instant(due));
      assertThat(deadline.earlierRounds())
          .as(what)
          .isEqualTo(
              tally.rounds.stream()
                  .map(it -> new Deadline.Round(instant(it.get(0)), instant(it.get(1))))
                  .toList());
      return true;
    }

    private boolean compare(Holding holding, MinuteWalker.Hold hold) {
      Supplier<String> what = () -> holding + "\n" + where.get();
      int now = offices.minutes() - 1;
      int to = hold.tally.ended < 0 ? now : hold.tally.ended;
      assertThat(holding.end()).as(what).isEqualTo(hold.end);
      assertThat(holding.from()).as(what).isEqualTo(instant(hold.from));
      assertThat(holding.held()).as(what).hasMinutes(hold.tally.held(hold.from, to));
      int due = hold.tally.state == Deadline.State.CANCELLED ? -1 : hold.tally.due();
      if (due == MinuteTally.UNKNOWN && !isPaused(hold.tally)) {
        return false;
      }
      assertThat(holding.due()).as(what).isEqualTo(instant(due));
      return true;
    }

    /** Stopped until the end of the table. */
    private boolean isPaused(MinuteTally tally) {
      return tally.ended < 0 && tally.isStoppedAt(offices.minutes() - 1);
    }

    private @Nullable Instant instant(int minute) {
      return minute < 0 || minute == MinuteTally.UNKNOWN ? null : offices.instant(minute);
    }
  }
}
