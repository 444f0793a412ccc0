package org.tanggap.geo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tanggap.jurisdiction.Jurisdiction;

/**
 * One dated set of administrative areas, as a file has it. Immutable and thread-safe.
 *
 * <p>Reads GeoJSON (a FeatureCollection, a Feature, or one after the other, line by line or with
 * record separators), plain or gzip, in UTF-8. The format is told by the content, not by the name.
 *
 * <p>ESRI shapefiles of polygons are read as well: the {@code .shp} with {@code .dbf}, {@code .prj}
 * and, if need be, {@code .cpg} beside it, or one {@code .zip} of them.
 *
 * <p>Coordinates are WGS 84, longitude first. Attributes are recognised, see {@link
 * AttributeProfile}.
 *
 * <p>Whatever is wrong with a part of the file is counted in {@link #notices()}; nothing is mended
 * unless the kind of notice says so. A file that cannot be used as a whole is refused with a {@link
 * BoundaryFileException}.
 */
public final class Boundaries {

  private final String version;
  private final List<Jurisdiction> jurisdictions;
  private final List<Outline> outlines;
  private final BoundaryNotices notices;
  private final Map<String, Jurisdiction> byCode;

  private Boundaries(
      String version,
      List<Jurisdiction> jurisdictions,
      List<Outline> outlines,
      BoundaryNotices notices) {
    this.version = version;
    this.jurisdictions = List.copyOf(jurisdictions);
    this.outlines = List.copyOf(outlines);
    this.notices = notices;
    Map<String, Jurisdiction> codes = new HashMap<>();
    jurisdictions.forEach(chain -> codes.put(chain.smallest().code(), chain));
    this.byCode = Collections.unmodifiableMap(codes);
  }

  /**
   * Reads a file with the default options.
   *
   * @param file the file
   * @return the areas of the file
   * @throws BoundaryFileException if the file cannot be used as a whole
   */
  public static Boundaries read(Path file) {
    return read(file, BoundaryOptions.defaults());
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @param options version name, attributes, limits
   * @return the areas of the file
   * @throws BoundaryFileException if the file cannot be used as a whole
   */
  public static Boundaries read(Path file, BoundaryOptions options) {
    Objects.requireNonNull(options, "options");
    Path name = file.getFileName();
    String shown = name == null ? file.toString() : name.toString();
    if (Files.isDirectory(file)) {
      throw new BoundaryFileException(
          BoundaryFileException.Kind.UNREADABLE, shown, "it is a folder. Give a file.");
    }
    return new BoundaryFile(shown, options).read(file);
  }

  /**
   * Reads a stream to its end. The caller closes it.
   *
   * @param in the bytes of one file
   * @param name the file's name, for messages and the version
   * @param options version name, attributes, limits
   * @return the areas of the file
   * @throws BoundaryFileException if the file cannot be used as a whole
   */
  public static Boundaries read(InputStream in, String name, BoundaryOptions options) {
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(options, "options");
    return new BoundaryFile(name, options).read(in);
  }

  static Boundaries of(String version, List<AssembledArea> areas, NoticeLog notices) {
    Map<Long, String> codes = new HashMap<>();
    for (AssembledArea area : areas) {
      area.features().forEach(n -> codes.put(n, area.jurisdiction().smallest().code()));
    }
    return new Boundaries(
        version,
        areas.stream().map(AssembledArea::jurisdiction).toList(),
        areas.stream().map(AssembledArea::outline).toList(),
        notices.notices(codes));
  }

  /**
   * The name of this set, to be kept with whatever was decided by it.
   *
   * @return the name stated in the options; else the file's name without extensions, {@code @}, and
   *     the first eight hex digits of the SHA-256 of its uncompressed bytes (of a shapefile: of the
   *     digests of .shp and .dbf)
   */
  public String version() {
    return version;
  }

  /**
   * The areas, each with those above it.
   *
   * @return one chain an area, smallest first, sorted by code
   */
  public List<Jurisdiction> jurisdictions() {
    return jurisdictions;
  }

  /**
   * Finds an area of the file.
   *
   * @param code for example {@code 31.74.01.1001}
   * @return its chain, or nothing if the file has no such area
   */
  public Optional<Jurisdiction> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /**
   * What is wrong with the file.
   *
   * @return counts and samples
   */
  public BoundaryNotices notices() {
    return notices;
  }

  /**
   * Builds the index that answers where a place belongs, with the default settings. Takes tens of
   * milliseconds for a city; keep the result.
   *
   * @return an index over these areas
   */
  public JurisdictionIndex index() {
    return index(RoutingSettings.defaults());
  }

  /**
   * Builds the index with settings of one's own.
   *
   * @param settings where routing draws its lines
   * @return an index over these areas
   */
  public JurisdictionIndex index(RoutingSettings settings) {
    return new JurisdictionIndex(version, jurisdictions, CellIndex.build(outlines), settings);
  }

  /** The shapes, in the order of {@link #jurisdictions()}. */
  List<Outline> outlines() {
    return outlines;
  }

  /**
   * Writes the areas as GeoJSON (RFC 7946), one feature a line, such as for drawing a map. Each has
   * the properties {@code code}, {@code name}, {@code level} and the names of the areas above as
   * {@code kelurahan}, {@code kecamatan}, {@code kota}, {@code provinsi}, with their codes beside
   * them. Rings are wound as the RFC asks.
   *
   * @param out where to write; flushed, but not closed
   * @throws IOException if it cannot be written
   */
  public void writeGeoJson(OutputStream out) throws IOException {
    GeoJsonWriter.write(this, out);
  }

  @Override
  public String toString() {
    return "Boundaries[" + version + ", " + jurisdictions.size() + " areas]";
  }
}
