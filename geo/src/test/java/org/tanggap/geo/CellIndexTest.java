package org.tanggap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CellIndexTest {

  private static final double[] SQUARE = {0, 0, 4, 0, 4, 4, 0, 4, 0, 0};

  static Outline area(double[]... rings) {
    return new Outline(new double[][][] {rings});
  }

  static Outline box(double west, double south, double east, double north) {
    return area(new double[] {west, south, east, south, east, north, west, north, west, south});
  }

  private static CellIndex index(Outline... outlines) {
    return CellIndex.build(List.of(outlines));
  }

  static void agrees(long random, List<Outline> outlines) {
    Differential differential = new Differential(outlines, CellIndex.build(outlines));
    differential.compareEdges(outlines, 1, 1);
    differential.compareRandom(random, 2);
    assertThat(differential.wrong).as(differential.report()).isZero();
  }

  @Test
  void a_point_inside_one_area_has_that_area_as_its_set() {
    CellIndex index = index(box(0, 0, 4, 4), box(4, 0, 8, 4));
    assertThat(index.locate(1, 1)).isZero();
    assertThat(index.locate(5, 1)).isOne();
    assertThat(index.memberCount(1)).isOne();
  }

  @Test
  void a_point_outside_is_in_no_area() {
    CellIndex index = index(box(0, 0, 4, 4));
    assertThat(index.locate(5, 1)).isEqualTo(CellIndex.NONE);
    assertThat(index.locate(-90, 80)).isEqualTo(CellIndex.NONE);
    assertThat(index.owner(CellIndex.NONE)).isEqualTo(-1);
    assertThat(index.members(CellIndex.NONE)).isEmpty();
  }

  @Test
  void what_is_no_place_on_earth_is_in_no_area() {
    CellIndex index = index(box(-180, -90, 180, 90));
    double[] strange = {
      Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300, -1e300, 180.00001, 999
    };
    for (double value : strange) {
      assertThat(index.locate(value, 0)).isEqualTo(CellIndex.NONE);
      assertThat(index.locate(0, value)).isEqualTo(CellIndex.NONE);
      assertThat(index.locate(value, value)).isEqualTo(CellIndex.NONE);
    }
  }

  @Test
  void a_shared_border_belongs_to_both_and_is_owned_by_the_lowest() {
    CellIndex index = index(box(0, 0, 4, 4), box(4, 0, 8, 4));
    int set = index.locate(4, 1);
    assertThat(set).isGreaterThanOrEqualTo(index.areaCount()).isLessThan(index.setLimit());
    assertThat(index.members(set)).containsExactly(0, 1);
    assertThat(index.owner(set)).isZero();
    assertThat(index.member(set, 1)).isOne();
    assertThat(index.locate(Math.nextDown(4.0), 1)).isZero();
    assertThat(index.locate(Math.nextUp(4.0), 1)).isOne();
  }

  @Test
  void every_corner_and_outer_edge_belongs_to_the_area() {
    CellIndex index = index(box(0, 0, 4, 4));
    for (double[] p :
        new double[][] {{0, 0}, {4, 0}, {4, 4}, {0, 4}, {2, 0}, {4, 2}, {2, 4}, {0, 2}}) {
      assertThat(index.locate(p[0], p[1])).isZero();
      assertThat(index.locate(-0.0, 1)).isZero();
    }
  }

  @Test
  void a_hole_is_not_in_the_area_but_its_rim_is() {
    CellIndex index = index(area(SQUARE, new double[] {1, 1, 1, 3, 3, 3, 3, 1, 1, 1}));
    assertThat(index.locate(2, 2)).isEqualTo(CellIndex.NONE);
    assertThat(index.locate(1, 2)).isZero();
    assertThat(index.locate(0.5, 2)).isZero();
  }

  @Test
  void an_overlap_is_in_both() {
    CellIndex index = index(box(0, 0, 4, 4), box(2, 2, 6, 6));
    assertThat(index.members(index.locate(3, 3))).containsExactly(0, 1);
    assertThat(index.locate(5, 5)).isOne();
  }

  @Test
  void an_empty_list_has_no_areas() {
    CellIndex index = index();
    assertThat(index.areaCount()).isZero();
    assertThat(index.locate(0, 0)).isEqualTo(CellIndex.NONE);
  }

  @Test
  void an_area_without_polygons_holds_nothing() {
    CellIndex index = index(new Outline(new double[0][][]), box(0, 0, 1, 1));
    assertThat(index.locate(0.5, 0.5)).isOne();
  }

  @Test
  void a_point_size_area_holds_that_point() {
    CellIndex index = index(area(new double[] {3, 3, 3, 3, 3, 3, 3, 3}), box(0, 0, 1, 1));
    assertThat(index.locate(3, 3)).isZero();
    assertThat(index.locate(3, Math.nextUp(3.0))).isEqualTo(CellIndex.NONE);
    agrees(1000, List.of(area(new double[] {3, 3, 3, 3, 3, 3, 3, 3})));
    agrees(1000, List.of(area(new double[] {3, 3}), box(0, 0, 6, 6)));
  }

  @Test
  void flat_and_folded_rings_are_border_and_nothing_else() {
    agrees(2000, List.of(area(new double[] {0, 0, 4, 1, 0, 0}), box(1, -1, 2, 2)));
    agrees(2000, List.of(area(new double[] {0, 0, 4, 0, 2, 0, 0, 0})));
    agrees(2000, List.of(area(new double[] {0, 0, 4, 0, 4, 4, 4, 6, 4, 4, 0, 4, 0, 0})));
  }

  @Test
  void repeated_corners_and_edges_of_no_length_change_nothing() {
    agrees(
        2000,
        List.of(area(new double[] {0, 0, 0, 0, 4, 0, 4, 0, 4, 0, 4, 4, 0, 4, 0, 4, 0, 0, 0, 0})));
  }

  @Test
  void rings_that_cross_themselves_follow_the_even_odd_rule() {
    agrees(5000, List.of(area(new double[] {0, 0, 4, 4, 4, 0, 0, 4, 0, 0})));
    double[] pentagram = new double[12];
    for (int i = 0; i < 6; i++) {
      pentagram[2 * i] = Math.cos(i % 5 * 4 * Math.PI / 5);
      pentagram[2 * i + 1] = Math.sin(i % 5 * 4 * Math.PI / 5);
    }
    pentagram[10] = pentagram[0];
    pentagram[11] = pentagram[1];
    agrees(5000, List.of(area(pentagram)));
  }

  @Test
  void a_hole_outside_its_shell_is_inside_by_the_even_odd_rule() {
    agrees(2000, List.of(area(SQUARE, new double[] {3, 3, 6, 3, 6, 6, 3, 6, 3, 3})));
  }

  @Test
  void level_edges_and_stairs_are_exact() {
    List<Double> stairs = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      stairs.addAll(List.of(i * 0.1, i * 0.1, (i + 1) * 0.1, i * 0.1));
    }
    stairs.addAll(List.of(4.0, 4.0, 0.0, 4.0, 0.0, 0.0));
    double[] ring = stairs.stream().mapToDouble(x -> x).toArray();
    agrees(5000, List.of(area(ring), box(0, 0, 4, 4), box(0.35, 0.1, 0.7, 0.5)));
  }

  @Test
  void areas_far_apart_are_both_exact() {
    agrees(3000, List.of(box(-179.5, -89, -179.49999, -88.99999), box(170, 80, 170.001, 80.001)));
  }

  @Test
  void a_polygon_around_the_globe_holds_the_small_ones_in_it() {
    agrees(
        3000,
        List.of(
            box(-180, -90, 180, 90), box(106, -7, 107, -6), box(106.5, -6.5, 106.50001, -6.49999)));
  }

  @Test
  void identical_areas_are_all_in_the_set() {
    List<Outline> same = Collections.nCopies(3000, box(0, 0, 4, 4));
    CellIndex index = CellIndex.build(same);
    assertThat(index.memberCount(index.locate(4, 4))).isEqualTo(3000);
    assertThat(index.memberCount(index.locate(1, 1))).isEqualTo(3000);
    assertThat(index.locate(5, 5)).isEqualTo(CellIndex.NONE);
  }

  @Test
  void nested_areas_are_all_in_the_set() {
    List<Outline> nested = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      nested.add(box(-i - 1, -i - 1, i + 1, i + 1));
    }
    agrees(5000, nested);
  }

  @Test
  @Timeout(60)
  void ten_thousand_edges_through_one_corner_of_one_area_are_exact() {
    double[] ring = new double[5000 * 6 + 2];
    ring[0] = 106.8;
    ring[1] = -6.2;
    for (int i = 0; i < 5000; i++) {
      for (int k = 0; k < 2; k++) {
        double angle = (i + k * 0.5) * 2 * Math.PI / 5000;
        ring[6 * i + 2 + 2 * k] = 106.8 + 0.1 * Math.cos(angle);
        ring[6 * i + 3 + 2 * k] = -6.2 + 0.1 * Math.sin(angle);
      }
      ring[6 * i + 6] = 106.8;
      ring[6 * i + 7] = -6.2;
    }
    List<Outline> star = List.of(area(ring));
    Differential differential = new Differential(star, CellIndex.build(star));
    differential.compareRandom(100, 3);
    differential.compareAround(106.8, -6.2);
    differential.compareAround(ring[2], ring[3]);
    assertThat(differential.wrong).as(differential.report()).isZero();
  }

  @Test
  @Timeout(60)
  void thousands_of_areas_that_meet_in_one_corner_are_exact() {
    List<Outline> wheel = wheel(800, 106.8, -6.2, 0.1);
    CellIndex index = CellIndex.build(wheel);
    assertThat(index.memberCount(index.locate(106.8, -6.2))).isEqualTo(800);
    Differential differential = new Differential(wheel, index);
    differential.compareEdges(wheel, 100, 1);
    differential.compareRandom(3000, 2);
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 3000; i++) {
      double distance = Math.exp(-random.nextDouble() * 25);
      double angle = random.nextDouble() * 7;
      differential.compare(106.8 + distance * Math.cos(angle), -6.2 + distance * Math.sin(angle));
    }
    assertThat(differential.wrong).as(differential.report()).isZero();
  }

  static List<Outline> wheel(int areas, double lon, double lat, double radius) {
    List<Outline> wheel = new ArrayList<>();
    for (int i = 0; i < areas; i++) {
      double a = i * 2 * Math.PI / areas;
      double b = (i + 1) % areas * 2 * Math.PI / areas;
      wheel.add(
          area(
              new double[] {
                lon,
                lat,
                lon + radius * Math.cos(a),
                lat + radius * Math.sin(a),
                lon + radius * Math.cos(b),
                lat + radius * Math.sin(b),
                lon,
                lat
              }));
    }
    return wheel;
  }

  @Test
  void random_tangles_are_exact() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      List<Outline> outlines = new ArrayList<>();
      int areas = 1 + random.nextInt(6);
      double step = random.nextBoolean() ? 1 : 0.37;
      for (int a = 0; a < areas; a++) {
        int n = 3 + random.nextInt(8);
        double[] ring = new double[2 * n + 2];
        for (int i = 0; i < n; i++) {
          ring[2 * i] = random.nextInt(6) * step;
          ring[2 * i + 1] = random.nextInt(6) * step;
        }
        ring[2 * n] = ring[0];
        ring[2 * n + 1] = ring[1];
        outlines.add(area(ring));
      }
      agrees(300, outlines);
      Differential differential = new Differential(outlines, CellIndex.build(outlines));
      for (int x = -1; x < 13; x++) {
        for (int y = -1; y < 13; y++) {
          differential.compareAround(x * step / 2, y * step / 2);
        }
      }
      assertThat(differential.wrong).as("seed " + seed + ": " + differential.report()).isZero();
    }
  }

  @Test
  @Timeout(60)
  void hundreds_of_long_crossing_lines_stay_exact_and_bounded() {
    Random random = new Random(1);
    double[] ring = new double[2 * 800 + 2];
    for (int i = 0; i < 1600; i++) {
      ring[i] = random.nextDouble();
    }
    ring[1600] = ring[0];
    ring[1601] = ring[1];
    List<Outline> tangle = List.of(area(ring));
    CellIndex index = CellIndex.build(tangle);
    Differential differential = new Differential(tangle, index);
    differential.compareRandom(20_000, 2);
    differential.compareEdges(tangle, 8, 2);
    assertThat(differential.wrong).as(differential.report()).isZero();
    assertThat(index.edgeCells.records.length).isLessThan(40_000_000);
  }

  @Test
  void the_batch_says_the_same_as_single_lookups() {
    List<Outline> wheel = wheel(50, 106.8, -6.2, 0.1);
    CellIndex index = CellIndex.build(wheel);
    Random random = new Random(4);
    double[] lons = new double[5000];
    double[] lats = new double[5000];
    for (int i = 0; i < lons.length; i++) {
      lons[i] = i % 100 == 0 ? Double.NaN : 106.68 + random.nextDouble() * 0.24;
      lats[i] = i % 77 == 0 ? -6.2 : -6.32 + random.nextDouble() * 0.24;
    }
    int[] out = new int[5000];
    index.locate(lons, lats, out, 3, 4999);
    int[] byLevel = new int[5000];
    new CellBatch(index, lons, lats, byLevel).locate(3, 4999);
    assertThat(byLevel).isEqualTo(out);
    for (int i = 3; i < 4999; i++) {
      assertThat(out[i]).isEqualTo(index.locate(lons[i], lats[i]));
    }
    assertThat(out[0]).isZero();
    assertThat(out[4999]).isZero();
    assertThatThrownBy(() -> index.locate(lons, lats, out, 0, 5001))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void what_is_no_outline_is_refused() {
    assertThatThrownBy(() -> index(area(new double[] {0, 0, 1, 1, 2, 0})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not closed");
    assertThatThrownBy(() -> index(area(new double[] {0, Double.NaN, 1, 1, 0, 0})))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> index(area(new double[] {0, 0, 181, 1, 0, 0})))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> index(area(new double[] {0, 0, 0})))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> index(area(new double[0])))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
