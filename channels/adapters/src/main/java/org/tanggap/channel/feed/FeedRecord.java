package org.tanggap.channel.feed;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.responsibility.Category;

/**
 * The fields of one record as a report.
 *
 * @param fields values by lower-case name
 * @param zone the zone of times that have none
 */
record FeedRecord(Map<String, String> fields, ZoneId zone) {

  private static final List<String> ID = List.of("id", "report_id", "post_id");
  private static final List<String> TEXT = List.of("text", "description", "message");
  private static final List<String> LATITUDE =
      List.of("lat", "latitude", "loc_lat", "location.lat", "location.latitude");
  private static final List<String> LONGITUDE =
      List.of("lon", "lng", "long", "longitude", "loc_lng", "location.lng", "location.lon");
  private static final List<String> ACCURACY = List.of("accuracy_m", "accuracy");
  private static final List<String> TIME = List.of("created_at", "sent_at", "timestamp", "time");
  private static final List<String> PHOTO = List.of("photo", "photos", "photo_url", "image_url");
  private static final List<String> PLACE = List.of("address", "place");

  ChannelMessage toMessage(AccountId account, String where, RecordCutter.Cut cut) {
    String id = first(ID);
    if (id != null && !MessageKey.isExternalId(id)) {
      return new ChannelMessage.Malformed(
          where, "the id is longer than 255 characters or holds what cannot be stored");
    }
    String key = id == null ? "content-" + cut.digest() : id;
    return new ChannelMessage.NewReport(new MessageKey(account, key), toReport(key));
  }

  private Report toReport(String key) {
    String reporter = first(List.of("reporter", "user", "username"));
    return new Report(
        text(),
        location(),
        category(),
        photos(key),
        sentAt(),
        reporter == null ? null : new Reporter(reporter, null));
  }

  private String text() {
    return Stream.of(first(List.of("title")), first(TEXT))
        .filter(Objects::nonNull)
        .distinct()
        .reduce((title, text) -> title + "\n" + text)
        .orElse("");
  }

  private LocationEvidence location() {
    String latitude = first(LATITUDE);
    String longitude = first(LONGITUDE);
    if (latitude == null && longitude == null) {
      String place = first(PLACE);
      return place == null ? LocationEvidence.none() : new LocationEvidence.Described(place);
    }
    return LocationEvidence.coordinates(
        number(latitude),
        number(longitude),
        LocationEvidence.Source.DEVICE_GPS,
        first(ACCURACY) == null ? null : number(first(ACCURACY)));
  }

  private static double number(@Nullable String text) {
    try {
      return text == null ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private @Nullable Category category() {
    String code = first(List.of("category"));
    String lower = code == null ? "" : code.toLowerCase(Locale.ROOT);
    return Category.isCode(lower) ? Category.of(lower) : null;
  }

  /** Photos by reference; where the record only says that there is one, the report's own key. */
  private List<Photo> photos(String key) {
    List<Photo> photos =
        fields.entrySet().stream()
            .filter(field -> isPhoto(field.getKey()))
            .map(field -> field.getValue().strip())
            .filter(reference -> !reference.isEmpty() && reference.length() <= 2_000)
            .limit(20)
            .map(Photo::of)
            .toList();
    return photos.isEmpty() && saysPhoto() ? List.of(Photo.of(key)) : photos;
  }

  private static boolean isPhoto(String name) {
    return PHOTO.stream().anyMatch(photo -> name.equals(photo) || name.startsWith(photo + "."));
  }

  private boolean saysPhoto() {
    String said = first(List.of("has_image", "has_photo"));
    return said != null && List.of("yes", "true", "1").contains(said.toLowerCase(Locale.ROOT));
  }

  /** A time that cannot be read is no reason to lose the report. */
  private @Nullable Instant sentAt() {
    String time = first(TIME);
    if (time == null) {
      return null;
    }
    String iso = time.replace(' ', 'T');
    try {
      return OffsetDateTime.parse(iso).toInstant();
    } catch (DateTimeParseException e) {
      return localTime(iso);
    }
  }

  private @Nullable Instant localTime(String time) {
    try {
      return LocalDateTime.parse(time).atZone(zone).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private @Nullable String first(List<String> names) {
    return names.stream()
        .map(fields::get)
        .filter(Objects::nonNull)
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse(null);
  }

  /** Never shows what was written. */
  @Override
  public String toString() {
    return "FeedRecord[" + fields.size() + " fields]";
  }
}
