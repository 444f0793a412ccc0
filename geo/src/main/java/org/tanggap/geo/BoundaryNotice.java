package org.tanggap.geo;

import org.jspecify.annotations.Nullable;

/**
 * One defect of a boundary file. A notice tells; it never means that something was mended, unless
 * its kind says so.
 *
 * @param kind what is wrong
 * @param feature the feature's place in the file, from 1; 0 if the notice is about the whole file
 * @param code the code of the area it became part of, or null if it became none
 * @param longitude degrees east of the place, NaN if it has none
 * @param latitude degrees north of the place, NaN if it has none; may be out of range where that is
 *     the defect
 * @param size how large the defect is, in the unit of the kind; NaN if it has no size
 */
public record BoundaryNotice(
    Kind kind,
    long feature,
    @Nullable String code,
    double longitude,
    double latitude,
    double size) {

  BoundaryNotice withCode(@Nullable String newCode) {
    return new BoundaryNotice(kind, feature, newCode, longitude, latitude, size);
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

  /** What can be wrong with a part of a file. The size of each kind is named in its description. */
  public enum Kind {
    /** The last vertex of a ring is not the first. The ring was closed. Size: the gap in metres. */
    UNCLOSED_RING(Severity.WARNING, "rings were not closed and have been closed"),
    /** A ring has fewer than three different vertices and was dropped. Size: its vertices. */
    RING_TOO_SHORT(Severity.WARNING, "rings with fewer than three different vertices were dropped"),
    /** A ring repeats vertices one after the other. Kept. Size: how many repeat. */
    REPEATED_VERTICES(Severity.INFO, "rings repeat a vertex"),
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
    CROSSES_ANTIMERIDIAN(Severity.ERROR, "features that span half the earth were left out"),
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
    ATTRIBUTE_TOO_LONG(Severity.WARNING, "attributes are too long and were ignored"),
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
    BPS_CODES(Severity.WARNING, "areas have codes of BPS, which are not those of Kemendagri");

    private final Severity severity;
    private final String sentence;

    Kind(Severity severity, String sentence) {
      this.severity = severity;
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
     * What it is, to be read after a number: {@code 3 rings repeat a vertex}.
     *
     * @return half a sentence in English, without a full stop
     */
    public String sentence() {
      return sentence;
    }
  }
}
