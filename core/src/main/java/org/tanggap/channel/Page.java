package org.tanggap.channel;

import java.util.List;
import java.util.Objects;

/**
 * Some messages of a pull channel and where they end.
 *
 * @param messages oldest first
 * @param cursor where to go on, to be stored with the messages
 * @param hasMore whether another page is ready now
 */
public record Page(List<ChannelMessage> messages, Cursor cursor, boolean hasMore) {

  public Page {
    messages = List.copyOf(messages);
    Objects.requireNonNull(cursor, "cursor");
  }
}
