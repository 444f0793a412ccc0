package org.tanggap.room;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanggap.store.Bookmark;

/**
 * A page of the inbox.
 *
 * @param items the latest complaint first
 * @param end where to go on, or null if there is nothing more
 */
public record InboxPage(List<InboxItem> items, @Nullable Bookmark end) {

  public InboxPage {
    items = List.copyOf(items);
  }
}
