package org.tanggap.complaint;

import java.util.List;
import java.util.Objects;

/** What {@link Lifecycle#decide} answers. */
public sealed interface Decision {

  /**
   * The command is allowed.
   *
   * @param event what happens by it
   */
  record Allowed(ComplaintEvent event) implements Decision {}

  /**
   * The command is not allowed now; nothing happened.
   *
   * @param obstacle what stands against it
   * @param status where the complaint stands
   * @param allowed what this actor could do with a complaint that stands there
   */
  record Refused(Obstacle obstacle, Status status, List<Class<? extends Command>> allowed)
      implements Decision {

    public Refused {
      Objects.requireNonNull(obstacle, "obstacle");
      Objects.requireNonNull(status, "status");
      allowed = List.copyOf(allowed);
    }

    /**
     * The refusal for an officer.
     *
     * @return what stands against it, and the legal moves
     */
    public String explain() {
      String moves = String.join(", ", allowed.stream().map(Class::getSimpleName).toList());
      return obstacle.words()
          + " A complaint that is "
          + status
          + (moves.isEmpty() ? " allows nothing here." : " allows: " + moves + ".");
    }
  }

  /** What may stand against a command. */
  enum Obstacle {
    /** Where the complaint stands. */
    STATUS("This is no move from here."),
    /** Who wants it. */
    ACTOR("This is not for this actor to do."),
    /** No unit has the complaint that could pass it on. */
    NO_UNIT("No unit has it yet: assign it."),
    /** A unit has it, which alone can pass it on. */
    HAS_UNIT("A unit has it already: forward or refer it."),
    /** It is to go to the unit that has it already. */
    SAME_UNIT("That unit has it already."),
    /** It was verified before. */
    VERIFIED_ALREADY("It was verified before."),
    /** The rules want a photo of the repair for this category. */
    PROOF_MISSING("A photo of the repair is required."),
    /** The one who did the work wants to check it. */
    SAME_PERSON("The one who resolved it cannot check it."),
    /** The promised date lies in the past. */
    DATE_PASSED("The promised date has passed."),
    /** The time in which an outcome may be disputed is over. */
    WINDOW_OVER("The time to confirm or dispute is over."),
    /** The time in which an outcome may be disputed is not over yet. */
    WINDOW_OPEN("The citizen may still confirm or dispute it."),
    /** A complaint cannot be merged into itself. */
    SAME_COMPLAINT("A complaint cannot be merged into itself."),
    /** Only an open complaint can take another one in. */
    OTHER_FINISHED("The other complaint is finished."),
    /** Another officer is about to answer. */
    CLAIMED("Another officer is about to answer it."),
    /** Somebody follows it already. */
    FOLLOWS_ALREADY("This follower is known.");

    private final String words;

    Obstacle(String words) {
      this.words = words;
    }

    /**
     * The obstacle for an officer.
     *
     * @return one sentence
     */
    public String words() {
      return words;
    }
  }
}
