package org.tanggap.channel.youtube;

import java.nio.charset.StandardCharsets;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.web.Json;
import tools.jackson.databind.JsonNode;

/**
 * What is noted of a comment for answering it.
 *
 * @param thread the id of the thread's first comment, under which all replies stand
 * @param video the video, or empty for the channel itself
 * @param canReply whether YouTube lets anybody reply in the thread
 */
record YouTubeHint(String thread, String video, boolean canReply) {

  static YouTubeHint of(ReplyTarget to) {
    JsonNode note = Json.find(to.hint().getBytes(StandardCharsets.UTF_8)).orElseGet(Json::object);
    String thread = Json.text(note.path("thread"));
    return new YouTubeHint(
        YouTubeMessages.isId(thread) ? thread : threadOf(to.message().externalId()),
        Json.text(note.path("video")),
        note.path("canReply").asBoolean(true));
  }

  /** A reply's id is its thread's id, a full stop and an id of its own. */
  static String threadOf(String id) {
    int dot = id.indexOf('.');
    return dot > 0 ? id.substring(0, dot) : id;
  }

  String text() {
    return Json.object()
        .put("thread", thread)
        .put("video", video)
        .put("canReply", canReply)
        .toString();
  }
}
