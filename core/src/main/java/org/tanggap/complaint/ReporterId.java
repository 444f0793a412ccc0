package org.tanggap.complaint;

import java.util.UUID;

/**
 * An opaque reference to the one who sent a report; it says nothing of the person.
 *
 * @param value the UUID
 */
public record ReporterId(UUID value) {

  /** The id as it is stored. */
  @Override
  public String toString() {
    return value.toString();
  }
}
