package org.tanggap.complaint;

/** Where a complaint stands. */
public enum Status {
  /** Taken in; nobody has looked at it and no unit has it. */
  RECEIVED,
  /** Found complete and worth working on; no unit has it yet. */
  VERIFIED,
  /** A unit has it and has not begun. */
  ASSIGNED,
  /** Another unit passed it on to the one that has it, which has not begun. */
  FORWARDED,
  /** The unit above gave it down to the one that has it, which has not begun. */
  REFERRED,
  /** A unit works on it. */
  IN_WORK,
  /** The citizen was asked something and has not answered. */
  WAITING_FOR_REPORTER,
  /** Planned for a promised date, such as from a special budget. */
  SCHEDULED,
  /** A unit says that it is done, and a second person has to look. */
  CHECKING,
  /** Done, as far as the offices know. */
  RESOLVED,
  /** A citizen says that it is not done, or not rightly refused. */
  DISPUTED,
  /** Refused, with a reason. */
  REJECTED,
  /** False or a misunderstanding, and the public was told so. */
  CLARIFIED,
  /** Finished, and nobody can dispute it any more. */
  CLOSED,
  /** The same issue as another complaint, which goes on. */
  MERGED;

  /**
   * Whether somebody still has to do something.
   *
   * @return true until it is finished in one way or another
   */
  public boolean isOpen() {
    return switch (this) {
      case RESOLVED, REJECTED, CLARIFIED, CLOSED, MERGED -> false;
      default -> true;
    };
  }

  /**
   * Whether the outcome was told and may still be disputed.
   *
   * @return true if it was resolved, rejected or clarified, and not yet closed
   */
  public boolean isDisputable() {
    return this == RESOLVED || this == REJECTED || this == CLARIFIED;
  }
}
