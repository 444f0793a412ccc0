package org.tanggap.geo;

/**
 * Boxes that hold edges or other boxes, as floats rounded outwards: west, south, east, north.
 * Degrees. Not thread-safe while it is filled.
 */
final class Boxes {
  /** Keeps the rounding of a distance to an edge from undercutting that to its box. */
  private static final double LESS = 1 - 1e-12;

  private final float[] bounds;

  Boxes(int count) {
    bounds = new float[count * 4];
    for (int at = 0; at < bounds.length; at++) {
      bounds[at] = at % 4 < 2 ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
    }
  }

  /** Widens the box to hold the edge that stands at a place in the ends. */
  void include(int box, double[] ends, int at) {
    include(
        box,
        down(Math.min(ends[at], ends[at + 2])),
        down(ends[at + 1]),
        up(Math.max(ends[at], ends[at + 2])),
        up(ends[at + 3]));
  }

  void include(int box, Boxes others, int other) {
    float[] b = others.bounds;
    include(box, b[other * 4], b[other * 4 + 1], b[other * 4 + 2], b[other * 4 + 3]);
  }

  /** Whether the boxes share a point, as far as floats can tell; never no where they do. */
  boolean meets(int box, double west, double south, double east, double north) {
    int at = box * 4;
    return bounds[at] <= east
        && bounds[at + 1] <= north
        && bounds[at + 2] >= west
        && bounds[at + 3] >= south;
  }

  double middle(int box, int axis) {
    return ((double) bounds[box * 4 + axis] + bounds[box * 4 + axis + 2]) / 2;
  }

  /** The squared distance in metres to the box, 0 within; kx and ky are metres per degree. */
  double square(int box, double lon, double lat, double kx, double ky) {
    int at = box * 4;
    double dx = Math.max(0, Math.max(bounds[at] - lon, lon - bounds[at + 2])) * kx;
    double dy = Math.max(0, Math.max(bounds[at + 1] - lat, lat - bounds[at + 3])) * ky;
    return (dx * dx + dy * dy) * LESS;
  }

  /** The squared distance in metres to the middle of the box. */
  double middleSquare(int box, double lon, double lat, double kx, double ky) {
    double dx = (middle(box, 0) - lon) * kx;
    double dy = (middle(box, 1) - lat) * ky;
    return dx * dx + dy * dy;
  }

  private void include(int box, float west, float south, float east, float north) {
    int at = box * 4;
    bounds[at] = Math.min(bounds[at], west);
    bounds[at + 1] = Math.min(bounds[at + 1], south);
    bounds[at + 2] = Math.max(bounds[at + 2], east);
    bounds[at + 3] = Math.max(bounds[at + 3], north);
  }

  private static float down(double value) {
    float rounded = (float) value;
    return rounded > value ? Math.nextDown(rounded) : rounded;
  }

  private static float up(double value) {
    float rounded = (float) value;
    return rounded < value ? Math.nextUp(rounded) : rounded;
  }
}
