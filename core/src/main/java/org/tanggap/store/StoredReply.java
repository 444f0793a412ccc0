package org.tanggap.store;

import java.time.Instant;
import java.util.UUID;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.ComplaintId;

/**
 * An answer as an administrator sees it: where it stands and why, without its words.
 *
 * @param id its identifier
 * @param complaint the complaint it is about
 * @param account the account that it goes out by
 * @param state where it stands
 * @param due when it is tried next, or was to be
 * @param attempts how often it was claimed
 * @param note why it stands there; empty if nothing was noted
 */
public record StoredReply(
    UUID id,
    ComplaintId complaint,
    AccountId account,
    OutboxState state,
    Instant due,
    int attempts,
    String note) {}
