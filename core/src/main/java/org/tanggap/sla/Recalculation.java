package org.tanggap.sla;

/** From when a new budget counts if the priority or category of an open complaint changes. */
public enum Recalculation {
  /** From where the old one began, less the pauses so far: as if it had been judged so at once. */
  FROM_START,
  /** From the change. */
  FROM_CHANGE
}
