package org.tanggap.geo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Any bytes as the .shp and .dbf of a zipped shapefile. */
public final class ShapefileFuzz {

  private static final String WGS84 =
      "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

  private static final BoundaryOptions LIMITS =
      BoundaryOptions.defaults().withMaxBytes(1 << 20).withMaxFeatures(100).withMaxVertices(10_000);

  private ShapefileFuzz() {}

  /**
   * One input: the first two bytes say where the .shp ends and the .dbf begins.
   *
   * @param data the bytes
   * @throws IOException never, as everything is in memory
   */
  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    if (data.length < 2) {
      return;
    }
    int cut = Math.min(data.length, 2 + ((data[0] & 0xff) << 8 | (data[1] & 0xff)));
    byte[] zip = zip(Arrays.copyOfRange(data, 2, cut), Arrays.copyOfRange(data, cut, data.length));
    try {
      Boundaries.read(new ByteArrayInputStream(zip), "fuzz.zip", LIMITS);
    } catch (BoundaryFileException refused) {
      // The declared answer to a bad file.
    }
  }

  private static byte[] zip(byte[] shp, byte[] dbf) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      put(out, "fuzz.shp", shp);
      put(out, "fuzz.dbf", dbf);
      put(out, "fuzz.prj", WGS84.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(content);
    out.closeEntry();
  }
}
