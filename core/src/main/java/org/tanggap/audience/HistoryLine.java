package org.tanggap.audience;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.ComplaintEvent;

/**
 * One thing that happened, as an audience may know it.
 *
 * @param at when
 * @param kind what happened
 * @param status how the complaint stood after it, in the words of that time
 * @param text what was written, or null if nothing was or the audience may not read it
 * @param pictures addresses of pictures that the audience may see
 * @param by who did it, or null for the public
 */
public record HistoryLine(
    Instant at,
    Kind kind,
    StatusWord status,
    @Nullable String text,
    List<String> pictures,
    @Nullable Actor by) {

  public HistoryLine {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(status, "status");
    pictures = List.copyOf(pictures);
  }

  /** Never shows what was written. */
  @Override
  public String toString() {
    return "HistoryLine[" + at + ", " + kind + "]";
  }

  /**
   * What happened. The table says who sees that it happened, and who reads what was written and
   * sees the pictures; later audiences see what earlier ones do.
   *
   * <p>A citizen's words are public where a citizen speaks to the city: in the report and in a
   * dispute ({@link CitizensWords} keeps them back). What a citizen is asked and answers is between
   * the two, and often an address or a number.
   */
  public enum Kind {
    /** The report came in. */
    RECEIVED(ComplaintEvent.Received.class, Audience.PUBLIC, Audience.PUBLIC),
    /** The place was looked up. */
    ROUTED(ComplaintEvent.Routed.class, Audience.OFFICER, Audience.OFFICER),
    /** It was found complete. */
    VERIFIED(ComplaintEvent.Verified.class, Audience.PUBLIC, Audience.PUBLIC),
    /** A unit got it. */
    ASSIGNED(ComplaintEvent.Assigned.class, Audience.PUBLIC, Audience.OFFICER),
    /** Another unit got it. */
    FORWARDED(ComplaintEvent.Forwarded.class, Audience.PUBLIC, Audience.OFFICER),
    /** A sub-unit got it. */
    REFERRED(ComplaintEvent.Referred.class, Audience.PUBLIC, Audience.OFFICER),
    /** Work began. */
    WORK_STARTED(ComplaintEvent.WorkStarted.class, Audience.PUBLIC, Audience.PUBLIC),
    /** The reporter was asked something. */
    ASKED(ComplaintEvent.ReporterAsked.class, Audience.PUBLIC, Audience.OFFICER),
    /** A citizen wrote again. */
    CITIZEN_WROTE(ComplaintEvent.MessageAdded.class, Audience.PUBLIC, Audience.OFFICER),
    /** A citizen deleted a message. */
    MESSAGE_DELETED(ComplaintEvent.MessageDeleted.class, Audience.OFFICER, Audience.OFFICER),
    /** An officer took it on to answer. */
    CLAIMED(ComplaintEvent.Claimed.class, Audience.OFFICER, Audience.OFFICER),
    /** The officer gave it back. */
    RELEASED(ComplaintEvent.Released.class, Audience.OFFICER, Audience.OFFICER),
    /** The citizen was answered. */
    ANSWERED(ComplaintEvent.Answered.class, Audience.PUBLIC, Audience.PUBLIC),
    /** An officer wrote a note. */
    NOTED(ComplaintEvent.Noted.class, Audience.OFFICER, Audience.OFFICER),
    /** Work was planned for a promised date. */
    SCHEDULED(ComplaintEvent.Scheduled.class, Audience.PUBLIC, Audience.PUBLIC),
    /** The work was declared done; the public reads the answer after the check, if there is one. */
    RESOLVED(ComplaintEvent.Resolved.class, Audience.PUBLIC, Audience.PUBLIC),
    /** A second person found it done; the text is the answer that was checked. */
    CHECK_PASSED(ComplaintEvent.CheckPassed.class, Audience.PUBLIC, Audience.PUBLIC),
    /** A second person found it not done. */
    CHECK_FAILED(ComplaintEvent.CheckFailed.class, Audience.PUBLIC, Audience.OFFICER),
    /** It was refused. */
    REJECTED(ComplaintEvent.Rejected.class, Audience.PUBLIC, Audience.PUBLIC),
    /** The public was told that the claim was false or a misunderstanding. */
    CLARIFIED(ComplaintEvent.Clarified.class, Audience.PUBLIC, Audience.PUBLIC),
    /** The citizen agreed that it is done. */
    CONFIRMED(ComplaintEvent.Confirmed.class, Audience.PUBLIC, Audience.PUBLIC),
    /** A citizen said that it is not done, or not rightly refused. */
    DISPUTED(ComplaintEvent.Disputed.class, Audience.PUBLIC, Audience.PUBLIC),
    /** It was opened again. */
    REOPENED(ComplaintEvent.Reopened.class, Audience.PUBLIC, Audience.OFFICER),
    /** It was put away. */
    CLOSED(ComplaintEvent.Closed.class, Audience.PUBLIC, Audience.PUBLIC),
    /** It goes on in another complaint. */
    MERGED(ComplaintEvent.Merged.class, Audience.PUBLIC, Audience.PUBLIC),
    /** Another complaint goes on in this one; which one may be a secret. */
    ABSORBED(ComplaintEvent.Absorbed.class, Audience.PUBLIC, Audience.OFFICER),
    /** Somebody wants to hear of the outcome. */
    FOLLOWED(ComplaintEvent.Followed.class, Audience.OFFICER, Audience.OFFICER),
    /** Its urgency was judged anew. */
    PRIORITY_CHANGED(ComplaintEvent.PriorityChanged.class, Audience.OFFICER, Audience.OFFICER),
    /** It was sorted anew. */
    CATEGORY_CHANGED(ComplaintEvent.CategoryChanged.class, Audience.OFFICER, Audience.OFFICER),
    /** Somebody was told of a deadline. */
    ALERTED(ComplaintEvent.Alerted.class, Audience.OFFICER, Audience.OFFICER);

    private final Class<? extends ComplaintEvent> event;
    private final Audience seenBy;
    private final Audience readBy;

    Kind(Class<? extends ComplaintEvent> event, Audience seenBy, Audience readBy) {
      this.event = event;
      this.seenBy = seenBy;
      this.readBy = readBy;
    }

    /** The kind of an event, or nothing: what nobody has decided on is shown to nobody. */
    static Optional<Kind> find(ComplaintEvent event) {
      for (Kind kind : values()) {
        if (kind.event.isInstance(event)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }

    boolean isSeenBy(Audience audience) {
      return audience.includes(seenBy);
    }

    boolean isReadBy(Audience audience) {
      return audience.includes(readBy);
    }
  }
}
