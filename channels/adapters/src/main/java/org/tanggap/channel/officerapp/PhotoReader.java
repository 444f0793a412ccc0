package org.tanggap.channel.officerapp;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.photo.CleanPhoto;
import org.tanggap.channel.photo.UnusablePhotoException;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.Photo;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Position;
import tools.jackson.databind.JsonNode;

/**
 * Reads the pictures of a request. What the picture itself says of time and place counts before
 * what the app says of it.
 */
final class PhotoReader {

  private static final int MAX_PHOTOS = 10;

  private final PhotoStore store;
  private final ZoneId zone;
  private final InstantSource clock;

  PhotoReader(PhotoStore store, ZoneId zone, InstantSource clock) {
    this.store = store;
    this.zone = zone;
    this.clock = clock;
  }

  /**
   * Reads a list. Pictures are kept as soon as they are found sound; the same picture is kept once,
   * however often it comes.
   *
   * @param name the list's name in the request
   * @param list the list, which may be missing
   * @param faults gets what is wrong
   */
  List<Photo> read(String name, JsonNode list, List<String> faults) {
    List<Photo> photos = new ArrayList<>();
    if ((!list.isMissingNode() && !list.isArray()) || list.size() > MAX_PHOTOS) {
      faults.add(name + " is no list of at most " + MAX_PHOTOS + " pictures");
      return photos;
    }
    for (int i = 0; i < list.size(); i++) {
      String one = name + "[" + i + "]";
      Photo photo = readOne(one, list.path(i), faults);
      if (photo != null) {
        photos.add(photo);
      }
    }
    return photos;
  }

  private @Nullable Photo readOne(String name, JsonNode photo, List<String> faults) {
    int before = faults.size();
    Instant takenAt = takenAt(name, photo, faults);
    Position position = position(name, photo, faults);
    if (photo.has("image") == photo.has("reference")) {
      faults.add(name + " needs either an image or a reference");
    }
    if (faults.size() > before) {
      return null;
    }
    return photo.has("image")
        ? uploaded(name, photo.path("image"), takenAt, position, faults)
        : known(name, Json.text(photo.path("reference")), takenAt, position, faults);
  }

  private static @Nullable Instant takenAt(String name, JsonNode photo, List<String> faults) {
    Instant time = Json.timeOrNull(photo.path("takenAt"));
    if (time == null && photo.has("takenAt")) {
      faults.add(name + ".takenAt is no time such as 2026-11-21T09:15:00+07:00");
    }
    return time;
  }

  private static @Nullable Position position(String name, JsonNode photo, List<String> faults) {
    if (!photo.has("lat") && !photo.has("lng")) {
      return null;
    }
    LocationEvidence place =
        LocationEvidence.coordinates(
            Json.number(photo.path("lat")),
            Json.number(photo.path("lng")),
            LocationEvidence.Source.DEVICE_GPS,
            null);
    if (place instanceof LocationEvidence.Point point) {
      return point.position();
    }
    faults.add(name + ".lat and .lng are no place on the earth");
    return null;
  }

  private @Nullable Photo uploaded(
      String name,
      JsonNode image,
      @Nullable Instant takenAt,
      @Nullable Position position,
      List<String> faults) {
    try {
      String base64 = Json.text(image).replaceFirst("^data:image/[a-z]{1,10};base64,", "");
      CleanPhoto photo = CleanPhoto.of(Base64.getDecoder().decode(base64), zone, clock);
      return store.keep(
          photo.picture(),
          photo.findTakenAt().orElse(takenAt),
          photo.findPosition().orElse(position));
    } catch (UnusablePhotoException e) {
      faults.add(name + ".image is no picture that is taken: " + e.reason());
    } catch (IllegalArgumentException e) {
      faults.add(name + ".image is no base 64");
    }
    return null;
  }

  private @Nullable Photo known(
      String name,
      String reference,
      @Nullable Instant takenAt,
      @Nullable Position position,
      List<String> faults) {
    Optional<Photo> known =
        reference.isEmpty() || reference.length() > 2_000
            ? Optional.empty()
            : store.find(reference).map(found -> new Photo(reference, takenAt, position));
    if (known.isEmpty()) {
      faults.add(name + ".reference leads to no picture");
    }
    return known.orElse(null);
  }
}
