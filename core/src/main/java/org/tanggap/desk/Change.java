package org.tanggap.desk;

import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.Decision;

/** What became of a command. */
public sealed interface Change {

  /**
   * It was done and stored.
   *
   * @param complaint the complaint afterwards
   */
  record Done(Complaint complaint) implements Change {}

  /**
   * It is not allowed now.
   *
   * @param refusal where the complaint stands and what would be allowed
   */
  record Refused(Decision.Refused refusal) implements Change {}

  /**
   * Somebody else changed the complaint since the version that the command was based on; nothing
   * was overwritten.
   *
   * @param complaint the complaint as it is now
   */
  record Outdated(Complaint complaint) implements Change {}

  /**
   * There is no such complaint.
   *
   * @param id the number asked for
   */
  record Unknown(ComplaintId id) implements Change {}
}
