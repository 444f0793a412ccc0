package org.tanggap.complaint;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Position;

/**
 * What the photo of a repair says of itself, compared with the complaint: the place where it was
 * taken with the complaint's place, the time with the complaint's opening. A mismatch is shown to
 * whoever judges the proof; it refuses nothing by itself.
 *
 * @param photo the photo of the repair
 * @param place what its place says
 * @param metres how far from the complaint's place it was taken; empty if either place is unknown
 * @param time what its time says
 */
public record ProofCheck(Photo photo, Finding place, OptionalDouble metres, Finding time) {

  /** What a comparison found. */
  public enum Finding {
    /** As it should be. */
    FITS,
    /**
     * Too far away, or taken before the complaint was opened or after the work was declared done.
     */
    DIFFERS,
    /** The photo or the complaint does not say. */
    UNKNOWN
  }

  /**
   * Compares the proof of the last resolution with its complaint.
   *
   * @param complaint a complaint
   * @param withinMetres how far from the complaint's place a photo may be taken, beyond the stated
   *     accuracy of that place
   * @return one check for each photo; empty if it was never resolved or without a photo
   */
  public static List<ProofCheck> of(Complaint complaint, double withinMetres) {
    return complaint
        .findResolution()
        .map(
            done -> done.proof().stream().map(it -> of(complaint, it, done, withinMetres)).toList())
        .orElse(List.of());
  }

  private static ProofCheck of(
      Complaint complaint, Photo photo, ComplaintEvent.Resolved done, double withinMetres) {
    OptionalDouble metres = OptionalDouble.empty();
    Finding place = Finding.UNKNOWN;
    Position taken = photo.position();
    if (taken != null && complaint.location() instanceof LocationEvidence.Point point) {
      double apart = taken.metresTo(point.position());
      Double accuracy = point.accuracyMetres();
      metres = OptionalDouble.of(apart);
      place =
          apart <= withinMetres + (accuracy == null ? 0 : accuracy)
              ? Finding.FITS
              : Finding.DIFFERS;
    }
    return new ProofCheck(photo, place, metres, timeOf(photo, complaint.opened(), done.at()));
  }

  private static Finding timeOf(Photo photo, Instant opened, Instant done) {
    Instant taken = photo.takenAt();
    if (taken == null) {
      return Finding.UNKNOWN;
    }
    return taken.isBefore(opened) || taken.isAfter(done) ? Finding.DIFFERS : Finding.FITS;
  }
}
