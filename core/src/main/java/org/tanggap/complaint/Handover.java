package org.tanggap.complaint;

/** Why a unit passes a complaint on. */
public enum Handover {
  /** It should never have come here: the time it spent here is charged to nobody. */
  NOT_OURS,
  /** This unit has done its part, another one does the next. */
  NEXT_STEP
}
