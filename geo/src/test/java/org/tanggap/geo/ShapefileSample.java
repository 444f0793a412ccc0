package org.tanggap.geo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small shapefiles made in code, to the letter of the format's description. */
final class ShapefileSample {

  static final String WGS84 =
      "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

  private final int type;
  private final Charset charset;
  private final ByteArrayOutputStream records = new ByteArrayOutputStream();
  private final List<String[]> rows = new ArrayList<>();
  private final String[] columns;
  private final int width;
  String prj = WGS84;
  String cpg = "UTF-8";
  int language;

  ShapefileSample(int type, Charset charset, int width, String... columns) {
    this.type = type;
    this.charset = charset;
    this.width = width;
    this.columns = columns;
  }

  static ShapefileSample dukcapil() {
    return new ShapefileSample(5, StandardCharsets.UTF_8, 40, "KODE_DESA", "DESA_KELUR");
  }

  /** A sample with one sound area. */
  static ShapefileSample gambir() {
    return dukcapil().add(new String[] {"3171011001", "GAMBIR"}, clockwise(106.82, -6.17, 0.01));
  }

  static double[] clockwise(double lon, double lat, double size) {
    return new double[] {
      lon, lat, lon, lat + size, lon + size, lat + size, lon + size, lat, lon, lat
    };
  }

  static double[] counterClockwise(double lon, double lat, double size) {
    return new double[] {
      lon, lat, lon + size, lat, lon + size, lat + size, lon, lat + size, lon, lat
    };
  }

  ShapefileSample add(String[] row, double[]... rings) {
    int points = 0;
    for (double[] ring : rings) {
      points += ring.length / 2;
    }
    int extra = type == 5 ? 0 : 16 + 8 * points;
    ByteBuffer shape =
        ByteBuffer.allocate(44 + 4 * rings.length + 16 * points + extra)
            .order(ByteOrder.LITTLE_ENDIAN);
    shape.putInt(type).position(36);
    shape.putInt(rings.length).putInt(points);
    int first = 0;
    for (double[] ring : rings) {
      shape.putInt(first);
      first += ring.length / 2;
    }
    for (double[] ring : rings) {
      for (double number : ring) {
        shape.putDouble(number);
      }
    }
    return addRaw(row, shape.array());
  }

  ShapefileSample addRaw(String[] row, byte[] content) {
    rows.add(row);
    records.writeBytes(
        ByteBuffer.allocate(8).putInt(rows.size()).putInt(content.length / 2).array());
    records.writeBytes(content);
    return this;
  }

  byte[] shp() {
    ByteBuffer file = ByteBuffer.allocate(100 + records.size());
    file.putInt(9994).position(24);
    file.putInt((100 + records.size()) / 2);
    file.order(ByteOrder.LITTLE_ENDIAN).putInt(1000).putInt(type).position(100);
    file.put(records.toByteArray());
    return file.array();
  }

  byte[] dbf() {
    int header = 32 + 32 * columns.length + 1;
    int record = 1 + width * columns.length;
    ByteBuffer file =
        ByteBuffer.allocate(header + record * rows.size() + 1).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 3).position(4);
    file.putInt(rows.size()).putShort((short) header).putShort((short) record);
    file.put(29, (byte) language).position(32);
    for (String column : columns) {
      int at = file.position();
      file.put(column.getBytes(StandardCharsets.US_ASCII));
      file.put(at + 11, (byte) 'C').put(at + 16, (byte) width).position(at + 32);
    }
    file.put((byte) 0x0d);
    for (String[] row : rows) {
      file.put((byte) (row.length > columns.length ? '*' : ' '));
      for (int i = 0; i < columns.length; i++) {
        byte[] cell = new byte[width];
        java.util.Arrays.fill(cell, (byte) ' ');
        byte[] text = row[i].getBytes(charset);
        System.arraycopy(text, 0, cell, 0, text.length);
        file.put(cell);
      }
    }
    file.put((byte) 0x1a);
    return file.array();
  }

  Map<String, byte[]> parts() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("cpg", Sample.utf8(cpg));
    parts.put("prj", Sample.utf8(prj));
    parts.put("dbf", dbf());
    parts.put("shp", shp());
    return parts;
  }

  byte[] zip() {
    return zip(parts());
  }

  static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        String name = part.getKey().contains(".") ? part.getKey() : "layer/a." + part.getKey();
        zip.putNextEntry(new ZipEntry(name));
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  Boundaries read() {
    return read(zip());
  }

  static Boundaries read(byte[] zip) {
    return Boundaries.read(new ByteArrayInputStream(zip), "sample.zip", BoundaryOptions.defaults());
  }
}
