package org.tanggap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.geo.Sample.area;
import static org.tanggap.geo.Sample.cideng;
import static org.tanggap.geo.Sample.collection;
import static org.tanggap.geo.Sample.feature;
import static org.tanggap.geo.Sample.gambir;
import static org.tanggap.geo.Sample.polygon;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** GeoJSON that lies about its places, its names or its size. */
class MalformedContentTest extends MalformedCases {

  @ParameterizedTest(name = "{0}")
  @MethodSource("catalogue")
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void a_damaged_file_gets_one_typed_answer(Case damaged) {
    damaged.check();
  }

  static Stream<Case> catalogue() {
    MalformedContentTest all = new MalformedContentTest();
    all.places();
    all.attributes();
    all.limits();
    all.crs();
    return all.cases.stream();
  }

  @Test
  void the_catalogue_has_at_least_60_cases_with_names_of_their_own() {
    List<String> names = catalogue().map(Case::name).toList();
    assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(60);
  }

  private void places() {
    refused(
        "all axes swapped",
        collection(area("31.71.01.1001", "Gambir", -6.17, 106.82)),
        BoundaryFileException.Kind.AXES_SWAPPED);
    damaged(
        "axes of one area swapped",
        area("31.71.01.1001", "Gambir", -6.17, 106.82),
        BoundaryNotice.Kind.AXES_SWAPPED);
    refused(
        "all minus signs lost",
        collection(area("31.71.01.1001", "Gambir", 106.82, 6.17)),
        BoundaryFileException.Kind.MINUS_SIGN_LOST);
    damaged(
        "the minus sign of one area lost",
        area("31.71.01.1001", "Gambir", 106.82, 6.17),
        BoundaryNotice.Kind.MINUS_SIGN_LOST);
    read(
        "a code of Jakarta in London",
        collection(area("31.71.01.1001", "Gambir", -0.1, 51.5)),
        1,
        BoundaryNotice.Kind.OUTSIDE_INDONESIA);
    read("Aceh lies north of the equator", collection(area("11.06.01.2001", "X", 95.3, 5.5)), 1);
    damaged(
        "an area across the antimeridian",
        rings("[[179,-6],[-179,-6],[-179,-5],[179,-5],[179,-6]]"),
        BoundaryNotice.Kind.CROSSES_ANTIMERIDIAN);
    read(
        "an area on the antimeridian",
        collection(rings("[[179,-6],[180,-6],[180,-5],[179,-5],[179,-6]]")),
        1,
        BoundaryNotice.Kind.OUTSIDE_INDONESIA);
    read(
        "an area on the pole",
        collection(rings("[[0,89],[90,90],[-90,89],[0,89]]")),
        1,
        BoundaryNotice.Kind.OUTSIDE_INDONESIA);
  }

  private void attributes() {
    for (String other : List.of("null", "5", "\"x\"", "[]", "[{}]")) {
      read(
          "properties that are " + other,
          collection(feature(other, polygon("[" + SHELL + "]"))),
          1,
          other.equals("null")
              ? BoundaryNotice.Kind.CODE_MISSING
              : BoundaryNotice.Kind.ATTRIBUTES_MALFORMED,
          BoundaryNotice.Kind.ATTRIBUTES_UNKNOWN);
    }
    for (String code : List.of("null", "\"\"", "\"  \"", "{}", "[1]")) {
      read(
          "a code that is " + code,
          collection(cideng(), gambir().replace("\"31.71.01.1001\"", code)),
          2,
          BoundaryNotice.Kind.CODE_MISSING);
    }
    for (String code : List.of("\"31888888\"", "31.71", "\"31.71.01\"", "\"abc\"", "-5", "true")) {
      read(
          "a code that is none of this level: " + code,
          collection(cideng(), gambir().replace("\"31.71.01.1001\"", code)),
          1,
          BoundaryNotice.Kind.NOT_AN_AREA);
    }
    for (String code : List.of("3171011001", "3171011001.0", "3.171011001e9", "\"3171011001\"")) {
      read(
          "a code without dots: " + code,
          collection(cideng(), gambir().replace("\"31.71.01.1001\"", code)),
          2);
    }
    read(
        "a code of a number with an endless exponent",
        collection(cideng(), gambir().replace("\"31.71.01.1001\"", "1e999999999")),
        1,
        BoundaryNotice.Kind.NOT_AN_AREA);
    read(
        "a code longer than an attribute may be",
        collection(cideng(), gambir().replace("31.71.01.1001", "3".repeat(300))),
        2,
        BoundaryNotice.Kind.ATTRIBUTE_TOO_LONG,
        BoundaryNotice.Kind.CODE_MISSING);
    read(
        "no name",
        collection(cideng(), gambir().replace("\"Gambir\"", "null")),
        2,
        BoundaryNotice.Kind.NAME_MISSING);
    read(
        "a code twice with the same name",
        collection(gambir(), area("31.71.01.1001", "GAMBIR", 106.9, -6.1)),
        1,
        BoundaryNotice.Kind.CODE_DUPLICATE);
    read(
        "a code twice with different names",
        collection(gambir(), area("31.71.01.1001", "Cideng", 106.9, -6.1)),
        2,
        BoundaryNotice.Kind.CODE_DUPLICATE);
    read(
        "a name twice in a kecamatan",
        collection(gambir(), area("31.71.01.1002", "Gambir", 106.9, -6.1)),
        2,
        BoundaryNotice.Kind.NAME_DUPLICATE);
    read(
        "another kecamatan than the code says",
        collection(
            gambir().replace("\"kelurahan\":", "\"kecamatan_code\":\"31.71.02\",\"kelurahan\":")),
        1,
        BoundaryNotice.Kind.PARENT_CONTRADICTS_CODE);
    read(
        "an attribute twice, the first counts",
        collection(gambir().replace("\"kelurahan\":", "\"KELURAHAN\":\"Other\",\"kelurahan\":")),
        1,
        BoundaryNotice.Kind.DUPLICATE_MEMBER);
    read(
        "unknown attributes",
        collection(feature("{\"foo\":\"bar\"}", polygon("[" + SHELL + "]"))),
        1,
        BoundaryNotice.Kind.ATTRIBUTES_UNKNOWN,
        BoundaryNotice.Kind.CODE_MISSING);
    read(
        "unknown members",
        "{\"x\":[[[{}]]],\"type\":\"FeatureCollection\",\"features\":[" + gambir() + "],\"y\":1}",
        1,
        BoundaryNotice.Kind.UNKNOWN_MEMBER);
    read(
        "an id that is an object",
        collection(
            gambir().replace("{\"type\":\"Feature\"", "{\"id\":{\"a\":[]},\"type\":\"Feature\"")),
        1);
  }

  private void limits() {
    BoundaryFileException.Kind limit = BoundaryFileException.Kind.OVER_LIMIT;
    refused("20,000 arrays", "[".repeat(20_000), BoundaryFileException.Kind.NOT_GEOJSON);
    refused("20,000 objects", "{\"a\":".repeat(20_000), limit);
    refused(
        "20,000 arrays as coordinates",
        "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
            + "[".repeat(20_000),
        limit);
    refused(
        "20,000 arrays as properties",
        "{\"type\":\"Feature\",\"properties\":{\"a\":" + "[".repeat(20_000),
        limit);
    refused("20,000 arrays as crs", "{\"crs\":{\"a\":" + "[".repeat(20_000), limit);
    refused(
        "20,000 collections within each other",
        "{\"type\":\"Feature\",\"geometry\":"
            + "{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(20_000),
        limit);
    refused(
        "a text of a million characters",
        collection(gambir().replace("Gambir", "x".repeat(1_000_000))),
        limit);
    refused("a name of a million characters", "{\"" + "x".repeat(1_000_000) + "\":1}", limit);
    refused(
        "a number of a million digits",
        collection(gambir().replace("\"31.71.01.1001\"", "3".repeat(1_000_000))),
        limit);
    refused(
        "a coordinate of 1,000 digits",
        collection(feature(GAMBIR, polygon("[[[1." + "1".repeat(1000) + ",2]]]"))),
        limit);
    read(
        "a coordinate of 300 digits",
        collection(rings(SHELL.replace("106.83", "106.83" + "0".repeat(300)))),
        1);
    read(
        "100,000 unknown names",
        "{\"type\":\"FeatureCollection\",\"features\":[" + gambir() + "]" + names(100_000) + "}",
        1,
        BoundaryNotice.Kind.UNKNOWN_MEMBER);
    refused(
        "200,001 features",
        "{\"type\":\"FeatureCollection\",\"features\":[" + "1,".repeat(200_000) + "1]}",
        limit);
    refused(
        "a ring of a million and one vertices",
        "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[["
            + "[1,2],".repeat(1_000_001),
        limit);
    damaged(
        "a position of a million numbers",
        feature(GAMBIR, polygon("[[[" + "1,".repeat(1_000_000) + "1]]]")),
        BoundaryNotice.Kind.RING_TOO_SHORT);
    damaged(
        "a million empty arrays",
        feature(GAMBIR, polygon("[" + "[],".repeat(1_000_000) + "[]]")),
        BoundaryNotice.Kind.GEOMETRY_MISSING);
  }

  private void crs() {
    BoundaryFileException.Kind foreign = BoundaryFileException.Kind.FOREIGN_CRS;
    for (String crs :
        List.of(
            "{}",
            "5",
            "[]",
            "\"EPSG:4326\"",
            "{\"type\":\"name\"}",
            "{\"type\":\"name\",\"properties\":{}}",
            "{\"type\":\"link\",\"properties\":{\"href\":\"http://example.org\"}}",
            "{\"type\":\"name\",\"properties\":{\"name\":5}}",
            crsNamed("EPSG:32748"),
            crsNamed("urn:ogc:def:crs:EPSG::23830"),
            crsNamed("urn:ogc:def:crs:EPSG::3857"),
            crsNamed("EPSG:14326"),
            crsNamed(""))) {
      refused("crs before the features: " + crs, withCrs(crs, true), foreign);
    }
    refused("crs after the features", withCrs(crsNamed("EPSG:32748"), false), foreign);
    refused(
        "crs in a feature",
        collection(gambir().replace("\"properties\"", "\"crs\":{},\"properties\"")),
        foreign);
    refused(
        "crs in a geometry",
        collection(gambir().replace("\"coordinates\"", "\"crs\":{},\"coordinates\"")),
        foreign);
    for (String crs :
        List.of(
            "null",
            crsNamed("urn:ogc:def:crs:OGC:1.3:CRS84"),
            crsNamed("urn:ogc:def:crs:EPSG::4326"),
            crsNamed("EPSG:4326"),
            crsNamed("urn:ogc:def:crs:EPSG:6.9:4326"),
            crsNamed("http://www.opengis.net/def/crs/OGC/1.3/CRS84"))) {
      read("WGS 84 as crs: " + crs, withCrs(crs, true), 1);
    }
  }

  private static String names(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(",\"n").append(i * 7919L).append("\":1");
    }
    return text.toString();
  }

  private static String crsNamed(String crs) {
    return "{\"type\":\"name\",\"properties\":{\"name\":\"" + crs + "\"}}";
  }

  private static String withCrs(String crs, boolean before) {
    String features = "\"features\":[" + gambir() + "]";
    return "{\"type\":\"FeatureCollection\","
        + (before ? "\"crs\":" + crs + "," + features : features + ",\"crs\":" + crs)
        + "}";
  }
}
