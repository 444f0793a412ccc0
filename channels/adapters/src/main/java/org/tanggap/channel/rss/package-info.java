/**
 * Feeds: the items of an RSS or Atom feed come in as reports, such as those of an agency that
 * publishes what was reported to it. Nothing can be answered. Needs jsoup.
 *
 * <p>Start at {@link org.tanggap.channel.rss.RssChannel}.
 */
@NullMarked
package org.tanggap.channel.rss;

import org.jspecify.annotations.NullMarked;
