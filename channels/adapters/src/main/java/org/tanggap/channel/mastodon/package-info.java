/**
 * Mastodon: mentions of an account come in, answers go out as replies that are never more public
 * than what they answer. Needs jsoup.
 *
 * <p>Start at {@link org.tanggap.channel.mastodon.MastodonChannel}.
 */
@NullMarked
package org.tanggap.channel.mastodon;

import org.jspecify.annotations.NullMarked;
