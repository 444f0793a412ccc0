package org.tanggap.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tanggap.calendar.Holiday;
import org.tanggap.calendar.WorkingCalendar;

/**
 * Until when one promise is to be kept, and how that came about.
 *
 * <p>Immutable and thread-safe. Equal inputs give equal deadlines, line by line.
 */
public final class Deadline {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT);

  private final Target target;
  private final State state;
  private final @Nullable Instant officeTimeFrom;
  private final @Nullable Instant due;
  private final @Nullable Instant endedAt;
  private final List<Round> earlier;
  private final List<LedgerLine> lines;
  private final WorkingCalendar calendar;

  Deadline(
      Target target,
      State state,
      @Nullable Instant officeTimeFrom,
      @Nullable Instant due,
      @Nullable Instant endedAt,
      List<Round> earlier,
      List<LedgerLine> lines,
      WorkingCalendar calendar) {
    this.target = target;
    this.state = state;
    this.officeTimeFrom = officeTimeFrom;
    this.due = due;
    this.endedAt = endedAt;
    this.earlier = List.copyOf(earlier);
    this.lines = List.copyOf(lines);
    this.calendar = calendar;
  }

  /** Where the clock of a promise stands. */
  public enum State {
    /** It waits for what it counts from. */
    NOT_STARTED,
    /** It runs. */
    RUNNING,
    /** It stands still: there is no due time, and nothing can be missed. */
    PAUSED,
    /** The promise was kept, in time or late. */
    MET,
    /** A promised date took its place. */
    REPLACED,
    /** It ended without a result: the complaint was merged. */
    CANCELLED
  }

  /**
   * One round of a clock that began anew.
   *
   * @param due when it was due
   * @param endedAt when the promise was kept, or, if it was missed, when another took its place
   */
  public record Round(Instant due, Instant endedAt) {

    /**
     * Whether the promise was kept late.
     *
     * @return true if it ended at the due time or later
     */
    public boolean isLate() {
      return !endedAt.isBefore(due);
    }
  }

  /**
   * What is promised.
   *
   * @return the target
   */
  public Target target() {
    return target;
  }

  /**
   * Where the clock stands.
   *
   * @return the state
   */
  public State state() {
    return state;
  }

  /**
   * When the time is up or was up, in the calendar's zone.
   *
   * @return the time; nothing while the clock is paused or has not started
   */
  public Optional<ZonedDateTime> findDue() {
    return Optional.ofNullable(due).map(instant -> instant.atZone(calendar.zone()));
  }

  Optional<Instant> findDueInstant() {
    return Optional.ofNullable(due);
  }

  /**
   * When the time is up, which must be known.
   *
   * @return the time in the calendar's zone
   * @throws NoSuchElementException if the clock is paused or has not started
   */
  public ZonedDateTime getDue() {
    return findDue().orElseThrow(() -> new NoSuchElementException(target + " is " + state));
  }

  /**
   * When the promise was kept, in time or late.
   *
   * @return the time in the calendar's zone, or nothing while it is not
   */
  public Optional<ZonedDateTime> findMetAt() {
    return state == State.MET
        ? Optional.ofNullable(endedAt).map(instant -> instant.atZone(calendar.zone()))
        : Optional.empty();
  }

  /**
   * Whether the promise is broken: the time was up before it was kept, or is up now.
   *
   * @param now the instant to judge by
   * @return true from the due time on; never while paused or after a merging
   */
  public boolean isOverdue(Instant now) {
    if (due == null || state == State.CANCELLED) {
      return false;
    }
    Instant judged = endedAt == null ? now : endedAt;
    return !judged.isBefore(due);
  }

  /**
   * The results of the rounds before this one: of earlier exchanges, or from before it was opened
   * again.
   *
   * @return the rounds in the order of time
   */
  public List<Round> earlierRounds() {
    return earlier;
  }

  /**
   * The reasons, in the order of time.
   *
   * @return the ledger
   */
  public List<LedgerLine> lines() {
    return lines;
  }

  /**
   * Whether the promise is counted in office time, and the due time lies in a year of which the
   * holidays and hours are not all decreed yet, so that it may still move.
   *
   * @return true if it does
   */
  public boolean isProvisional() {
    return officeTimeFrom != null && due != null && calendar.isProvisional(due);
  }

  /**
   * Why then.
   *
   * @return the ledger, one line for each reason, and the holidays on the way if only office time
   *     counts
   */
  public String explain() {
    List<String> text = new ArrayList<>(lines.stream().map(this::told).toList());
    if (officeTimeFrom != null && due != null) {
      addHolidays(dateOf(officeTimeFrom), dateOf(due), text);
    }
    if (isProvisional()) {
      text.add(
          "The holidays and office hours of that year are not all decreed yet: this may still move.");
    }
    return String.join("\n", text);
  }

  private void addHolidays(LocalDate from, LocalDate to, List<String> text) {
    Map<String, List<String>> byDecree = new LinkedHashMap<>();
    for (Holiday day : calendar.holidays().list()) {
      LocalDate date = day.date();
      if (!date.isBefore(from) && !date.isAfter(to) && isClosedByHoliday(date)) {
        byDecree
            .computeIfAbsent(day.decree(), decree -> new ArrayList<>())
            .add("  " + date + "  " + day.name());
      }
    }
    byDecree.forEach(
        (decree, days) -> {
          text.add("Holidays left out" + (decree.isEmpty() ? ":" : ", by " + decree + ":"));
          text.addAll(days);
        });
  }

  /** A holiday on a weekday on which the offices are open in some week around. */
  private boolean isClosedByHoliday(LocalDate date) {
    return !calendar.isWorkingDay(date)
        && IntStream.of(-14, -7, 7, 14)
            .anyMatch(days -> calendar.isWorkingDay(date.plusDays(days)));
  }

  private LocalDate dateOf(Instant instant) {
    return LocalDate.ofInstant(instant, calendar.zone());
  }

  private String told(LedgerLine line) {
    String text = told(line.at()) + "  " + line.words();
    Duration notCounted = line.notCounted();
    if (notCounted != null) {
      text +=
          notCounted.isZero() ? ": nothing moves" : ": " + Spans.words(notCounted) + " not counted";
    }
    return line.due() == null ? text : text + "; due " + told(line.due());
  }

  private String told(Instant instant) {
    return CLOCK.format(instant.atZone(calendar.zone()));
  }

  /** What is promised, its state and due time. */
  @Override
  public String toString() {
    return "Deadline[" + target + ", " + state + ", due " + due + "]";
  }
}
