package org.tanggap.sla;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Runs what the benchmark measures once. */
class SlaClocksBenchmarkTest {

  private final SlaClocksBenchmark benchmark = new SlaClocksBenchmark();

  @Test
  void the_complaint_has_20_events_and_four_promises() {
    assertThat(SlaClocksBenchmark.complaint().version()).isEqualTo(20);
    assertThat(benchmark.clocks().deadlines()).hasSize(4);
  }

  @Test
  void the_benchmark_runs() {
    assertThat(benchmark.dueTimesAndAlerts()).isGreaterThan(4);
    assertThat(benchmark.explanation()).isPositive();
  }
}
