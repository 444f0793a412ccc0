package org.tanggap.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.ReporterId;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Position;
import org.tanggap.responsibility.Category;

/**
 * Which complaints to list, in which order, and how many at once.
 *
 * <pre>{@code
 * ComplaintQuery.open().ofUnit("sudin-bm-31.74").by(Order.DUE).limit(50)
 * }</pre>
 *
 * <p>The constructor throws {@link IllegalArgumentException} if the limit is not between 1 and
 * 10,000.
 *
 * @param openOnly leaves out what is finished
 * @param unit the id of the unit that has it, or null for any
 * @param area the code of an area that holds its place for certain, or null for anywhere
 * @param category its category or a narrower one, or null for any
 * @param bounds what holds the point it was reported for, or null for anywhere
 * @param reporter who reported or follows it, or null for anybody
 * @param order what comes first
 * @param after the end of the page before, or null for the first page
 * @param limit at most this many
 */
public record ComplaintQuery(
    boolean openOnly,
    @Nullable String unit,
    @Nullable String area,
    @Nullable Category category,
    @Nullable Bounds bounds,
    @Nullable ReporterId reporter,
    Order order,
    @Nullable Bookmark after,
    int limit) {

  private static final int MOST = 10_000;

  public ComplaintQuery {
    Objects.requireNonNull(order, "order");
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit is not between 1 and " + MOST);
    }
  }

  /**
   * A box on the earth, borders included.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if the first corner lies north of
   * the second.
   *
   * @param southWest the corner in the south west
   * @param northEast the corner in the north east; if it lies west of the other one, the box runs
   *     over the 180th meridian
   */
  public record Bounds(Position southWest, Position northEast) {

    public Bounds {
      if (southWest.latitude() > northEast.latitude()) {
        throw new IllegalArgumentException("southWest lies north of northEast");
      }
    }

    /**
     * Whether the box runs over the 180th meridian.
     *
     * @return true if its west lies east of its east
     */
    public boolean isOverMeridian() {
      return southWest.longitude() > northEast.longitude();
    }

    /**
     * Whether a position lies in the box or on its border.
     *
     * @param position a position
     * @return true if it does
     */
    public boolean contains(Position position) {
      boolean east = position.longitude() >= southWest.longitude();
      boolean west = position.longitude() <= northEast.longitude();
      return position.latitude() >= southWest.latitude()
          && position.latitude() <= northEast.latitude()
          && (isOverMeridian() ? east || west : east && west);
    }
  }

  /**
   * The orders in which complaints are listed. Each is total: no two complaints are equal in it.
   */
  public enum Order {
    /** By their number, which is the order of receipt. */
    RECEIVED,
    /** By their number backwards: the latest first. */
    LATEST,
    /** By when they are due, the next first; what has no due time is left out. */
    DUE,
    /**
     * By when their events were stored last, the longest ago first; an erasure that took words out
     * of them counts too, a new {@link Watch} or a claim does not. Whoever keeps the bookmark of
     * the last page and asks again gets what was changed since, and misses nothing, whatever other
     * writers do at the time. A complaint that changes moves behind the bookmark and comes again. A
     * store may hold changes back while a transaction that began before them is still open; they
     * come with a later page, in their order.
     */
    CHANGED
  }

  /**
   * All complaints, in the order of receipt, a hundred at once.
   *
   * @return the query
   */
  public static ComplaintQuery all() {
    return new ComplaintQuery(false, null, null, null, null, null, Order.RECEIVED, null, 100);
  }

  /**
   * All open complaints, in the order of receipt, a hundred at once.
   *
   * @return the query
   */
  public static ComplaintQuery open() {
    return new ComplaintQuery(true, null, null, null, null, null, Order.RECEIVED, null, 100);
  }

  /**
   * Only those that a unit has.
   *
   * @param id the unit's id
   * @return a copy
   */
  public ComplaintQuery ofUnit(String id) {
    return new ComplaintQuery(openOnly, id, area, category, bounds, reporter, order, after, limit);
  }

  /**
   * Only those whose place lies in an area for certain.
   *
   * @param code the area's code; what lies below it is included
   * @return a copy
   */
  public ComplaintQuery inArea(String code) {
    return new ComplaintQuery(
        openOnly, unit, code, category, bounds, reporter, order, after, limit);
  }

  /**
   * Only those of a category.
   *
   * @param about the category; narrower ones are included
   * @return a copy
   */
  public ComplaintQuery about(Category about) {
    return new ComplaintQuery(openOnly, unit, area, about, bounds, reporter, order, after, limit);
  }

  /**
   * Only those reported for a point in a box.
   *
   * @param box the box, borders included
   * @return a copy
   */
  public ComplaintQuery within(LocationEvidence.Box box) {
    return within(box.southWest(), box.northEast());
  }

  /**
   * Only those reported for a point between two corners, such as those of a map on a screen.
   *
   * @param southWest the corner in the south west
   * @param northEast the corner in the north east; if it lies west of the other one, the box runs
   *     over the 180th meridian
   * @return a copy
   * @throws IllegalArgumentException if the first corner lies north of the second
   */
  public ComplaintQuery within(Position southWest, Position northEast) {
    Bounds around = new Bounds(southWest, northEast);
    return new ComplaintQuery(
        openOnly, unit, area, category, around, reporter, order, after, limit);
  }

  /**
   * Only those that somebody reported or follows.
   *
   * @param person the reference to the person
   * @return a copy
   */
  public ComplaintQuery reportedBy(ReporterId person) {
    return new ComplaintQuery(openOnly, unit, area, category, bounds, person, order, after, limit);
  }

  /**
   * In another order.
   *
   * @param first what comes first
   * @return a copy
   */
  public ComplaintQuery by(Order first) {
    return new ComplaintQuery(
        openOnly, unit, area, category, bounds, reporter, first, after, limit);
  }

  /**
   * The page after a bookmark.
   *
   * @param end where the page before ended, or null for the first page
   * @return a copy
   */
  public ComplaintQuery after(@Nullable Bookmark end) {
    return new ComplaintQuery(openOnly, unit, area, category, bounds, reporter, order, end, limit);
  }

  /**
   * With pages of another size.
   *
   * @param most at most this many complaints a page, 1 to 10,000
   * @return a copy
   */
  public ComplaintQuery limit(int most) {
    return new ComplaintQuery(openOnly, unit, area, category, bounds, reporter, order, after, most);
  }
}
