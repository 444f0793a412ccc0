package org.tanggap.desk;

import java.util.List;

/**
 * What one look at the clocks brought.
 *
 * @param looked how many complaints had something due
 * @param alerts who is to be told what; on record in the events, so that nobody is told twice
 * @param closed how many finished complaints were put away, since nobody had disputed them in time
 */
public record DeadlineSweep(int looked, List<DeskEvent.AlertRaised> alerts, int closed) {

  public DeadlineSweep {
    alerts = List.copyOf(alerts);
  }
}
