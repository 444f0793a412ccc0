package org.tanggap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.geo.Sample.cideng;
import static org.tanggap.geo.Sample.collection;
import static org.tanggap.geo.Sample.feature;
import static org.tanggap.geo.Sample.gambir;
import static org.tanggap.geo.Sample.named;
import static org.tanggap.geo.Sample.polygon;
import static org.tanggap.geo.Sample.ring;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** GeoJSON of which the features are damaged. */
class MalformedFeatureTest extends MalformedCases {

  @ParameterizedTest(name = "{0}")
  @MethodSource("catalogue")
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void a_damaged_file_gets_one_typed_answer(Case damaged) {
    damaged.check();
  }

  static Stream<Case> catalogue() {
    MalformedFeatureTest all = new MalformedFeatureTest();
    all.wrongTypes();
    all.coordinates();
    all.ringDefects();
    return all.cases.stream();
  }

  @Test
  void the_catalogue_has_at_least_60_cases_with_names_of_their_own() {
    List<String> names = catalogue().map(Case::name).toList();
    assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(60);
  }

  private void wrongTypes() {
    BoundaryFileException.Kind none = BoundaryFileException.Kind.NO_POLYGONS;
    refused("no features", collection(), none);
    refused("features of null", collection("null", "null"), none);
    refused("a Feature without members", "{\"type\":\"Feature\"}", none);
    refused("a geometry of null", feature(GAMBIR, "null"), none);
    for (String other : List.of("null", "5", "\"x\"", "true", "[]", "[[1]]", "{}", "{\"a\":{}}")) {
      damaged("a feature that is " + other, other, BoundaryNotice.Kind.NOT_A_FEATURE);
    }
    damaged(
        "a feature of another type",
        gambir().replace("\"Feature\"", "\"Fixture\""),
        BoundaryNotice.Kind.NOT_A_FEATURE);
    damaged(
        "a collection within",
        collection(gambir()),
        BoundaryNotice.Kind.NOT_A_FEATURE,
        BoundaryNotice.Kind.UNKNOWN_MEMBER);
    damaged("a geometry of null", feature(GAMBIR, "null"), BoundaryNotice.Kind.GEOMETRY_MISSING);
    damaged(
        "no geometry at all",
        "{\"type\":\"Feature\",\"properties\":" + GAMBIR + "}",
        BoundaryNotice.Kind.GEOMETRY_MISSING);
    for (String other : List.of("5", "\"x\"", "true", "[]", "[{}]", "{}", "{\"type\":5}")) {
      damaged(
          "a geometry that is " + other,
          feature(GAMBIR, other),
          BoundaryNotice.Kind.GEOMETRY_MALFORMED);
    }
    damaged(
        "a geometry of an unknown type",
        feature(GAMBIR, "{\"type\":\"Circle\",\"coordinates\":[" + SHELL + "]}"),
        BoundaryNotice.Kind.GEOMETRY_MALFORMED);
    damaged(
        "a polygon without coordinates",
        feature(GAMBIR, "{\"type\":\"Polygon\"}"),
        BoundaryNotice.Kind.GEOMETRY_MALFORMED);
    for (String other : List.of("Point", "LineString", "MultiPoint", "MultiLineString")) {
      damaged(
          "a geometry of type " + other,
          feature(GAMBIR, "{\"coordinates\":[[" + SHELL + "]],\"type\":\"" + other + "\"}"),
          BoundaryNotice.Kind.GEOMETRY_NOT_AREAL);
    }
    damaged(
        "a collection of nothing",
        feature(GAMBIR, "{\"type\":\"GeometryCollection\",\"geometries\":[]}"),
        BoundaryNotice.Kind.GEOMETRY_MISSING);
    damaged(
        "a collection without geometries",
        feature(GAMBIR, "{\"type\":\"GeometryCollection\"}"),
        BoundaryNotice.Kind.GEOMETRY_MALFORMED);
    damaged(
        "a collection of null",
        feature(GAMBIR, "{\"type\":\"GeometryCollection\",\"geometries\":[null]}"),
        BoundaryNotice.Kind.GEOMETRY_MALFORMED);
    damaged(
        "a collection of a point",
        feature(
            GAMBIR,
            "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\","
                + "\"coordinates\":[1,2]}]}"),
        BoundaryNotice.Kind.GEOMETRY_NOT_AREAL);
    read(
        "a collection of a point and a polygon is read",
        collection(
            feature(
                GAMBIR,
                "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\","
                    + "\"coordinates\":[1,2]},"
                    + polygon("[" + SHELL + "]")
                    + "]}")),
        1,
        BoundaryNotice.Kind.GEOMETRY_NOT_AREAL);
    damaged(
        "two geometries in a feature",
        gambir().replace("\"geometry\"", "\"geometry\":null,\"geometry\""),
        BoundaryNotice.Kind.DUPLICATE_MEMBER);
    damaged(
        "coordinates twice",
        gambir().replace("\"coordinates\"", "\"coordinates\":[],\"coordinates\""),
        BoundaryNotice.Kind.DUPLICATE_MEMBER);
    read(
        "features twice are both read",
        "{\"type\":\"FeatureCollection\",\"features\":["
            + gambir()
            + "],\"features\":["
            + cideng()
            + "]}",
        2,
        BoundaryNotice.Kind.DUPLICATE_MEMBER);
    read(
        "properties twice, the first counts",
        collection(gambir().replace("\"geometry\"", "\"properties\":{},\"geometry\"")),
        1,
        BoundaryNotice.Kind.DUPLICATE_MEMBER);
    read(
        "a type twice, the first counts",
        collection(gambir().replace("{\"type\":\"Feature\"", "{\"type\":\"Feature\",\"type\":5")),
        1,
        BoundaryNotice.Kind.DUPLICATE_MEMBER);
  }

  private void coordinates() {
    for (String other :
        List.of(
            "null",
            "5",
            "\"x\"",
            "{}",
            "[5]",
            "[null]",
            "[{}]",
            "[[5]]",
            "[[null]]",
            "[[[5]]]",
            "[[[null,null]]]",
            "[[[\"106.8\",\"-6.1\"]]]",
            "[[[106.8,-6.1],[106.9]]]",
            "[[[106.8,-6.1],[]]]",
            "[[[106.8,-6.1],5]]",
            "[[[106.8,-6.1],[106.9,[1,2]]]]",
            "[[[106.8,-6.1],null]]",
            "[[[106.8,-6.1],{\"x\":[[1]]}]]",
            "[" + SHELL + ",5]",
            "[" + SHELL + ",[5]]",
            "[[" + SHELL + "]]",
            "[[[" + SHELL + "]]]",
            SHELL)) {
      damaged(
          "polygon coordinates " + other,
          feature(GAMBIR, polygon(other)),
          BoundaryNotice.Kind.COORDINATES_MALFORMED);
    }
    damaged(
        "the coordinates of a polygon in a multipolygon",
        feature(GAMBIR, "{\"type\":\"MultiPolygon\",\"coordinates\":[" + SHELL + "]}"),
        BoundaryNotice.Kind.COORDINATES_MALFORMED);
    for (String nothing : List.of("[]", "[[]]", "[[],[]]", "[[[]]]", "[[[[]]]]")) {
      damaged(
          "coordinates of nothing " + nothing,
          feature(GAMBIR, polygon(nothing)),
          BoundaryNotice.Kind.GEOMETRY_MISSING);
    }
    for (String number :
        List.of("1e999", "-1e999", "1e308", "181", "-180.0001", "1e99999999999999999999")) {
      damaged(
          "a longitude of " + number,
          feature(
              GAMBIR, polygon("[" + SHELL.replace("[106.83,-6.16]", "[" + number + ",0]") + "]")),
          BoundaryNotice.Kind.COORDINATE_OUT_OF_RANGE);
      damaged(
          "a latitude of " + number,
          feature(
              GAMBIR, polygon("[" + SHELL.replace("[106.83,-6.16]", "[0," + number + "]") + "]")),
          BoundaryNotice.Kind.COORDINATE_OUT_OF_RANGE);
    }
    damaged(
        "metres of UTM 48S",
        feature(
            GAMBIR,
            polygon("[[[700000,9300000],[700100,9300000],[700100,9300100],[700000,9300000]]]")),
        BoundaryNotice.Kind.COORDINATE_OUT_OF_RANGE);
    read(
        "heights and measures are not needed",
        collection(
            feature(
                GAMBIR,
                polygon(
                    "[[[106.82,-6.17,1,2],[106.83,-6.17,1],[106.83,-6.16],[106.82,-6.17,0]]]"))),
        1);
  }

  private void ringDefects() {
    damaged("a ring of one vertex", rings("[[106.8,-6.1]]"), BoundaryNotice.Kind.RING_TOO_SHORT);
    damaged(
        "a ring of two vertices",
        rings("[[106.8,-6.1],[106.9,-6.1]]"),
        BoundaryNotice.Kind.RING_TOO_SHORT);
    damaged(
        "a ring there and back",
        rings("[[106.8,-6.1],[106.9,-6.1],[106.8,-6.1]]"),
        BoundaryNotice.Kind.RING_TOO_SHORT);
    damaged(
        "a ring of one place",
        rings("[[106.8,-6.1],[106.8,-6.1],[106.8,-6.1],[106.8,-6.1]]"),
        BoundaryNotice.Kind.RING_TOO_SHORT,
        BoundaryNotice.Kind.GEOMETRY_MISSING);
    damaged(
        "a ring of two places",
        rings("[[106.8,-6.1],[106.8,-6.1],[106.9,-6.1],[106.8,-6.1]]"),
        BoundaryNotice.Kind.RING_TOO_SHORT);
    damaged(
        "an empty shell before a hole", rings("[]," + SHELL), BoundaryNotice.Kind.RING_TOO_SHORT);
    read(
        "an empty hole is dropped",
        collection(rings(SHELL + ",[]")),
        1,
        BoundaryNotice.Kind.RING_TOO_SHORT);
    read(
        "a hole of no size is dropped",
        collection(rings(SHELL + ",[[106.8,-6.1],[106.8,-6.1],[106.8,-6.1]]")),
        1,
        BoundaryNotice.Kind.RING_TOO_SHORT);
    read(
        "an unclosed ring is closed",
        collection(rings("[[106.82,-6.17],[106.83,-6.17],[106.83,-6.16]]")),
        1,
        BoundaryNotice.Kind.UNCLOSED_RING);
    read(
        "a nearly closed ring is closed",
        collection(rings("[[106.82,-6.17],[106.83,-6.17],[106.83,-6.16],[106.82,-6.1700000001]]")),
        1,
        BoundaryNotice.Kind.UNCLOSED_RING);
    read(
        "vertices that repeat",
        collection(
            rings("[[106.82,-6.17],[106.83,-6.17],[106.83,-6.17],[106.83,-6.16],[106.82,-6.17]]")),
        1,
        BoundaryNotice.Kind.REPEATED_VERTICES);
    read(
        "a clockwise shell",
        collection(rings("[[106.82,-6.17],[106.83,-6.16],[106.83,-6.17],[106.82,-6.17]]")),
        1,
        BoundaryNotice.Kind.WRONG_WINDING);
    read(
        "a counter-clockwise hole",
        collection(rings(SHELL + "," + SHELL)),
        1,
        BoundaryNotice.Kind.WRONG_WINDING);
    read(
        "a bow-tie is left to the boundary check",
        collection(
            rings("[[106.82,-6.17],[106.83,-6.16],[106.83,-6.17],[106.82,-6.16],[106.82,-6.17]]")),
        1);
    read(
        "a hole outside its shell is left to the boundary check",
        collection(rings(SHELL + "," + ring(107, -6, 107.1, -5.9, 107.1, -6, 107, -6))),
        1);
    read(
        "a spike is left to the boundary check",
        collection(
            rings("[[106.82,-6.17],[106.83,-6.17],[106.9,-6.1],[106.83,-6.17],[106.82,-6.17]]")),
        1);
    read(
        "one shell against the others",
        collection(
            gambir(),
            cideng(),
            feature(
                named("31.71.01.1003", "Petojo Utara"),
                polygon("[" + ring(106.81, -6.1, 106.81, -6, 106.82, -6.1, 106.81, -6.1) + "]"))),
        3,
        BoundaryNotice.Kind.MIXED_WINDING);
  }
}
