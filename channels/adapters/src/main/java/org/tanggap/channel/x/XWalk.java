package org.tanggap.channel.x;

import java.math.BigInteger;
import org.tanggap.channel.web.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A walk back through one timeline, from its newest post to the newest one known. Texts are empty
 * where there is nothing yet.
 *
 * @param since the newest post of the walk before
 * @param start the time before which a first walk does not look, in ISO 8601
 * @param token the next page
 * @param newest the newest post of this walk's first page, where the next walk ends
 * @param oldest the oldest post so far
 * @param count how many posts so far
 * @param gap whether X no longer looks back to {@code since}
 */
record XWalk(
    String since,
    String start,
    String token,
    String newest,
    String oldest,
    int count,
    boolean gap) {

  static XWalk since(String id) {
    return new XWalk(id, "", "", "", "", 0, false);
  }

  static XWalk startingAt(String time) {
    return new XWalk("", time, "", "", "", 0, false);
  }

  boolean isFresh() {
    return token.isEmpty() && newest.isEmpty() && count == 0;
  }

  /** From the first page again, because the page's token is not known any more. */
  XWalk again() {
    return new XWalk(since, start, "", "", "", 0, gap);
  }

  /** From the first page again and as far back as X goes. */
  XWalk withGap() {
    return new XWalk(since, start, "", "", "", 0, true);
  }

  /** This walk with one more page, its last one or not. */
  XWalk after(JsonNode page) {
    JsonNode meta = page.path("meta");
    String first = newest;
    String last = oldest;
    int more = 0;
    for (JsonNode post : page.path("data")) {
      String id = Json.text(post.path("id"));
      if (XMessages.isId(id)) {
        first = newest.isEmpty() ? later(first, id) : first;
        last = last.isEmpty() || later(last, id).equals(last) ? id : last;
        more++;
      }
    }
    String named = Json.text(meta.path("newest_id"));
    first = newest.isEmpty() && XMessages.isId(named) ? later(first, named) : first;
    return new XWalk(
        since, start, Json.text(meta.path("next_token")), first, last, count + more, gap);
  }

  static String later(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one + other;
    }
    return new BigInteger(one).compareTo(new BigInteger(other)) >= 0 ? one : other;
  }

  ObjectNode write() {
    return Json.object()
        .put("since", since)
        .put("start", start)
        .put("token", token)
        .put("newest", newest)
        .put("oldest", oldest)
        .put("count", count)
        .put("gap", gap);
  }

  /** Reads what {@link #write} wrote; throws IllegalArgumentException for anything else. */
  static XWalk read(JsonNode node) {
    boolean whole =
        isIdOrEmpty(node.path("since"))
            && isIdOrEmpty(node.path("newest"))
            && isIdOrEmpty(node.path("oldest"))
            && node.path("start").isString()
            && node.path("token").isString()
            && node.path("count").isInt()
            && node.path("gap").isBoolean();
    if (!whole) {
      throw new IllegalArgumentException("no walk");
    }
    return new XWalk(
        node.path("since").asString(),
        node.path("start").asString(),
        node.path("token").asString(),
        node.path("newest").asString(),
        node.path("oldest").asString(),
        node.path("count").asInt(),
        node.path("gap").asBoolean());
  }

  private static boolean isIdOrEmpty(JsonNode node) {
    return node.isString() && (node.asString().isEmpty() || XMessages.isId(node.asString()));
  }
}
