package org.tanggap.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OrientationTest {

  @Test
  void the_side_is_that_of_exact_arithmetic_however_near_the_line() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      double scale = Math.pow(10, random.nextInt(-320, 3));
      double ax = coordinate(random, scale);
      double ay = coordinate(random, scale);
      double bx = coordinate(random, scale);
      double by = coordinate(random, scale);
      double part = random.nextInt(3) == 0 ? random.nextDouble() : random.nextInt(9) / 8.0;
      double px = ax + part * (bx - ax);
      double py = ay + part * (by - ay);
      for (int n = random.nextInt(3); n > 0; n--) {
        px = Math.nextUp(px);
        py = random.nextBoolean() ? Math.nextDown(py) : py;
      }
      assertThat(Orientation.of(ax, ay, bx, by, px, py)).isEqualTo(exact(ax, ay, bx, by, px, py));
    }
  }

  @Test
  void the_smallest_step_off_a_line_is_no_longer_on_it() {
    assertThat(Orientation.of(0, 0, 0.37, 1.85, Double.MIN_VALUE, 0)).isEqualTo(-1);
    assertThat(Orientation.of(0, 0, 1, 1, 0.5, 0.5)).isZero();
    assertThat(Orientation.of(0, 0, 1, 1, 0.5, Math.nextUp(0.5))).isEqualTo(1);
  }

  private static double coordinate(SplittableRandom random, double scale) {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(9) - 4;
      case 1 -> 106.8 + random.nextDouble() * 1e-3;
      case 2 -> (random.nextDouble() - 0.5) * scale;
      default -> random.nextDouble() * 360 - 180;
    };
  }

  private static int exact(double ax, double ay, double bx, double by, double px, double py) {
    BigDecimal x = new BigDecimal(px);
    BigDecimal y = new BigDecimal(py);
    return new BigDecimal(ax)
        .subtract(x)
        .multiply(new BigDecimal(by).subtract(y))
        .compareTo(new BigDecimal(ay).subtract(y).multiply(new BigDecimal(bx).subtract(x)));
  }
}
