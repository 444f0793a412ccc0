package org.tanggap.complaint;

/** How urgent a complaint is; {@link #NORMAL} until somebody judges it. */
public enum Priority {
  /** May wait. */
  LOW,
  /** As promised to everybody. */
  NORMAL,
  /** Before the others. */
  HIGH,
  /** People are in danger. */
  URGENT
}
