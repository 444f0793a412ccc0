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

/** From a point to its owner: the index and its peers, one call a point. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LookupBenchmark {

  @Param({
    "jakarta-kelurahan-mit",
    "jakarta-kelurahan",
    "jakarta-rw",
    "jakarta-kelurahan+jabar-desa+banten-desa"
  })
  String layer = "";

  @Param({"uniform", "clustered", "border"})
  String workload = "";

  @Param({"cells", "jtsPrepared", "jtsIndexed", "s2", "lucene"})
  String contender = "";

  private double[] points = {};
  private Contender shared = (lon, lat) -> -1;

  /** What each measuring thread has for itself. */
  @State(Scope.Thread)
  public static class Own {

    private Contender contender = (lon, lat) -> -1;

    @Setup
    public void prepare(LookupBenchmark benchmark) {
      contender = benchmark.shared.forThread();
    }
  }

  @Setup
  public void prepare() {
    prepare(Layers.outlines(layer), Workloads.POINTS);
  }

  void prepare(List<Outline> outlines, int count) {
    points = Workloads.of(workload, outlines, count);
    shared = Contender.of(contender, outlines);
    int differences = Contenders.differences(contender, shared, outlines, points);
    System.out.println(
        "[" + contender + ": " + differences + " of " + count + " points not as exact JTS]");
  }

  @Benchmark
  @OperationsPerInvocation(Workloads.POINTS)
  public int lookup(Own own) {
    Contender subject = own.contender;
    int sum = 0;
    for (int i = 0; i < points.length; i += 2) {
      sum += subject.owner(points[i], points[i + 1]);
    }
    return sum;
  }
}
