/**
 * Bluesky: posts that mention, answer or quote an account come in, answers go out as replies in
 * their threads.
 *
 * <p>Start at {@link org.tanggap.channel.bluesky.BlueskyChannel}.
 */
@NullMarked
package org.tanggap.channel.bluesky;

import org.jspecify.annotations.NullMarked;
