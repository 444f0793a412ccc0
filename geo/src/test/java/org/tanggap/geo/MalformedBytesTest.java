package org.tanggap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.geo.Sample.area;
import static org.tanggap.geo.Sample.cideng;
import static org.tanggap.geo.Sample.collection;
import static org.tanggap.geo.Sample.feature;
import static org.tanggap.geo.Sample.gambir;
import static org.tanggap.geo.Sample.gzip;
import static org.tanggap.geo.Sample.joined;
import static org.tanggap.geo.Sample.polygon;
import static org.tanggap.geo.Sample.utf8;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are no GeoJSON, or not to their end. */
class MalformedBytesTest extends MalformedCases {

  @ParameterizedTest(name = "{0}")
  @MethodSource("catalogue")
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void a_damaged_file_gets_one_typed_answer(Case damaged) {
    damaged.check();
  }

  static Stream<Case> catalogue() {
    MalformedBytesTest all = new MalformedBytesTest();
    all.bytesThatAreNoText();
    all.truncated();
    all.compressed();
    all.noJson();
    all.noGeoJson();
    return all.cases.stream();
  }

  @Test
  void the_catalogue_has_at_least_100_cases_with_names_of_their_own() {
    List<String> names = catalogue().map(Case::name).toList();
    assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(100);
  }

  private void bytesThatAreNoText() {
    byte[] sound = utf8(collection(gambir()));
    refused("no bytes", new byte[0], BoundaryFileException.Kind.EMPTY);
    refused("one blank", " ", BoundaryFileException.Kind.EMPTY);
    refused("white space", "\n\r\t \n", BoundaryFileException.Kind.EMPTY);
    refused("a record separator alone", "\u001e\n", BoundaryFileException.Kind.EMPTY);
    refused("a byte order mark alone", "\ufeff", BoundaryFileException.Kind.EMPTY);
    refused("half a byte order mark", bytes(0xef, 0xbb), BoundaryFileException.Kind.TRUNCATED);
    refused("two byte order marks", "\ufeff\ufeff{}", BoundaryFileException.Kind.NOT_JSON);
    refused("zero bytes", new byte[1000], BoundaryFileException.Kind.NOT_UTF8);
    refused("one zero byte", new byte[1], BoundaryFileException.Kind.NOT_UTF8);
    for (String charset :
        List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE")) {
      refused(
          "encoded as " + charset,
          collection(gambir()).getBytes(Charset.forName(charset)),
          BoundaryFileException.Kind.NOT_UTF8);
    }
    refused(
        "a name in Latin-1",
        collection(area("31.71.01.1001", "Caf\u00e9", 106.8, -6.1))
            .getBytes(StandardCharsets.ISO_8859_1),
        BoundaryFileException.Kind.NOT_UTF8);
    refused(
        "an overlong slash",
        joined(utf8("{\"a\":\""), bytes(0xc0, 0xaf), utf8("\"}")),
        BoundaryFileException.Kind.NOT_UTF8);
    refused(
        "a surrogate in UTF-8",
        joined(utf8("{\"a\":\""), bytes(0xed, 0xa0, 0x80), utf8("\"}")),
        BoundaryFileException.Kind.NOT_UTF8);
    refused(
        "a code point beyond Unicode",
        joined(utf8("{\"a\":\""), bytes(0xf5, 0x80, 0x80, 0x80), utf8("\"}")),
        BoundaryFileException.Kind.NOT_UTF8);
    refused(
        "a character cut in two",
        joined(utf8("{\"a\":\""), bytes(0xc3), utf8("\"}")),
        BoundaryFileException.Kind.NOT_UTF8);
    refused(
        "a zero byte in the middle",
        joined(sound, new byte[1], sound),
        BoundaryFileException.Kind.NOT_UTF8);
    refused(
        "a zero byte after the end",
        joined(sound, new byte[1]),
        BoundaryFileException.Kind.NOT_UTF8);
    refused("a picture", bytes(0x89, 'P', 'N', 'G', 13, 10), BoundaryFileException.Kind.NOT_UTF8);
    refused(
        "a class file", bytes(0xca, 0xfe, 0xba, 0xbe, 0, 0), BoundaryFileException.Kind.NOT_UTF8);
    refused("a .shp alone", bytes(0, 0, 0x27, 0x0a), BoundaryFileException.Kind.PART_MISSING);
  }

  private void truncated() {
    String whole =
        "{\"type\":\"FeatureCollection\",\"features\":["
            + "{\"type\":\"Feature\",\"properties\":{\"kelurahan_code\":\"31.71.01.1001\"},"
            + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[106.82,-6.17],[106.83,-6.17]";
    for (String end :
        List.of(
            "{",
            "{\"type\"",
            "{\"type\":",
            "{\"type\":\"FeatureCollection",
            "{\"type\":\"FeatureCollection\",",
            "\"features\":",
            "\"features\":[",
            "{\"type\":\"Feature\",\"prop",
            "\"properties\":{",
            "\"properties\":{\"kelurahan_code\"",
            "\"properties\":{\"kelurahan_code\":",
            "31.71.0",
            "31.71.01.1001\"}",
            "\"geometry\":",
            "\"geometry\":{",
            "\"coordinates\":",
            "\"coordinates\":[",
            "\"coordinates\":[[",
            "\"coordinates\":[[[",
            "[[[106.82",
            "[[[106.82,",
            "[[[106.82,-",
            "[[[106.82,-6.17]",
            "[106.83,-6.17]")) {
      refused(
          "truncated after " + end,
          whole.substring(0, whole.indexOf(end) + end.length()),
          BoundaryFileException.Kind.TRUNCATED);
    }
    refused("truncated before the last ]}", whole + "]]}}", BoundaryFileException.Kind.TRUNCATED);
    refused("truncated before the last }", whole + "]]}}]", BoundaryFileException.Kind.TRUNCATED);
    refused(
        "lines, the last truncated",
        gambir() + "\n" + cideng().substring(0, 40),
        BoundaryFileException.Kind.TRUNCATED);
  }

  private void compressed() {
    byte[] sound = gzip(utf8(collection(gambir(), cideng())));
    refused("two bytes of gzip", bytes(0x1f, 0x8b), BoundaryFileException.Kind.TRUNCATED);
    for (int length : new int[] {5, 9, 10, 11, 30, sound.length - 9, sound.length - 1}) {
      refused(
          "gzip truncated at " + (length < 31 ? length : "the end less " + (sound.length - length)),
          Arrays.copyOf(sound, length),
          BoundaryFileException.Kind.TRUNCATED);
    }
    byte[] method = sound.clone();
    method[2] = 7;
    refused("gzip of an unknown method", method, BoundaryFileException.Kind.DAMAGED);
    byte[] crc = sound.clone();
    crc[crc.length - 6] ^= 1;
    refused("gzip with a wrong checksum", crc, BoundaryFileException.Kind.DAMAGED);
    byte[] size = sound.clone();
    size[size.length - 1] ^= 1;
    refused("gzip with a wrong length", size, BoundaryFileException.Kind.DAMAGED);
    refused(
        "gzip of random bytes",
        joined(Arrays.copyOf(sound, 10), bytes(0xff, 0xff, 0xff, 0xff)),
        BoundaryFileException.Kind.DAMAGED);
    refused("gzip in gzip", gzip(sound), BoundaryFileException.Kind.NOT_GEOJSON);
    refused("gzip of nothing", gzip(new byte[0]), BoundaryFileException.Kind.EMPTY);
    refused("gzip of zeros", gzip(new byte[1 << 20]), BoundaryFileException.Kind.NOT_UTF8);
    refused("zip in gzip", gzip(bytes('P', 'K', 3, 4)), BoundaryFileException.Kind.NOT_GEOJSON);
    refused(
        "64 MiB of blanks in 64 KiB of gzip",
        gzip(utf8(" ".repeat(64 << 20))),
        BoundaryFileException.Kind.OVER_LIMIT);
    refused("an empty zip", bytes('P', 'K', 5, 6), BoundaryFileException.Kind.PART_MISSING);
    refused("a zip without content", bytes('P', 'K'), BoundaryFileException.Kind.PART_MISSING);
    refused("a zip cut short", bytes('P', 'K', 3, 4, 20), BoundaryFileException.Kind.PART_MISSING);
  }

  private void noJson() {
    for (String text :
        List.of(
            "hello",
            "id,lat,lon",
            "}",
            "]",
            "{]",
            "{\"type\" \"Feature\"}",
            "{'type':'Feature'}",
            "{type:1}",
            "{\"type\":\"Feature\",}",
            "{\"a\":01}",
            "{\"a\":+1}",
            "{\"a\":.5}",
            "{\"a\":1.}",
            "{\"a\":NaN}",
            "{\"a\":Infinity}",
            "{\"a\":-Infinity}",
            "{\"a\":0x10}",
            "{\"a\":\"\\x\"}",
            "{\"a\":\"tab\there\"}",
            "{\"a\":tru}",
            "/* a comment */ {}",
            "{\"a\":undefined}")) {
      refused("no JSON: " + text, text, BoundaryFileException.Kind.NOT_JSON);
    }
    refused(
        "no JSON after the end", collection(gambir()) + "x", BoundaryFileException.Kind.NOT_JSON);
    refused(
        "a comma too many in features",
        "{\"type\":\"FeatureCollection\",\"features\":[" + gambir() + ",]}",
        BoundaryFileException.Kind.NOT_JSON);
    refused(
        "a comma missing in coordinates",
        collection(feature(GAMBIR, polygon("[[[106.8 -6.1]]]"))),
        BoundaryFileException.Kind.NOT_JSON);
    refused(
        "NaN as a coordinate",
        collection(feature(GAMBIR, polygon("[[[NaN,1],[2,2],[3,1],[1,1]]]"))),
        BoundaryFileException.Kind.NOT_JSON);
    refused("KML", "<?xml version='1.0'?><kml/>", BoundaryFileException.Kind.NOT_GEOJSON);
    refused("a web page", "<!DOCTYPE html><html/>", BoundaryFileException.Kind.NOT_GEOJSON);
    refused("a GeoPackage", "SQLite format 3", BoundaryFileException.Kind.NOT_GEOJSON);
  }

  private void noGeoJson() {
    for (String text :
        List.of(
            "{}",
            "[]",
            "null",
            "true",
            "5",
            "\"text\"",
            "[" + "{\"type\":\"Feature\"}" + "]",
            "{\"type\":null}",
            "{\"type\":5}",
            "{\"type\":{}}",
            "{\"type\":\"Topology\",\"objects\":{}}",
            "{\"type\":\"FeatureCollection\"}",
            "{\"type\":\"featurecollection\",\"features\":[]}",
            "{\"type\":\"FeatureCollection\",\"features\":null}",
            "{\"type\":\"FeatureCollection\",\"features\":{}}",
            "{\"type\":\"FeatureCollection\",\"features\":\"x\"}",
            "{\"type\":\"Feature\",\"features\":[]}",
            "{\"features\":[]}",
            "{\"type\":\"Polygon\",\"coordinates\":[]}",
            "{\"type\":\"Point\",\"coordinates\":[1,2]}",
            "{\"paths\":{},\"openapi\":\"3.0\"}",
            "{\"rings\":[],\"spatialReference\":{\"wkid\":4326}}")) {
      refused("no GeoJSON: " + text, text, BoundaryFileException.Kind.NOT_GEOJSON);
    }
    refused(
        "a GeoJSON and a number after it",
        collection(gambir()) + " 5",
        BoundaryFileException.Kind.NOT_GEOJSON);
    refused(
        "a long unknown type",
        "{\"type\":\"" + "x".repeat(5000) + "\"}",
        BoundaryFileException.Kind.NOT_GEOJSON);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
