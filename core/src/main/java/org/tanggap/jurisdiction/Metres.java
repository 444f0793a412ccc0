package org.tanggap.jurisdiction;

import java.util.Locale;

/** Distances as people write them. */
final class Metres {

  private Metres() {}

  static String text(double metres) {
    return metres < 9_999.5
        ? String.format(Locale.ROOT, metres < 10 ? "%.1f m" : "%.0f m", metres)
        : String.format(Locale.ROOT, "%.0f km", metres / 1000);
  }
}
