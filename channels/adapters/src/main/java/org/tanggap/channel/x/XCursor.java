package org.tanggap.channel.x;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.AccountId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where both timelines stand.
 *
 * @param mentions the walk through the posts that mention the account
 * @param search the walk through what the query finds
 * @param searching whether the search is next
 */
record XCursor(XWalk mentions, XWalk search, boolean searching) {

  Cursor write() {
    ObjectNode state = Json.object().put("version", 1).put("searching", searching);
    state.set("mentions", mentions.write());
    state.set("search", search.write());
    return new Cursor(state.toString());
  }

  static XCursor read(AccountId account, @Nullable Cursor cursor, Supplier<XCursor> beginning) {
    if (cursor == null) {
      return beginning.get();
    }
    try {
      JsonNode root =
          Json.find(cursor.value().getBytes(StandardCharsets.UTF_8)).orElseGet(Json::object);
      if (root.path("version").asInt(0) != 1 || !root.path("searching").isBoolean()) {
        throw new IllegalArgumentException("no cursor");
      }
      return new XCursor(
          XWalk.read(root.path("mentions")),
          XWalk.read(root.path("search")),
          root.path("searching").asBoolean());
    } catch (IllegalArgumentException e) {
      throw ChannelException.of(
          ChannelException.Kind.MALFORMED,
          "the cursor of " + account + " is damaged: set it to where the account was read to");
    }
  }
}
