package org.tanggap.figures;

import org.jspecify.annotations.Nullable;

/**
 * The weeks in which the complaints were opened that are asked for.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if the last week lies before the
 * first.
 *
 * @param first the first week, or null for the beginning of all time
 * @param last the last week, included, or null for the end of all time
 */
public record Weeks(@Nullable Week first, @Nullable Week last) {

  public Weeks {
    if (first != null && last != null && last.compareTo(first) < 0) {
      throw new IllegalArgumentException("the last week lies before the first");
    }
  }

  /**
   * All weeks there are.
   *
   * @return the weeks
   */
  public static Weeks all() {
    return new Weeks(null, null);
  }

  /**
   * One week.
   *
   * @param week the week
   * @return the weeks
   */
  public static Weeks of(Week week) {
    return new Weeks(week, week);
  }

  /**
   * Several weeks on end.
   *
   * @param first the first week
   * @param last the last week, included
   * @return the weeks
   * @throws IllegalArgumentException if the last week lies before the first
   */
  public static Weeks of(Week first, Week last) {
    return new Weeks(first, last);
  }

  /**
   * Whether a week is among them.
   *
   * @param week a week
   * @return true if it is
   */
  public boolean contains(Week week) {
    return (first == null || week.compareTo(first) >= 0)
        && (last == null || week.compareTo(last) <= 0);
  }
}
