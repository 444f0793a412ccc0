package org.tanggap.store;

import org.tanggap.channel.ChannelMessage;

/**
 * A message that was announced and has to be fetched from its vendor.
 *
 * @param announced what the adapter needs to fetch it
 * @param attempts how often it was claimed, this time included
 */
public record PendingFetch(ChannelMessage.NeedsFetch announced, int attempts) {}
