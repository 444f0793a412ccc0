package org.tanggap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;

class BorderIndexTest {

  private static BorderIndex index(List<Outline> outlines) {
    return new BorderIndex(CellIndex.build(outlines));
  }

  @Test
  void a_degree_of_latitude_at_the_equator_is_as_long_as_on_the_ellipsoid() {
    assertThat(Metric.perDegreeOfLatitude(0)).isCloseTo(110_574.28, within(0.01));
    assertThat(Metric.perDegreeOfLongitude(0)).isCloseTo(111_319.49, within(0.01));
    assertThat(Metric.perDegreeOfLongitude(-6.2)).isCloseTo(110_672.5, within(1.5));
  }

  @Test
  void the_distance_is_to_the_nearest_edge_inside_and_outside() {
    BorderIndex index =
        index(List.of(CellIndexTest.box(0, 0, 4, 4), CellIndexTest.box(4, 0, 8, 4)));
    assertThat(index.distance(0, 1, 2)).isCloseTo(Metric.perDegreeOfLongitude(2), within(1e-6));
    assertThat(index.distance(1, 1, 2)).isCloseTo(3 * Metric.perDegreeOfLongitude(2), within(1e-6));
    assertThat(index.distance(2, -1)).isCloseTo(Metric.perDegreeOfLatitude(-1), within(1e-6));
    assertThat(index.distance(4, 2)).isZero();
  }

  @Test
  void of_several_nearest_areas_the_lowest_is_named() {
    BorderIndex index =
        index(List.of(CellIndexTest.box(4, 0, 8, 4), CellIndexTest.box(0, 0, 4, 4)));
    assertThat(index.nearest(4, 2)).isZero();
    assertThat(index.nearest(3.9, 2)).isZero();
    assertThat(index.nearest(-3, 2)).isOne();
    assertThat(index.nearest(20, 20)).isZero();
  }

  @Test
  void no_areas_and_no_place_have_no_nearest() {
    BorderIndex none = index(List.of());
    assertThat(none.nearest(1, 1)).isEqualTo(BorderIndex.NONE);
    assertThat(none.distance(1, 1)).isInfinite();
    assertThat(none.within(1, 1, 10, new int[3])).isZero();
    BorderIndex one = index(List.of(CellIndexTest.box(0, 0, 4, 4)));
    assertThat(one.nearest(Double.NaN, 1)).isEqualTo(BorderIndex.NONE);
    assertThat(one.distance(1, 91)).isNaN();
    assertThat(one.distance(0, Double.POSITIVE_INFINITY, 1)).isNaN();
  }

  @Test
  void all_answers_are_those_of_a_plain_scan() {
    Random random = new Random(1);
    List<Outline> outlines = new ArrayList<>();
    for (int a = 0; a < 150; a++) {
      int n = 3 + random.nextInt(40);
      double[] ring = new double[2 * n + 2];
      double x = random.nextInt(40) * 0.05 + 106;
      double y = random.nextInt(40) * 0.05 - 7;
      for (int i = 0; i < n; i++) {
        ring[2 * i] = x + Math.cos(i * 2 * Math.PI / n) * 0.03;
        ring[2 * i + 1] = y + Math.sin(i * 2 * Math.PI / n) * 0.03;
      }
      ring[2 * n] = ring[0];
      ring[2 * n + 1] = ring[1];
      outlines.add(CellIndexTest.area(ring));
    }
    outlines.add(outlines.get(7));
    CellIndex cells = CellIndex.build(outlines);
    BorderIndex index = new BorderIndex(cells);
    int[] out = new int[outlines.size()];
    for (int i = 0; i < 1000; i++) {
      double lon = 105.5 + random.nextDouble() * 3;
      double lat = -7.5 + random.nextDouble() * 3;
      double[] distance = new double[outlines.size()];
      int nearest = 0;
      for (int a = 0; a < distance.length; a++) {
        distance[a] = plainDistance(outlines.get(a), lon, lat);
        nearest = distance[a] < distance[nearest] * (1 - 1e-9) ? a : nearest;
        assertThat(index.distance(a, lon, lat)).isCloseTo(distance[a], within(1e-6));
      }
      assertThat(index.distance(index.nearest(lon, lat), lon, lat))
          .isCloseTo(distance[nearest], within(1e-6));
      assertThat(index.distance(lon, lat)).isCloseTo(distance[nearest], within(1e-6));
      int found = index.within(lon, lat, 20_000, out);
      int expected = 0;
      for (int a = 0; a < distance.length; a++) {
        if (distance[a] <= 20_000) {
          assertThat(out[expected++]).isEqualTo(a);
        }
      }
      assertThat(found).isEqualTo(expected);
    }
    assertThat(
            index.nearest(outlines.get(7).polygons()[0][0][0], outlines.get(7).polygons()[0][0][1]))
        .isLessThanOrEqualTo(7);
  }

  @Test
  void within_fifty_kilometres_the_frame_is_wrong_by_less_than_a_twentieth_of_a_percent() {
    Random random = new Random(6);
    for (int i = 0; i < 3000; i++) {
      double lon = 95 + random.nextDouble() * 46;
      double lat = -11 + random.nextDouble() * 17;
      double angle = random.nextDouble() * 2 * Math.PI;
      double degrees = 0.45 * random.nextDouble();
      double toLon = lon + degrees * Math.cos(angle);
      double toLat = lat + degrees * Math.sin(angle);
      BorderIndex index = index(List.of(CellIndexTest.area(new double[] {toLon, toLat})));
      double chord = chord(lon, lat, toLon, toLat);
      assertThat(index.distance(0, lon, lat)).isCloseTo(chord, within(chord * 5e-4 + 1e-6));
    }
  }

  /** Straight through the ellipsoid: 3 parts in a million short of the arc at 50 km. */
  private static double chord(double lon, double lat, double toLon, double toLat) {
    double[] a = cartesian(lon, lat);
    double[] b = cartesian(toLon, toLat);
    return Math.sqrt(
        (a[0] - b[0]) * (a[0] - b[0])
            + (a[1] - b[1]) * (a[1] - b[1])
            + (a[2] - b[2]) * (a[2] - b[2]));
  }

  private static double[] cartesian(double lon, double lat) {
    double f = 1 / 298.257223563;
    double e2 = f * (2 - f);
    double sine = Math.sin(Math.toRadians(lat));
    double cosine = Math.cos(Math.toRadians(lat));
    double n = 6_378_137.0 / Math.sqrt(1 - e2 * sine * sine);
    return new double[] {
      n * cosine * Math.cos(Math.toRadians(lon)),
      n * cosine * Math.sin(Math.toRadians(lon)),
      n * (1 - e2) * sine
    };
  }

  private static double plainDistance(Outline outline, double lon, double lat) {
    double kx = Metric.perDegreeOfLongitude(lat);
    double ky = Metric.perDegreeOfLatitude(lat);
    double best = Double.POSITIVE_INFINITY;
    for (double[][] polygon : outline.polygons()) {
      for (double[] ring : polygon) {
        for (int i = 2; i < ring.length; i += 2) {
          Coordinate from = new Coordinate((ring[i - 2] - lon) * kx, (ring[i - 1] - lat) * ky);
          Coordinate to = new Coordinate((ring[i] - lon) * kx, (ring[i + 1] - lat) * ky);
          best = Math.min(best, Distance.pointToSegment(new Coordinate(0, 0), from, to));
        }
      }
    }
    return best;
  }
}
