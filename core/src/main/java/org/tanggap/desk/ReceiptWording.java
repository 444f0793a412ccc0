package org.tanggap.desk;

import org.tanggap.complaint.Complaint;
import org.tanggap.sla.Deadline;

/** Words the automatic receipt that a citizen gets. Called while the report is taken in. */
@FunctionalInterface
public interface ReceiptWording {

  /**
   * The receipt for a new complaint.
   *
   * @param complaint the complaint, routed and assigned as far as that goes
   * @param deadline until when the promise is to be kept
   * @return the text to send
   */
  String text(Complaint complaint, Deadline deadline);
}
