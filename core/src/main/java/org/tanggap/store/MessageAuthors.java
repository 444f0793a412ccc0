package org.tanggap.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.Follower;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.ReporterId;

/** Which messages of a complaint one person sent, as far as its events say. */
final class MessageAuthors {

  private final ComplaintId complaint;
  private final Set<ReporterId> person;
  private final boolean opened;
  private final boolean follows;
  private final Map<MessageKey, Boolean> theirs = new HashMap<>();

  private MessageAuthors(Complaint complaint, Set<ReporterId> person) {
    this.complaint = complaint.id();
    this.person = person;
    this.opened = isThem(complaint.received().reporter());
    this.follows =
        Participant.of(complaint.id(), complaint.history()).stream()
            .filter(it -> it.role() == Participant.Role.FOLLOWER)
            .anyMatch(it -> isThem(it.reporter()));
    complaint.history().forEach(this::add);
  }

  /**
   * Reads the events of a complaint.
   *
   * @param complaint the complaint
   * @param person all references to the person
   */
  static MessageAuthors of(Complaint complaint, Set<ReporterId> person) {
    return new MessageAuthors(complaint, person);
  }

  private boolean isThem(@Nullable ReporterId reporter) {
    return reporter != null && person.contains(reporter);
  }

  private void add(ComplaintEvent event) {
    if (event instanceof ComplaintEvent.Received received) {
      add(received.message(), opened);
    } else if (event instanceof ComplaintEvent.MessageAdded added && added.message() != null) {
      // Which of several followers it was is not told.
      add(added.message(), added.by().kind() == Actor.Kind.FOLLOWER ? follows : opened);
    } else if (event instanceof ComplaintEvent.Followed followed) {
      add(followed.follower());
    } else if (event instanceof ComplaintEvent.Absorbed absorbed) {
      absorbed.followers().forEach(this::add);
    }
  }

  private void add(Follower follower) {
    add(follower.message(), isThem(follower.reporter()));
  }

  private void add(MessageKey message, boolean isTheirs) {
    theirs.merge(message, isTheirs, Boolean::logicalOr);
  }

  /** The messages that the events say are the person's, wherever they went. */
  Set<MessageKey> named() {
    Map<MessageKey, Boolean> named = new HashMap<>(theirs);
    named.values().removeIf(isTheirs -> !isTheirs);
    return named.keySet();
  }

  /**
   * Whether a message is the person's. One that went to this complaint, and that no event speaks
   * of, is whose the complaint is.
   */
  boolean isTheirs(MessageKey message, ComplaintId wentTo) {
    return theirs.getOrDefault(message, opened && wentTo.equals(complaint));
  }
}
