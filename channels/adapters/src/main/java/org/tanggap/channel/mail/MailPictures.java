package org.tanggap.channel.mail;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.photo.CleanPhoto;
import org.tanggap.channel.photo.UnusablePhotoException;
import org.tanggap.complaint.Photo;
import org.tanggap.jurisdiction.LocationEvidence;

/** Cleans the pictures of a mail and keeps them. */
final class MailPictures {

  private static final int MAX_PICTURES = 20;

  private final @Nullable PhotoStore store;
  private final ZoneId zone;
  private final InstantSource clock;

  MailPictures(@Nullable PhotoStore store, ZoneId zone, InstantSource clock) {
    this.store = store;
    this.zone = zone;
    this.clock = clock;
  }

  /**
   * What became of the pictures.
   *
   * @param photos those that are kept
   * @param place what the first that says so says of its place
   * @param leftOut why others are not kept
   */
  record Taken(List<Photo> photos, LocationEvidence place, List<String> leftOut) {}

  /** Throws {@link java.io.UncheckedIOException} if the store fails. */
  Taken take(List<byte[]> files) {
    List<Photo> photos = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    LocationEvidence place = LocationEvidence.none();
    for (byte[] file : files) {
      if (store == null || photos.size() == MAX_PICTURES) {
        leftOut.add(store == null ? "a picture that is nowhere to keep" : "more than 20 pictures");
        continue;
      }
      try {
        CleanPhoto photo = CleanPhoto.of(file, zone, clock);
        Photo kept = photo.keepIn(store);
        if (!photos.contains(kept)) {
          photos.add(kept);
        }
        place = place instanceof LocationEvidence.Point ? place : better(photo.place(), place);
      } catch (UnusablePhotoException e) {
        leftOut.add("a picture that cannot be shown");
      }
    }
    return new Taken(List.copyOf(photos), place, List.copyOf(leftOut));
  }

  private static LocationEvidence better(LocationEvidence next, LocationEvidence before) {
    return next.tellsPlace() && (next instanceof LocationEvidence.Point || !before.tellsPlace())
        ? next
        : before;
  }
}
