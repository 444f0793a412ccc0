package org.tanggap.geo;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The index alone: batches, single calls, distances to borders. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CellBenchmark {

  @Param({"jakarta-kelurahan", "jakarta-rw", "jakarta-kelurahan+jabar-desa+banten-desa"})
  String layer = "";

  @Param({"uniform", "clustered", "border"})
  String workload = "";

  private CellIndex index = CellIndex.build(List.of());
  private BorderIndex borders = new BorderIndex(index);
  private double[] lons = {};
  private double[] lats = {};

  /** What each measuring thread has for itself: its place in the points, and room for answers. */
  @State(Scope.Thread)
  public static class Own {

    private final int[] answers = new int[Workloads.POINTS];
    private int turn;

    private int next() {
      return turn++ & (Workloads.POINTS - 1);
    }
  }

  @Setup
  public void prepare() {
    prepare(Layers.outlines(layer));
  }

  void prepare(List<Outline> outlines) {
    double[] points = Workloads.of(workload, outlines, Workloads.POINTS);
    lons = new double[Workloads.POINTS];
    lats = new double[Workloads.POINTS];
    for (int i = 0; i < Workloads.POINTS; i++) {
      lons[i] = points[2 * i];
      lats[i] = points[2 * i + 1];
    }
    index = CellIndex.build(outlines);
    borders = new BorderIndex(index);
  }

  /** One call for all points. */
  @Benchmark
  @OperationsPerInvocation(Workloads.POINTS)
  public int[] batch(Own own) {
    index.locate(lons, lats, own.answers, 0, Workloads.POINTS);
    return own.answers;
  }

  /** One call a point, to compare with {@link #batch}. */
  @Benchmark
  @OperationsPerInvocation(Workloads.POINTS)
  public int single() {
    int sum = 0;
    for (int i = 0; i < Workloads.POINTS; i++) {
      sum += index.locate(lons[i], lats[i]);
    }
    return sum;
  }

  /** Single calls, each with its own time: for the tail. The reading of the clock is in it. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public int tail(Own own) {
    int i = own.next();
    return index.locate(lons[i], lats[i]);
  }

  /** Lookup, and metres to the border of the area that holds the point, else to the nearest. */
  @Benchmark
  public double distance(Own own) {
    int i = own.next();
    int owner = index.owner(index.locate(lons[i], lats[i]));
    return owner < 0
        ? borders.distance(lons[i], lats[i])
        : borders.distance(owner, lons[i], lats[i]);
  }

  /** The area with the nearest border, for a point inside or outside. */
  @Benchmark
  public int nearest(Own own) {
    int i = own.next();
    return borders.nearest(lons[i], lats[i]);
  }

  /** All areas within 500 m. */
  @Benchmark
  public int within500Metres(Own own) {
    int i = own.next();
    return borders.within(lons[i], lats[i], 500, own.answers);
  }
}
