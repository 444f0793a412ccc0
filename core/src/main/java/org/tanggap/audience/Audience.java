package org.tanggap.audience;

/**
 * Who looks at a complaint, from the one who may see least; each sees all that those before see.
 */
public enum Audience {
  /** Everybody: the map, the tracking page, Open311. */
  PUBLIC,
  /** Those who work on it. They see no reference to a citizen. */
  OFFICER,
  /** The few who may know which citizen it was. */
  KEEPER;

  boolean includes(Audience other) {
    return compareTo(other) >= 0;
  }
}
