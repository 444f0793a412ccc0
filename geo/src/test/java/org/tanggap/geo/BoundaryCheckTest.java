package org.tanggap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.tanggap.geo.BoundaryNotice.Kind.GAP;
import static org.tanggap.geo.BoundaryNotice.Kind.NAME_DUPLICATE;
import static org.tanggap.geo.BoundaryNotice.Kind.OVERLAP;
import static org.tanggap.geo.BoundaryNotice.Kind.PARENT_ELSEWHERE;
import static org.tanggap.geo.BoundaryNotice.Kind.PARENT_MISSING;
import static org.tanggap.geo.BoundaryNotice.Kind.SLIVER;
import static org.tanggap.geo.BoundaryNotice.Kind.UNIT_MISSING;
import static org.tanggap.geo.BoundaryNotice.Kind.UNIT_UNEXPECTED;
import static org.tanggap.geo.BoundaryNotice.Kind.WRONG_WINDING;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The boundary check finds what does not fit between areas")
class BoundaryCheckTest {

  /** Square metres of a square degree at 6.17 degrees south, by the WGS84 formulas. */
  private static final double SQUARE_DEGREE = 110_581.7 * 110_680.3;

  private static String box(String code, double west, double south, double east, double north) {
    return Sample.feature(
        Sample.named(code, "Area " + code),
        Sample.polygon("[" + ring(west, south, east, north) + "]"));
  }

  private static String ring(double west, double south, double east, double north) {
    return Sample.ring(west, south, east, south, east, north, west, north, west, south);
  }

  private static BoundaryReport check(String... features) {
    return BoundaryCheck.of(Sample.read(Sample.collection(features))).run();
  }

  private static BoundaryNotice only(BoundaryReport report, BoundaryNotice.Kind kind) {
    assertThat(report.notices().count(kind)).isEqualTo(1);
    return report.notices().samples(kind).get(0);
  }

  @Test
  void neighbours_that_fit_give_no_notice() {
    BoundaryReport report =
        check(
            box("31.71.01.1001", 106.80, -6.18, 106.82, -6.16),
            box("31.71.01.1002", 106.82, -6.18, 106.84, -6.16));
    assertThat(report.notices().isEmpty()).isTrue();
    assertThat(report.summary())
        .endsWith("2 areas, 2 parts, 10 vertices\nnothing is wrong with it\n");
  }

  @Test
  void a_strip_that_two_areas_share_is_an_overlap_of_its_size() {
    BoundaryReport report =
        check(
            box("31.71.01.1001", 106.80, -6.18, 106.82, -6.16),
            box("31.71.01.1002", 106.819, -6.18, 106.84, -6.16));
    BoundaryNotice overlap = only(report, OVERLAP);
    assertThat(overlap.code()).isEqualTo("31.71.01.1001");
    assertThat(overlap.otherCode()).isEqualTo("31.71.01.1002");
    assertThat(overlap.size())
        .isCloseTo(0.001 * 0.02 * SQUARE_DEGREE, Percentage.withPercentage(0.1));
    assertThat(overlap.longitude()).isBetween(106.819, 106.82);
    assertThat(overlap.latitude()).isBetween(-6.18, -6.16);
    assertThat(report.total(OVERLAP)).isEqualTo(overlap.size());
    assertThat(report.notices().counts().keySet()).isEqualTo(EnumSet.of(OVERLAP));
  }

  /** Two areas round a hole of the given height, which the left one has the longer border to. */
  private static String[] around(double height) {
    double top = -6.17 + height;
    String left =
        Sample.ring(
            106.80, -6.18, 106.82, -6.18, 106.82, -6.17, 106.81, -6.17, 106.81, top, 106.82, top,
            106.82, -6.16, 106.80, -6.16, 106.80, -6.18);
    return new String[] {
      Sample.feature(Sample.named("31.71.01.1001", "Kiri"), Sample.polygon("[" + left + "]")),
      box("31.71.01.1002", 106.82, -6.18, 106.84, -6.16)
    };
  }

  @Test
  void ground_that_nobody_has_is_a_gap_of_its_size() {
    BoundaryReport report = check(around(0.005));
    BoundaryNotice gap = only(report, GAP);
    assertThat(gap.code()).isEqualTo("31.71.01.1001");
    assertThat(gap.otherCode()).isEqualTo("31.71.01.1002");
    assertThat(gap.size()).isCloseTo(0.01 * 0.005 * SQUARE_DEGREE, Percentage.withPercentage(0.1));
    assertThat(gap.longitude()).isBetween(106.81, 106.82);
    assertThat(report.notices().count(SLIVER)).isZero();
  }

  @Test
  void a_thin_gap_is_a_sliver() {
    BoundaryReport report = check(around(0.0001));
    assertThat(only(report, SLIVER).size())
        .isCloseTo(0.01 * 0.0001 * SQUARE_DEGREE, Percentage.withPercentage(0.1));
    assertThat(report.notices().count(GAP)).isZero();
  }

  @Test
  void an_island_in_a_gap_is_no_part_of_it() {
    String shell = ring(106.80, -6.20, 106.84, -6.16);
    String hole =
        Sample.ring(106.81, -6.19, 106.81, -6.17, 106.83, -6.17, 106.83, -6.19, 106.81, -6.19);
    String outer =
        Sample.feature(
            Sample.named("31.71.01.1001", "Luar"), Sample.polygon("[" + shell + "," + hole + "]"));
    BoundaryReport report = check(outer, box("31.71.01.1002", 106.815, -6.185, 106.825, -6.175));
    assertThat(only(report, GAP).size())
        .isCloseTo((0.02 * 0.02 - 0.01 * 0.01) * SQUARE_DEGREE, Percentage.withPercentage(0.1));
    assertThat(only(report, GAP).code()).isEqualTo("31.71.01.1001");
    assertThat(only(report, GAP).otherCode()).isNull();
  }

  @Test
  void a_gap_that_opens_to_the_outside_is_none() {
    BoundaryReport report =
        check(
            box("31.71.01.1001", 106.80, -6.18, 106.82, -6.16),
            box("31.71.01.1002", 106.821, -6.18, 106.84, -6.16));
    assertThat(report.notices().isEmpty()).isTrue();
  }

  @Test
  void what_is_smaller_than_asked_for_does_not_count() {
    Boundaries boundaries = Sample.read(Sample.collection(around(0.0001)));
    assertThat(BoundaryCheck.of(boundaries).withSmallest(12_000).run().notices().count(SLIVER))
        .isEqualTo(1);
    assertThat(BoundaryCheck.of(boundaries).withSmallest(12_500).run().notices().count(SLIVER))
        .isZero();
  }

  @Test
  void the_worst_are_kept_and_the_count_is_exact() {
    String[] stairs = new String[5];
    for (int i = 0; i < stairs.length; i++) {
      double shared = 0.001 * (i + 1);
      stairs[i] =
          box(
              "31.71.01.100" + (i + 1),
              106.80 + i * 0.02 - shared,
              -6.18,
              106.82 + i * 0.02,
              -6.16);
    }
    Boundaries boundaries = Sample.read(Sample.collection(stairs));
    BoundaryReport report = BoundaryCheck.of(boundaries).withSamples(2).run();
    assertThat(report.notices().count(OVERLAP)).isEqualTo(4);
    assertThat(report.notices().samples(OVERLAP))
        .extracting(BoundaryNotice::otherCode)
        .containsExactly("31.71.01.1005", "31.71.01.1004");
    assertThat(report.total(OVERLAP))
        .isCloseTo(0.014 * 0.02 * SQUARE_DEGREE, Percentage.withPercentage(0.1));
    assertThat(BoundaryCheck.of(boundaries).withSamples(0).run().notices().samples()).isEmpty();
  }

  @Test
  void the_order_of_the_file_changes_nothing() {
    List<String> features = new ArrayList<>(List.of(around(0.005)));
    features.add(box("31.71.01.1003", 106.83, -6.17, 106.85, -6.15));
    features.add(box("31.71.01.1004", 106.83, -6.17, 106.85, -6.15));
    features.add(Sample.area("31.71.01.1005", "Kiri", 106.80, -6.15));
    BoundaryReport report = check(features.toArray(String[]::new));
    assertThat(report.notices().counts().keySet()).contains(OVERLAP, GAP, NAME_DUPLICATE);
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(features, new Random(seed));
      BoundaryReport again = check(features.toArray(String[]::new));
      assertThat(again.notices().counts()).as("seed %d", seed).isEqualTo(report.notices().counts());
      for (BoundaryNotice.Kind kind : List.of(OVERLAP, GAP)) {
        assertThat(again.notices().samples(kind)).isEqualTo(report.notices().samples(kind));
      }
    }
  }

  @Test
  void a_missing_and_an_unexpected_unit_are_told() {
    Boundaries boundaries = Sample.read(Sample.collection(Sample.gambir(), Sample.cideng()));
    BoundaryNotices notices =
        BoundaryCheck.of(boundaries)
            .withExpected(List.of("3171011001", " ", "31.71.01.1003", "Pulau X"))
            .run()
            .notices();
    assertThat(notices.samples(UNIT_MISSING))
        .extracting(BoundaryNotice::code)
        .containsExactly("31.71.01.1003", "Pulau X");
    assertThat(notices.samples(UNIT_UNEXPECTED))
        .extracting(BoundaryNotice::code)
        .containsExactly("31.71.01.1002");
    assertThat(notices.samples(UNIT_UNEXPECTED).get(0).longitude()).isEqualTo(106.80);
  }

  @Test
  void an_area_that_lies_elsewhere_than_its_parent_is_told() {
    Boundaries parents =
        Sample.read(
            Sample.collection(
                kecamatan("31.71.01", 106.80, -6.18, 106.82, -6.16),
                kecamatan("31.71.02", 106.82, -6.18, 106.84, -6.16)));
    Boundaries children =
        Sample.read(
            Sample.collection(
                box("31.71.01.1001", 106.80, -6.18, 106.82, -6.16),
                box("31.71.01.1002", 106.819, -6.18, 106.829, -6.16),
                box("31.71.02.1001", 106.829, -6.18, 106.847, -6.16),
                box("31.71.03.1001", 106.86, -6.18, 106.87, -6.16)));
    BoundaryReport report = BoundaryCheck.of(children).withParents(parents).run();
    BoundaryNotice elsewhere = only(report, PARENT_ELSEWHERE);
    assertThat(elsewhere.code()).isEqualTo("31.71.01.1002");
    assertThat(elsewhere.otherCode()).isEqualTo("31.71.02");
    assertThat(elsewhere.size())
        .isCloseTo(0.009 * 0.02 * SQUARE_DEGREE, Percentage.withPercentage(0.1));
    assertThat(only(report, PARENT_MISSING).code()).isEqualTo("31.71.03");
  }

  private static String kecamatan(
      String code, double west, double south, double east, double north) {
    return Sample.feature(
        "{\"kecamatan_code\":\"" + code + "\",\"kecamatan\":\"Kecamatan " + code + "\"}",
        Sample.polygon("[" + ring(west, south, east, north) + "]"));
  }

  @Test
  void what_was_noticed_while_reading_is_carried_on() {
    String clockwise =
        Sample.ring(106.80, -6.18, 106.80, -6.16, 106.82, -6.16, 106.82, -6.18, 106.80, -6.18);
    BoundaryReport report =
        check(
            Sample.feature(
                Sample.named("31.71.01.1001", "Gambir"), Sample.polygon("[" + clockwise + "]")));
    assertThat(only(report, WRONG_WINDING).feature()).isEqualTo(1);
  }

  @Test
  void sizes_far_from_the_equator_are_those_of_the_ground() {
    BoundaryReport report = check(kommune("a", 10.00, 10.02), kommune("b", 10.01, 10.03));
    assertThat(only(report, OVERLAP).size())
        .isCloseTo(0.01 * 55_800.1 * 0.02 * 111_412.3, Percentage.withPercentage(0.1));
    assertThat(only(report, OVERLAP).longitude()).isCloseTo(10.015, within(0.005));
  }

  private static String kommune(String code, double west, double east) {
    return Sample.feature(
        "{\"code\":\"" + code + "\",\"name\":\"" + code + "\"}",
        Sample.polygon("[" + ring(west, 60.00, east, 60.02) + "]"));
  }

  @Test
  void a_senseless_setting_is_refused() {
    BoundaryCheck check = BoundaryCheck.of(Sample.read(Sample.collection(Sample.gambir())));
    assertThatIllegalArgumentException().isThrownBy(() -> check.withSmallest(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> check.withSmallest(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> check.withSamples(-1));
  }
}
