package org.tanggap.channel.smpp;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.Cursor;
import org.tanggap.complaint.AccountId;

/**
 * The names of the messages of the last pages that were stored. The network keeps the place, so
 * this is the receipt by which they are answered, also if they come again after a restart.
 *
 * @param names hashes with the span of time in which the messages came
 */
record SmppCursor(List<String> names) {

  static final SmppCursor START = new SmppCursor(List.of());

  private static final int KEPT = 200;
  private static final String NONE = "none";
  private static final Pattern SHAPE =
      Pattern.compile("none|smpp-[0-9a-f]{32}-[0-9]{1,12}(,smpp-[0-9a-f]{32}-[0-9]{1,12}){0,999}");

  SmppCursor {
    names = List.copyOf(names);
  }

  static SmppCursor parse(@Nullable Cursor cursor, AccountId account) {
    if (cursor == null || cursor.value().equals(NONE)) {
      return START;
    } else if (!SHAPE.matcher(cursor.value()).matches()) {
      throw ChannelException.of(
          ChannelException.Kind.MALFORMED, "the stored cursor of " + account + " is damaged");
    }
    return new SmppCursor(List.of(cursor.value().split(",")));
  }

  /** The place after a page: its names, and of the names before as many as are of use. */
  SmppCursor after(List<String> page) {
    Set<String> all = new LinkedHashSet<>(page);
    all.addAll(names);
    return new SmppCursor(all.stream().limit(Math.max(page.size(), KEPT)).toList());
  }

  Cursor toCursor() {
    return new Cursor(names.isEmpty() ? NONE : String.join(",", names));
  }
}
