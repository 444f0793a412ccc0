package org.tanggap.audience;

import org.tanggap.complaint.ComplaintEvent;

/** What was written with an event, for whoever may read all of it. */
final class EventWords {

  private EventWords() {}

  /** The words, empty if there are none. */
  static String of(ComplaintEvent event) {
    if (event instanceof ComplaintEvent.Received received) {
      return received.text();
    } else if (event instanceof ComplaintEvent.MessageAdded added) {
      return added.text();
    } else if (event instanceof ComplaintEvent.Disputed disputed) {
      return disputed.reason();
    }
    String told = toCitizens(event);
    return told.isEmpty() ? amongOfficers(event) : told;
  }

  private static String toCitizens(ComplaintEvent event) {
    if (event instanceof ComplaintEvent.ReporterAsked asked) {
      return asked.text();
    } else if (event instanceof ComplaintEvent.Answered answered) {
      return answered.text();
    } else if (event instanceof ComplaintEvent.Scheduled scheduled) {
      return scheduled.text();
    } else if (event instanceof ComplaintEvent.Resolved resolved) {
      return resolved.text();
    } else if (event instanceof ComplaintEvent.Rejected rejected) {
      return rejected.reason();
    } else if (event instanceof ComplaintEvent.Clarified clarified) {
      return clarified.text();
    } else if (event instanceof ComplaintEvent.Merged merged) {
      return merged.reason();
    }
    return "";
  }

  private static String amongOfficers(ComplaintEvent event) {
    if (event instanceof ComplaintEvent.Routed routed) {
      return routed.routing().explain();
    } else if (event instanceof ComplaintEvent.Assigned assigned) {
      return assigned.assignment().because();
    } else if (event instanceof ComplaintEvent.Forwarded forwarded) {
      return forwarded.handover() + ": " + forwarded.reason();
    } else if (event instanceof ComplaintEvent.Referred referred) {
      return referred.reason();
    } else if (event instanceof ComplaintEvent.Noted noted) {
      return noted.text();
    } else if (event instanceof ComplaintEvent.CheckFailed failed) {
      return failed.reason();
    } else if (event instanceof ComplaintEvent.Reopened reopened) {
      return reopened.reason();
    } else if (event instanceof ComplaintEvent.Absorbed absorbed) {
      return absorbed.duplicate().toString();
    } else if (event instanceof ComplaintEvent.PriorityChanged changed) {
      return changed.priority() + ": " + changed.reason();
    } else if (event instanceof ComplaintEvent.CategoryChanged changed) {
      return changed.category().code() + ": " + changed.reason();
    } else if (event instanceof ComplaintEvent.Alerted alerted) {
      return alerted.target() + " " + alerted.step() + ": " + alerted.to();
    }
    return "";
  }
}
