package org.tanggap.complaint;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.responsibility.Assignment;
import org.tanggap.responsibility.Category;

/** What somebody wants done to a complaint. {@link Lifecycle} says whether it is allowed now. */
public sealed interface Command {

  /**
   * What happens if the command is allowed.
   *
   * @param at when
   * @param by who wants it
   * @return the event
   */
  ComplaintEvent event(Instant at, Actor by);

  /** Finds the report complete and worth working on. */
  record Verify() implements Command {

    @Override
    public ComplaintEvent event(Instant at, Actor by) {
      return new ComplaintEvent.Verified(at, by);
    }
  }

  /**
   * Gives a complaint that no unit has to a unit.
   *
   * @param assignment the unit and why
   */
  record Assign(Assignment assignment) implements Command {

    public Assign {
      Objects.requireNonNull(assignment, "assignment");
    }

    @Override
    public ComplaintEvent event(Instant at, Actor by) {
      return new ComplaintEvent.Assigned(at, by, assignment);
    }
  }

  /**
   * Passes the complaint on to another unit.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if reason is blank.
   *
   * @param assignment the unit that gets it, and why
   * @param handover whether the complaint had been here by mistake
   * @param reason why, for officers
   */
  record Forward(Assignment assignment, Handover handover, String reason) implements Command {

    public Forward {
      Objects.requireNonNull(assignment, "assignment");
      Objects.requireNonNull(handover, "handover");
      reason = written(reason, "reason");
    }

    @Override
    public ComplaintEvent event(Instant at, Actor by) {
      return new ComplaintEvent.Forwarded(at, by, assignment, handover, reason);
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "Forward";
    }
  }

  /**
   * Gives the complaint down to a sub-unit.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if reason is blank.
   *
   * @param assignment the sub-unit that gets it, and why
   * @param reason why, for officers
   */
  record Refer(Assignment assignment, String reason) implements Command {

    public Refer {
      Objects.requireNonNull(assignment, "assignment");
      reason = written(reason, "reason");
    }

    @Override
    public ComplaintEvent event(Instant at, Actor by) {
      return new ComplaintEvent.Referred(at, by, assignment, reason);
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "Refer";
    }
  }

  /** Begins the work, or goes on with it. */
  record StartWork() implements Command {

    @Override
    public ComplaintEvent event(Instant at, Actor by) {
      return new ComplaintEvent.WorkStarted(at, by);
    }
  }

  /**
   * Asks the citizen something and waits for the answer.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if text is blank.
   *
   * @param text the question
   */
  record Ask(String text) implements Command {

    public Ask {
      text = written(text, "text");
    }

    @Override
    public ComplaintEvent event(Instant at, Actor by) {
      return new ComplaintEvent.ReporterAsked(at, by, text);
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "Ask";
    }
  }

  /**
   * Adds what a citizen wrote later, or a place, or a message that was changed. It ends the waiting
   * for the reporter, unless a follower wrote it.
   *
   * @param message the message it came as, or null if it came as none
   * @param text the citizen's words; empty if there are only photos or a place
   * @param photos references to pictures
   * @param location what is known of the place; {@link LocationEvidence.None} if nothing was said
   * @param edition the channel's name for this edition of a changed message; empty if it is new
   */
  record AddMessage(
      @Nullable MessageKey message,
      String text,
      List<Photo> photos,
      LocationEvidence location,
      String edition)
      implements Command {

    public AddMessage {
      text = WellFormed.text(text);
      photos = List.copyOf(photos);
      Objects.requireNonNull(location, "location");
      Objects.requireNonNull(edition, "edition");
    }

    /**
     * Adds a new message without a place.
     *
     * @param message the message it came as, or null if it came as none
     * @param text the citizen's words; empty if there are only photos
     * @param photos references to pictures
     */
    public AddMessage(@Nullable MessageKey message, String text, List<Photo> photos) {
      this(message, text, photos, LocationEvidence.none(), "");
    }

    @Override
    public ComplaintEvent event(Instant at, Actor by) {
      return new ComplaintEvent.MessageAdded(at, by, message, text, photos, location, edition);
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "AddMessage";
    }
  }

  /**
   * Notes that a citizen has deleted a message on the channel.
   *
   * @param message the message
   */
  record DeleteMessage(MessageKey message) implements Command {

    public DeleteMessage {
      Objects.requireNonNull(message, "message");
    }

    @Override
    public ComplaintEvent event(Instant at, Actor by) {
      return new ComplaintEvent.MessageDeleted(at, by, message);
    }
  }

  /**
   * Takes the complaint on to answer it: until the claim ends, no other officer tells the citizen
   * anything. The same officer may claim it again. It ends by itself with the answer.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if the time is not between zero and
   * 24 hours.
   *
   * @param time how long, such as ten minutes
   */
  record Claim(Duration time) implements Command {

    public Claim {
      if (time.isNegative() || time.isZero() || time.compareTo(Duration.ofHours(24)) > 0) {
        throw new IllegalArgumentException("a claim is longer than nothing and at most 24 hours");
      }
    }

    @Override
    public ComplaintEvent event(Instant at, Actor by) {
      return new ComplaintEvent.Claimed(at, by, at.plus(time));
    }
  }

  /** Gives a claim back. */
  record Release() implements Command {

    @Override
    public ComplaintEvent event(Instant at, Actor by) {
      return new ComplaintEvent.Released(at, by);
    }
  }

  /**
   * Answers the citizen; the complaint stays as it is.
   *
   * @param text the answer, not blank
   * @param photos pictures that go with it
   */
  record Answer(String text, List<Photo> photos) implements Command {

    public Answer {
      text = written(text, "text");
      photos = List.copyOf(photos);
    }

    /**
     * Answers the citizen in words alone.
     *
     * @param text the answer, not blank
     */
    public Answer(String text) {
      this(text, List.of());
    }

    @Override
    public ComplaintEvent event(Instant at, Actor by) {
      return new ComplaintEvent.Answered(at, by, text, photos);
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "Answer";
    }
  }

  /**
   * Writes something for officers.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if text is blank.
   *
   * @param text the note
   */
  record Note(String text) implements Command {

    public Note {
      text = written(text, "text");
    }

    @Override
    public ComplaintEvent event(Instant at, Actor by) {
      return new ComplaintEvent.Noted(at, by, text);
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "Note";
    }
  }

  /**
   * Plans work that is too big for now, with a promised date of its own, and tells the citizen.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if text is blank.
   *
   * @param promisedFor the last day of the promise
   * @param text what the citizen is told
   */
  record Schedule(LocalDate promisedFor, String text) implements Command {

    public Schedule {
      Objects.requireNonNull(promisedFor, "promisedFor");
      text = written(text, "text");
    }

    @Override
    public ComplaintEvent event(Instant at, Actor by) {
      return new ComplaintEvent.Scheduled(at, by, promisedFor, text);
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "Schedule";
    }
  }

  /**
   * Declares the work done. The citizen is told at once, or after the check if one is required.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if text is blank.
   *
   * @param text the answer
   * @param proof photos of the repair; may be empty unless the rules require some
   */
  record Resolve(String text, List<Photo> proof) implements Command {

    public Resolve {
      text = written(text, "text");
      proof = List.copyOf(proof);
    }

    @Override
    public ComplaintEvent event(Instant at, Actor by) {
      return new ComplaintEvent.Resolved(at, by, text, proof, false);
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "Resolve";
    }
  }

  /** Finds, as a second person, that the work is done. */
  record PassCheck() implements Command {

    @Override
    public ComplaintEvent event(Instant at, Actor by) {
      return new ComplaintEvent.CheckPassed(at, by);
    }
  }

  /**
   * Finds, as a second person, that the work is not done.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if reason is blank.
   *
   * @param reason what is missing, for officers
   */
  record FailCheck(String reason) implements Command {

    public FailCheck {
      reason = written(reason, "reason");
    }

    @Override
    public ComplaintEvent event(Instant at, Actor by) {
      return new ComplaintEvent.CheckFailed(at, by, reason);
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "FailCheck";
    }
  }

  /**
   * Refuses the complaint and tells the citizen why.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if reason is blank.
   *
   * @param reason the reason
   */
  record Reject(String reason) implements Command {

    public Reject {
      reason = written(reason, "reason");
    }

    @Override
    public ComplaintEvent event(Instant at, Actor by) {
      return new ComplaintEvent.Rejected(at, by, reason);
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "Reject";
    }
  }

  /**
   * Says in public that the claim was false or a misunderstanding.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if text is blank.
   *
   * @param text the public answer
   */
  record Clarify(String text) implements Command {

    public Clarify {
      text = written(text, "text");
    }

    @Override
    public ComplaintEvent event(Instant at, Actor by) {
      return new ComplaintEvent.Clarified(at, by, text);
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "Clarify";
    }
  }

  /** Agrees, as the citizen, that it is done. */
  record Confirm() implements Command {

    @Override
    public ComplaintEvent event(Instant at, Actor by) {
      return new ComplaintEvent.Confirmed(at, by);
    }
  }

  /**
   * Says, as a citizen, that it is not done or not rightly refused.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if reason is blank.
   *
   * @param reason the citizen's words
   */
  record Dispute(String reason) implements Command {

    public Dispute {
      reason = written(reason, "reason");
    }

    @Override
    public ComplaintEvent event(Instant at, Actor by) {
      return new ComplaintEvent.Disputed(at, by, reason);
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "Dispute";
    }
  }

  /**
   * Opens a finished complaint again.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if reason is blank.
   *
   * @param reason why, for officers
   */
  record Reopen(String reason) implements Command {

    public Reopen {
      reason = written(reason, "reason");
    }

    @Override
    public ComplaintEvent event(Instant at, Actor by) {
      return new ComplaintEvent.Reopened(at, by, reason);
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "Reopen";
    }
  }

  /** Puts a finished complaint away that nobody disputed in time. */
  record Close() implements Command {

    @Override
    public ComplaintEvent event(Instant at, Actor by) {
      return new ComplaintEvent.Closed(at, by);
    }
  }

  /**
   * Ends this complaint as the same issue as another one, whose followers this one's reporter and
   * followers become.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if reason is blank.
   *
   * @param into the one that goes on, as it was seen
   * @param reason why, which the citizen is told
   */
  record Merge(Complaint into, String reason) implements Command {

    public Merge {
      Objects.requireNonNull(into, "into");
      reason = written(reason, "reason");
    }

    @Override
    public ComplaintEvent event(Instant at, Actor by) {
      return new ComplaintEvent.Merged(at, by, into.id(), reason);
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "Merge";
    }
  }

  /**
   * Adds somebody who wants to hear of the outcome.
   *
   * @param follower who, and where to answer
   */
  record Follow(Follower follower) implements Command {

    public Follow {
      Objects.requireNonNull(follower, "follower");
    }

    @Override
    public ComplaintEvent event(Instant at, Actor by) {
      return new ComplaintEvent.Followed(at, by, follower);
    }
  }

  /**
   * Judges the urgency anew.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if reason is blank.
   *
   * @param priority how urgent it is
   * @param reason why, for officers
   */
  record ChangePriority(Priority priority, String reason) implements Command {

    public ChangePriority {
      Objects.requireNonNull(priority, "priority");
      reason = written(reason, "reason");
    }

    @Override
    public ComplaintEvent event(Instant at, Actor by) {
      return new ComplaintEvent.PriorityChanged(at, by, priority, reason);
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "ChangePriority";
    }
  }

  /**
   * Sorts the complaint anew.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if reason is blank.
   *
   * @param category what it is about
   * @param reason why, for officers
   */
  record ChangeCategory(Category category, String reason) implements Command {

    public ChangeCategory {
      Objects.requireNonNull(category, "category");
      reason = written(reason, "reason");
    }

    @Override
    public ComplaintEvent event(Instant at, Actor by) {
      return new ComplaintEvent.CategoryChanged(at, by, category, reason);
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "ChangeCategory";
    }
  }

  private static String written(String text, String name) {
    if (Objects.requireNonNull(text, name).isBlank()) {
      throw new IllegalArgumentException(name + " is blank");
    }
    return WellFormed.text(text);
  }
}
