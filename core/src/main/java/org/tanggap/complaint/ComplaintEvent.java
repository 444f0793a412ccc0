package org.tanggap.complaint;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Routing;
import org.tanggap.responsibility.Assignment;
import org.tanggap.responsibility.Category;

/**
 * One thing that happened to a complaint. Events are the truth: they are appended and never
 * changed, and everything else about a complaint is computed from them.
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
   * @param category what it is about
   * @param photos references to pictures
   * @param sentAt when the citizen sent it, or null if the channel does not say
   * @param reporter a reference to the one who sent it, or null
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
      @Nullable ReporterId reporter)
      implements ComplaintEvent {

    public Received {
      requireStamp(at, by);
      Objects.requireNonNull(message, "message");
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(location, "location");
      Objects.requireNonNull(category, "category");
      photos = List.copyOf(photos);
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
   * A unit got the complaint.
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
   * The citizen was answered; the complaint stays open.
   *
   * @param at when
   * @param by an officer
   * @param text the answer
   */
  record Answered(Instant at, Actor by, String text) implements ComplaintEvent {

    public Answered {
      requireStamp(at, by);
      Objects.requireNonNull(text, "text");
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "Answered[" + at + ", " + text.length() + " characters]";
    }
  }

  /**
   * The unit says that it is done.
   *
   * @param at when
   * @param by an officer
   * @param text the answer to the citizen
   * @param proof photos of the repair
   */
  record Resolved(Instant at, Actor by, String text, List<Photo> proof) implements ComplaintEvent {

    public Resolved {
      requireStamp(at, by);
      Objects.requireNonNull(text, "text");
      proof = List.copyOf(proof);
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "Resolved[" + at + ", " + text.length() + " characters, " + proof.size() + " photos]";
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
   * A finished complaint was opened again.
   *
   * @param at when
   * @param by the reporter or an officer
   * @param reason why
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

  private static void requireStamp(Instant at, Actor by) {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(by, "by");
  }
}
