package org.tanggap.geo;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens a file of areas, whatever it is, and has it read. Used for one file; not thread-safe. */
final class BoundaryFile {

  private static final List<String> EXTENSIONS =
      List.of(
          ".gz",
          ".zip",
          ".geojsonl",
          ".geojsons",
          ".geojsonseq",
          ".geojson",
          ".ndjson",
          ".jsonl",
          ".json",
          ".shp");

  /** Boundary files shrink to a third or a tenth; what shrinks to less than this is a trap. */
  private static final int MAX_RATIO = 250;

  private static final long RATIO_FREE = 16L << 20;

  private final String name;
  private final BoundaryOptions options;
  private final NoticeLog notices;
  private final Tally tally;
  private final RingChecks rings;
  private final AreaAssembler areas;

  BoundaryFile(String name, BoundaryOptions options) {
    this.name = name;
    this.options = options;
    this.notices = new NoticeLog(options.noticeSamples());
    this.tally = new Tally(name, options);
    this.rings = new RingChecks(notices, options.noticeSamples());
    this.areas = new AreaAssembler(name, options, notices);
  }

  /** Reads a stream of any format that is one file. */
  Boundaries read(InputStream in) {
    try {
      InputStream buffered = new BufferedInputStream(in, 1 << 16);
      FileFormat format = format(buffered);
      if (format == FileFormat.GZIP) {
        InputStream unzipped =
            new BufferedInputStream(new Unzipped(new Counted(buffered), name), 1 << 16);
        return geoJson(unzipped, format(unzipped));
      }
      if (format == FileFormat.ZIP) {
        try (ShapefileParts parts = ShapefileParts.zipped(buffered, name, options)) {
          return shapefile(parts);
        }
      }
      return geoJson(buffered, format);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /** Reads a file, which may be one of several that belong together. */
  Boundaries read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      BufferedInputStream buffered = new BufferedInputStream(in);
      FileFormat format = format(buffered);
      if (format != FileFormat.SHAPEFILE && format != FileFormat.ZIP) {
        return read(buffered);
      }
      try (ShapefileParts parts =
          format == FileFormat.ZIP
              ? ShapefileParts.zipped(file, name)
              : ShapefileParts.beside(file)) {
        return shapefile(parts);
      }
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private Boundaries shapefile(ShapefileParts parts) throws IOException {
    return finish(new ShapefileReader(parts, name, options, tally, notices, rings, areas).read());
  }

  private static BoundaryFileException unreadable(String name, IOException e) {
    if (e instanceof EOFException) {
      return new BoundaryFileException(
          BoundaryFileException.Kind.TRUNCATED,
          name,
          "the compressed data end too early. Fetch the file again.",
          e);
    }
    if (e instanceof ZipException) {
      return new BoundaryFileException(
          BoundaryFileException.Kind.DAMAGED,
          name,
          "the compressed data are damaged. Fetch the file again.",
          e);
    }
    return new BoundaryFileException(
        BoundaryFileException.Kind.UNREADABLE,
        name,
        "it cannot be read (" + e.getClass().getSimpleName() + "). Check the name and the rights.",
        e);
  }

  private static FileFormat format(InputStream in) throws IOException {
    in.mark(FileFormat.TELLING);
    byte[] head = in.readNBytes(FileFormat.TELLING);
    in.reset();
    return FileFormat.of(head);
  }

  private Boundaries geoJson(InputStream in, FileFormat format) throws IOException {
    switch (format) {
      case JSON, UTF8_BOM -> {
        GuardedInput guarded = GuardedInput.text(in, name, options);
        if (format == FileFormat.UTF8_BOM) {
          guarded.readNBytes(3);
        }
        new GeoJsonReader(guarded, name, options, tally, notices, rings, areas).read();
        guarded.drain();
        return finish(guarded.fingerprint());
      }
      case EMPTY ->
          throw fault(
              BoundaryFileException.Kind.EMPTY,
              "no GeoJSON: the file is empty. Give a FeatureCollection with a polygon for each"
                  + " area.");
      case OTHER_UNICODE ->
          throw fault(
              BoundaryFileException.Kind.NOT_UTF8,
              "no UTF-8 text, but UTF-16, UTF-32 or binary data. Save it as UTF-8.");
      case GZIP ->
          throw fault(
              BoundaryFileException.Kind.NOT_GEOJSON,
              "it is compressed twice. Decompress it once.");
      case ZIP ->
          throw fault(
              BoundaryFileException.Kind.NOT_GEOJSON, "a zip inside gzip. Give the .zip itself.");
      case SHAPEFILE ->
          throw fault(
              BoundaryFileException.Kind.PART_MISSING,
              "a .shp without its .dbf and .prj. Give its path, or one .zip with all of them.");
      case XML ->
          throw fault(
              BoundaryFileException.Kind.NOT_GEOJSON,
              "XML (KML, GML or a web page), no GeoJSON. Convert it: ogr2ogr -f GeoJSON"
                  + " new.geojson old.kml");
      case DATABASE ->
          throw fault(
              BoundaryFileException.Kind.NOT_GEOJSON,
              "a database (GeoPackage?), no GeoJSON. Convert it: ogr2ogr -f GeoJSON new.geojson"
                  + " old.gpkg");
    }
    throw new IllegalStateException("format " + format);
  }

  private Boundaries finish(String fingerprint) {
    rings.finish();
    List<AssembledArea> assembled = areas.assemble(tally.features());
    return Boundaries.of(
        options.findVersion().orElseGet(() -> stem(name) + "@" + fingerprint), assembled, notices);
  }

  private BoundaryFileException fault(BoundaryFileException.Kind kind, String what) {
    return new BoundaryFileException(kind, name, what);
  }

  /** The file's name without the extensions of boundary files. */
  static String stem(String name) {
    String stem = name;
    for (boolean again = true; again; ) {
      String lower = stem.toLowerCase(Locale.ROOT);
      int before = stem.length();
      for (String extension : EXTENSIONS) {
        if (lower.endsWith(extension) && stem.length() > extension.length()) {
          stem = stem.substring(0, stem.length() - extension.length());
          break;
        }
      }
      again = stem.length() < before;
    }
    return stem;
  }

  /** Counts the compressed bytes. */
  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      count += Math.max(n, 0);
      return n;
    }
  }

  /** Refuses what grows too much when it is decompressed. */
  private static final class Unzipped extends GZIPInputStream {
    private final Counted compressed;
    private final String name;
    private long count;

    Unzipped(Counted compressed, String name) throws IOException {
      super(compressed, 1 << 16);
      this.compressed = compressed;
      this.name = name;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      count += Math.max(n, 0);
      if (count > RATIO_FREE && count / MAX_RATIO > compressed.count) {
        throw new BoundaryFileException(
            BoundaryFileException.Kind.OVER_LIMIT,
            name,
            "it grows more than "
                + MAX_RATIO
                + " times when decompressed. No boundary file does; check where it comes from.");
      }
      return n;
    }
  }
}
