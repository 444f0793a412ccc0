package org.tanggap.channel;

import java.util.Objects;

/**
 * What became of one pushed message, for the answer to the vendor.
 *
 * @param kind what was done with it
 * @param reference the complaint's number, or empty if there is none
 */
public record MessageFate(Kind kind, String reference) {

  /** What can become of a message. */
  public enum Kind {
    /** Stored now. */
    STORED,
    /** Added to a complaint that was there: a further message, a change, a status. */
    ADDED,
    /** Stored before. */
    ALREADY_KNOWN,
    /** Left aside: no report. */
    IGNORED,
    /** Not taken: unreadable, empty, or in conflict with what is stored. */
    REJECTED
  }

  public MessageFate {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(reference, "reference");
  }
}
