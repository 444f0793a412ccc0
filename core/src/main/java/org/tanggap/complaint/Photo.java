package org.tanggap.complaint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tanggap.jurisdiction.Position;

/**
 * A reference to a picture; the picture itself stays where it is.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if it is blank or too long.
 *
 * @param reference a URL or the channel's own name for the picture, at most 2,000 characters
 * @param takenAt when it was taken, or null if unknown
 * @param position where it was taken, or null if unknown
 */
public record Photo(String reference, @Nullable Instant takenAt, @Nullable Position position) {

  public Photo {
    reference = WellFormed.text(reference);
    if (reference.isBlank() || reference.length() > 2_000) {
      throw new IllegalArgumentException("reference is blank or longer than 2,000 characters");
    }
  }

  /**
   * A picture of which only the reference is known.
   *
   * @param reference a URL or the channel's own name for it
   * @return the photo
   */
  public static Photo of(String reference) {
    return new Photo(reference, null, null);
  }

  /** Never shows the reference, which may hold a key. */
  @Override
  public String toString() {
    return "Photo";
  }
}
