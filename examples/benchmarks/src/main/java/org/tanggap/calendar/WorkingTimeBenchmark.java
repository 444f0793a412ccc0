package org.tanggap.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Working time across a year: the calendar's table beside a walk day by day. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class WorkingTimeBenchmark {

  /** 240 days of seven hours and a half: about what a year has. */
  private static final Duration YEAR = Duration.ofMinutes(450).multipliedBy(240);

  private static final int STARTS = 4096;
  private static final long SEED = 20_261_122;
  private static final Instant FIRST = Instant.parse("2023-01-02T00:00:00Z");

  private final Holidays holidays = Holidays.indonesia();
  private final WorkingCalendar calendar = DayWalk.calendar(IndonesianOffices.WIB, holidays);
  private final DayWalk walk = new DayWalk(IndonesianOffices.WIB, holidays);
  private final Instant[] starts = new Instant[STARTS];
  private final Instant[] ends = new Instant[STARTS];
  private int next;

  /** Draws the starts; the walk and the table must agree on every one of them. */
  @Setup
  public void prepare() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < STARTS; i++) {
      starts[i] = FIRST.plusSeconds(random.nextLong(Duration.ofDays(3 * 365).toSeconds()));
      ends[i] = starts[i].plus(Duration.ofDays(365));
      boolean agree =
          calendar.plus(starts[i], YEAR).equals(walk.plus(starts[i], YEAR))
              && calendar.between(starts[i], ends[i]).equals(walk.between(starts[i], ends[i]))
              && calendar.nextOpening(starts[i]).equals(walk.nextOpening(starts[i]));
      if (!agree) {
        throw new IllegalStateException("the walk differs from " + starts[i]);
      }
    }
  }

  private int draw() {
    next = (next + 1) % STARTS;
    return next;
  }

  @Benchmark
  public Instant plusYear() {
    return calendar.plus(starts[draw()], YEAR);
  }

  @Benchmark
  public Instant plusYearByWalking() {
    return walk.plus(starts[draw()], YEAR);
  }

  @Benchmark
  public Duration betweenYear() {
    int i = draw();
    return calendar.between(starts[i], ends[i]);
  }

  @Benchmark
  public Duration betweenYearByWalking() {
    int i = draw();
    return walk.between(starts[i], ends[i]);
  }

  @Benchmark
  public Instant nextOpening() {
    return calendar.nextOpening(starts[draw()]);
  }

  @Benchmark
  public Instant nextOpeningByWalking() {
    return walk.nextOpening(starts[draw()]);
  }

  /** What a calendar costs to make, its table of twenty years included. */
  @Benchmark
  public WorkingCalendar build() {
    return DayWalk.calendar(IndonesianOffices.WIB, holidays);
  }
}
