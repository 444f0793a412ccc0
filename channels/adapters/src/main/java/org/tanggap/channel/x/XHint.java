package org.tanggap.channel.x;

import java.nio.charset.StandardCharsets;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.web.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is noted of a post for answering it.
 *
 * @param post the id of the edition that is answered
 * @param summoned whether its author mentioned or quoted the account, without which X lets nobody
 *     reply by its API
 * @param videos how many videos it has, which a report cannot carry
 */
record XHint(String post, boolean summoned, int videos) {

  static XHint of(ReplyTarget to) {
    JsonNode note = Json.find(to.hint().getBytes(StandardCharsets.UTF_8)).orElseGet(Json::object);
    String post = Json.text(note.path("post"));
    return new XHint(
        XMessages.isId(post) ? post : to.message().externalId(),
        note.path("summoned").asBoolean(false),
        note.path("videos").asInt(0));
  }

  String text() {
    ObjectNode note = Json.object().put("post", post).put("summoned", summoned);
    return (videos == 0 ? note : note.put("videos", videos)).toString();
  }
}
