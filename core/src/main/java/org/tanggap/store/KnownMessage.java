package org.tanggap.store;

import org.tanggap.complaint.ComplaintId;

/**
 * A message that was taken.
 *
 * @param complaint the complaint it went to
 * @param digest the digest of its content, to tell a repetition from another message under the same
 *     key
 */
public record KnownMessage(ComplaintId complaint, String digest) {}
