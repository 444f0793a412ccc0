package org.tanggap.geo;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.jurisdiction.Area;
import org.tanggap.jurisdiction.Jurisdiction;

/**
 * What a {@link BoundaryCheck} found: the notices with counts, total sizes and the worst samples,
 * and three ways to show them. Immutable and thread-safe.
 */
public final class BoundaryReport {

  private final Boundaries boundaries;
  private final @Nullable Boundaries parents;
  private final double smallest;
  private final BoundaryNotices notices;
  private final Map<BoundaryNotice.Kind, Double> totals;
  private final Map<String, String> names = new HashMap<>();

  BoundaryReport(
      Boundaries boundaries,
      @Nullable Boundaries parents,
      double smallest,
      BoundaryNotices notices,
      Map<BoundaryNotice.Kind, Double> totals) {
    this.boundaries = boundaries;
    this.parents = parents;
    this.smallest = smallest;
    this.notices = notices;
    EnumMap<BoundaryNotice.Kind, Double> copy = new EnumMap<>(BoundaryNotice.Kind.class);
    copy.putAll(totals);
    this.totals = Collections.unmodifiableMap(copy);
    putNames(boundaries.jurisdictions());
    if (parents != null) {
      putNames(parents.jurisdictions());
    }
  }

  private void putNames(List<Jurisdiction> chains) {
    for (Jurisdiction chain : chains) {
      for (Area area : chain.areas()) {
        names.putIfAbsent(area.code(), area.name());
      }
    }
  }

  /**
   * What was found, and what was noticed while reading.
   *
   * @return exact counts, and the worst samples of each kind
   */
  public BoundaryNotices notices() {
    return notices;
  }

  /**
   * The sizes of all defects of a kind together, those that are no sample included.
   *
   * @param kind the kind asked for
   * @return the sum in the measure of the kind; 0 if the check found none, and for kinds without
   *     size and kinds noticed while reading
   */
  public double total(BoundaryNotice.Kind kind) {
    return totals.getOrDefault(kind, 0.0);
  }

  /**
   * The report for a reader at a terminal: a line on the file, then a paragraph for each kind, the
   * gravest first, with its count, its total size and the worst few of its places.
   *
   * @return lines that end with a line feed
   */
  public String summary() {
    return new ReportText(this).write();
  }

  /**
   * Writes the report as one JSON object in UTF-8, a sample a line:
   *
   * <pre>{@code
   * {"version":"kelurahan@0a1b2c3d", "parents":null, "areas":267, "parts":379, "vertices":55337,
   *  "smallest_m2":1.0,
   *  "notices":[
   *   {"kind":"overlap", "severity":"warning", "sentence":"pairs of areas overlap", "count":17,
   *    "unit":"m2", "total":470.1, "samples":[
   *     {"code":"31.74.05.1001", "name":"Pondok Pinang", "other_code":"31.74.06.1001",
   *      "other_name":"Lebak Bulus", "longitude":106.77, "latitude":-6.28, "size":379.2}]}]}
   * }</pre>
   *
   * <p>{@code parents} is the version of the layer of areas above, or null. {@code unit} is m, m2,
   * degrees, count, or null. {@code total} is null for kinds without size and kinds noticed while
   * reading. A sample has what is known of it: {@code feature} is its place in the file, from 1.
   * Kinds stand in the order of {@link BoundaryNotice.Kind}, samples worst first.
   *
   * @param out where to write; flushed, but not closed
   * @throws IOException if it cannot be written
   */
  public void writeJson(OutputStream out) throws IOException {
    new ReportJson(this).write(out);
  }

  /**
   * Writes a picture as SVG in UTF-8: the outlines of the areas, thinned to what 1,000 pixels show,
   * the samples of overlaps, gaps and slivers as dots, and the worst ten of each with a number that
   * the legend explains. Areas far from most others may lie outside the picture; it says so.
   *
   * @param out where to write; flushed, but not closed
   * @throws IOException if it cannot be written
   */
  public void writeSvg(OutputStream out) throws IOException {
    new ReportPicture(this).write(out);
  }

  Boundaries boundaries() {
    return boundaries;
  }

  Optional<Boundaries> parents() {
    return Optional.ofNullable(parents);
  }

  double smallest() {
    return smallest;
  }

  /** How many polygons all areas have together. */
  long parts() {
    return boundaries.outlines().stream().mapToLong(outline -> outline.polygons().length).sum();
  }

  long vertices() {
    long sum = 0;
    for (Outline outline : boundaries.outlines()) {
      for (double[][] polygon : outline.polygons()) {
        for (double[] ring : polygon) {
          sum += ring.length / 2;
        }
      }
    }
    return sum;
  }

  /** The name of an area of the file or above it. */
  Optional<String> name(@Nullable String code) {
    return Optional.ofNullable(names.get(code));
  }

  @Override
  public String toString() {
    return "BoundaryReport[" + boundaries.version() + ", " + notices + "]";
  }
}
