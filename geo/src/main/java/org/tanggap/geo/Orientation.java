package org.tanggap.geo;

import java.math.BigDecimal;

/**
 * The exact side of a point beside a directed line. Right for every finite double: a filter decides
 * the clear cases, error-free products the close ones, and arbitrary precision the few in which a
 * difference of coordinates is no double (only that last stage allocates).
 */
final class Orientation {
  /** Shewchuk's bound for a determinant of rounded differences: (3 + 16u)u, u = 2^-53. */
  private static final double FILTER = 3.3306690738754716e-16;

  /** Far above any error of an underflowing product, far below any product of ordinary degrees. */
  private static final double UNDERFLOW = 1e-250;

  private Orientation() {}

  /** 1 if p is left of the line from a to b, -1 if right of it, 0 if exactly on it. */
  static int of(double ax, double ay, double bx, double by, double px, double py) {
    double apx = ax - px;
    double apy = ay - py;
    double bpx = bx - px;
    double bpy = by - py;
    double left = apx * bpy;
    double right = apy * bpx;
    double determinant = left - right;
    double bound = FILTER * (Math.abs(left) + Math.abs(right)) + UNDERFLOW;
    if (determinant > bound) {
      return 1;
    }
    if (determinant < -bound) {
      return -1;
    }
    if (isDifference(ax, px, apx)
        && isDifference(ay, py, apy)
        && isDifference(bx, px, bpx)
        && isDifference(by, py, bpy)
        && isClearOfUnderflow(apx, bpy, left)
        && isClearOfUnderflow(apy, bpx, right)) {
      // Rounding is monotone: unequal rounded products are ordered as the true ones are.
      if (left != right) {
        return left > right ? 1 : -1;
      }
      return Double.compare(Math.fma(apx, bpy, -left) - Math.fma(apy, bpx, -right), 0.0);
    }
    return ofAnyDoubles(ax, ay, bx, by, px, py);
  }

  /** Whether the rounded difference is the true one (the tail of Knuth's two-sum is zero). */
  private static boolean isDifference(double a, double b, double rounded) {
    double virtualB = a - rounded;
    double virtualA = rounded + virtualB;
    return (a - virtualA) + (virtualB - b) == 0;
  }

  private static boolean isClearOfUnderflow(double a, double b, double product) {
    return Math.abs(product) > UNDERFLOW || a == 0 || b == 0;
  }

  private static int ofAnyDoubles(
      double ax, double ay, double bx, double by, double px, double py) {
    BigDecimal x = new BigDecimal(px);
    BigDecimal y = new BigDecimal(py);
    BigDecimal left = new BigDecimal(ax).subtract(x).multiply(new BigDecimal(by).subtract(y));
    BigDecimal right = new BigDecimal(ay).subtract(y).multiply(new BigDecimal(bx).subtract(x));
    return left.compareTo(right);
  }
}
