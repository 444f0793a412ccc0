package org.tanggap.audience;

/** When the public reads what a citizen wrote and sees a citizen's pictures. */
public enum CitizensWords {
  /** At once. */
  AT_ONCE,
  /** The report once an officer has verified it; later words, which nobody verifies, never. */
  WHEN_VERIFIED,
  /** Never. */
  NEVER
}
