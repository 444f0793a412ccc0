package org.tanggap.complaint;

import java.time.Instant;
import java.util.Objects;

/**
 * An officer's word to answer a complaint.
 *
 * @param officer who answers
 * @param until when it ends, exclusive
 */
public record Claim(Actor officer, Instant until) {

  public Claim {
    Objects.requireNonNull(officer, "officer");
    Objects.requireNonNull(until, "until");
  }
}
