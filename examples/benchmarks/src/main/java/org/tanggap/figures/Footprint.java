package org.tanggap.figures;

import java.lang.ref.Reference;
import java.util.List;
import java.util.Locale;
import org.tanggap.complaint.Complaint;

/** How much memory the figures keep of each complaint, by what the collector leaves. */
final class Footprint {

  private Footprint() {}

  /**
   * Prints bytes a complaint, without the complaints themselves.
   *
   * @param counts how many complaints there are, such as 100000
   */
  public static void main(String... counts) {
    if (counts.length == 0) {
      System.out.println("Say how many complaints to count, such as: 10000 100000");
    }
    for (String count : counts) {
      System.out.println(report(Integer.parseInt(count)));
    }
  }

  static String report(int count) {
    List<Complaint> complaints = City.complaints(count);
    Figures figures = new Figures(City.POLICY, City.ZONE);
    long before = used();
    complaints.forEach(figures::put);
    try {
      long bytes = used() - before;
      return String.format(
          Locale.ROOT, "%,d complaints: %d bytes a complaint", count, bytes / count);
    } finally {
      Reference.reachabilityFence(complaints);
      Reference.reachabilityFence(figures);
    }
  }

  /** The least of some collections: the collector may leave what it has not got to. */
  private static long used() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      least =
          Math.min(least, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    }
    return least;
  }
}
