package org.tanggap.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Runs what the benchmark measures once, on some complaints. */
class FiguresBenchmarkTest {

  private static final int COUNT = 3000;

  @Test
  void the_figures_are_those_of_a_recount_before_and_after_the_changes() {
    FiguresBenchmark benchmark = new FiguresBenchmark();
    benchmark.count = COUNT;
    benchmark.prepare();
    FiguresBenchmark.Changes changes = new FiguresBenchmark.Changes();
    for (int round = 0; round < 4; round++) {
      changes.prepare(benchmark);
      benchmark.put(changes);
      assertThat(benchmark.byUnit()).hasSize(60).isEqualTo(benchmark.recount());
    }
    assertThat(benchmark.byUnitInOneWeek()).isNotEmpty();
    assertThat(benchmark.leagueOfKelurahan().apart()).hasSizeLessThan(267);
  }

  @Test
  void the_memory_is_measured() {
    assertThat(Footprint.report(COUNT)).startsWith("3,000 complaints: ");
  }
}
