/**
 * What an adapter implements to connect a channel: {@link org.tanggap.channel.PullChannel} to be
 * asked for messages, {@link org.tanggap.channel.PushChannel} to be handed them, {@link
 * org.tanggap.channel.ReplyChannel} to answer. An adapter may be all three.
 *
 * <p>An adapter turns a vendor's bytes into {@link org.tanggap.channel.ChannelMessage}s and knows
 * nothing of complaints, stores or units. It keeps no state of its own that matters: what is to be
 * remembered between two calls is in the {@link org.tanggap.channel.Cursor}.
 */
@NullMarked
package org.tanggap.channel;

import org.jspecify.annotations.NullMarked;
