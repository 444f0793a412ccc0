package org.tanggap.complaint;

import java.util.Objects;

/**
 * Who did something to a complaint.
 *
 * @param kind the reporter, a follower, an officer, or the system by its rules
 * @param id an opaque identifier of the officer or unit; empty for the others
 */
public record Actor(Kind kind, String id) {

  public Actor {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(id, "id");
  }

  /** The kinds of actors. */
  public enum Kind {
    /** The citizen who reported it. */
    REPORTER,
    /** A citizen who reported the same issue or follows it. */
    FOLLOWER,
    /** Somebody who works for a unit. */
    OFFICER,
    /** The rules of the desk. */
    SYSTEM
  }

  /**
   * The one who reported it.
   *
   * @return the reporter
   */
  public static Actor reporter() {
    return new Actor(Kind.REPORTER, "");
  }

  /**
   * One who reported the same issue or follows it.
   *
   * @return the follower
   */
  public static Actor follower() {
    return new Actor(Kind.FOLLOWER, "");
  }

  /**
   * An officer.
   *
   * @param id an identifier of the host's own, not a name
   * @return the officer
   */
  public static Actor officer(String id) {
    return new Actor(Kind.OFFICER, id);
  }

  /**
   * The rules of the desk.
   *
   * @return the system
   */
  public static Actor system() {
    return new Actor(Kind.SYSTEM, "");
  }
}
