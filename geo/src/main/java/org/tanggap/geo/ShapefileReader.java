package org.tanggap.geo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the polygons of an ESRI shapefile record by record (ESRI Shapefile Technical Description,
 * 1998). Heights and measures are ignored. Not thread-safe.
 */
final class ShapefileReader {

  private static final int FILE_HEADER = 100;
  private static final int RECORD_HEADER = 8;
  private static final int POLYGON_HEADER = 44;
  private static final int MAX_RECORD = 256 << 20;
  private static final int MAX_TEXT_PART = 64 << 10;

  private final ShapefileParts parts;
  private final String file;
  private final BoundaryOptions options;
  private final Tally tally;
  private final NoticeLog notices;
  private final RingChecks rings;
  private final FeatureSink sink;
  private final ShapefileRings nesting;

  ShapefileReader(
      ShapefileParts parts,
      String file,
      BoundaryOptions options,
      Tally tally,
      NoticeLog notices,
      RingChecks rings,
      FeatureSink sink) {
    this.parts = parts;
    this.file = file;
    this.options = options;
    this.tally = tally;
    this.notices = notices;
    this.rings = rings;
    this.sink = sink;
    this.nesting = new ShapefileRings(file);
  }

  /** Reads all records; gives the first eight hex digits of the digest of .shp and .dbf. */
  String read() throws IOException {
    String prj = text("prj");
    if (prj == null) {
      throw missing("prj", "Without it nobody knows what the coordinates are.");
    }
    PrjCheck.check(file, prj);
    String cpg = text("cpg");
    Charset charset = cpg == null ? null : DbfReader.codePage(cpg, file);
    try (InputStream shp = parts.open("shp");
        InputStream dbf = parts.open("dbf")) {
      if (shp == null) {
        throw missing("shp", "It holds the shapes.");
      }
      if (dbf == null) {
        throw missing("dbf", "It holds codes and names.");
      }
      GuardedInput shapes = GuardedInput.binary(shp, file + " (.shp)", options);
      GuardedInput table = GuardedInput.binary(dbf, file + " (.dbf)", options);
      records(shapes, new DbfReader(table, file, tally, notices, sink, charset));
      shapes.drain();
      table.drain();
      MessageDigest both = GuardedInput.sha256();
      both.update(shapes.digest());
      both.update(table.digest());
      return HexFormat.of().formatHex(both.digest(), 0, 4);
    }
  }

  private @Nullable String text(String extension) throws IOException {
    try (InputStream in = parts.open(extension)) {
      return in == null
          ? null
          : new String(
              GuardedInput.binary(in, file + " (." + extension + ")", options)
                  .readNBytes(MAX_TEXT_PART),
              StandardCharsets.ISO_8859_1);
    }
  }

  private BoundaryFileException missing(String extension, String why) {
    return new BoundaryFileException(
        BoundaryFileException.Kind.PART_MISSING,
        file,
        "the ." + extension + " of the shapefile is missing. " + why + " Put it beside the .shp.");
  }

  private void records(GuardedInput in, DbfReader table) {
    ByteBuffer header = ByteBuffer.wrap(in.exactly(FILE_HEADER));
    long length = 2L * header.getInt(24);
    int type = header.order(ByteOrder.LITTLE_ENDIAN).getInt(32);
    if (header.order(ByteOrder.BIG_ENDIAN).getInt(0) != 9994 || length < FILE_HEADER) {
      throw broken("its header is damaged", 0);
    }
    if (!isPolygon(type) && type != 0) {
      throw new BoundaryFileException(
          BoundaryFileException.Kind.NO_POLYGONS,
          file,
          "the shapefile holds points, lines or surfaces (type "
              + type
              + "), no polygons. Give the layer of the areas.");
    }
    while (in.count() < length) {
      long at = in.count();
      ByteBuffer start = ByteBuffer.wrap(in.exactly(RECORD_HEADER));
      long bytes = 2L * start.getInt(4);
      if (bytes < 4 || at + RECORD_HEADER + bytes > length) {
        throw broken("a record is longer than the file, or has no length", at);
      }
      if (bytes > Math.min(MAX_RECORD, Runtime.getRuntime().maxMemory() / 8)) {
        throw new BoundaryFileException(
            BoundaryFileException.Kind.OVER_LIMIT,
            file,
            "one record has " + bytes + " bytes. Simplify it or split it.",
            -1,
            at,
            null);
      }
      record(in.exactly((int) bytes), table);
    }
    if (table.hasMore()) {
      throw broken("the .dbf has more records than the .shp", length);
    }
  }

  private void record(byte[] content, DbfReader table) {
    long number = tally.nextFeature();
    Map<String, String> attributes = table.next(number);
    if (attributes == null) {
      notices.add(BoundaryNotice.Kind.RECORD_DELETED, number);
      return;
    }
    ByteBuffer shape = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    int type = shape.getInt(0);
    if (!isPolygon(type)) {
      notices.add(
          type == 0 ? BoundaryNotice.Kind.GEOMETRY_MISSING : BoundaryNotice.Kind.GEOMETRY_NOT_AREAL,
          number);
      return;
    }
    List<double[]> written = written(shape);
    if (written == null) {
      notices.add(BoundaryNotice.Kind.GEOMETRY_MALFORMED, number);
      return;
    }
    Outline outline = rings.check(nesting.polygons(written), number, true);
    if (outline != null) {
      sink.take(new SourceFeature(number, null, Map.copyOf(attributes), outline));
    }
  }

  /** The rings of a polygon record in their order, or null if its counts contradict each other. */
  private @Nullable List<double[]> written(ByteBuffer shape) {
    if (shape.limit() < POLYGON_HEADER) {
      return null;
    }
    long numParts = shape.getInt(36);
    long numPoints = shape.getInt(40);
    if (numParts < 0
        || numPoints < 0
        || POLYGON_HEADER + 4 * numParts + 16 * numPoints > shape.limit()) {
      return null;
    }
    int points = (int) (POLYGON_HEADER + 4 * numParts);
    List<double[]> written = new ArrayList<>();
    for (int i = 0; i < numParts; i++) {
      long from = shape.getInt(POLYGON_HEADER + 4 * i);
      long to = i + 1 < numParts ? shape.getInt(POLYGON_HEADER + 4 * (i + 1)) : numPoints;
      if (from < 0 || to < from || to > numPoints || (i == 0 && from != 0)) {
        return null;
      }
      tally.ring();
      double[] ring = new double[(int) (2 * (to - from))];
      for (int j = 0; j < ring.length; j++) {
        ring[j] = shape.getDouble((int) (points + 16 * from + 8L * j));
        if ((j & 1) == 1) {
          tally.vertex(j / 2 + 1);
        }
      }
      written.add(ring);
    }
    return written;
  }

  private static boolean isPolygon(int type) {
    return type == 5 || type == 15 || type == 25;
  }

  private BoundaryFileException broken(String what, long offset) {
    return new BoundaryFileException(
        BoundaryFileException.Kind.NOT_SHAPEFILE,
        file,
        "the .shp is damaged: " + what + ". Fetch the shapefile again.",
        -1,
        offset,
        null);
  }
}
