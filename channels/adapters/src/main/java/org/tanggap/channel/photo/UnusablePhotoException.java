package org.tanggap.channel.photo;

import java.util.Objects;

/** Bytes that are not taken in as a photo. The message holds nothing of them. */
public final class UnusablePhotoException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why bytes are not taken in. */
  public enum Reason {
    /** No JPEG, PNG or WebP: a document, a video, a picture of another kind such as HEIC or SVG. */
    UNKNOWN_TYPE,
    /** A JPEG or WebP of a kind that cameras do not write: arithmetic coding, animation. */
    UNUSUAL_KIND,
    /** The file is longer than {@link CleanPhoto#MAX_BYTES}. */
    TOO_LARGE,
    /** It would unfold to more than {@link CleanPhoto#MAX_PIXELS}. */
    TOO_MANY_PIXELS,
    /** The file is cut off or breaks its format's rules. */
    DAMAGED
  }

  /** Why. */
  private final Reason reason;

  UnusablePhotoException(Reason reason, String message) {
    super(message);
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  static UnusablePhotoException damaged(String message) {
    return new UnusablePhotoException(Reason.DAMAGED, message);
  }

  /**
   * Why the bytes are not taken in.
   *
   * @return the reason
   */
  public Reason reason() {
    return reason;
  }
}
