/**
 * What an adapter implements to connect a channel: {@link org.tanggap.channel.PullChannel} to be
 * asked for messages, {@link org.tanggap.channel.PushChannel} to be handed them, {@link
 * org.tanggap.channel.ReplyChannel} to answer; where needed {@link
 * org.tanggap.channel.FetchChannel} for messages that come as an id, and {@link
 * org.tanggap.channel.PhotoChannel} for photos behind a credential. An adapter may be all of them.
 * A {@link org.tanggap.channel.ChannelProvider} opens it from a configuration.
 *
 * <p>An adapter turns a vendor's bytes into {@link org.tanggap.channel.ChannelMessage}s and knows
 * nothing of complaints, stores or units. It keeps no state of its own that matters: what is to be
 * remembered between two calls is in the {@link org.tanggap.channel.Cursor}, and what is needed for
 * an answer in the {@link org.tanggap.channel.Conversation}.
 */
@NullMarked
package org.tanggap.channel;

import org.jspecify.annotations.NullMarked;
