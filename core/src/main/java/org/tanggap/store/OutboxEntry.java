package org.tanggap.store;

import org.tanggap.channel.Reply;
import org.tanggap.complaint.ComplaintId;

/**
 * An answer that waits for delivery.
 *
 * @param reply the answer with its addressee
 * @param complaint the complaint it is about
 * @param attempts how often it was claimed, this time included
 */
public record OutboxEntry(Reply reply, ComplaintId complaint, int attempts) {}
