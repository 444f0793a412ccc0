package org.tanggap.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the clocks of a complaint mean for the store's index. Computed from the events and a policy,
 * and computed anew whenever either changes.
 *
 * @param due when the promise to resolve it ends, or null if it is finished or its clock is paused
 * @param lookAt when something has to be done about it next, such as a warning, or null
 */
public record Watch(@Nullable Instant due, @Nullable Instant lookAt) {

  /** Nothing is due. */
  public static final Watch NONE = new Watch(null, null);
}
