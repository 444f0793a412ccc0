package org.tanggap.audience;

import org.tanggap.complaint.Status;

/** Whether a readership is to take a complaint as open or as closed. */
public enum Phase {
  /** Somebody still has to do something. */
  OPEN("open"),
  /** It has ended, in one way or another. */
  CLOSED("closed");

  private final String open311;

  Phase(String open311) {
    this.open311 = open311;
  }

  /**
   * The status as Open311 knows it.
   *
   * @return {@code open} or {@code closed}
   */
  public String open311() {
    return open311;
  }

  static Phase of(Status status) {
    return status.isOpen() ? OPEN : CLOSED;
  }
}
