package org.tanggap.channel.twilio;

import java.nio.charset.StandardCharsets;
import org.tanggap.channel.web.Json;
import tools.jackson.databind.JsonNode;

/**
 * What an answer needs besides the citizen's number.
 *
 * @param channel {@code whatsapp} or the like, or empty for SMS and MMS
 * @param to our address, to which the citizen wrote; empty if it is not known
 */
record TwilioHint(String channel, String to) {

  static TwilioHint of(String channel, String to) {
    return new TwilioHint(channel, to.length() <= 200 ? to : "");
  }

  /** Reads a hint; what is none is taken as that of an SMS to an unknown number. */
  static TwilioHint parse(String text) {
    return Json.find(text.getBytes(StandardCharsets.UTF_8))
        .filter(JsonNode::isObject)
        .map(root -> of(Json.text(root.path("channel")), Json.text(root.path("to"))))
        .orElseGet(() -> new TwilioHint("", ""));
  }

  String toText() {
    return Json.object().put("channel", channel).put("to", to).toString();
  }
}
