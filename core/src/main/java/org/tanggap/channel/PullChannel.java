package org.tanggap.channel;

import org.jspecify.annotations.Nullable;

/** A channel that is asked for its messages. */
public interface PullChannel extends Channel {

  /**
   * Fetches the next page. Called by one thread at a time for one account.
   *
   * <p>The cursor of the page is stored together with its messages, in one transaction; after a
   * crash the same page is asked for again, so messages may come twice but are never skipped.
   *
   * @param cursor where the last stored page ended, or null at the very beginning
   * @return the messages from there on, oldest first; an empty page if there is nothing new
   * @throws ChannelException if the vendor cannot be read now; nothing is lost by it
   */
  Page pull(@Nullable Cursor cursor);
}
