/**
 * X, formerly Twitter: posts that mention an account, by asking or by web hook, and replies to
 * them.
 *
 * <p>Start at {@link org.tanggap.channel.x.XChannel}.
 */
@NullMarked
package org.tanggap.channel.x;

import org.jspecify.annotations.NullMarked;
