package org.tanggap.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Routing;
import org.tanggap.responsibility.Assignment;
import org.tanggap.responsibility.Category;

/**
 * One thing that happened to a complaint. Events are the truth: they are appended and never
 * changed, and everything else about a complaint is computed from them. The one exception is the
 * law: when a reporter is erased, the words may be taken out of the events that hold them.
 */
public sealed interface ComplaintEvent {

  /**
   * When it happened.
   *
   * @return an instant of the desk's own clock
   */
  Instant at();

  /**
   * Who did it.
   *
   * @return the actor
   */
  Actor by();

  /**
   * A report came in and opened the complaint.
   *
   * @param at when the desk took it
   * @param by the reporter
   * @param message the message it came as
   * @param text the citizen's words, unchanged
   * @param location what is known of the place
   * @param category what it is about, as it was sorted then
   * @param photos references to pictures
   * @param sentAt when the citizen sent it, or null if the channel does not say
   * @param reporter a reference to the one who sent it, or null
   * @param discretion who may see what; {@link Discretion#NONE} in events stored before there was a
   *     choice
   */
  record Received(
      Instant at,
      Actor by,
      MessageKey message,
      String text,
      LocationEvidence location,
      Category category,
      List<Photo> photos,
      @Nullable Instant sentAt,
      @Nullable ReporterId reporter,
      @Nullable Discretion discretion)
      implements ComplaintEvent {

    public Received {
      requireStamp(at, by);
      Objects.requireNonNull(message, "message");
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(location, "location");
      Objects.requireNonNull(category, "category");
      photos = List.copyOf(photos);
      discretion = Objects.requireNonNullElse(discretion, Discretion.NONE);
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "Received[" + at + ", " + message.account() + ", " + text.length() + " characters]";
    }
  }

  /**
   * The place was looked up.
   *
   * @param at when
   * @param by usually the system
   * @param routing where it belongs
   */
  record Routed(Instant at, Actor by, Routing routing) implements ComplaintEvent {

    public Routed {
      requireStamp(at, by);
      Objects.requireNonNull(routing, "routing");
    }
  }

  /**
   * Somebody found the report complete and worth working on.
   *
   * <p>Laws that count from the day "on which the file is complete" count from here.
   *
   * @param at when
   * @param by an officer
   */
  record Verified(Instant at, Actor by) implements ComplaintEvent {

    public Verified {
      requireStamp(at, by);
    }
  }

  /**
   * A unit got the complaint that no unit had.
   *
   * @param at when
   * @param by usually the system
   * @param assignment the unit and why
   */
  record Assigned(Instant at, Actor by, Assignment assignment) implements ComplaintEvent {

    public Assigned {
      requireStamp(at, by);
      Objects.requireNonNull(assignment, "assignment");
    }
  }

  /**
   * The unit that had the complaint passed it on to another one (<em>koordinasi</em>).
   *
   * @param at when
   * @param by an officer of the unit that had it
   * @param assignment the unit that has it now, and why
   * @param handover whether the complaint had been here by mistake
   * @param reason why, for officers
   */
  record Forwarded(Instant at, Actor by, Assignment assignment, Handover handover, String reason)
      implements ComplaintEvent {

    public Forwarded {
      requireStamp(at, by);
      Objects.requireNonNull(assignment, "assignment");
      Objects.requireNonNull(handover, "handover");
      Objects.requireNonNull(reason, "reason");
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "Forwarded[" + at + ", " + reason.length() + " characters]";
    }
  }

  /**
   * The unit that had the complaint gave it down to one of its own sub-units (<em>disposisi</em>).
   *
   * @param at when
   * @param by an officer of the unit that had it
   * @param assignment the sub-unit that has it now, and why
   * @param reason why, for officers
   */
  record Referred(Instant at, Actor by, Assignment assignment, String reason)
      implements ComplaintEvent {

    public Referred {
      requireStamp(at, by);
      Objects.requireNonNull(assignment, "assignment");
      Objects.requireNonNull(reason, "reason");
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "Referred[" + at + ", " + reason.length() + " characters]";
    }
  }

  /**
   * The unit began to work on it.
   *
   * @param at when
   * @param by an officer
   */
  record WorkStarted(Instant at, Actor by) implements ComplaintEvent {

    public WorkStarted {
      requireStamp(at, by);
    }
  }

  /**
   * The citizen was asked something, and the complaint waits for the answer.
   *
   * @param at when
   * @param by an officer
   * @param text the question
   */
  record ReporterAsked(Instant at, Actor by, String text) implements ComplaintEvent {

    public ReporterAsked {
      requireStamp(at, by);
      Objects.requireNonNull(text, "text");
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "ReporterAsked[" + at + ", " + text.length() + " characters]";
    }
  }

  /**
   * A citizen wrote again, gave a place, or changed a message. A changed message comes under the
   * key of the one before, with the edition's name.
   *
   * @param at when
   * @param by the reporter, a follower, or an officer who heard it
   * @param message the message it came as, or null if it came as none
   * @param text the citizen's words, unchanged
   * @param photos references to pictures
   * @param location what is known of the place; {@link LocationEvidence.None} if nothing was said
   * @param edition the channel's name for this edition of a changed message; empty if it is new
   */
  record MessageAdded(
      Instant at,
      Actor by,
      @Nullable MessageKey message,
      String text,
      List<Photo> photos,
      @Nullable LocationEvidence location,
      @Nullable String edition)
      implements ComplaintEvent {

    public MessageAdded {
      requireStamp(at, by);
      Objects.requireNonNull(text, "text");
      photos = List.copyOf(photos);
      location = Objects.requireNonNullElse(location, LocationEvidence.none());
      edition = Objects.requireNonNullElse(edition, "");
    }

    /**
     * A new message without a place.
     *
     * @param at when
     * @param by the reporter, a follower, or an officer who heard it
     * @param message the message it came as, or null if it came as none
     * @param text the citizen's words, unchanged
     * @param photos references to pictures
     */
    public MessageAdded(
        Instant at, Actor by, @Nullable MessageKey message, String text, List<Photo> photos) {
      this(at, by, message, text, photos, null, null);
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "MessageAdded[" + at + ", " + text.length() + " characters]";
    }
  }

  /**
   * A citizen deleted a message on the channel. What it said is kept for the offices and no longer
   * shown to the public.
   *
   * @param at when
   * @param by the citizen
   * @param message the message
   */
  record MessageDeleted(Instant at, Actor by, MessageKey message) implements ComplaintEvent {

    public MessageDeleted {
      requireStamp(at, by);
      Objects.requireNonNull(message, "message");
    }
  }

  /**
   * An officer has taken it on to answer, so that nobody else answers meanwhile.
   *
   * @param at when
   * @param by the officer
   * @param until when the claim ends, exclusive, unless it is given back or the citizen is answered
   */
  record Claimed(Instant at, Actor by, Instant until) implements ComplaintEvent {

    public Claimed {
      requireStamp(at, by);
      Objects.requireNonNull(until, "until");
    }
  }

  /**
   * The officer who had claimed it gave it back.
   *
   * @param at when
   * @param by the officer
   */
  record Released(Instant at, Actor by) implements ComplaintEvent {

    public Released {
      requireStamp(at, by);
    }
  }

  /**
   * The citizen was answered; the complaint stays as it is.
   *
   * @param at when
   * @param by an officer
   * @param text the answer
   * @param photos pictures that go with it
   */
  record Answered(Instant at, Actor by, String text, @Nullable List<Photo> photos)
      implements ComplaintEvent {

    public Answered {
      requireStamp(at, by);
      Objects.requireNonNull(text, "text");
      photos = photos == null ? List.of() : List.copyOf(photos);
    }

    /**
     * An answer in words alone.
     *
     * @param at when
     * @param by an officer
     * @param text the answer
     */
    public Answered(Instant at, Actor by, String text) {
      this(at, by, text, List.of());
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "Answered[" + at + ", " + text.length() + " characters]";
    }
  }

  /**
   * An officer wrote something for officers; the citizen does not see it.
   *
   * @param at when
   * @param by an officer
   * @param text the note
   */
  record Noted(Instant at, Actor by, String text) implements ComplaintEvent {

    public Noted {
      requireStamp(at, by);
      Objects.requireNonNull(text, "text");
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "Noted[" + at + ", " + text.length() + " characters]";
    }
  }

  /**
   * The work is too big for now: it was planned, with a promised date of its own.
   *
   * @param at when
   * @param by an officer
   * @param promisedFor the last day of the promise
   * @param text what the citizen is told
   */
  record Scheduled(Instant at, Actor by, LocalDate promisedFor, String text)
      implements ComplaintEvent {

    public Scheduled {
      requireStamp(at, by);
      Objects.requireNonNull(promisedFor, "promisedFor");
      Objects.requireNonNull(text, "text");
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "Scheduled[" + at + ", " + text.length() + " characters]";
    }
  }

  /**
   * The unit says that it is done.
   *
   * @param at when
   * @param by an officer
   * @param text the answer to the citizen
   * @param proof photos of the repair
   * @param toBeChecked whether somebody else has to look before it counts as done
   */
  record Resolved(Instant at, Actor by, String text, List<Photo> proof, boolean toBeChecked)
      implements ComplaintEvent {

    public Resolved {
      requireStamp(at, by);
      Objects.requireNonNull(text, "text");
      proof = List.copyOf(proof);
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "Resolved[" + at + ", " + text.length() + " characters]";
    }
  }

  /**
   * A second person found that the work is done; the citizen is told now.
   *
   * @param at when
   * @param by an officer other than the one who resolved it
   */
  record CheckPassed(Instant at, Actor by) implements ComplaintEvent {

    public CheckPassed {
      requireStamp(at, by);
    }
  }

  /**
   * A second person found that the work is not done.
   *
   * @param at when
   * @param by an officer other than the one who resolved it
   * @param reason what is missing, for officers
   */
  record CheckFailed(Instant at, Actor by, String reason) implements ComplaintEvent {

    public CheckFailed {
      requireStamp(at, by);
      Objects.requireNonNull(reason, "reason");
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "CheckFailed[" + at + ", " + reason.length() + " characters]";
    }
  }

  /**
   * The complaint was refused.
   *
   * @param at when
   * @param by an officer
   * @param reason the reason, which the citizen is told
   */
  record Rejected(Instant at, Actor by, String reason) implements ComplaintEvent {

    public Rejected {
      requireStamp(at, by);
      Objects.requireNonNull(reason, "reason");
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "Rejected[" + at + ", " + reason.length() + " characters]";
    }
  }

  /**
   * The claim was false or a misunderstanding, and the public is told so.
   *
   * @param at when
   * @param by an officer
   * @param text the public answer
   */
  record Clarified(Instant at, Actor by, String text) implements ComplaintEvent {

    public Clarified {
      requireStamp(at, by);
      Objects.requireNonNull(text, "text");
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "Clarified[" + at + ", " + text.length() + " characters]";
    }
  }

  /**
   * The citizen agrees that it is done.
   *
   * @param at when
   * @param by the reporter, or an officer who heard it
   */
  record Confirmed(Instant at, Actor by) implements ComplaintEvent {

    public Confirmed {
      requireStamp(at, by);
    }
  }

  /**
   * A citizen says that it is not done, or not rightly refused.
   *
   * @param at when
   * @param by the reporter, a follower, or an officer who heard it
   * @param reason the citizen's words
   */
  record Disputed(Instant at, Actor by, String reason) implements ComplaintEvent {

    public Disputed {
      requireStamp(at, by);
      Objects.requireNonNull(reason, "reason");
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "Disputed[" + at + ", " + reason.length() + " characters]";
    }
  }

  /**
   * A finished complaint was opened again.
   *
   * @param at when
   * @param by an officer
   * @param reason why, for officers
   */
  record Reopened(Instant at, Actor by, String reason) implements ComplaintEvent {

    public Reopened {
      requireStamp(at, by);
      Objects.requireNonNull(reason, "reason");
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "Reopened[" + at + ", " + reason.length() + " characters]";
    }
  }

  /**
   * A finished complaint was put away: nobody disputed it in time.
   *
   * @param at when
   * @param by the system or an officer
   */
  record Closed(Instant at, Actor by) implements ComplaintEvent {

    public Closed {
      requireStamp(at, by);
    }
  }

  /**
   * This complaint turned out to be the same issue as another one, and ends here.
   *
   * @param at when
   * @param by an officer
   * @param into the one that goes on
   * @param reason why, which the citizen is told
   */
  record Merged(Instant at, Actor by, ComplaintId into, String reason) implements ComplaintEvent {

    public Merged {
      requireStamp(at, by);
      Objects.requireNonNull(into, "into");
      Objects.requireNonNull(reason, "reason");
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "Merged[" + at + ", " + reason.length() + " characters]";
    }
  }

  /**
   * Another complaint turned out to be the same issue as this one.
   *
   * @param at when
   * @param by an officer
   * @param duplicate the one that ended
   * @param followers who had reported or followed it, and follows this one now
   */
  record Absorbed(Instant at, Actor by, ComplaintId duplicate, List<Follower> followers)
      implements ComplaintEvent {

    public Absorbed {
      requireStamp(at, by);
      Objects.requireNonNull(duplicate, "duplicate");
      followers = List.copyOf(followers);
    }
  }

  /**
   * Somebody wants to hear of the outcome.
   *
   * @param at when
   * @param by the follower, or an officer who heard it
   * @param follower who, and where to answer
   */
  record Followed(Instant at, Actor by, Follower follower) implements ComplaintEvent {

    public Followed {
      requireStamp(at, by);
      Objects.requireNonNull(follower, "follower");
    }
  }

  /**
   * Its urgency was judged anew.
   *
   * @param at when
   * @param by an officer
   * @param priority how urgent it is now
   * @param reason why, for officers
   */
  record PriorityChanged(Instant at, Actor by, Priority priority, String reason)
      implements ComplaintEvent {

    public PriorityChanged {
      requireStamp(at, by);
      Objects.requireNonNull(priority, "priority");
      Objects.requireNonNull(reason, "reason");
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "PriorityChanged[" + at + ", " + reason.length() + " characters]";
    }
  }

  /**
   * It was sorted anew.
   *
   * @param at when
   * @param by an officer
   * @param category what it is about
   * @param reason why, for officers
   */
  record CategoryChanged(Instant at, Actor by, Category category, String reason)
      implements ComplaintEvent {

    public CategoryChanged {
      requireStamp(at, by);
      Objects.requireNonNull(category, "category");
      Objects.requireNonNull(reason, "reason");
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "CategoryChanged[" + at + ", " + reason.length() + " characters]";
    }
  }

  /**
   * Somebody was told that a deadline is near or missed.
   *
   * <p>Kept as an event so that nobody is told twice.
   *
   * @param at when
   * @param by the system
   * @param target which promise, such as {@code resolution}
   * @param step which step of its warnings, such as {@code 75%}
   * @param to who was told, a role or a unit
   */
  record Alerted(Instant at, Actor by, String target, String step, String to)
      implements ComplaintEvent {

    public Alerted {
      requireStamp(at, by);
      Objects.requireNonNull(target, "target");
      Objects.requireNonNull(step, "step");
      Objects.requireNonNull(to, "to");
    }
  }

  private static void requireStamp(Instant at, Actor by) {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(by, "by");
  }
}
