package org.tanggap.citydesk;

import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.desk.FeedbackDesk;
import org.tanggap.store.ComplaintStore;

/**
 * What the answers to requests are made of.
 *
 * @param boundaryVersion which boundaries are in use
 * @param notice what the page says of them, or nothing
 */
record DeskParts(
    FeedbackDesk desk,
    ComplaintStore store,
    DeskView view,
    AlertLog alerts,
    ComplaintJson json,
    String boundaryVersion,
    String notice) {

  /** A complaint that somebody asked for. */
  Complaint complaint(ComplaintId id) {
    return store.find(id).orElseThrow(() -> RefusedRequestException.unknown("complaint"));
  }
}
