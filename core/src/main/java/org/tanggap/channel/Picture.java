package org.tanggap.channel;

import java.util.Objects;

/** The bytes of a picture. Immutable: they are copied in and out. */
public final class Picture {

  private final String mediaType;
  private final byte[] content;

  private Picture(String mediaType, byte[] content) {
    this.mediaType = mediaType;
    this.content = content;
  }

  /**
   * A picture.
   *
   * @param mediaType such as {@code image/jpeg}
   * @param content the bytes
   * @return the picture
   */
  public static Picture of(String mediaType, byte[] content) {
    return new Picture(Objects.requireNonNull(mediaType, "mediaType"), content.clone());
  }

  /**
   * The media type.
   *
   * @return such as {@code image/jpeg}
   */
  public String mediaType() {
    return mediaType;
  }

  /**
   * The bytes.
   *
   * @return a copy
   */
  public byte[] content() {
    return content.clone();
  }

  /** The kind and size only. */
  @Override
  public String toString() {
    return "Picture[" + mediaType + ", " + content.length + " bytes]";
  }
}
