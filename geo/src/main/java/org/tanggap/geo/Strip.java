package org.tanggap.geo;

/** Where an edge crosses the lines between rows of cells. */
final class Strip {
  private Strip() {}

  /** The x at the height y of the edge from a up to b; beyond an end, the x of that end. */
  static double at(double ax, double ay, double bx, double by, double y) {
    if (y <= ay) {
      return ax;
    }
    return y >= by ? bx : ax + (bx - ax) * ((y - ay) / (by - ay));
  }
}
