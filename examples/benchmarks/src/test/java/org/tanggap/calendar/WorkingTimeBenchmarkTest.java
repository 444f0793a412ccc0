package org.tanggap.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkingTimeBenchmarkTest {

  @Test
  void the_benchmark_runs_and_the_walk_agrees_with_the_table() {
    WorkingTimeBenchmark benchmark = new WorkingTimeBenchmark();
    benchmark.prepare();

    assertThat(benchmark.plusYear()).isNotNull();
    assertThat(benchmark.plusYearByWalking()).isNotNull();
    assertThat(benchmark.betweenYear()).isPositive();
    assertThat(benchmark.betweenYearByWalking()).isPositive();
    assertThat(benchmark.nextOpening()).isNotNull();
    assertThat(benchmark.nextOpeningByWalking()).isNotNull();
    assertThat(benchmark.build().zone()).isEqualTo(IndonesianOffices.WIB);
  }
}
