package org.tanggap.store;

/** Where an answer stands. */
public enum OutboxState {
  /** Waits for its time. */
  PENDING,
  /** The vendor has taken it. */
  SENT,
  /** The vendor says that it has reached the citizen's device. */
  DELIVERED,
  /** The vendor says that the citizen has opened it. */
  READ,
  /** A person has to answer outside the library. */
  BY_HAND,
  /** Given up after too many attempts; an administrator may have it tried again. */
  DEAD,
  /** Not to be sent any more: the person it was for has been erased. */
  WITHDRAWN
}
