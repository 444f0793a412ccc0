package org.tanggap.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.Complaint;

/**
 * A page of complaints.
 *
 * @param complaints the complaints in the order of the query; fewer than its limit on the last page
 * @param end where the page ends, to go on from; on an empty page where it began, or null
 */
public record ComplaintPage(List<Complaint> complaints, @Nullable Bookmark end) {

  public ComplaintPage {
    complaints = List.copyOf(complaints);
  }

  /**
   * Where to go on.
   *
   * @return the bookmark for the next page; nothing if there was never a complaint
   */
  public Optional<Bookmark> findEnd() {
    return Optional.ofNullable(end);
  }
}
