package org.tanggap.complaint;

/** Where a complaint stands. */
public enum Status {
  /** Taken in; no unit has it yet. */
  RECEIVED,
  /** A unit has it and has not begun. */
  ASSIGNED,
  /** A unit works on it. */
  IN_WORK,
  /** A unit says that it is done. */
  RESOLVED,
  /** It was refused, with a reason. */
  REJECTED;

  /**
   * Whether somebody still has to do something.
   *
   * @return true until it is resolved or rejected
   */
  public boolean isOpen() {
    return this != RESOLVED && this != REJECTED;
  }
}
