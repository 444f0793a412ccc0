package org.tanggap.sla;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.ComplaintId;

/**
 * A deadline that lies elsewhere under another policy or calendar.
 *
 * @param complaint whose it is
 * @param target what is promised
 * @param before when it was due, or null if it was not
 * @param after when it is due, or null if it is not
 */
public record MovedDeadline(
    ComplaintId complaint, Target target, @Nullable Instant before, @Nullable Instant after) {}
