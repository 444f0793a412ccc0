package org.tanggap.channel.meta;

import java.nio.charset.StandardCharsets;
import org.tanggap.channel.web.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an answer on Facebook needs to know: whether it goes to Messenger, and who wrote.
 *
 * @param messenger whether the message came by Messenger
 * @param person the page-scoped id of the author; empty if unknown
 * @param above the id of the comment that this comment answers; empty if it answers none
 */
record FacebookHint(boolean messenger, String person, String above) {

  private static final String MESSENGER = "psid";
  private static final String COMMENT = "author";
  private static final String ABOVE = "above";

  static FacebookHint comment(String author, String above) {
    return new FacebookHint(false, author, above);
  }

  static FacebookHint messenger(String person) {
    return new FacebookHint(true, person, "");
  }

  /** A hint that cannot be read is that of a comment, which is answered by its id alone. */
  static FacebookHint parse(String text) {
    JsonNode hint =
        Json.find(text.getBytes(StandardCharsets.UTF_8))
            .filter(JsonNode::isObject)
            .orElse(Json.object());
    return hint.has(MESSENGER)
        ? messenger(GraphJson.id(hint.path(MESSENGER)))
        : comment(GraphJson.id(hint.path(COMMENT)), GraphJson.id(hint.path(ABOVE)));
  }

  /** The hint as it is stored; empty if there is nothing to store. */
  String text() {
    ObjectNode hint = Json.object();
    if (messenger) {
      hint.put(MESSENGER, person);
    } else if (!person.isEmpty()) {
      hint.put(COMMENT, person);
    }
    if (!above.isEmpty()) {
      hint.put(ABOVE, above);
    }
    return hint.isEmpty() ? "" : hint.toString();
  }

  /** Never shows the hint. */
  @Override
  public String toString() {
    return "FacebookHint";
  }
}
