package org.tanggap.geo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.tanggap.jurisdiction.Area;
import org.tanggap.jurisdiction.AreaLevel;
import org.tanggap.jurisdiction.Jurisdiction;

/** Writes areas as GeoJSON that the reader takes back. */
final class GeoJsonWriter {

  private final Writer out;

  private GeoJsonWriter(Writer out) {
    this.out = out;
  }

  static void write(Boundaries boundaries, OutputStream stream) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    new GeoJsonWriter(writer).collection(boundaries);
    writer.flush();
  }

  private void collection(Boundaries boundaries) throws IOException {
    out.write("{\"type\":\"FeatureCollection\",\"features\":[");
    for (int i = 0; i < boundaries.jurisdictions().size(); i++) {
      out.write(i == 0 ? "\n" : ",\n");
      feature(boundaries.jurisdictions().get(i), boundaries.outlines().get(i));
    }
    out.write("\n]}\n");
  }

  private void feature(Jurisdiction chain, Outline outline) throws IOException {
    Area area = chain.smallest();
    out.write("{\"type\":\"Feature\",\"properties\":{\"code\":");
    text(area.code());
    out.write(",\"name\":");
    text(area.name());
    out.write(",\"level\":");
    text(area.level().name().toLowerCase(Locale.ROOT));
    for (Area above : chain.areas().subList(1, chain.areas().size())) {
      String level = word(above.level());
      out.write(",\"" + level + "\":");
      text(above.name());
      out.write(",\"" + level + "_code\":");
      text(above.code());
    }
    out.write("},\"geometry\":");
    geometry(outline.polygons());
    out.write("}");
  }

  private static String word(AreaLevel level) {
    return switch (level) {
      case PROVINCE -> "provinsi";
      case CITY -> "kota";
      case KECAMATAN -> "kecamatan";
      case KELURAHAN -> "kelurahan";
      case RW -> "rw";
      case RT -> "rt";
    };
  }

  private void geometry(double[][][] polygons) throws IOException {
    boolean one = polygons.length == 1;
    out.write("{\"type\":\"" + (one ? "Polygon" : "MultiPolygon") + "\",\"coordinates\":");
    out.write(one ? "" : "[");
    for (int i = 0; i < polygons.length; i++) {
      out.write(i == 0 ? "[" : ",[");
      for (int j = 0; j < polygons[i].length; j++) {
        out.write(j == 0 ? "[" : ",[");
        ring(polygons[i][j], j == 0);
        out.write("]");
      }
      out.write("]");
    }
    out.write(one ? "}" : "]}");
  }

  private void ring(double[] ring, boolean shell) throws IOException {
    double area = RingChecks.twiceSignedArea(ring);
    boolean turned = shell ? area < 0 : area > 0;
    int n = ring.length / 2;
    for (int i = 0; i < n; i++) {
      int at = 2 * (turned ? n - 1 - i : i);
      out.write((i == 0 ? "[" : ",[") + ring[at] + "," + ring[at + 1] + "]");
    }
  }

  private void text(String value) throws IOException {
    out.write('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.write('\\');
        out.write(c);
      } else if (c < 0x20 || c == 0x2028 || c == 0x2029 || Character.isSurrogate(c)) {
        out.write(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.write(c);
      }
    }
    out.write('"');
  }
}
