package org.tanggap.geo;

import org.jspecify.annotations.Nullable;

/**
 * One defect of a boundary file. A notice tells; it never means that something was mended, unless
 * its kind says so.
 *
 * @param kind what is wrong
 * @param feature the feature's place in the file, from 1; 0 if the notice is about areas or the
 *     whole file
 * @param code the code of the area it became part of, or null if it became none
 * @param otherCode the code of the second area of a notice about two, such as an overlap; else null
 * @param longitude degrees east of the place, NaN if it has none
 * @param latitude degrees north of the place, NaN if it has none; may be out of range where that is
 *     the defect
 * @param size how large the defect is, in the unit of the kind; NaN if it has no size
 */
public record BoundaryNotice(
    Kind kind,
    long feature,
    @Nullable String code,
    @Nullable String otherCode,
    double longitude,
    double latitude,
    double size) {

  BoundaryNotice withCode(@Nullable String newCode) {
    return new BoundaryNotice(kind, feature, newCode, otherCode, longitude, latitude, size);
  }

  /** How much a notice matters. */
  public enum Severity {
    /** Worth knowing; lookups are as good as without it. */
    INFO,
    /** Lookups near it, or the names they give, may be wrong. */
    WARNING,
    /** Something of the file was left out. */
    ERROR
  }

  /** In what the sizes of a kind are given. */
  public enum Measure {
    /** The kind has no size. */
    NONE(""),
    /** A length on the ground. */
    METRES("m"),
    /** An area on the ground. */
    SQUARE_METRES("m2"),
    /** Degrees of longitude. */
    DEGREES("degrees"),
    /** How many there are of what the kind is about. */
    COUNT("");

    private final String symbol;

    Measure(String symbol) {
      this.symbol = symbol;
    }

    /**
     * The unit behind the number.
     *
     * @return {@code m}, {@code m2}, {@code degrees}, or nothing
     */
    public String symbol() {
      return symbol;
    }
  }

  /**
   * What can be wrong with a file. The size of each kind is named in its description. The kinds
   * from {@link #RINGS_CROSS} on are found by {@link BoundaryCheck}, those before it while reading.
   */
  public enum Kind {
    /** The last vertex of a ring is not the first. The ring was closed. Size: the gap in metres. */
    UNCLOSED_RING(Severity.WARNING, Measure.METRES, "rings were not closed and have been closed"),
    /** A ring has fewer than three different vertices and was dropped. Size: its vertices. */
    RING_TOO_SHORT(
        Severity.WARNING,
        Measure.COUNT,
        "rings with fewer than three different vertices were dropped"),
    /** A ring repeats vertices one after the other. Kept. Size: how many repeat. */
    REPEATED_VERTICES(Severity.INFO, Measure.COUNT, "rings repeat a vertex"),
    /**
     * A ring runs against the rule of the format: shells counter-clockwise in GeoJSON, clockwise in
     * a shapefile; holes the other way. Kept. No size.
     */
    WRONG_WINDING(
        Severity.INFO, "rings are wound against the rule of the format; both ways are read"),
    /** A shell is wound unlike most shells of the file. Kept. No size. */
    MIXED_WINDING(Severity.INFO, "shells are wound unlike the other shells of the file"),
    /** A coordinate is infinite or beyond 180 or 90 degrees. Feature left out. No size. */
    COORDINATE_OUT_OF_RANGE(Severity.ERROR, "features with impossible coordinates were left out"),
    /** A coordinate is no number or a position is too short. Feature left out. No size. */
    COORDINATES_MALFORMED(Severity.ERROR, "features with malformed coordinates were left out"),
    /** A part spans more than half the earth. Feature left out. Size: its width in degrees. */
    CROSSES_ANTIMERIDIAN(
        Severity.ERROR, Measure.DEGREES, "features that span half the earth were left out"),
    /** Longitude and latitude look exchanged. Feature left out, not turned round. No size. */
    AXES_SWAPPED(Severity.ERROR, "features with exchanged axes were left out"),
    /** Lies north of the equator, its code is of the south. Feature left out. No size. */
    MINUS_SIGN_LOST(Severity.ERROR, "features that lost a minus sign were left out"),
    /** A Kemendagri code, but outside Indonesia. Kept. No size. */
    OUTSIDE_INDONESIA(Severity.WARNING, "areas with Indonesian codes lie outside Indonesia"),
    /** The geometry is null, absent or empty. Feature left out. No size. */
    GEOMETRY_MISSING(Severity.ERROR, "features without geometry were left out"),
    /** The geometry is a point or a line. Left out. No size. */
    GEOMETRY_NOT_AREAL(Severity.ERROR, "geometries that are no polygons were left out"),
    /** The geometry is malformed: no object, no known type, wrong depth. Left out. No size. */
    GEOMETRY_MALFORMED(Severity.ERROR, "malformed geometries were left out"),
    /** A member of a features array is no Feature. Left out. No size. */
    NOT_A_FEATURE(Severity.ERROR, "members that are no features were left out"),
    /** A member stands twice: geometry leaves the feature out, of others the first counts. */
    DUPLICATE_MEMBER(Severity.WARNING, "members stand twice"),
    /** A member that RFC 7946 does not know. Ignored. No size. */
    UNKNOWN_MEMBER(Severity.INFO, "unknown members were ignored"),
    /** The attributes are no object. Read as if there were none. No size. */
    ATTRIBUTES_MALFORMED(Severity.WARNING, "attributes are no object and were ignored"),
    /** An attribute is longer than allowed. Read as absent. Size: its characters. */
    ATTRIBUTE_TOO_LONG(Severity.WARNING, Measure.COUNT, "attributes are too long and were ignored"),
    /** No attribute of the file is known to a profile. No size. */
    ATTRIBUTES_UNKNOWN(
        Severity.WARNING, "no attribute is known; state an AttributeProfile in the options"),
    /** The record is marked as deleted in the .dbf. Left out. No size. */
    RECORD_DELETED(Severity.INFO, "records marked as deleted were left out"),
    /** The area has no code and was given one with the mark x-. No size. */
    CODE_MISSING(Severity.WARNING, "areas without a code were given one that starts with x-"),
    /** The area's name is absent; its code stands for it. No size. */
    NAME_MISSING(Severity.WARNING, "areas without a name are shown by their code"),
    /** A code stands on several records: joined if the name is the same, else numbered. */
    CODE_DUPLICATE(Severity.WARNING, "records repeat a code; same names joined, others numbered"),
    /** Two areas of one parent share a name. Kept. No size. */
    NAME_DUPLICATE(Severity.INFO, "areas share their name with a sibling"),
    /** The code is of another depth than the level of the file: a lake, say. Left out. No size. */
    NOT_AN_AREA(Severity.WARNING, "records that are no area of this level were left out"),
    /** The attributes name another parent than the code's prefix. The prefix counts. No size. */
    PARENT_CONTRADICTS_CODE(Severity.WARNING, "areas name another parent than their code"),
    /** Records give a parent several names. The most frequent counts. No size. */
    PARENT_NAMES_DIFFER(Severity.INFO, "records name a parent differently"),
    /** The codes are those of BPS, which look like Kemendagri's and are not. No size. */
    BPS_CODES(Severity.WARNING, "areas have codes of BPS, which are not those of Kemendagri"),
    /** Rings of an area cross, or one crosses itself. Size: the area's square metres, mended. */
    RINGS_CROSS(
        Severity.WARNING,
        Measure.SQUARE_METRES,
        "areas have rings that cross themselves or others"),
    /** A ring touches itself in a point. Size: the area's square metres, mended. */
    RING_TOUCHES_ITSELF(
        Severity.WARNING, Measure.SQUARE_METRES, "areas have a ring that touches itself"),
    /** A hole lies outside the shell it belongs to. Size: the area's square metres, mended. */
    HOLE_OUTSIDE_SHELL(
        Severity.WARNING, Measure.SQUARE_METRES, "areas have a hole outside its shell"),
    /** A hole lies in another hole. Size: the area's square metres, mended. */
    HOLES_NESTED(Severity.WARNING, Measure.SQUARE_METRES, "areas have a hole within a hole"),
    /** A part lies in another part of its area. Size: the area's square metres, mended. */
    PARTS_NESTED(
        Severity.WARNING, Measure.SQUARE_METRES, "areas have a part within another of their parts"),
    /** Holes that touch cut a part in two. Size: the area's square metres, mended. */
    INTERIOR_DISCONNECTED(
        Severity.WARNING, Measure.SQUARE_METRES, "areas have a part that its holes cut in two"),
    /** A part has no inside, or is invalid otherwise. Size: the area's square metres, mended. */
    SHAPE_DEGENERATE(
        Severity.WARNING, Measure.SQUARE_METRES, "areas have a part that is no proper polygon"),
    /** Two areas share ground. One notice a pair, at the largest piece. Size: square metres. */
    OVERLAP(Severity.WARNING, Measure.SQUARE_METRES, "pairs of areas overlap"),
    /**
     * Ground that no area has, with areas all round it. Its codes are those of the two areas with
     * the longest borders to it. A lake may be one. Size: square metres.
     */
    GAP(Severity.WARNING, Measure.SQUARE_METRES, "gaps lie between areas"),
    /** A gap that is thin: {@code 4 pi A / P^2} is under 0.1. Size: square metres. */
    SLIVER(Severity.WARNING, Measure.SQUARE_METRES, "slivers lie between areas"),
    /**
     * Two edges of a metre or more run back along each other, at less than one degree. Size: metres
     * of the shorter edge.
     */
    SPIKE(Severity.INFO, Measure.METRES, "vertices are spikes"),
    /** A part of an area is smaller than 100 square metres. Size: its square metres. */
    TINY_PART(Severity.INFO, Measure.SQUARE_METRES, "parts of areas are tiny"),
    /** A code of the expected list is not in the file. No size. */
    UNIT_MISSING(Severity.WARNING, "expected areas are missing"),
    /** An area of the file is not in the expected list. No size. */
    UNIT_UNEXPECTED(Severity.WARNING, "areas are not among the expected"),
    /**
     * Less than half of an area lies in the area above it. The other code is the area of that level
     * with the largest share, which may be its own; null if none has any. Size: the square metres
     * outside its own.
     */
    PARENT_ELSEWHERE(
        Severity.WARNING, Measure.SQUARE_METRES, "areas lie mostly outside the one above them"),
    /** An area above is not in the file of the areas above. One notice each. No size. */
    PARENT_MISSING(Severity.WARNING, "areas above are missing in their file"),
    /** A comparison could not be computed. Defects there are not counted. No size. */
    UNCHECKED(Severity.WARNING, "comparisons could not be computed and were left out");

    private final Severity severity;
    private final Measure measure;
    private final String sentence;

    Kind(Severity severity, String sentence) {
      this(severity, Measure.NONE, sentence);
    }

    Kind(Severity severity, Measure measure, String sentence) {
      this.severity = severity;
      this.measure = measure;
      this.sentence = sentence;
    }

    /**
     * How much it matters.
     *
     * @return the severity
     */
    public Severity severity() {
      return severity;
    }

    /**
     * In what its sizes are.
     *
     * @return the measure, {@link Measure#NONE} if it has no size
     */
    public Measure measure() {
      return measure;
    }

    /**
     * What it is, to be read after a number: {@code 3 rings repeat a vertex}.
     *
     * @return half a sentence in English, without a full stop
     */
    public String sentence() {
      return sentence;
    }
  }
}
