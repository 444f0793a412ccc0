package org.tanggap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs what the benchmarks measure once, on a small layer made by hand. */
class BenchmarksTest {

  private static final int SIDE = 6;
  private static final int COUNT = 3000;

  private final List<Outline> outlines = quilt();

  @ParameterizedTest
  @CsvSource({
    "cells, 0",
    "jtsPrepared, 0",
    "jtsIndexed, 0",
    "s2, 0.002",
    "lucene, 0.002",
  })
  void each_contender_answers_as_exact_jts_does(String name, double share) {
    Contender contender = Contender.of(name, outlines).forThread();
    for (String workload : List.of("uniform", "clustered", "border")) {
      double[] points = Workloads.of(workload, outlines, COUNT);
      assertThat(Contenders.differences(name, contender, outlines, points))
          .as(workload)
          .isLessThanOrEqualTo((int) (share * COUNT));
    }
  }

  @Test
  void a_wrong_answer_of_an_exact_contender_stops_the_benchmark() {
    double[] points = Workloads.of("uniform", outlines, COUNT);
    Contender nowhere = (lon, lat) -> -1;

    assertThat(Contenders.differences("s2", nowhere, outlines, points)).isPositive();
    assertThatThrownBy(() -> Contenders.differences("cells", nowhere, outlines, points))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cells says area -1 and not");
  }

  @Test
  void a_peer_may_differ_where_a_hole_lies_outside_its_shell_and_the_index_may_not() {
    double[] shell = {0, 0, 1, 0, 1, 1, 0, 1, 0, 0};
    double[] hole = {2, 0, 2, 1, 3, 1, 3, 0, 2, 0};
    List<Outline> invalid = List.of(new Outline(new double[][][] {{shell, hole}}));
    double[] inHole = {2.5, 0.5};

    for (String name : List.of("cells", "jtsPrepared")) {
      Contender contender = Contender.of(name, invalid);
      assertThat(Contenders.differences(name, contender, invalid, inHole))
          .as(name)
          .isEqualTo(name.equals("cells") ? 0 : 1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cells", "jtsPrepared", "jtsIndexed", "s2", "lucene"})
  void the_lookup_benchmark_runs(String contender) {
    LookupBenchmark benchmark = new LookupBenchmark();
    benchmark.workload = "clustered";
    benchmark.contender = contender;
    benchmark.prepare(outlines, COUNT);
    LookupBenchmark.Own own = new LookupBenchmark.Own();
    own.prepare(benchmark);

    assertThat(benchmark.lookup(own)).isPositive();
  }

  @Test
  void the_benchmark_of_the_index_alone_runs() {
    CellBenchmark benchmark = new CellBenchmark();
    benchmark.workload = "border";
    benchmark.prepare(outlines);
    CellBenchmark.Own own = new CellBenchmark.Own();

    int sum = 0;
    for (int set : benchmark.batch(own)) {
      sum += set;
    }
    assertThat(benchmark.single()).isEqualTo(sum);
    assertThat(benchmark.tail(own)).isBetween(-1, SIDE * SIDE * 2);
    assertThat(benchmark.distance(own)).isBetween(0.0, 51.0);
    assertThat(benchmark.nearest(own)).isBetween(0, SIDE * SIDE - 1);
    assertThat(benchmark.within500Metres(own)).isPositive();
  }

  @Test
  void the_measures_are_taken() throws IOException {
    assertThat(new Measures("quilt", outlines, 3).report())
        .startsWith("quilt: 36 areas, ")
        .contains("load from a file", "heap MB");
  }

  @Test
  void layers_are_read_one_after_the_other(@TempDir Path shared) throws IOException {
    write(shared, "a", "31.71.01.1001");
    write(shared, "b", "31.71.01.1002");

    assertThat(Layers.outlines(shared, "b+a")).hasSize(2);
  }

  @Test
  void a_missing_layer_is_told_in_a_sentence(@TempDir Path shared) {
    assertThatThrownBy(() -> Layers.outlines(shared, "nowhere"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nowhere.geojson.gz")
        .hasMessageContaining("-Dtanggap.shared=FOLDER");
  }

  private static void write(Path shared, String layer, String code) throws IOException {
    Path file = Files.createDirectories(shared.resolve("data")).resolve(layer + ".geojson.gz");
    String text =
        """
        {"type":"Feature","properties":{"kelurahan_code":"CODE","kelurahan":"A"},
        "geometry":{"type":"Polygon","coordinates":[[[106,-6],[107,-6],[107,-5],[106,-6]]]}}
        """
            .replace("CODE", code);
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Crooked squares of about a kilometre that share their corners; one of them has a hole. */
  private static List<Outline> quilt() {
    SplittableRandom random = new SplittableRandom(20_261_121);
    double[][][] corners = new double[SIDE + 1][SIDE + 1][];
    for (int x = 0; x <= SIDE; x++) {
      for (int y = 0; y <= SIDE; y++) {
        corners[x][y] =
            new double[] {
              106.8 + 0.01 * x + random.nextDouble(0.006),
              -6.2 + 0.01 * y + random.nextDouble(0.006)
            };
      }
    }
    List<Outline> quilt = new ArrayList<>();
    for (int x = 0; x < SIDE; x++) {
      for (int y = 0; y < SIDE; y++) {
        double[] shell =
            ring(corners[x][y], corners[x + 1][y], corners[x + 1][y + 1], corners[x][y + 1]);
        double[] a = {106.8 + 0.01 * x + 0.007, -6.2 + 0.01 * y + 0.007};
        double[] hole =
            ring(a, new double[] {a[0], a[1] + 0.001}, new double[] {a[0] + 0.001, a[1]});
        quilt.add(
            new Outline(
                new double[][][] {
                  x == 2 && y == 3 ? new double[][] {shell, hole} : new double[][] {shell}
                }));
      }
    }
    return quilt;
  }

  private static double[] ring(double[]... corners) {
    double[] ring = new double[corners.length * 2 + 2];
    for (int i = 0; i <= corners.length; i++) {
      ring[2 * i] = corners[i % corners.length][0];
      ring[2 * i + 1] = corners[i % corners.length][1];
    }
    return ring;
  }
}
