package org.tanggap.desk;

import java.util.List;
import org.tanggap.complaint.Complaint;
import org.tanggap.store.KnownReporter;

/**
 * Everything that is kept about one reporter.
 *
 * @param person who it is
 * @param reported the complaints that the person opened, with all that was written and answered
 * @param followed the complaints of others that the person follows; their words are not the
 *     person's
 */
public record ReporterFile(
    KnownReporter person, List<Complaint> reported, List<Complaint> followed) {

  public ReporterFile {
    reported = List.copyOf(reported);
    followed = List.copyOf(followed);
  }

  /** What becomes of what an erased person wrote. */
  public enum Words {
    /** The words stay with the complaint; only who wrote them is forgotten. */
    KEPT,
    /** The words, the photos and a place given in words are taken out of the events as well. */
    REMOVED
  }
}
