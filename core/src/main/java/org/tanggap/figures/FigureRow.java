package org.tanggap.figures;

import java.time.Duration;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one unit, area, category, channel or week.
 *
 * <p>The numbers up to {@code late} count complaints, each one once, as it stands now: {@code
 * received} is the sum of {@code resolved}, {@code rejected}, {@code clarified} and {@code open}. A
 * complaint that was merged into another one counts in {@code merged} and nowhere else; if it is
 * opened again it counts as before. A complaint that was finished and opened again is open, and
 * once it is finished again only its last result and the time until then count; the rounds before
 * are in {@code reopened}. A complaint that a citizen wants kept secret counts like any other.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a number is negative.
 *
 * @param key the unit's id, the code of the area or category, the kind of channel or the week, see
 *     {@link Dimension}; null for the complaints of which it is not known, or not certain
 * @param received complaints in all, without the merged ones
 * @param answered to how many an officer has told anything: an answer, a question, a plan, an
 *     outcome. Receipts by the system are none
 * @param resolved how many are resolved, or were and are put away
 * @param rejected how many are refused, or were and are put away
 * @param clarified how many are clarified, or were and are put away
 * @param open how many somebody still has to do something about, disputed ones included
 * @param overdue how many of the open ones should be finished by now. While the clock of one is
 *     paused it is not overdue; planned work is overdue after its promised date
 * @param inTime how many were resolved or clarified in time. Refusals in time are neither in time
 *     nor late, so that refusing does not pay, and neither is what nobody promised to finish
 * @param late how many were finished late, whatever the outcome: at the due instant or after it, or
 *     planned only after the usual time was up
 * @param reopened how often finished complaints were opened again, by a dispute or an officer; one
 *     complaint may count several times
 * @param disputed how often of these it was by a dispute
 * @param misrouted how often a unit passed a complaint on as not its own. Among units it counts for
 *     the one that had it by mistake, everywhere else for the row of the complaint
 * @param merged how many complaints are merged into others
 * @param answer elapsed time from the opening to the first answer
 * @param resolution elapsed time from the opening to the last outcome of what is finished:
 *     resolved, rejected or clarified
 * @param held a unit's own working time with a complaint, from getting it to passing it on or to
 *     the outcome, without what {@link org.tanggap.sla.Holding} leaves out. One for each time that
 *     a unit had a complaint and has it no longer; misrouted ones are left out, they are charged to
 *     nobody. Among units it counts for the one that had it, everywhere else for the row of the
 *     complaint
 */
public record FigureRow(
    @Nullable String key,
    int received,
    int answered,
    int resolved,
    int rejected,
    int clarified,
    int open,
    int overdue,
    int inTime,
    int late,
    int reopened,
    int disputed,
    int misrouted,
    int merged,
    Times answer,
    Times resolution,
    Times held) {

  public FigureRow {
    if (IntStream.of(
            received, answered, resolved, rejected, clarified, open, overdue, inTime, late,
            reopened, disputed, misrouted, merged)
        .anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException("a number is negative");
    }
    Objects.requireNonNull(answer, "answer");
    Objects.requireNonNull(resolution, "resolution");
    Objects.requireNonNull(held, "held");
  }

  /**
   * How long something took, in whole seconds; parts of a second are dropped.
   *
   * <p>Both are values that occurred, by the nearest rank: of n times in order, the median is the
   * one at place n / 2 and the other one that at place n * 9 / 10, both rounded up. Nothing is
   * interpolated.
   *
   * <p>The constructor throws {@link IllegalArgumentException} if the count is negative, or if the
   * times are missing though there are some or given though there are none.
   *
   * @param count how many times there are
   * @param median half of the times are not longer; null if there are none
   * @param ninetieth nine of ten times are not longer; null if there are none
   */
  public record Times(int count, @Nullable Duration median, @Nullable Duration ninetieth) {

    /** There are no times. */
    public static final Times NONE = new Times(0, null, null);

    public Times {
      if (count < 0 || (count == 0) != (median == null) || (count == 0) != (ninetieth == null)) {
        throw new IllegalArgumentException("there is a median if there are times");
      }
    }
  }

  /**
   * How many complaints can be judged: they are finished, or should be, and somebody had promised
   * it.
   *
   * @return those in time, late and overdue
   */
  public int judged() {
    return inTime + late + overdue;
  }

  /**
   * Which part of what can be judged was resolved or clarified in time.
   *
   * @return from 0 to 1, or nothing if nothing can be judged
   */
  public OptionalDouble findShareInTime() {
    return judged() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) inTime / judged());
  }
}
