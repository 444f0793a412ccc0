package org.tanggap.channel.photo;

import java.util.Arrays;
import org.tanggap.jurisdiction.LocationEvidence;

/** Any bytes as a photo: cleaned once and for all, or refused with the one typed error. */
public final class PhotoFuzz {

  private PhotoFuzz() {}

  /**
   * One input.
   *
   * @param data the file
   */
  public static void fuzzerTestOneInput(byte[] data) {
    isTaken(data);
  }

  /** Whether a file is taken in; if so, it is checked that nothing is left to take out. */
  static boolean isTaken(byte[] data) {
    CleanPhoto photo;
    try {
      photo = Pictures.read(data);
    } catch (UnusablePhotoException refused) {
      return false;
    }
    photo.findTakenAt();
    byte[] cleaned = photo.content();
    CleanPhoto again = Pictures.read(cleaned);
    if (!Arrays.equals(cleaned, again.content())) {
      throw new AssertionError("cleaning a second time changes the file");
    }
    if (!again.place().equals(LocationEvidence.none())
        || again.findTakenAt().isPresent()
        || again.orientation() != photo.orientation()) {
      throw new AssertionError("a cleaned file still tells something, or not what it should");
    }
    return true;
  }
}
