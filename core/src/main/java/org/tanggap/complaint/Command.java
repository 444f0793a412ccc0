package org.tanggap.complaint;

import java.util.List;
import java.util.Objects;
import org.tanggap.responsibility.Assignment;

/** What somebody wants done to a complaint. {@link Lifecycle} says whether it is allowed now. */
public sealed interface Command {

  /**
   * Gives the complaint to a unit.
   *
   * @param assignment the unit and why
   */
  record Assign(Assignment assignment) implements Command {}

  /** Begins the work. */
  record StartWork() implements Command {}

  /**
   * Tells the citizen something; the complaint stays open.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if the text is blank.
   *
   * @param text the answer
   */
  record Answer(String text) implements Command {

    public Answer {
      requireText(text, "text");
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "Answer";
    }
  }

  /**
   * Declares the work done and tells the citizen.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if the text is blank.
   *
   * @param text the answer
   * @param proof photos of the repair; may be empty
   */
  record Resolve(String text, List<Photo> proof) implements Command {

    public Resolve {
      requireText(text, "text");
      proof = List.copyOf(proof);
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "Resolve";
    }
  }

  /**
   * Refuses the complaint and tells the citizen why.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if the reason is blank.
   *
   * @param reason the reason
   */
  record Reject(String reason) implements Command {

    public Reject {
      requireText(reason, "reason");
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "Reject";
    }
  }

  /**
   * Opens a finished complaint again.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if the reason is blank.
   *
   * @param reason why
   */
  record Reopen(String reason) implements Command {

    public Reopen {
      requireText(reason, "reason");
    }

    /** Never shows what was written. */
    @Override
    public String toString() {
      return "Reopen";
    }
  }

  private static void requireText(String text, String name) {
    if (Objects.requireNonNull(text, name).isBlank()) {
      throw new IllegalArgumentException(name + " is blank");
    }
  }
}
