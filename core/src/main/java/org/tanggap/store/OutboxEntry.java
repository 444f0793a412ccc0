package org.tanggap.store;

import org.tanggap.channel.Reply;
import org.tanggap.complaint.ComplaintId;

/**
 * An answer that waits for delivery.
 *
 * @param reply the answer with its addressee
 * @param complaint the complaint it is about
 * @param attempts how often it was claimed, this time included
 * @param failures how often its delivery has failed since it was written, or since an administrator
 *     had it tried again; waiting for a limit is no failure
 * @param answersWanted false if the person has asked for no more answers on this kind of channel
 */
public record OutboxEntry(
    Reply reply, ComplaintId complaint, int attempts, int failures, boolean answersWanted) {}
