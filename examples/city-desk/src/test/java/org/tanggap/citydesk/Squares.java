package org.tanggap.citydesk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Three square kelurahan of about a kilometre, side by side from west to east, two in one kecamatan
 * and one in the next, and a fourth square further north that has no code.
 */
final class Squares {

  /** The middle of the squares from south to north. */
  static final double MIDDLE = -6.195;

  static final double FIRST = 106.805;
  static final double SECOND = 106.815;
  static final double THIRD = 106.825;

  /** The border between the first two. */
  static final double BORDER = 106.810;

  private Squares() {}

  static Path write(Path folder) throws IOException {
    Path file = folder.resolve("squares.geojson");
    String features =
        String.join(
            ",\n",
            square(106.80, -6.20, names("31.71.01.1001", "Satu", "31.71.01", "Utara")),
            square(106.81, -6.20, names("31.71.01.1002", "Dua", "31.71.01", "Utara")),
            square(106.82, -6.20, names("31.71.02.1001", "Tiga", "31.71.02", "Selatan")),
            square(106.80, -6.10, "\"kelurahan\":\"Tanpa Kode\""));
    return Files.writeString(
        file, "{\"type\":\"FeatureCollection\",\"features\":[\n" + features + "\n]}\n");
  }

  private static String names(String code, String name, String kecamatanCode, String kecamatan) {
    return String.format(
        Locale.ROOT,
        "\"kelurahan_code\":\"%s\",\"kelurahan\":\"%s\",\"kecamatan_code\":\"%s\","
            + "\"kecamatan\":\"%s\",\"kota_code\":\"31.71\",\"kota\":\"Kota Kotak\","
            + "\"provinsi_code\":\"31\",\"provinsi\":\"Provinsi\"",
        code,
        name,
        kecamatanCode,
        kecamatan);
  }

  private static String square(double west, double south, String properties) {
    double east = west + 0.01;
    double north = south + 0.01;
    return String.format(
        Locale.ROOT,
        "{\"type\":\"Feature\",\"properties\":{%s},\"geometry\":{\"type\":\"Polygon\","
            + "\"coordinates\":[[[%.2f,%.2f],[%.2f,%.2f],[%.2f,%.2f],[%.2f,%.2f],[%.2f,%.2f]]]}}",
        properties,
        west,
        south,
        east,
        south,
        east,
        north,
        west,
        north,
        west,
        south);
  }
}
