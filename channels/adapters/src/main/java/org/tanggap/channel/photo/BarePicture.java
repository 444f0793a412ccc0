package org.tanggap.channel.photo;

import org.tanggap.channel.photo.UnusablePhotoException.Reason;

/** A picture with what draws it and nothing else, and beside it what was written in it. */
final class BarePicture {

  private static final int MAX_SIDE = 30_000;

  private final PhotoType type;
  private final byte[] content;
  private final ExifTags tags;

  BarePicture(PhotoType type, byte[] content, ExifTags tags) {
    this.type = type;
    this.content = content;
    this.tags = tags;
  }

  static BarePicture of(byte[] content) {
    if (content.length > CleanPhoto.MAX_BYTES) {
      throw new UnusablePhotoException(
          Reason.TOO_LARGE, "the file is longer than " + CleanPhoto.MAX_BYTES + " bytes");
    }
    PhotoType type =
        PhotoType.find(content)
            .orElseThrow(
                () ->
                    new UnusablePhotoException(
                        Reason.UNKNOWN_TYPE, "the file is no JPEG, PNG or WebP"));
    return switch (type) {
      case JPEG -> new JpegWalk(content).strip();
      case PNG -> new PngWalk(content).strip();
      case WEBP -> new WebpWalk(content).strip();
    };
  }

  /** Refuses a picture that has no pixels or too many. */
  static void checkSize(long width, long height) {
    if (width < 1 || height < 1) {
      throw UnusablePhotoException.damaged("the picture has no width or no height");
    }
    if (width > MAX_SIDE || height > MAX_SIDE || width * height > CleanPhoto.MAX_PIXELS) {
      throw new UnusablePhotoException(
          Reason.TOO_MANY_PIXELS,
          "the picture has a side longer than "
              + MAX_SIDE
              + " or more than "
              + CleanPhoto.MAX_PIXELS
              + " pixels");
    }
  }

  /** The kind of file. */
  PhotoType type() {
    return type;
  }

  /** The new file; not to be changed. */
  byte[] content() {
    return content;
  }

  /** What the old file said of itself. */
  ExifTags tags() {
    return tags;
  }
}
