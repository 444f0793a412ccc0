package org.tanggap.jurisdiction;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a report tells about its place, with the precision that the source has.
 *
 * <p>Evidence is never mended: coordinates that cannot be meant are kept as {@link Unusable} with
 * the reason, so that somebody can ask the citizen instead of guessing.
 */
public sealed interface LocationEvidence {

  /**
   * Evidence from two numbers of unknown quality, as forms, feeds and devices deliver them.
   *
   * @param latitude degrees north as delivered
   * @param longitude degrees east as delivered
   * @param source where the numbers come from
   * @param accuracyMetres radius that holds the true place in 68 of 100 cases, or null if unknown
   * @return a {@link Point}, or {@link Unusable} if the numbers cannot be a place
   */
  static LocationEvidence coordinates(
      double latitude, double longitude, Source source, @Nullable Double accuracyMetres) {
    if (latitude == 0 && longitude == 0) {
      return new Unusable(Problem.ZERO_ZERO);
    }
    if (Position.isLatitude(latitude) && Position.isLongitude(longitude)) {
      boolean known = accuracyMetres != null && accuracyMetres >= 0 && accuracyMetres < 1e7;
      return new Point(Position.of(latitude, longitude), source, known ? accuracyMetres : null);
    }
    boolean turned = Position.isLatitude(longitude) && Position.isLongitude(latitude);
    return new Unusable(turned ? Problem.LOOKS_SWAPPED : Problem.OUT_OF_RANGE);
  }

  /**
   * The evidence of somebody who gives no place.
   *
   * @return {@link None}
   */
  static LocationEvidence none() {
    return new None();
  }

  /**
   * Whether anything is known of the place.
   *
   * @return false for {@link None} only
   */
  default boolean tellsPlace() {
    return !(this instanceof None);
  }

  /** Where a point comes from. */
  enum Source {
    /** The citizen put a pin on a map or shared a place. */
    SHARED_PIN,
    /** The position sensor of the device that sent the report. */
    DEVICE_GPS,
    /** The position written into a photo. */
    PHOTO_EXIF,
    /** Coordinates that stand in the text. */
    TYPED,
    /** The channel does not say. */
    UNKNOWN
  }

  /** Why coordinates cannot be used. */
  enum Problem {
    /** 0,0: what a device sends when it does not know. */
    ZERO_ZERO("the place is 0,0, which devices send when they do not know where they are"),
    /** Latitude beyond 90 degrees, but sensible if the two were exchanged. */
    LOOKS_SWAPPED("latitude and longitude look exchanged; they were not turned round"),
    /** No numbers of a place on the earth. */
    OUT_OF_RANGE("the coordinates are no place on the earth");

    private final String sentence;

    Problem(String sentence) {
      this.sentence = sentence;
    }

    /**
     * The problem for a reader.
     *
     * @return half a sentence, without a full stop
     */
    public String sentence() {
      return sentence;
    }
  }

  /**
   * A point.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if the accuracy is negative or no
   * number.
   *
   * @param position the place
   * @param source where the point comes from
   * @param accuracyMetres radius that holds the true place in 68 of 100 cases (the convention of
   *     Android's {@code Location.getAccuracy}); null if the source does not say
   */
  record Point(Position position, Source source, @Nullable Double accuracyMetres)
      implements LocationEvidence {

    public Point {
      Objects.requireNonNull(position, "position");
      Objects.requireNonNull(source, "source");
      if (accuracyMetres != null && !(accuracyMetres >= 0)) {
        throw new IllegalArgumentException("accuracyMetres is negative or no number");
      }
    }
  }

  /**
   * A place box, such as the city that a social network attaches to a post.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if the corners are exchanged.
   *
   * @param southWest the corner with the smallest latitude and longitude
   * @param northEast the corner with the largest latitude and longitude
   */
  record Box(Position southWest, Position northEast) implements LocationEvidence {

    public Box {
      if (southWest.latitude() > northEast.latitude()
          || southWest.longitude() > northEast.longitude()) {
        throw new IllegalArgumentException("southWest lies north or east of northEast");
      }
    }
  }

  /**
   * A circle in which the place lies, anywhere with the same likelihood, such as the reach of a
   * mobile cell. A {@link Point} with an accuracy is likelier in its middle.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if the radius is out of range.
   *
   * @param middle the middle
   * @param radiusMetres the radius, zero or more
   */
  record Circle(Position middle, double radiusMetres) implements LocationEvidence {

    public Circle {
      Objects.requireNonNull(middle, "middle");
      if (!(radiusMetres >= 0 && radiusMetres < 1e8)) {
        throw new IllegalArgumentException("radiusMetres is negative, no number, or too large");
      }
    }
  }

  /**
   * A place in words only.
   *
   * @param text what was written, the citizen's own words
   */
  record Described(String text) implements LocationEvidence {

    /** Never shows the words. */
    @Override
    public String toString() {
      return "Described[" + text.length() + " characters]";
    }
  }

  /**
   * Coordinates that cannot be meant.
   *
   * @param problem what is wrong with them
   */
  record Unusable(Problem problem) implements LocationEvidence {}

  /** No place at all. */
  record None() implements LocationEvidence {}
}
