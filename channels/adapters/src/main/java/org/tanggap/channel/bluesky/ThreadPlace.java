package org.tanggap.channel.bluesky;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tanggap.channel.web.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where in a thread an answer belongs (lexicon {@code app.bsky.feed.post}, {@code replyRef}).
 *
 * @param rootUri the first post of the thread
 * @param rootCid its version
 * @param uri the post that is answered
 * @param cid its version
 * @param handle the author's handle, so that it becomes a mention where it stands in an answer
 */
record ThreadPlace(String rootUri, String rootCid, String uri, String cid, String handle) {

  static boolean isCid(String text) {
    return text.matches("[A-Za-z0-9+/=_-]{1,200}");
  }

  /** Whether a handle is one; the server calls one that no longer holds {@code handle.invalid}. */
  static boolean isHandle(String text) {
    return text.matches("[A-Za-z0-9.-]{1,253}") && !text.equals("handle.invalid");
  }

  static ThreadPlace of(JsonNode notification, String uri, String cid) {
    JsonNode root = notification.path("record").path("reply").path("root");
    String rootUri = Json.text(root.path("uri"));
    String rootCid = Json.text(root.path("cid"));
    boolean whole = BlueskyMessages.isPostUri(rootUri) && isCid(rootCid);
    String handle = Json.text(notification.path("author").path("handle"));
    return new ThreadPlace(
        whole ? rootUri : uri, whole ? rootCid : cid, uri, cid, isHandle(handle) ? handle : "");
  }

  /** The place in a hint, or nothing if the hint is not ours, such as after an erasure. */
  static Optional<ThreadPlace> find(String hint) {
    return Json.find(hint.getBytes(StandardCharsets.UTF_8))
        .map(
            node ->
                new ThreadPlace(
                    Json.text(node.path("root").path("uri")),
                    Json.text(node.path("root").path("cid")),
                    Json.text(node.path("parent").path("uri")),
                    Json.text(node.path("parent").path("cid")),
                    Json.text(node.path("handle"))))
        .filter(place -> BlueskyMessages.isPostUri(place.rootUri) && isCid(place.rootCid))
        .filter(place -> BlueskyMessages.isPostUri(place.uri) && isCid(place.cid));
  }

  String hint() {
    ObjectNode hint = reply();
    return handle.isEmpty() ? hint.toString() : hint.put("handle", handle).toString();
  }

  /** As it stands in a post. */
  ObjectNode reply() {
    ObjectNode reply = Json.object();
    reply.putObject("root").put("uri", rootUri).put("cid", rootCid);
    reply.putObject("parent").put("uri", uri).put("cid", cid);
    return reply;
  }

  /** Who is answered. */
  String did() {
    return uri.split("/", 4)[2];
  }

  /** Never shows the person. */
  @Override
  public String toString() {
    return "ThreadPlace";
  }
}
