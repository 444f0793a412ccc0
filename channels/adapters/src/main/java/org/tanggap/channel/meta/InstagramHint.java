package org.tanggap.channel.meta;

import java.nio.charset.StandardCharsets;
import org.tanggap.channel.web.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an answer on Instagram needs to know of its message.
 *
 * @param live whether it is a comment on a live video
 * @param media the id of the picture of somebody else, if we were mentioned; otherwise empty
 * @param comment the id of the comment in which we were mentioned; empty if in the caption
 * @param parent the id of the comment that this comment answers; empty if it answers none
 */
record InstagramHint(boolean live, String media, String comment, String parent) {

  static final InstagramHint LIVE = new InstagramHint(true, "", "", "");

  static InstagramHint comment(String parent) {
    return new InstagramHint(false, "", "", parent);
  }

  static InstagramHint mention(String media, String comment) {
    return new InstagramHint(false, media, comment, "");
  }

  static InstagramHint parse(String text) {
    JsonNode hint =
        Json.find(text.getBytes(StandardCharsets.UTF_8))
            .filter(JsonNode::isObject)
            .orElse(Json.object());
    return new InstagramHint(
        hint.path("live").asBoolean(false),
        idOrEmpty(hint.path("media")),
        idOrEmpty(hint.path("comment")),
        idOrEmpty(hint.path("parent")));
  }

  private static String idOrEmpty(JsonNode node) {
    String text = Json.text(node);
    return MetaIds.isId(text) ? text : "";
  }

  boolean isMention() {
    return !media.isEmpty();
  }

  /** The hint as it is stored; empty if there is nothing to store. */
  String text() {
    ObjectNode hint = Json.object();
    if (live) {
      hint.put("live", true);
    }
    if (!media.isEmpty()) {
      hint.put("media", media);
    }
    if (!comment.isEmpty()) {
      hint.put("comment", comment);
    }
    if (!parent.isEmpty()) {
      hint.put("parent", parent);
    }
    return hint.isEmpty() ? "" : hint.toString();
  }

  /** Never shows the hint. */
  @Override
  public String toString() {
    return "InstagramHint";
  }
}
