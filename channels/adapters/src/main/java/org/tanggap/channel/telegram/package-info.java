/**
 * A Telegram bot: what citizens write to it, asked for or handed over by web hook, and the answers
 * to them. A picture sent as a file is read for its place before it is taken, which needs {@link
 * org.tanggap.channel.photo}.
 *
 * <p>Start at {@link org.tanggap.channel.telegram.TelegramChannel}.
 */
@NullMarked
package org.tanggap.channel.telegram;

import org.jspecify.annotations.NullMarked;
