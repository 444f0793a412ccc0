package org.tanggap.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.tanggap.complaint.Complaint;

/** A change among many complaints, and questions, beside a count of everything anew. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FiguresBenchmark {

  private static final int CHANGES = 1000;

  @Param("100000")
  int count;

  private List<Complaint> complaints = List.of();
  private Figures figures = new Figures(City.POLICY, City.ZONE);

  /** New versions of some complaints, others in each round. */
  @State(Scope.Thread)
  public static class Changes {

    private List<Complaint> changed = List.of();
    private int next;

    @Setup(Level.Invocation)
    public void prepare(FiguresBenchmark benchmark) {
      List<Complaint> all = benchmark.complaints;
      City city = new City(next);
      changed = new ArrayList<>(CHANGES);
      for (int i = 0; i < CHANGES; i++) {
        next = (next + 1) % all.size();
        all.set(next, city.changed(all.get(next)));
        changed.add(all.get(next));
      }
    }
  }

  @Setup
  public void prepare() {
    complaints = City.complaints(count);
    figures = new Figures(City.POLICY, City.ZONE);
    complaints.forEach(figures::put);
    if (!recount().equals(byUnit())) {
      throw new IllegalStateException("the figures are not those of a recount");
    }
  }

  /** One changed complaint: its clocks, its contribution, and the change of all rows. */
  @Benchmark
  @OperationsPerInvocation(CHANGES)
  public void put(Changes changes) {
    changes.changed.forEach(figures::put);
  }

  /** The part of {@link #put} that is the complaint's own: its clocks and its contribution. */
  @Benchmark
  @OperationsPerInvocation(CHANGES)
  public void read(Changes changes, Blackhole sink) {
    changes.changed.forEach(complaint -> sink.consume(read(complaint)));
  }

  private static Contribution read(Complaint complaint) {
    return Contribution.of(complaint, City.POLICY.clocks(complaint), City.ZONE, code -> code);
  }

  @Benchmark
  public List<FigureRow> byUnit() {
    return figures.by(Dimension.UNIT, Weeks.all(), City.NOW);
  }

  @Benchmark
  public List<FigureRow> byUnitInOneWeek() {
    return figures.by(Dimension.UNIT, Weeks.of(new Week(2026, 20)), City.NOW);
  }

  @Benchmark
  public LeagueTable leagueOfKelurahan() {
    return figures.league(Dimension.KELURAHAN, Weeks.all(), 20, City.NOW);
  }

  /** The peer of {@link #byUnit}: every complaint is read from its events. */
  @Benchmark
  public List<FigureRow> recount() {
    Map<String, Tally> units = new HashMap<>();
    for (Complaint complaint : complaints) {
      Contribution read = read(complaint);
      tally(units, complaint.getUnit().id()).count(read, 1);
      read.stays().forEach(stay -> tally(units, stay.unit()).count(stay, 1));
    }
    return units.entrySet().stream()
        .map(unit -> Tally.row(unit.getKey(), List.of(unit.getValue()), City.NOW))
        .sorted(Comparator.comparing(row -> String.valueOf(row.key())))
        .toList();
  }

  private static Tally tally(Map<String, Tally> units, String unit) {
    return units.computeIfAbsent(unit, none -> new Tally());
  }
}
