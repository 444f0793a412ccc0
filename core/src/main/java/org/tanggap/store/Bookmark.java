package org.tanggap.store;

import java.util.Objects;
import java.util.Optional;
import org.tanggap.complaint.ComplaintId;

/**
 * Where a page of complaints ended, in the order of its query.
 *
 * @param key the place in the order; what it counts is the store's own affair
 * @param id the last complaint of the page
 */
public record Bookmark(long key, ComplaintId id) {

  public Bookmark {
    Objects.requireNonNull(id, "id");
  }

  /**
   * Reads a bookmark that went through a web address.
   *
   * @param text what {@link #toString} gave
   * @return the bookmark, or nothing if the text is none
   */
  public static Optional<Bookmark> parse(String text) {
    int dash = text.indexOf('~');
    if (dash < 0) {
      return Optional.empty();
    }
    try {
      long key = Long.parseLong(text.substring(0, dash));
      return ComplaintId.parse(text.substring(dash + 1)).map(id -> new Bookmark(key, id));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The text form, safe in a web address. */
  @Override
  public String toString() {
    return key + "~" + id;
  }
}
