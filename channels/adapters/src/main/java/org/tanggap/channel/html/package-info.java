/**
 * The words of a piece of HTML, for the channels that deliver their messages in it. Not exported:
 * an inner matter of these adapters. Needs jsoup.
 *
 * <p>Start at {@link org.tanggap.channel.html.PlainText}.
 */
@NullMarked
package org.tanggap.channel.html;

import org.jspecify.annotations.NullMarked;
