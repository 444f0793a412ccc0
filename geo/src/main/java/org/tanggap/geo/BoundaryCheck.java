package org.tanggap.geo;

import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what is wrong with a set of boundaries: shapes that are no valid polygons, overlaps,
 * gaps and slivers between neighbours, spikes, tiny parts; on request units that are missing and
 * areas that lie outside the area above them. What was noticed while reading is part of the result.
 *
 * <pre>{@code
 * BoundaryReport report = BoundaryCheck.of(Boundaries.read(file)).run();
 * report.notices().count(BoundaryNotice.Kind.OVERLAP);
 * System.out.print(report.summary());
 * }</pre>
 *
 * <p>Edges are straight in longitude and latitude (RFC 7946, section 3.1.1). Shapes are compared on
 * the coordinates of the file; nothing is projected, snapped or rounded first. Sizes are metres and
 * square metres on the WGS84 ellipsoid, right within 0.01 % for a defect up to 2 degrees high. An
 * invalid shape is mended for the comparison only, and noticed. A gap is a hole in the union of all
 * areas; what opens to the outside is none.
 *
 * <p>The result does not depend on the order of the file, save which samples of reading are kept.
 * Whatever could be read can be checked; a comparison that cannot be computed is a notice, {@link
 * BoundaryNotice.Kind#UNCHECKED}. A city takes seconds, a province with 6,000 areas and 700,000
 * vertices less than a minute.
 *
 * <p>Immutable and thread-safe.
 */
public final class BoundaryCheck {

  private static final int SAMPLES = 100;

  private final Boundaries boundaries;
  private final @Nullable ExpectedUnits expected;
  private final @Nullable Boundaries parents;
  private final double smallest;
  private final int samples;

  private BoundaryCheck(
      Boundaries boundaries,
      @Nullable ExpectedUnits expected,
      @Nullable Boundaries parents,
      double smallest,
      int samples) {
    this.boundaries = boundaries;
    this.expected = expected;
    this.parents = parents;
    this.smallest = smallest;
    this.samples = samples;
  }

  /**
   * A check of some boundaries with the default settings.
   *
   * @param boundaries what to check
   * @return a check that can be run
   */
  public static BoundaryCheck of(Boundaries boundaries) {
    Objects.requireNonNull(boundaries, "boundaries");
    return new BoundaryCheck(boundaries, null, null, 1, SAMPLES);
  }

  /**
   * Compares the areas with a list: {@link BoundaryNotice.Kind#UNIT_MISSING} and {@link
   * BoundaryNotice.Kind#UNIT_UNEXPECTED}.
   *
   * @param codes the codes of all areas that the file should have, as the file writes them or as
   *     Kemendagri's without dots; blank ones are ignored
   * @return a check that does so
   */
  public BoundaryCheck withExpected(Collection<String> codes) {
    return new BoundaryCheck(boundaries, new ExpectedUnits(codes), parents, smallest, samples);
  }

  /**
   * Compares the areas with those above them: an area of which less than half lies in the area
   * above that its code names is a {@link BoundaryNotice.Kind#PARENT_ELSEWHERE}; an area above that
   * the layer has not is a {@link BoundaryNotice.Kind#PARENT_MISSING}. The layer's own defects are
   * not reported.
   *
   * @param parentLayer boundaries of a larger level, such as the kecamatan above kelurahan
   * @return a check that does so
   */
  public BoundaryCheck withParents(Boundaries parentLayer) {
    Objects.requireNonNull(parentLayer, "parentLayer");
    return new BoundaryCheck(boundaries, expected, parentLayer, smallest, samples);
  }

  /**
   * States how large an overlap, a gap or a sliver must be to count.
   *
   * @param squareMetres what it must be larger than; 1 by default
   * @return a check that does so
   * @throws IllegalArgumentException if it is negative or no number
   */
  public BoundaryCheck withSmallest(double squareMetres) {
    if (!(squareMetres >= 0)) {
      throw new IllegalArgumentException("squareMetres is negative or no number");
    }
    return new BoundaryCheck(boundaries, expected, parents, squareMetres, samples);
  }

  /**
   * Limits how many notices of each kind are kept as samples, the largest; counts and totals are
   * exact in any case.
   *
   * @param most the most samples a kind, 0 or more; 100 by default
   * @return a check that does so
   * @throws IllegalArgumentException if it is negative
   */
  public BoundaryCheck withSamples(int most) {
    if (most < 0) {
      throw new IllegalArgumentException("most is negative");
    }
    return new BoundaryCheck(boundaries, expected, parents, smallest, most);
  }

  /**
   * Checks.
   *
   * @return what was found, together with what was noticed while reading
   */
  public BoundaryReport run() {
    Findings findings = new Findings(samples);
    SoundShapes shapes = SoundShapes.of(boundaries, findings);
    for (int area = 0; area < shapes.size(); area++) {
      OutlineDefects.find(boundaries.outlines().get(area), shapes.code(area), findings);
    }
    new OverlapSearch(shapes, smallest).run(findings);
    new GapSearch(shapes, boundaries.outlines(), smallest).run(findings);
    if (expected != null) {
      expected.compare(boundaries, findings);
    }
    if (parents != null) {
      new ParentComparison(boundaries, shapes, parents).run(findings);
    }
    return new BoundaryReport(
        boundaries, parents, smallest, findings.with(boundaries.notices()), findings.totals());
  }
}
