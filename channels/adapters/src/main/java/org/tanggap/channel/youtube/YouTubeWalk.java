package org.tanggap.channel.youtube;

import java.util.ArrayList;
import java.util.List;
import org.tanggap.channel.web.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A walk back through the threads. Times are milliseconds since 1970.
 *
 * @param sweep whether it looks for replies to old threads too
 * @param startedAt when it began
 * @param from comments changed before it are left out
 * @param stop the walk ends at the page whose last thread is older
 * @param seen the latest change on the first page; what is changed after that is for the next walk
 * @param top the latest thread on the first page
 * @param token the next page, or empty for the first
 * @param listed whether the last page of threads is done
 * @param pending threads of which replies are missing, to be read before the next page
 * @param repliesToken the next page of the first pending thread's replies, or empty
 */
record YouTubeWalk(
    boolean sweep,
    long startedAt,
    long from,
    long stop,
    long seen,
    long top,
    String token,
    boolean listed,
    List<Pending> pending,
    String repliesToken) {

  /** A page's token longer than this cannot be meant. */
  static final int MAX_TOKEN = 2_000;

  /**
   * A thread whose replies did not all come with it.
   *
   * @param thread its id
   * @param replies how many it has
   */
  record Pending(String thread, int replies) {}

  YouTubeWalk {
    pending = List.copyOf(pending);
  }

  static YouTubeWalk of(boolean sweep, long startedAt, long from, long stop) {
    return new YouTubeWalk(sweep, startedAt, from, stop, 0, 0, "", false, List.of(), "");
  }

  boolean isDone() {
    return listed && pending.isEmpty();
  }

  /** From the first page again, because a page's token is not known any more. */
  YouTubeWalk again() {
    return new YouTubeWalk(sweep, startedAt, from, stop, seen, top, "", false, List.of(), "");
  }

  /** With a page of threads, its last one if so said. */
  YouTubeWalk withThreads(
      String nextToken, boolean last, List<Pending> unread, long latest, long latestThread) {
    boolean first = seen == 0 && top == 0;
    return new YouTubeWalk(
        sweep,
        startedAt,
        from,
        stop,
        first ? latest : seen,
        first ? latestThread : top,
        nextToken,
        last,
        unread,
        "");
  }

  /** With a page of the first pending thread's replies, its last one if the token is empty. */
  YouTubeWalk withReplies(String nextToken) {
    return new YouTubeWalk(
        sweep,
        startedAt,
        from,
        stop,
        seen,
        top,
        token,
        listed,
        nextToken.isEmpty() ? pending.subList(1, pending.size()) : pending,
        nextToken);
  }

  ObjectNode write() {
    ObjectNode node =
        Json.object()
            .put("sweep", sweep)
            .put("startedAt", startedAt)
            .put("from", from)
            .put("stop", stop)
            .put("seen", seen)
            .put("top", top)
            .put("token", token)
            .put("listed", listed)
            .put("repliesToken", repliesToken);
    ArrayNode unread = node.putArray("pending");
    pending.forEach(
        it -> unread.addObject().put("thread", it.thread()).put("replies", it.replies()));
    return node;
  }

  /** Reads what {@link #write} wrote; throws IllegalArgumentException for anything else. */
  static YouTubeWalk read(JsonNode node) {
    List<Pending> pending = new ArrayList<>();
    for (JsonNode unread : node.path("pending")) {
      String thread = YouTubeCursor.string(unread.path("thread"));
      if (!YouTubeMessages.isId(thread)) {
        throw new IllegalArgumentException("no thread");
      }
      pending.add(new Pending(thread, (int) YouTubeCursor.whole(unread.path("replies"))));
    }
    return new YouTubeWalk(
        YouTubeCursor.flag(node.path("sweep")),
        YouTubeCursor.whole(node.path("startedAt")),
        YouTubeCursor.whole(node.path("from")),
        YouTubeCursor.whole(node.path("stop")),
        YouTubeCursor.whole(node.path("seen")),
        YouTubeCursor.whole(node.path("top")),
        YouTubeCursor.string(node.path("token")),
        YouTubeCursor.flag(node.path("listed")),
        pending,
        YouTubeCursor.string(node.path("repliesToken")));
  }
}
