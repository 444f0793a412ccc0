package org.tanggap.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Envelope;

/** Points to look up: longitude and latitude by turns, the same ones in every run. */
final class Workloads {

  /** A power of two, so that a mask leads from the last point to the first. */
  static final int POINTS = 1 << 16;

  private static final long SEED = 7;
  private static final double METRE = 1 / 111_000.0;
  private static final int SETTLEMENTS = 500;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final List<double[]> rings = new ArrayList<>();
  private final Envelope box = new Envelope();

  private Workloads(List<Outline> outlines) {
    for (Outline outline : outlines) {
      for (double[][] polygon : outline.polygons()) {
        for (double[] ring : polygon) {
          rings.add(ring);
          for (int i = 0; i < ring.length; i += 2) {
            box.expandToInclude(ring[i], ring[i + 1]);
          }
        }
      }
    }
  }

  /**
   * Points over some areas.
   *
   * @param kind {@code uniform}: all over their bounding box; {@code clustered}: 250 m around 500
   *     settlements; {@code border}: within 50 m of an edge
   */
  static double[] of(String kind, List<Outline> outlines, int count) {
    Workloads workloads = new Workloads(outlines);
    return switch (kind) {
      case "uniform" -> workloads.uniform(count);
      case "clustered" -> workloads.clustered(count);
      case "border" -> workloads.border(count);
      default -> throw new IllegalArgumentException("no such workload: " + kind);
    };
  }

  private double[] uniform(int count) {
    double[] points = new double[count * 2];
    for (int i = 0; i < points.length; i += 2) {
      points[i] = box.getMinX() + random.nextDouble() * box.getWidth();
      points[i + 1] = box.getMinY() + random.nextDouble() * box.getHeight();
    }
    return points;
  }

  /** Settlements lie near vertices, where the small areas and so the people are. */
  private double[] clustered(int count) {
    double[] centres = new double[SETTLEMENTS * 2];
    for (int c = 0; c < centres.length; c += 2) {
      double[] ring = rings.get(random.nextInt(rings.size()));
      int vertex = random.nextInt(ring.length / 2) * 2;
      centres[c] = ring[vertex] + gaussian() * 500 * METRE;
      centres[c + 1] = ring[vertex + 1] + gaussian() * 500 * METRE;
    }
    double[] points = new double[count * 2];
    for (int i = 0; i < points.length; i += 2) {
      int c = random.nextInt(SETTLEMENTS) * 2;
      points[i] = centres[c] + gaussian() * 250 * METRE;
      points[i + 1] = centres[c + 1] + gaussian() * 250 * METRE;
    }
    return points;
  }

  private double[] border(int count) {
    double[] points = new double[count * 2];
    for (int i = 0; i < points.length; i += 2) {
      double[] ring = rings.get(random.nextInt(rings.size()));
      int to = 2 + random.nextInt(ring.length / 2 - 1) * 2;
      double part = random.nextDouble();
      double angle = random.nextDouble() * 2 * Math.PI;
      double distance = random.nextDouble() * 50 * METRE;
      points[i] = ring[to - 2] + part * (ring[to] - ring[to - 2]) + Math.cos(angle) * distance;
      points[i + 1] =
          ring[to - 1] + part * (ring[to + 1] - ring[to - 1]) + Math.sin(angle) * distance;
    }
    return points;
  }

  private double gaussian() {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
