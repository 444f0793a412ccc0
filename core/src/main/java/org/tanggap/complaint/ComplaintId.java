package org.tanggap.complaint;

import java.util.Optional;
import java.util.UUID;

/**
 * The number of a complaint, unique and ordered by time of receipt (UUID version 7, RFC 9562).
 *
 * @param value the UUID
 */
public record ComplaintId(UUID value) implements Comparable<ComplaintId> {

  /**
   * Reads an id that somebody typed or clicked.
   *
   * @param text the text
   * @return the id, or nothing if the text is none
   */
  public static Optional<ComplaintId> parse(String text) {
    try {
      return text.length() == 36
          ? Optional.of(new ComplaintId(UUID.fromString(text)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Orders by the text, which for version 7 is the order of time. */
  @Override
  public int compareTo(ComplaintId other) {
    return toString().compareTo(other.toString());
  }

  /** The id as it is shown and stored. */
  @Override
  public String toString() {
    return value.toString();
  }
}
