package org.tanggap.channel.photo;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.Picture;
import org.tanggap.complaint.Photo;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Position;

/**
 * A photo with what it said of itself beside it instead of in it.
 *
 * <pre>{@code
 * CleanPhoto photo = CleanPhoto.of(attachment, ZoneId.of("Asia/Jakarta"), clock);
 * Photo kept = photo.keepIn(store);
 * LocationEvidence place = photo.place();
 * }</pre>
 *
 * <p>The pixels are not touched: the file is cut, not encoded again. What is left draws the
 * picture: size, colours and, if the camera was turned, the one EXIF tag that says so. Names,
 * places, times, serial numbers, comments, thumbnails and whatever hangs on behind the picture are
 * gone. What is inside the picture data itself (a face, a watermark) stays, and so does the inside
 * of a colour profile.
 *
 * <p>Immutable and thread-safe.
 */
public final class CleanPhoto {

  /** The longest file, in bytes: 32 MiB. */
  public static final int MAX_BYTES = 32 << 20;

  /** The most pixels: 120 million, above the 108 of some phones; no side has more than 30,000. */
  public static final long MAX_PIXELS = 120_000_000;

  private final BarePicture picture;
  private final LocationEvidence place;
  private final @Nullable Instant takenAt;

  private CleanPhoto(BarePicture picture, LocationEvidence place, @Nullable Instant takenAt) {
    this.picture = picture;
    this.place = place;
    this.takenAt = takenAt;
  }

  /**
   * Reads a file and cleans it.
   *
   * @param content the whole file as it came: JPEG, PNG or WebP, whatever its name or media type
   * @param zone the zone of camera times that do not name their own
   * @param clock tells now: a camera's time more than a day later is not believed
   * @return the photo
   * @throws UnusablePhotoException if the file is none of these, damaged or too large
   */
  public static CleanPhoto of(byte[] content, ZoneId zone, InstantSource clock) {
    BarePicture picture = BarePicture.of(content);
    return new CleanPhoto(
        picture,
        PhotoPlace.in(picture.tags().gps()),
        PhotoTime.in(picture.tags(), zone, clock.instant()).orElse(null));
  }

  /**
   * Hands the photo to a store.
   *
   * @param store where it is kept
   * @return the reference with the time and the position
   * @throws java.io.UncheckedIOException if the store fails
   */
  public Photo keepIn(PhotoStore store) {
    return store.keep(picture(), takenAt, findPosition().orElse(null));
  }

  /**
   * The cleaned file with the media type that its bytes have.
   *
   * @return the picture
   */
  public Picture picture() {
    return Picture.of(mediaType(), picture.content());
  }

  /**
   * The cleaned file.
   *
   * @return a copy
   */
  public byte[] content() {
    return picture.content().clone();
  }

  /**
   * The kind of file.
   *
   * @return the type that its bytes have
   */
  public PhotoType type() {
    return picture.type();
  }

  /**
   * The media type that its bytes have.
   *
   * @return such as {@code image/jpeg}
   */
  public String mediaType() {
    return picture.type().mediaType();
  }

  /**
   * How a viewer has to turn the picture.
   *
   * @return 1 (as it is) to 8, as in EXIF; it is written in the cleaned file too
   */
  public int orientation() {
    return picture.tags().orientation();
  }

  /**
   * What the photo said of its place. The accuracy is that of the tag GPSHPositioningError if it is
   * above 0 and at most 50 km.
   *
   * @return a point with source {@link LocationEvidence.Source#PHOTO_EXIF}; {@link
   *     LocationEvidence.Unusable} if the numbers cannot be meant; {@link LocationEvidence.None} if
   *     there are none, or not with their hemispheres, or the receiver had no fix
   */
  public LocationEvidence place() {
    return place;
  }

  /**
   * Where the photo was taken.
   *
   * @return the position, or nothing if {@link #place} is no point
   */
  public Optional<Position> findPosition() {
    return place instanceof LocationEvidence.Point point
        ? Optional.of(point.position())
        : Optional.empty();
  }

  /**
   * When the photo was taken: the camera's time if it names its offset, else the satellites', else
   * the camera's in the zone that was handed in. To the second.
   *
   * @return the time; nothing if none is written, or it lies before 1990 or after tomorrow
   */
  public Optional<Instant> findTakenAt() {
    return Optional.ofNullable(takenAt);
  }

  /** The type and the size only. */
  @Override
  public String toString() {
    return "CleanPhoto[" + picture.type() + ", " + picture.content().length + " bytes]";
  }
}
