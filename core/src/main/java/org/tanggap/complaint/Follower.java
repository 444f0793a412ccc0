package org.tanggap.complaint;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who reported the same issue or wants to hear of its outcome.
 *
 * @param message the message to answer, which names the channel
 * @param reporter a reference to the person, or null if unknown or anonymous
 */
public record Follower(MessageKey message, @Nullable ReporterId reporter) {

  public Follower {
    Objects.requireNonNull(message, "message");
  }
}
