package org.tanggap.desk;

import java.util.NoSuchElementException;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.MessageKey;

/** What became of one message. Every message ends in exactly one of these. */
public sealed interface Intake {

  /**
   * The complaint that a message opened just now.
   *
   * @return the complaint
   * @throws NoSuchElementException if the message opened none
   */
  default Complaint getComplaint() {
    if (this instanceof Accepted accepted) {
      return accepted.complaint();
    }
    throw new NoSuchElementException("the message opened no complaint: " + this);
  }

  /**
   * A new complaint, stored.
   *
   * @param complaint the complaint, routed and assigned as far as that goes
   */
  record Accepted(Complaint complaint) implements Intake {}

  /**
   * A further message, a change or a deletion, stored with the complaint it belongs to.
   *
   * @param complaint the complaint as it is now
   */
  record Added(Complaint complaint) implements Intake {}

  /** What became of an answer, or something about a person; noted. */
  record Noted() implements Intake {}

  /**
   * A message that is fetched from its vendor later.
   *
   * @param key the message
   */
  record Announced(MessageKey key) implements Intake {}

  /**
   * The same message was taken before; nothing was stored.
   *
   * @param complaint the complaint that it opened then
   */
  record AlreadyKnown(ComplaintId complaint) implements Intake {}

  /**
   * Another message was taken under the same key before. The first one stands; this one is kept
   * among what was left out.
   *
   * @param complaint the complaint that the first one opened
   */
  record Conflicting(ComplaintId complaint) implements Intake {}

  /**
   * No report, and no answer needed.
   *
   * @param where what to call it
   * @param reason why it is left aside
   */
  record Ignored(String where, ChannelMessage.Ignored.Reason reason) implements Intake {}

  /**
   * Not taken, and kept among what was left out.
   *
   * @param where what to call it
   * @param why what is wrong, without the citizen's words
   */
  record Rejected(String where, String why) implements Intake {}
}
