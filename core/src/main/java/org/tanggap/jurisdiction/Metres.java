package org.tanggap.jurisdiction;

import java.util.Locale;

/** Distances as people write them. */
public final class Metres {

  private Metres() {}

  /**
   * A distance for a reader: {@code 4.5 m}, {@code 250 m}, {@code 12 km}.
   *
   * @param metres the distance
   * @return the number with its unit, whatever the language of the machine
   */
  public static String text(double metres) {
    return metres < 9_999.5
        ? String.format(Locale.ROOT, metres < 10 ? "%.1f m" : "%.0f m", metres)
        : String.format(Locale.ROOT, "%.0f km", metres / 1000);
  }
}
