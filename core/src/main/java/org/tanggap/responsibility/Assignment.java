package org.tanggap.responsibility;

import java.util.Objects;

/**
 * A unit, and why it was chosen.
 *
 * @param unit the responsible office
 * @param because one sentence that names the rule
 */
public record Assignment(Unit unit, String because) {

  public Assignment {
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(because, "because");
  }
}
