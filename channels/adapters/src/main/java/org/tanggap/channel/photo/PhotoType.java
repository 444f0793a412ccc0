package org.tanggap.channel.photo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A kind of picture that is taken in, told by the first bytes and never by a name or a header. */
public enum PhotoType {
  /** JPEG, as cameras write it. */
  JPEG("image/jpeg", "jpg"),
  /** PNG, as screenshots are. */
  PNG("image/png", "png"),
  /** WebP, lossy or lossless, without animation. */
  WEBP("image/webp", "webp");

  private final String mediaType;
  private final String extension;

  PhotoType(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  /**
   * The type of a file. Only its first bytes are looked at: the rest may still be damaged.
   *
   * @param content the file, or at least its first 12 bytes
   * @return the type, or nothing if it is none of these
   */
  public static Optional<PhotoType> find(byte[] content) {
    if (startsWith(content, 0, "\u00ff\u00d8\u00ff")) {
      return Optional.of(JPEG);
    }
    if (startsWith(content, 0, "\u0089PNG\r\n\u001a\n")) {
      return Optional.of(PNG);
    }
    boolean webp = startsWith(content, 0, "RIFF") && startsWith(content, 8, "WEBP");
    return webp ? Optional.of(WEBP) : Optional.empty();
  }

  /** Whether bytes stand at a place; each character is one byte. */
  static boolean startsWith(byte[] content, int from, String bytes) {
    byte[] wanted = bytes.getBytes(StandardCharsets.ISO_8859_1);
    return content.length - from >= wanted.length
        && Arrays.equals(content, from, from + wanted.length, wanted, 0, wanted.length);
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
   * How a file's name ends.
   *
   * @return such as {@code jpg}, without the point
   */
  public String extension() {
    return extension;
  }
}
