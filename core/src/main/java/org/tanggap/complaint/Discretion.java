package org.tanggap.complaint;

/**
 * What the citizen asked to be kept back.
 *
 * @param anonymous neither the public nor the officers see who reported it
 * @param secret the public does not see the complaint at all
 */
public record Discretion(boolean anonymous, boolean secret) {

  /** Nothing is kept back but what never shows: the public does not see who reported it. */
  public static final Discretion NONE = new Discretion(false, false);
}
