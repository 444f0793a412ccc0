package org.tanggap.sla;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Until when the promise to the citizen is to be kept, and how that came about.
 *
 * @param due when the time is up, in the policy's zone
 * @param metAt when the promise was kept, or null while it is not
 * @param lines the reasons, one a line, in the order of time
 */
public record Deadline(ZonedDateTime due, @Nullable ZonedDateTime metAt, List<String> lines) {

  public Deadline {
    lines = List.copyOf(lines);
  }

  /**
   * When the promise was kept, in time or late.
   *
   * @return the time, or nothing while it is not
   */
  public Optional<ZonedDateTime> findMetAt() {
    return Optional.ofNullable(metAt);
  }

  /**
   * Whether the promise is broken: the time was up before it was kept, or is up now.
   *
   * @param now the instant to judge by
   * @return true from the due time on
   */
  public boolean isOverdue(Instant now) {
    Instant judged = metAt == null ? now : metAt.toInstant();
    return !judged.isBefore(due.toInstant());
  }

  /**
   * Why then.
   *
   * @return the reasons, line by line
   */
  public String explain() {
    return String.join("\n", lines);
  }
}
