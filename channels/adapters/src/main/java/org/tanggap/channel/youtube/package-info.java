/**
 * YouTube: comments on all videos of a channel, by asking, and replies to them within the day's
 * quota.
 *
 * <p>Start at {@link org.tanggap.channel.youtube.YouTubeChannel}.
 */
@NullMarked
package org.tanggap.channel.youtube;

import org.jspecify.annotations.NullMarked;
