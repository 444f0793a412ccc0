package org.tanggap.desk;

import org.tanggap.complaint.Complaint;
import org.tanggap.sla.SlaClocks;

/** Words the automatic receipt that a citizen gets. Called while the report is taken in. */
@FunctionalInterface
public interface ReceiptWording {

  /**
   * The receipt for a new complaint.
   *
   * @param complaint the complaint, routed and assigned as far as that goes
   * @param clocks until when what is promised
   * @return the text to send
   */
  String text(Complaint complaint, SlaClocks clocks);
}
