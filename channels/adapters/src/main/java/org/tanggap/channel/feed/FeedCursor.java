package org.tanggap.channel.feed;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.Cursor;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How far each file has been read, by file name. */
record FeedCursor(Map<String, Mark> marks) {

  private static final TypeReference<Map<String, Mark>> MARKS = new TypeReference<>() {};

  FeedCursor {
    marks = Collections.unmodifiableMap(new TreeMap<>(marks));
  }

  /**
   * How far one file has been read.
   *
   * @param offset bytes read
   * @param line lines read
   * @param head digest of the file's first line, to tell when another file has taken its place
   */
  record Mark(long offset, long line, String head) {

    static final Mark START = new Mark(0, 0, "");
  }

  static FeedCursor parse(@Nullable Cursor cursor) {
    if (cursor == null) {
      return new FeedCursor(Map.of());
    }
    try {
      return new FeedCursor(JsonMapper.shared().readValue(cursor.value(), MARKS));
    } catch (JacksonException e) {
      throw new ChannelException(
          ChannelException.Kind.MALFORMED, "the stored cursor of the feed is damaged", null, e);
    }
  }

  Mark of(String file) {
    return marks.getOrDefault(file, Mark.START);
  }

  FeedCursor with(String file, Mark mark) {
    Map<String, Mark> moved = new TreeMap<>(marks);
    moved.put(file, mark);
    return new FeedCursor(moved);
  }

  Cursor toCursor() {
    return new Cursor(JsonMapper.shared().writeValueAsString(marks));
  }
}
