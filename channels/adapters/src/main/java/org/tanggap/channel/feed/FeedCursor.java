package org.tanggap.channel.feed;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.Cursor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How far each file has been read, by file name. */
record FeedCursor(Map<String, Mark> marks) {

  FeedCursor {
    marks = Collections.unmodifiableMap(new TreeMap<>(marks));
  }

  /**
   * How far one file has been read.
   *
   * @param offset bytes read
   * @param line lines read
   * @param seen {@link RecordCutter#seen} up to there, or empty if nothing was read
   */
  record Mark(long offset, long line, String seen) {

    static final Mark START = new Mark(0, 0, "");
  }

  static FeedCursor parse(@Nullable Cursor cursor) {
    Map<String, Mark> marks = new TreeMap<>();
    if (cursor != null) {
      JsonNode files = read(cursor.value());
      if (!files.isObject()) {
        throw damaged(null);
      }
      files.properties().forEach(file -> marks.put(file.getKey(), mark(file.getValue())));
    }
    return new FeedCursor(marks);
  }

  private static JsonNode read(String value) {
    try {
      return JsonMapper.shared().readTree(value);
    } catch (JacksonException e) {
      throw damaged(e);
    }
  }

  private static Mark mark(JsonNode node) {
    long offset = count(node.path("offset"));
    long line = count(node.path("line"));
    if (!node.path("seen").isString()) {
      throw damaged(null);
    }
    return new Mark(offset, line, node.path("seen").asString());
  }

  private static long count(JsonNode node) {
    if (!node.isIntegralNumber() || !node.canConvertToLong() || node.asLong() < 0) {
      throw damaged(null);
    }
    return node.asLong();
  }

  private static ChannelException damaged(@Nullable Exception cause) {
    return new ChannelException(
        ChannelException.Kind.MALFORMED, "the stored cursor of the feed is damaged", null, cause);
  }

  Mark of(String file) {
    return marks.getOrDefault(file, Mark.START);
  }

  FeedCursor with(String file, Mark mark) {
    Map<String, Mark> moved = new TreeMap<>(marks);
    moved.put(file, mark);
    return new FeedCursor(moved);
  }

  /** Without the files that are gone, or the cursor would grow for ever. */
  FeedCursor only(Collection<String> files) {
    Map<String, Mark> kept = new TreeMap<>(marks);
    kept.keySet().retainAll(files);
    return new FeedCursor(kept);
  }

  Cursor toCursor() {
    ObjectNode files = JsonMapper.shared().createObjectNode();
    marks.forEach(
        (file, mark) ->
            files
                .putObject(file)
                .put("offset", mark.offset())
                .put("line", mark.line())
                .put("seen", mark.seen()));
    try {
      return new Cursor(files.toString());
    } catch (IllegalArgumentException e) {
      throw new ChannelException(
          ChannelException.Kind.MALFORMED,
          "the names of the feed's files are too long for so many. Move the old ones away.",
          null,
          e);
    }
  }
}
