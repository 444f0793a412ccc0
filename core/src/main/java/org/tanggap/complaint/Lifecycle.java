package org.tanggap.complaint;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Which command is allowed in which status, and what it leads to.
 *
 * <pre>
 *              assign        start work      resolve
 *   RECEIVED ---------> ASSIGNED ------> IN_WORK -----> RESOLVED
 *       |                  |  resolve        ^               | reopen
 *       |                  +-----------------|----> ...      |
 *       | reject (also later)                +---------------+
 *       +----> REJECTED ---- reopen ----> RECEIVED
 * </pre>
 *
 * <p>An answer is allowed while the complaint is open and leaves the status as it is.
 */
public final class Lifecycle {

  private static final List<Class<? extends Command>> BEFORE_WORK =
      List.of(
          Command.Assign.class,
          Command.StartWork.class,
          Command.Answer.class,
          Command.Resolve.class,
          Command.Reject.class);

  private static final Map<Status, List<Class<? extends Command>>> ALLOWED =
      Map.of(
          Status.RECEIVED, BEFORE_WORK,
          Status.ASSIGNED, BEFORE_WORK,
          Status.IN_WORK,
              List.of(
                  Command.Assign.class,
                  Command.Answer.class,
                  Command.Resolve.class,
                  Command.Reject.class),
          Status.RESOLVED, List.of(Command.Reopen.class),
          Status.REJECTED, List.of(Command.Reopen.class));

  private Lifecycle() {}

  /** What {@link #decide} answers. */
  public sealed interface Decision {

    /**
     * The command is allowed.
     *
     * @param event what happens by it
     */
    record Allowed(ComplaintEvent event) implements Decision {}

    /**
     * The command is not allowed now.
     *
     * @param status where the complaint stands
     * @param allowed what would be allowed instead
     */
    record Refused(Status status, List<Class<? extends Command>> allowed) implements Decision {

      public Refused {
        allowed = List.copyOf(allowed);
      }

      /**
       * The refusal for an officer.
       *
       * @return one sentence that names the legal moves
       */
      public String explain() {
        return "A complaint that is "
            + status
            + " allows only: "
            + String.join(", ", allowed.stream().map(Class::getSimpleName).toList())
            + ".";
      }
    }
  }

  /**
   * Decides on a command. A function of its arguments: nothing is changed or stored.
   *
   * @param complaint the complaint as it stands
   * @param command what is wanted
   * @param by who wants it
   * @param at when
   * @return the event, or the refusal
   */
  public static Decision decide(Complaint complaint, Command command, Actor by, Instant at) {
    List<Class<? extends Command>> allowed = allowed(complaint.status());
    return allowed.contains(command.getClass())
        ? new Decision.Allowed(eventOf(command, by, at))
        : new Decision.Refused(complaint.status(), allowed);
  }

  /**
   * The commands that a status allows.
   *
   * @param status where a complaint stands
   * @return the kinds of commands
   */
  public static List<Class<? extends Command>> allowed(Status status) {
    return ALLOWED.getOrDefault(status, List.of());
  }

  private static ComplaintEvent eventOf(Command command, Actor by, Instant at) {
    if (command instanceof Command.Assign assign) {
      return new ComplaintEvent.Assigned(at, by, assign.assignment());
    } else if (command instanceof Command.StartWork) {
      return new ComplaintEvent.WorkStarted(at, by);
    } else if (command instanceof Command.Answer answer) {
      return new ComplaintEvent.Answered(at, by, answer.text());
    } else if (command instanceof Command.Resolve resolve) {
      return new ComplaintEvent.Resolved(at, by, resolve.text(), resolve.proof());
    } else if (command instanceof Command.Reject reject) {
      return new ComplaintEvent.Rejected(at, by, reject.reason());
    } else if (command instanceof Command.Reopen reopen) {
      return new ComplaintEvent.Reopened(at, by, reopen.reason());
    }
    throw new AssertionError("a command without an event: " + command.getClass());
  }

  /** The status after an event, given the one before it. */
  static Status after(Status before, ComplaintEvent event) {
    if (event instanceof ComplaintEvent.Assigned) {
      return before == Status.IN_WORK ? Status.IN_WORK : Status.ASSIGNED;
    } else if (event instanceof ComplaintEvent.WorkStarted) {
      return Status.IN_WORK;
    } else if (event instanceof ComplaintEvent.Resolved) {
      return Status.RESOLVED;
    } else if (event instanceof ComplaintEvent.Rejected) {
      return Status.REJECTED;
    } else if (event instanceof ComplaintEvent.Reopened) {
      return before == Status.RESOLVED ? Status.IN_WORK : Status.RECEIVED;
    }
    return before;
  }

  /** Whether an event tells the citizen something that a person wrote. */
  static boolean tellsCitizen(ComplaintEvent event) {
    return event instanceof ComplaintEvent.Answered
        || event instanceof ComplaintEvent.Resolved
        || event instanceof ComplaintEvent.Rejected;
  }
}
