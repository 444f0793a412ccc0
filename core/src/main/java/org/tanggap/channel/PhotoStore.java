package org.tanggap.channel;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.Photo;
import org.tanggap.jurisdiction.Position;

/**
 * Where pictures are kept that a channel delivers itself, such as the attachments of an e-mail, and
 * where the pictures of answers lie. Thread-safe. Every method throws {@link
 * java.io.UncheckedIOException} if the storage fails.
 */
public interface PhotoStore {

  /**
   * Keeps a picture from which everything about place, time and device has been taken out. The same
   * bytes are kept once. When the call returns, the picture survives a crash.
   *
   * @param picture the picture
   * @param takenAt when it was taken, or null if unknown
   * @param position where it was taken, or null if unknown
   * @return a photo whose reference leads to it
   */
  Photo keep(Picture picture, @Nullable Instant takenAt, @Nullable Position position);

  /**
   * A picture.
   *
   * @param reference the reference of a photo
   * @return the picture, or nothing if the reference is none of this store's
   */
  Optional<Picture> find(String reference);
}
