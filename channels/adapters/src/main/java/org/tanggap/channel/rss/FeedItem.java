package org.tanggap.channel.rss;

import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.Report;

/**
 * An item of a feed.
 *
 * @param name its id, or a hash of it; a valid key
 * @param edition when it was changed last, or empty if it does not say
 * @param report what it says
 * @param problem why it is none, or null
 */
record FeedItem(String name, String edition, Report report, @Nullable String problem) {

  static FeedItem broken(String name, String problem) {
    return new FeedItem(name, "", Report.of(""), problem);
  }
}
