package org.tanggap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The boundary check finds what is wrong with one shape")
class ShapeDefectsTest {

  private static final String SHELL = box(106.80, -6.20, 106.84, -6.16);

  private static String box(double west, double south, double east, double north) {
    return Sample.ring(west, south, east, south, east, north, west, north, west, south);
  }

  private static BoundaryReport check(String geometry) {
    String feature = Sample.feature(Sample.named("31.71.01.1001", "Gambir"), geometry);
    return BoundaryCheck.of(Sample.read(Sample.collection(feature))).run();
  }

  private static BoundaryReport checkRings(String... rings) {
    return check(Sample.polygon("[" + String.join(",", rings) + "]"));
  }

  private static BoundaryReport checkParts(String... shells) {
    return check(
        "{\"type\":\"MultiPolygon\",\"coordinates\":[[" + String.join("],[", shells) + "]]}");
  }

  private static BoundaryNotice only(BoundaryReport report, BoundaryNotice.Kind kind) {
    assertThat(report.notices().count(kind)).as(report.summary()).isEqualTo(1);
    BoundaryNotice notice = report.notices().samples(kind).get(0);
    assertThat(notice.code()).isEqualTo("31.71.01.1001");
    return notice;
  }

  @Test
  void a_bow_tie_crosses_itself_where_it_does() {
    BoundaryReport report =
        checkRings(
            Sample.ring(106.80, -6.20, 106.84, -6.16, 106.84, -6.20, 106.80, -6.16, 106.80, -6.20));
    BoundaryNotice crossing = only(report, BoundaryNotice.Kind.RINGS_CROSS);
    assertThat(crossing.longitude()).isCloseTo(106.82, within(1e-9));
    assertThat(crossing.latitude()).isCloseTo(-6.18, within(1e-9));
    assertThat(crossing.size())
        .isCloseTo(0.5 * 0.04 * 0.04 * 110_581 * 110_680, Percentage.withPercentage(0.1));
  }

  @Test
  void parts_that_overlap_in_part_cross() {
    only(checkParts(SHELL, box(106.83, -6.17, 106.86, -6.15)), BoundaryNotice.Kind.RINGS_CROSS);
  }

  @Test
  void a_ring_that_returns_to_a_vertex_touches_itself() {
    BoundaryReport report =
        checkRings(
            Sample.ring(
                106.80, -6.20, 106.82, -6.18, 106.84, -6.20, 106.84, -6.16, 106.82, -6.18, 106.80,
                -6.16, 106.80, -6.20));
    assertThat(only(report, BoundaryNotice.Kind.RING_TOUCHES_ITSELF).longitude()).isEqualTo(106.82);
  }

  @Test
  void a_hole_outside_its_shell_is_told() {
    only(
        checkRings(SHELL, box(106.90, -6.20, 106.91, -6.19)),
        BoundaryNotice.Kind.HOLE_OUTSIDE_SHELL);
  }

  @Test
  void a_hole_within_a_hole_is_told() {
    only(
        checkRings(SHELL, box(106.81, -6.19, 106.83, -6.17), box(106.815, -6.185, 106.825, -6.175)),
        BoundaryNotice.Kind.HOLES_NESTED);
  }

  @Test
  void a_part_within_a_part_is_told() {
    only(checkParts(SHELL, box(106.81, -6.19, 106.83, -6.17)), BoundaryNotice.Kind.PARTS_NESTED);
  }

  @Test
  void a_hole_that_cuts_its_shell_in_two_is_told() {
    String cut =
        Sample.ring(106.82, -6.20, 106.81, -6.18, 106.82, -6.16, 106.83, -6.18, 106.82, -6.20);
    only(checkRings(SHELL, cut), BoundaryNotice.Kind.INTERIOR_DISCONNECTED);
  }

  @Test
  void a_shape_without_an_inside_is_told() {
    BoundaryReport report =
        checkRings(Sample.ring(106.80, -6.20, 106.82, -6.20, 106.84, -6.20, 106.80, -6.20));
    assertThat(report.notices().counts().keySet())
        .contains(BoundaryNotice.Kind.TINY_PART)
        .containsAnyOf(
            BoundaryNotice.Kind.RINGS_CROSS,
            BoundaryNotice.Kind.RING_TOUCHES_ITSELF,
            BoundaryNotice.Kind.SHAPE_DEGENERATE);
  }

  @ParameterizedTest(name = "tip half a {0} degrees wide: {1} spikes")
  @CsvSource({"0.0001, 1", "0.0002, 0"})
  void a_vertex_under_one_degree_is_a_spike(double half, int spikes) {
    BoundaryReport report =
        checkRings(
            Sample.ring(
                106.80,
                -6.20,
                106.84,
                -6.20,
                106.84,
                -6.18 - half,
                106.856,
                -6.18,
                106.84,
                -6.18 + half,
                106.84,
                -6.16,
                106.80,
                -6.16,
                106.80,
                -6.20));
    assertThat(report.notices().count(BoundaryNotice.Kind.SPIKE)).isEqualTo(spikes);
    if (spikes > 0) {
      BoundaryNotice spike = only(report, BoundaryNotice.Kind.SPIKE);
      assertThat(spike.longitude()).isEqualTo(106.856);
      assertThat(spike.size()).isCloseTo(0.016 * 110_680, Percentage.withPercentage(0.1));
    }
  }

  @Test
  void a_spike_at_the_first_vertex_counts_even_if_vertices_repeat() {
    BoundaryReport report =
        checkRings(
            Sample.ring(
                106.856, -6.18, 106.856, -6.18, 106.84, -6.1799, 106.84, -6.16, 106.80, -6.16,
                106.80, -6.20, 106.84, -6.20, 106.84, -6.1801, 106.856, -6.18, 106.856, -6.18));
    only(report, BoundaryNotice.Kind.SPIKE);
  }

  @Test
  void a_part_smaller_than_a_hundred_square_metres_is_tiny() {
    BoundaryReport report =
        checkParts(
            SHELL, box(106.90, -6.1801, 106.9001, -6.18), box(106.91, -6.1800, 106.9101, -6.1799));
    assertThat(report.notices().count(BoundaryNotice.Kind.TINY_PART)).isZero();
    BoundaryReport tiny =
        checkParts(
            SHELL, Sample.ring(106.90, -6.1801, 106.9001, -6.1801, 106.90, -6.18, 106.90, -6.1801));
    assertThat(only(tiny, BoundaryNotice.Kind.TINY_PART).size())
        .isCloseTo(0.5e-8 * 110_581 * 110_680, Percentage.withPercentage(0.1));
  }

  @Test
  void no_shape_makes_the_check_or_its_rendering_fail() throws IOException {
    Random random = new Random(20260729);
    for (int round = 0; round < 60; round++) {
      String[] features = new String[1 + random.nextInt(6)];
      boolean wide = round % 3 == 0;
      for (int i = 0; i < features.length; i++) {
        features[i] =
            Sample.feature(
                properties(wide, i, random.nextInt(3)),
                Sample.polygon("[" + wild(random, wide) + "," + wild(random, wide) + "]"));
      }
      Boundaries boundaries = Sample.read(Sample.collection(features));
      BoundaryReport report =
          BoundaryCheck.of(boundaries)
              .withSmallest(0)
              .withParents(boundaries)
              .withExpected(List.of("a1"))
              .run();
      assertThat(report.notices().count(BoundaryNotice.Kind.UNCHECKED))
          .as(report.summary())
          .isZero();
      report.writeJson(new ByteArrayOutputStream());
      report.writeSvg(new ByteArrayOutputStream());
    }
  }

  private static String properties(boolean wide, int i, int name) {
    return wide
        ? "{\"code\":\"a" + i + "\",\"name\":\"N" + name + "\"}"
        : Sample.named("31.71.01.100" + i, "N" + name);
  }

  /** A ring on a coarse lattice, so that it touches, crosses and doubles back a lot. */
  private static String wild(Random random, boolean wide) {
    double[] numbers = new double[2 * (4 + random.nextInt(9))];
    for (int i = 0; i < numbers.length; i += 2) {
      numbers[i] = wide ? random.nextInt(8) * 20 - 70 : 106.8 + random.nextInt(6) * 0.01;
      numbers[i + 1] = wide ? random.nextInt(7) * 30 - 90 : -6.2 + random.nextInt(6) * 0.01;
    }
    numbers[2] = wide ? 50 : 106.87;
    numbers[5] = wide ? -40 : -6.23;
    return Sample.ring(numbers);
  }
}
