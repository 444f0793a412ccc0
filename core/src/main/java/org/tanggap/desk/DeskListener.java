package org.tanggap.desk;

import org.tanggap.complaint.Complaint;

/**
 * Is told what the desk has done, after it is stored and on the thread that did it. A listener that
 * throws is logged and does no harm; one that takes long holds the desk up.
 */
public interface DeskListener {

  /**
   * A complaint is new or has changed.
   *
   * @param complaint the complaint as it is stored now
   */
  default void complaintStored(Complaint complaint) {}
}
