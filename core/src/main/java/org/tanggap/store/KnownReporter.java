package org.tanggap.store;

import java.util.Objects;
import org.tanggap.complaint.Reporter;
import org.tanggap.complaint.ReporterId;

/**
 * Somebody's identity, with the reference that events hold instead of it.
 *
 * @param id the reference
 * @param channel the kind of channel on which the handle is valid, such as {@code sms}
 * @param reporter the person
 */
public record KnownReporter(ReporterId id, String channel, Reporter reporter) {

  public KnownReporter {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(reporter, "reporter");
  }
}
