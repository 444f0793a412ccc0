package org.tanggap.sla;

/** What becomes of the promise to finish when a finished complaint is opened again. */
public enum Reopening {
  /** The clock goes on; the time in which the complaint was finished does not count. */
  RESUME,
  /** The clock begins anew with the whole budget; the result of the first round is kept. */
  RESTART
}
