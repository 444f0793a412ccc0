package org.tanggap.duplicate;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.tanggap.complaint.Complaint;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Position;
import org.tanggap.responsibility.Category;

/**
 * Which complaints a store must fetch, so that {@link NearDuplicates#suggest} misses none. It is
 * wider than what is suggested in the end; a store may fetch still more, and leaves out those that
 * are no longer open.
 *
 * <p>{@link #covers} is the whole condition, for a store in memory and as the measure for a query:
 *
 * <ul>
 *   <li>the category is the given one, lies within it, is one that it lies within, or is {@link
 *       Category#UNSORTED}; if the given one is unsorted, any category;
 *   <li>it was opened in the given span of time, both ends included;
 *   <li>its place is a point in one of the boxes, or is no point, or a point with an accuracy worse
 *       than 1,000 m.
 * </ul>
 *
 * <p>The constructor throws {@link IllegalArgumentException} if there is no box or the times are
 * exchanged.
 *
 * @param category what the complaint is about
 * @param boxes one box; two where the area crosses the antimeridian; the whole earth where no place
 *     is known. Edges belong to a box.
 * @param from the first instant of opening
 * @param until the last instant of opening
 */
public record SearchArea(
    Category category, List<LocationEvidence.Box> boxes, Instant from, Instant until) {

  public SearchArea {
    Objects.requireNonNull(category, "category");
    boxes = List.copyOf(boxes);
    if (boxes.isEmpty() || from.isAfter(until)) {
      throw new IllegalArgumentException("boxes is empty, or from is after until");
    }
  }

  /**
   * Whether a complaint is to be fetched.
   *
   * @param complaint any complaint, also the one that is asked about
   * @return true if it may be a duplicate
   */
  public boolean covers(Complaint complaint) {
    Issue issue = new Issue(complaint);
    Place place = issue.place();
    return Kinship.related(category, issue.category())
        && !issue.opened().isBefore(from)
        && !issue.opened().isAfter(until)
        && (place == null
            || !place.exact()
            || boxes.stream().anyMatch(box -> holds(box, place.southWest())));
  }

  private static boolean holds(LocationEvidence.Box box, Position position) {
    return position.latitude() >= box.southWest().latitude()
        && position.latitude() <= box.northEast().latitude()
        && position.longitude() >= box.southWest().longitude()
        && position.longitude() <= box.northEast().longitude();
  }
}
