package org.tanggap.sla;

/** What is promised. */
public enum Target {
  /**
   * An officer has looked at it: verified it, or done anything that presupposes that. Counts from
   * the opening; stops while the reporter is asked.
   */
  VERIFICATION,
  /**
   * The citizen hears from a person for the first time; an automatic receipt does not count. Counts
   * from the opening and never stops.
   */
  FIRST_RESPONSE,
  /**
   * A citizen who writes again is answered. Counts from the first unanswered message; further ones
   * neither extend nor restart it, and notes between officers do not end it.
   */
  UPDATE,
  /**
   * The complaint is finished: resolved, rejected or clarified. Counts from the opening (or from
   * the verification, if the rule says so); stops while the reporter is asked.
   */
  RESOLUTION,
  /**
   * Planned work is done by the promised date, which takes the place of {@link #RESOLUTION} from
   * the planning on.
   */
  PLANNED_WORK,
  /** What a unit is given to do its part, from when it got the complaint: its own time. */
  UNIT_WORK;

  /**
   * The target for a sentence.
   *
   * @return such as {@code first response}
   */
  public String words() {
    return switch (this) {
      case VERIFICATION -> "verification";
      case FIRST_RESPONSE -> "first response";
      case UPDATE -> "update";
      case RESOLUTION -> "resolution";
      case PLANNED_WORK -> "planned work";
      case UNIT_WORK -> "the unit's work";
    };
  }
}
