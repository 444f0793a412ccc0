package org.tanggap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tanggap.jurisdiction.AreaLevel;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.LocationEvidence.Source;
import org.tanggap.jurisdiction.Position;
import org.tanggap.jurisdiction.Routing;
import org.tanggap.jurisdiction.Routing.Remark;
import org.tanggap.jurisdiction.Routing.Suspicion;

/**
 * Four kelurahan of about 1.1 km a side in a row from west to east, at 6.2 degrees south: A and B
 * share a border, B and C overlap by some 22 m, C and D leave a gap of some 22 m.
 */
class JurisdictionIndexTest {

  private static final double METRES_PER_DEGREE = 110_660;

  private static final String A = square("31.74.01.1001", "A", "31.74.01", 106.80, 106.81);
  private static final String B = square("31.74.01.1002", "B", "31.74.01", 106.81, 106.8202);
  private static final String C = square("31.74.02.1001", "C", "31.74.02", 106.82, 106.83);
  private static final String D = square("31.74.02.1002", "D", "31.74.02", 106.8302, 106.84);

  private final JurisdictionIndex index = index(List.of(A, B, C, D));

  @Test
  void a_place_well_inside_is_routed_with_its_distance_to_the_border() {
    Routing.Routed routed = routed(exact(-6.205, 106.805));

    assertThat(routed.jurisdiction().smallest().name()).isEqualTo("A");
    assertThat(routed.jurisdiction().get(AreaLevel.KECAMATAN).code()).isEqualTo("31.74.01");
    assertThat(routed.jurisdiction().get(AreaLevel.CITY).code()).isEqualTo("31.74");
    assertThat(routed.borderMetres()).isCloseTo(0.005 * METRES_PER_DEGREE, within(2.0));
    assertThat(routed.remarks()).isEmpty();
    assertThat(routed.runnersUp()).isEmpty();
    assertThat(routed.boundaryVersion()).startsWith("squares@");
  }

  @Test
  void a_place_on_the_border_belongs_to_the_lower_code_and_names_the_other() {
    Routing.Routed routed = routed(exact(-6.205, 106.81));

    assertThat(routed.jurisdiction().smallest().name()).isEqualTo("A");
    assertThat(routed.borderMetres()).isZero();
    assertThat(routed.remarks()).containsExactly(Remark.ON_BORDER);
    assertThat(routed.runnersUp())
        .extracting(candidate -> candidate.jurisdiction().smallest().name())
        .containsExactly("B");
  }

  @Test
  void a_place_in_an_overlap_belongs_to_the_lower_code_and_says_so() {
    Routing.Routed routed = routed(exact(-6.205, 106.8201));

    assertThat(routed.jurisdiction().smallest().name()).isEqualTo("B");
    assertThat(routed.remarks()).containsExactly(Remark.IN_OVERLAP);
    assertThat(routed.explain()).contains("overlap").contains("C");
  }

  @Test
  void a_place_in_a_gap_belongs_to_the_nearer_side_and_says_so() {
    Routing.Routed nearC = routed(exact(-6.205, 106.83005));
    Routing.Routed nearD = routed(exact(-6.205, 106.83015));

    assertThat(nearC.jurisdiction().smallest().name()).isEqualTo("C");
    assertThat(nearC.remarks()).containsExactly(Remark.IN_GAP);
    assertThat(nearD.jurisdiction().smallest().name()).isEqualTo("D");
  }

  @Test
  void a_place_just_beyond_the_outer_border_is_outside_though_two_areas_are_near() {
    Routing routing = index.route(exact(-6.2101, 106.81));

    assertThat(routing).isInstanceOf(Routing.Outside.class);
    Routing.Outside outside = (Routing.Outside) routing;
    assertThat(outside.metres()).isCloseTo(0.0001 * METRES_PER_DEGREE, within(0.2));
    assertThat(outside.nearest()).isNotNull();
    assertThat(outside.suspicion()).isNull();
  }

  @Test
  void a_gap_wider_than_the_tolerance_is_outside() {
    JurisdictionIndex strict = boundaries(List.of(C, D)).index(new RoutingSettings(0, 0.8, 5));

    assertThat(strict.route(exact(-6.205, 106.8301))).isInstanceOf(Routing.Outside.class);
  }

  @Test
  void a_lost_minus_sign_and_exchanged_axes_are_noticed_and_not_obeyed() {
    JurisdictionIndex equator = index(List.of(square("31.74.01.1001", "A", "31.74.01", 10, 11)));

    assertThat(((Routing.Outside) index.route(exact(6.205, 106.805))).suspicion())
        .isEqualTo(Suspicion.LOST_MINUS_SIGN);
    assertThat(((Routing.Outside) equator.route(exact(10.5, -6.205))).suspicion())
        .isEqualTo(Suspicion.SWAPPED);
  }

  @Test
  void a_point_too_near_a_border_for_its_accuracy_is_ambiguous_with_probabilities() {
    // 10 m west of the border between A and B.
    double lon = 106.81 - 10 / (METRES_PER_DEGREE * Math.cos(Math.toRadians(6.2)));
    Routing routing = index.route(point(-6.205, lon, 30));

    assertThat(routing).isInstanceOf(Routing.Ambiguous.class);
    Routing.Ambiguous ambiguous = (Routing.Ambiguous) routing;
    assertThat(ambiguous.candidates())
        .extracting(candidate -> candidate.jurisdiction().smallest().name())
        .containsExactly("A", "B");
    assertThat(ambiguous.findJurisdiction().orElseThrow().smallest().code()).isEqualTo("31.74.01");
  }

  @Test
  void the_probabilities_agree_with_random_sampling_of_the_same_spread() {
    long seed = 20_261_121;
    Random random = new Random(seed);
    for (int round = 0; round < 20; round++) {
      double accuracy = 10 + random.nextInt(200);
      double lon = 106.8095 + random.nextDouble() * 0.001;
      Routing routing = index.route(point(-6.205, lon, accuracy));
      if (routing instanceof Routing.Ambiguous ambiguous) {
        Routing.Candidate likeliest = ambiguous.candidates().get(0);
        assertThat(likeliest.probability())
            .as("seed %d, round %d", seed, round)
            .isCloseTo(sampled(random, lon, accuracy, likeliest), within(0.02));
      }
    }
  }

  private double sampled(Random random, double lon, double accuracy, Routing.Candidate of) {
    double deviation = accuracy / Math.sqrt(-2 * Math.log(1 - 0.68));
    double perLon = METRES_PER_DEGREE * Math.cos(Math.toRadians(6.205));
    int inside = 0;
    int hits = 0;
    for (int i = 0; i < 50_000; i++) {
      var found =
          index.find(
              Position.of(
                  -6.205 + random.nextGaussian() * deviation / METRES_PER_DEGREE,
                  lon + random.nextGaussian() * deviation / perLon));
      inside += found.isPresent() ? 1 : 0;
      hits += found.filter(of.jurisdiction()::equals).isPresent() ? 1 : 0;
    }
    return (double) hits / inside;
  }

  @Test
  void sixty_eight_of_a_hundred_places_of_the_spread_lie_within_the_accuracy() {
    Position middle = Position.of(-6.205, 106.805);
    List<Double> metres = new ArrayList<>();
    Spread.around(
        middle,
        100,
        (lon, lat) ->
            metres.add(
                Math.hypot(
                    (lon - 106.805) * Metric.perDegreeOfLongitude(-6.205),
                    (lat + 6.205) * Metric.perDegreeOfLatitude(-6.205))));

    assertThat(metres).hasSize(Spread.SAMPLES);
    assertThat(metres.stream().filter(d -> d <= 100).count() / (double) metres.size())
        .isCloseTo(0.68, within(0.005));
  }

  @Test
  void a_place_box_goes_to_the_smallest_area_that_holds_all_it_reaches() {
    assertThat(smallest(box(106.803, 106.805))).isEqualTo("31.74.01.1001");
    assertThat(smallest(box(106.803, 106.815))).isEqualTo("31.74.01");
    assertThat(smallest(box(106.803, 106.835))).isEqualTo("31.74");
  }

  @Test
  void a_box_that_only_comes_near_a_border_stays_in_its_area() {
    // The circle around this long box would reach into B, the box does not.
    LocationEvidence flat =
        new LocationEvidence.Box(Position.of(-6.2051, 106.801), Position.of(-6.2049, 106.8099));

    assertThat(smallest(flat)).isEqualTo("31.74.01.1001");
  }

  @Test
  void a_circle_goes_to_the_smallest_area_that_holds_all_it_reaches() {
    assertThat(smallest(circle(106.805, 300))).isEqualTo("31.74.01.1001");
    assertThat(smallest(circle(106.805, 700))).isEqualTo("31.74.01");
    assertThat(smallest(circle(106.815, 2_000))).isEqualTo("31.74");
    assertThat(index.route(circle(106.95, 100))).isInstanceOf(Routing.Outside.class);
  }

  private static LocationEvidence circle(double longitude, double radius) {
    return new LocationEvidence.Circle(Position.of(-6.205, longitude), radius);
  }

  @Test
  void a_batch_answers_as_single_lookups_do() {
    double[] latitudes = new double[1_000];
    double[] longitudes = new double[1_000];
    int[] owners = new int[1_000];
    Random random = new Random(3);
    for (int i = 0; i < owners.length; i++) {
      latitudes[i] = i % 100 == 0 ? Double.NaN : -6.211 + random.nextDouble() * 0.012;
      longitudes[i] = 106.799 + random.nextDouble() * 0.042;
    }

    index.locate(latitudes, longitudes, owners);

    for (int i = 0; i < owners.length; i++) {
      assertThat(owners[i]).isEqualTo(index.locate(latitudes[i], longitudes[i]));
    }
    assertThat(owners).contains(-1, 0, 1, 2, 3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> index.locate(latitudes, longitudes, new int[1]));
  }

  @Test
  void an_index_that_was_written_and_read_answers_the_same() throws IOException {
    JurisdictionIndex read = read(bytes(index));

    assertThat(read.version()).isEqualTo(index.version());
    assertThat(read.jurisdictions()).isEqualTo(index.jurisdictions());
    for (double lon = 106.7995; lon < 106.8405; lon += 0.0001) {
      LocationEvidence evidence = point(-6.205, lon, 5);
      assertThat(read.route(evidence)).isEqualTo(index.route(evidence));
    }
  }

  @Test
  void a_damaged_file_is_refused_at_every_length_and_every_byte() throws IOException {
    byte[] whole = bytes(index(List.of(A, B)));
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatExceptionOfType(DamagedIndexException.class)
          .as("cut at %d", length)
          .isThrownBy(() -> read(cut));
    }
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 0x15;
      assertThatExceptionOfType(DamagedIndexException.class)
          .as("changed at %d", at)
          .isThrownBy(() -> read(changed));
    }
  }

  private static byte[] bytes(JurisdictionIndex index) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    index.write(out);
    return out.toByteArray();
  }

  private static JurisdictionIndex read(byte[] bytes) throws IOException {
    return JurisdictionIndex.read(new ByteArrayInputStream(bytes), RoutingSettings.defaults());
  }

  @Test
  void without_coordinates_the_place_must_be_asked_for() {
    assertThat(index.route(LocationEvidence.none()))
        .isEqualTo(new Routing.NeedsLocation(Routing.Missing.NO_PLACE));
    assertThat(index.route(new LocationEvidence.Described("depan pasar")))
        .isEqualTo(new Routing.NeedsLocation(Routing.Missing.ONLY_WORDS));
    assertThat(index.route(exact(0, 0)))
        .isEqualTo(new Routing.NeedsLocation(Routing.Missing.UNUSABLE_COORDINATES));
    assertThat(index.route(exact(106.805, -6.205)))
        .isEqualTo(new Routing.NeedsLocation(Routing.Missing.UNUSABLE_COORDINATES));
  }

  @Test
  void the_order_of_the_file_changes_no_answer() {
    List<String> features = new ArrayList<>(List.of(A, B, C, D));
    long seed = 7;
    Random random = new Random(seed);
    for (int round = 0; round < 10; round++) {
      Collections.shuffle(features, random);
      JurisdictionIndex shuffled = index(features);
      for (double lon = 106.7995; lon < 106.8405; lon += 0.00005) {
        assertThat(shuffled.find(Position.of(-6.205, lon)))
            .as("seed %d, round %d, longitude %s", seed, round, lon)
            .isEqualTo(index.find(Position.of(-6.205, lon)));
      }
    }
  }

  private String smallest(LocationEvidence evidence) {
    return routed(evidence).jurisdiction().smallest().code();
  }

  private Routing.Routed routed(LocationEvidence evidence) {
    Routing routing = index.route(evidence);
    assertThat(routing).isInstanceOf(Routing.Routed.class);
    return (Routing.Routed) routing;
  }

  private static LocationEvidence exact(double latitude, double longitude) {
    return point(latitude, longitude, 0);
  }

  private static LocationEvidence point(double latitude, double longitude, double accuracy) {
    return LocationEvidence.coordinates(latitude, longitude, Source.SHARED_PIN, accuracy);
  }

  private static LocationEvidence box(double west, double east) {
    return new LocationEvidence.Box(Position.of(-6.206, west), Position.of(-6.204, east));
  }

  private static JurisdictionIndex index(List<String> features) {
    return boundaries(features).index();
  }

  private static Boundaries boundaries(List<String> features) {
    String json =
        "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    return Boundaries.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
        "squares.geojson",
        BoundaryOptions.defaults());
  }

  private static String square(
      String code, String name, String kecamatan, double west, double east) {
    return String.format(
        Locale.ROOT,
        "{\"type\":\"Feature\",\"properties\":{\"kelurahan_code\":\"%s\",\"kelurahan\":\"%s\","
            + "\"kecamatan_code\":\"%s\",\"kecamatan\":\"Kecamatan %s\","
            + "\"kota_code\":\"31.74\",\"kota\":\"Jakarta Selatan\"},"
            + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
            + "[[[%s,-6.21],[%s,-6.21],[%s,-6.20],[%s,-6.20],[%s,-6.21]]]}}",
        code,
        name,
        kecamatan,
        kecamatan,
        west,
        east,
        east,
        west,
        west);
  }
}
