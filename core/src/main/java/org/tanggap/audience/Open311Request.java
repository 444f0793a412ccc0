package org.tanggap.audience;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Position;
import org.tanggap.responsibility.Unit;

/**
 * A complaint as {@code GET requests} of Open311 GeoReport v2 tells it, each component named after
 * its field.
 *
 * @param serviceRequestId the number
 * @param status {@code open} or {@code closed}
 * @param statusNotes the word and the note; for a closed one it says whether it was done
 * @param serviceCode the category
 * @param description the citizen's words, or null if they are not public
 * @param agencyResponsible the name of the office that has it, or null
 * @param requestedDatetime when the citizen's time began
 * @param updatedDatetime when something happened last; for a closed one, when it was closed
 * @param expectedDatetime until when it is expected to be done, or null
 * @param position {@code lat} and {@code long}; null for a place wider than a circle of 200 m
 */
public record Open311Request(
    String serviceRequestId,
    String status,
    String statusNotes,
    String serviceCode,
    @Nullable String description,
    @Nullable String agencyResponsible,
    Instant requestedDatetime,
    Instant updatedDatetime,
    @Nullable Instant expectedDatetime,
    @Nullable Position position) {

  private static final double WIDEST_METRES = 200;

  /**
   * The request of a public view.
   *
   * @param view a view for the public, usually in the words for Open311
   * @return the request
   * @throws IllegalArgumentException if the view is not for the public
   */
  public static Open311Request of(ComplaintView view) {
    if (view.audience() != Audience.PUBLIC) {
      throw new IllegalArgumentException("a view for " + view.audience() + " is not for everybody");
    }
    StatusWord word = view.status();
    Unit unit = view.unit();
    return new Open311Request(
        view.number().toString(),
        word.phase().open311(),
        word.note().isBlank() ? word.text() : word.text() + ". " + word.note(),
        view.category().code(),
        view.history().get(0).text(),
        unit == null ? null : unit.name(),
        view.opened(),
        updated(view),
        view.expected(),
        position(view.place()));
  }

  private static Instant updated(ComplaintView view) {
    Instant updated = view.changed();
    for (int i = view.history().size() - 1;
        i >= 0 && view.history().get(i).status().phase() == Phase.CLOSED;
        i--) {
      updated = view.history().get(i).at();
    }
    return updated;
  }

  private static @Nullable Position position(LocationEvidence place) {
    if (place instanceof LocationEvidence.Point point) {
      return point.position();
    }
    return place instanceof LocationEvidence.Circle circle && circle.radiusMetres() <= WIDEST_METRES
        ? circle.middle()
        : null;
  }

  /** The number and the status, nothing that anybody wrote. */
  @Override
  public String toString() {
    return "Open311Request[" + serviceRequestId + ", " + status + "]";
  }
}
