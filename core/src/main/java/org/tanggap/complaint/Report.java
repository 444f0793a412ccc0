package org.tanggap.complaint;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.responsibility.Category;

/**
 * What one citizen sent once.
 *
 * <p>Halves of surrogate pairs in the text, which no encoding can carry, become U+FFFD; all else
 * stays as it was written.
 *
 * @param text the citizen's words, unchanged; empty if there are only photos
 * @param location what is known of the place
 * @param category what it is about, if the channel says so; otherwise null
 * @param photos references to pictures
 * @param sentAt when it was sent, or null if the channel does not say
 * @param reporter who sent it, or null if unknown
 * @param discretion what the citizen asked to be kept back
 */
public record Report(
    String text,
    LocationEvidence location,
    @Nullable Category category,
    List<Photo> photos,
    @Nullable Instant sentAt,
    @Nullable Reporter reporter,
    Discretion discretion) {

  public Report {
    text = WellFormed.text(text);
    Objects.requireNonNull(location, "location");
    photos = List.copyOf(photos);
    Objects.requireNonNull(discretion, "discretion");
  }

  /**
   * A report of which nothing is to be kept back.
   *
   * @param text the citizen's words, unchanged; empty if there are only photos
   * @param location what is known of the place
   * @param category what it is about, if the channel says so; otherwise null
   * @param photos references to pictures
   * @param sentAt when it was sent, or null if the channel does not say
   * @param reporter who sent it, or null if unknown
   */
  public Report(
      String text,
      LocationEvidence location,
      @Nullable Category category,
      List<Photo> photos,
      @Nullable Instant sentAt,
      @Nullable Reporter reporter) {
    this(text, location, category, photos, sentAt, reporter, Discretion.NONE);
  }

  /**
   * A report of words alone; the {@code with} methods add the rest.
   *
   * @param text the citizen's words
   * @return the report
   */
  public static Report of(String text) {
    return new Report(text, LocationEvidence.none(), null, List.of(), null, null, Discretion.NONE);
  }

  /**
   * This report with coordinates. Impossible ones are kept as unusable evidence.
   *
   * @param latitude degrees north
   * @param longitude degrees east
   * @return a copy
   */
  public Report withPlace(double latitude, double longitude) {
    return withPlace(
        LocationEvidence.coordinates(
            latitude, longitude, LocationEvidence.Source.SHARED_PIN, null));
  }

  /**
   * This report with evidence of its place.
   *
   * @param place what is known of the place
   * @return a copy
   */
  public Report withPlace(LocationEvidence place) {
    return new Report(text, place, category, photos, sentAt, reporter, discretion);
  }

  /**
   * This report with a category.
   *
   * @param about what it is about
   * @return a copy
   */
  public Report withCategory(Category about) {
    return new Report(text, location, about, photos, sentAt, reporter, discretion);
  }

  /**
   * This report with photos.
   *
   * @param pictures references to pictures
   * @return a copy
   */
  public Report withPhotos(List<Photo> pictures) {
    return new Report(text, location, category, pictures, sentAt, reporter, discretion);
  }

  /**
   * This report with the time when it was sent.
   *
   * @param time when it was sent
   * @return a copy
   */
  public Report withSentAt(Instant time) {
    return new Report(text, location, category, photos, time, reporter, discretion);
  }

  /**
   * This report with the one who sent it.
   *
   * @param person who sent it
   * @return a copy
   */
  public Report withReporter(Reporter person) {
    return new Report(text, location, category, photos, sentAt, person, discretion);
  }

  /**
   * This report with a wish to keep something back.
   *
   * @param wish what the citizen asked for
   * @return a copy
   */
  public Report withDiscretion(Discretion wish) {
    return new Report(text, location, category, photos, sentAt, reporter, wish);
  }

  /**
   * Whether the report says nothing: no words and no photo.
   *
   * @return true if there is nothing to work on
   */
  public boolean isEmpty() {
    return text.isBlank() && photos.isEmpty();
  }

  /** Never shows what was written or by whom. */
  @Override
  public String toString() {
    return "Report[" + text.length() + " characters, " + photos.size() + " photos]";
  }
}
