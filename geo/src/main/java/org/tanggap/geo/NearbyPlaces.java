package org.tanggap.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.tanggap.jurisdiction.Position;

/**
 * Finds the nearest of a layer of places, such as the cameras around a complaint. Immutable and
 * thread-safe.
 *
 * <p>A k-d tree (Bentley 1975). Distances are metres in a flat frame at the point asked for, on the
 * WGS 84 ellipsoid: right to 0.05 % within 50 km at Indonesian latitudes. The date line is not
 * crossed.
 */
public final class NearbyPlaces {

  private static final Comparator<Nearby> NEAREST_FIRST =
      Comparator.comparingDouble(Nearby::metres).thenComparing(nearby -> nearby.place().id());

  /** A balanced tree without pointers: the middle of a range is the root of the range. */
  private final Place[] tree;

  /**
   * A place and how far it is.
   *
   * @param place the place
   * @param metres the distance
   */
  public record Nearby(Place place, double metres) {}

  private NearbyPlaces(Place[] tree) {
    this.tree = tree;
  }

  /**
   * Indexes a layer of places.
   *
   * @param places the places, in any order
   * @return the index
   */
  public static NearbyPlaces of(List<Place> places) {
    List<Place> sorted = new ArrayList<>(places);
    sorted.sort(Comparator.comparing(Place::id));
    plant(sorted, true);
    return new NearbyPlaces(sorted.toArray(Place[]::new));
  }

  private static void plant(List<Place> range, boolean byLongitude) {
    if (range.size() > 1) {
      range.sort(Comparator.comparingDouble(place -> along(place.position(), byLongitude)));
      int middle = range.size() / 2;
      plant(range.subList(0, middle), !byLongitude);
      plant(range.subList(middle + 1, range.size()), !byLongitude);
    }
  }

  private static double along(Position position, boolean byLongitude) {
    return byLongitude ? position.longitude() : position.latitude();
  }

  /**
   * The nearest places.
   *
   * @param from where to look from
   * @param count how many at most
   * @return the places, nearest first; those at the same distance by id
   * @throws IllegalArgumentException if the count is negative
   */
  public List<Nearby> nearest(Position from, int count) {
    if (count < 0) {
      throw new IllegalArgumentException("count is negative");
    }
    PriorityQueue<Nearby> farthestFirst = new PriorityQueue<>(NEAREST_FIRST.reversed());
    if (count > 0) {
      new Search(from, count, farthestFirst).visit(0, tree.length, true);
    }
    return farthestFirst.stream().sorted(NEAREST_FIRST).toList();
  }

  private final class Search {

    private final Position from;
    private final int count;
    private final PriorityQueue<Nearby> found;
    private final double perLongitude;
    private final double perLatitude;

    Search(Position from, int count, PriorityQueue<Nearby> found) {
      this.from = from;
      this.count = count;
      this.found = found;
      this.perLongitude = Metric.perDegreeOfLongitude(from.latitude());
      this.perLatitude = Metric.perDegreeOfLatitude(from.latitude());
    }

    void visit(int begin, int end, boolean byLongitude) {
      if (begin >= end) {
        return;
      }
      int middle = begin + (end - begin) / 2;
      Place place = tree[middle];
      take(place);
      double beyond =
          (along(from, byLongitude) - along(place.position(), byLongitude))
              * (byLongitude ? perLongitude : perLatitude);
      visitSide(begin, middle, end, byLongitude, beyond < 0);
      if (found.size() < count || Math.abs(beyond) <= farthest()) {
        visitSide(begin, middle, end, byLongitude, beyond >= 0);
      }
    }

    private void visitSide(int begin, int middle, int end, boolean byLongitude, boolean lower) {
      visit(lower ? begin : middle + 1, lower ? middle : end, !byLongitude);
    }

    private void take(Place place) {
      Position position = place.position();
      double metres =
          Math.hypot(
              (position.longitude() - from.longitude()) * perLongitude,
              (position.latitude() - from.latitude()) * perLatitude);
      found.add(new Nearby(place, metres));
      if (found.size() > count) {
        found.poll();
      }
    }

    private double farthest() {
      Nearby last = found.peek();
      return last == null ? Double.POSITIVE_INFINITY : last.metres();
    }
  }
}
