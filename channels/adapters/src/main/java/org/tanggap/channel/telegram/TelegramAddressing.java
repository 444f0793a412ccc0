package org.tanggap.channel.telegram;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tanggap.channel.web.Json;
import tools.jackson.databind.JsonNode;

/**
 * Which messages of a group are meant for the bot.
 *
 * @param botId the bot's id
 * @param mention the bot's name with the at sign, in lower case; {@code @} alone if it is not known
 * @param wholeGroups whether all that is written in a group is meant for it
 */
record TelegramAddressing(String botId, String mention, boolean wholeGroups) {

  static TelegramAddressing of(String botId, String username, boolean wholeGroups) {
    String name = username.startsWith("@") ? username.substring(1) : username;
    return new TelegramAddressing(botId, "@" + name.toLowerCase(Locale.ROOT), wholeGroups);
  }

  boolean isForUs(JsonNode message) {
    return wholeGroups || answersUs(message) || mentionsUs(message);
  }

  private boolean answersUs(JsonNode message) {
    return findAnswered(message)
        .filter(answered -> Json.text(answered.path("from").path("id")).equals(botId))
        .isPresent();
  }

  /** In a forum every message answers the one that opened its topic, which means nothing. */
  static Optional<JsonNode> findAnswered(JsonNode message) {
    JsonNode answered = message.path("reply_to_message");
    return answered.isObject() && !answered.has("forum_topic_created")
        ? Optional.of(answered)
        : Optional.empty();
  }

  private boolean mentionsUs(JsonNode message) {
    return mentionsUs(message.path("text"), message.path("entities"))
        || mentionsUs(message.path("caption"), message.path("caption_entities"));
  }

  private boolean mentionsUs(JsonNode text, JsonNode entities) {
    String words = text.isString() ? text.asString() : "";
    for (JsonNode entity : entities) {
      String type = Json.text(entity.path("type"));
      String part = part(words, entity).toLowerCase(Locale.ROOT);
      boolean named =
          List.of("mention", "bot_command").contains(type)
              && mention.length() > 1
              && part.endsWith(mention);
      boolean linked =
          type.equals("text_mention") && Json.text(entity.path("user").path("id")).equals(botId);
      if (named || linked) {
        return true;
      }
    }
    return false;
  }

  /** Offset and length count UTF-16 units (Bot API, {@code MessageEntity}), as Java does. */
  private static String part(String words, JsonNode entity) {
    long from = entity.path("offset").asLong(-1);
    long to = from + entity.path("length").asLong(-1);
    return from >= 0 && to >= from && to <= words.length()
        ? words.substring((int) from, (int) to)
        : "";
  }
}
