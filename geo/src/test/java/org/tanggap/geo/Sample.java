package org.tanggap.geo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Small boundary files made in code. */
final class Sample {

  private Sample() {}

  /** A counter-clockwise square of a hundredth of a degree. */
  static String square(double lon, double lat) {
    double e = lon + 0.01;
    double n = lat + 0.01;
    return "[" + ring(lon, lat, e, lat, e, n, lon, n, lon, lat) + "]";
  }

  static String ring(double... numbers) {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < numbers.length; i += 2) {
      text.append(
          String.format(
              Locale.ROOT, "%s[%.4f,%.4f]", i == 0 ? "" : ",", numbers[i], numbers[i + 1]));
    }
    return text.append("]").toString();
  }

  static String polygon(String coordinates) {
    return "{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}";
  }

  static String feature(String properties, String geometry) {
    return "{\"type\":\"Feature\",\"properties\":" + properties + ",\"geometry\":" + geometry + "}";
  }

  static String named(String code, String name) {
    return "{\"kelurahan_code\":\"" + code + "\",\"kelurahan\":\"" + name + "\"}";
  }

  static String area(String code, String name, double lon, double lat) {
    return feature(named(code, name), polygon(square(lon, lat)));
  }

  /** A sound kelurahan. */
  static String gambir() {
    return area("31.71.01.1001", "Gambir", 106.82, -6.17);
  }

  /** Another one. */
  static String cideng() {
    return area("31.71.01.1002", "Cideng", 106.80, -6.17);
  }

  static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static Boundaries read(String text) {
    return read(utf8(text));
  }

  static Boundaries read(byte[] bytes) {
    return read(bytes, BoundaryOptions.defaults());
  }

  static Boundaries read(byte[] bytes, BoundaryOptions options) {
    return Boundaries.read(new ByteArrayInputStream(bytes), "sample.geojson", options);
  }
}
