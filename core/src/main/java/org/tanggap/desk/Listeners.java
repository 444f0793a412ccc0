package org.tanggap.desk;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everybody who is told what the desk has done. */
final class Listeners {

  private static final Logger LOG = LoggerFactory.getLogger(FeedbackDesk.class);

  private final List<DeskListener> all;

  Listeners(List<DeskListener> all) {
    this.all = List.copyOf(all);
  }

  void tell(DeskEvent event) {
    for (DeskListener listener : all) {
      try {
        listener.on(event);
      } catch (RuntimeException e) {
        // Its message might quote what the event holds.
        LOG.warn(
            "a listener failed on {}: {}",
            event.getClass().getSimpleName(),
            e.getClass().getName());
      }
    }
  }
}
