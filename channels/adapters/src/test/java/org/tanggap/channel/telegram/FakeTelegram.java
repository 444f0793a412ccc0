package org.tanggap.channel.telegram;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.web.Json;
import org.tanggap.testkit.FakeVendor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Telegram's Bot API as its documentation describes it: updates that an offset confirms, answers,
 * files. One bot, one citizen unless told otherwise.
 */
public final class FakeTelegram extends FakeVendor {

  /** The bot's token. */
  public static final String TOKEN = "7000000001:AAFakeFakeFakeFakeFakeFakeFakeFakeFak";

  /** The bot's id. */
  public static final String BOT_ID = "7000000001";

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final InstantSource clock;
  private final TreeMap<Long, ObjectNode> updates = new TreeMap<>();
  private final List<Map<String, String>> answers = new ArrayList<>();
  private final Map<String, byte[]> files = new HashMap<>();
  private final Map<String, String> movedTo = new HashMap<>();
  private final List<String> blockedBy = new ArrayList<>();
  private long nextUpdate = 874_512_001;
  private long nextMessage = 101;
  private boolean webHook;

  /**
   * Starts.
   *
   * @param clock tells the time of messages and limits
   */
  public FakeTelegram(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * A citizen writes to the bot in private.
   *
   * @param text what is written
   * @return the message's id, {@code chat:message}
   */
  public synchronized String publish(String text) {
    return publish(message(512_001).put("text", text));
  }

  /**
   * Something comes to the bot.
   *
   * @param message the message, see {@link #message}
   * @return the message's id, {@code chat:message}
   */
  public synchronized String publish(ObjectNode message) {
    update("message", message);
    return message.path("chat").path("id").asString() + ":" + message.path("message_id").asString();
  }

  /**
   * The bot itself writes, as its own messages come back from some groups.
   *
   * @param text what is written
   */
  public synchronized void publishOwn(String text) {
    ObjectNode message = message(512_001).put("text", text);
    message.putObject("from").put("id", Long.parseLong(BOT_ID)).put("is_bot", true);
    update("message", message);
  }

  /**
   * A citizen changes a private message.
   *
   * @param id the message's id, as {@link #publish(String)} gave it
   * @param text the words from now on
   */
  public synchronized void edit(String id, String text) {
    String[] parts = id.split(":", -1);
    update(
        "edited_message",
        message(Long.parseLong(parts[0]))
            .put("message_id", Long.parseLong(parts[1]))
            .put("edit_date", clock.instant().getEpochSecond())
            .put("text", text));
  }

  /**
   * The newest update, as a web hook would bring it.
   *
   * @return JSON
   */
  public synchronized String lastUpdate() {
    return updates.lastEntry().getValue().toString();
  }

  /**
   * An update of any kind.
   *
   * @param kind its field
   * @param content the field's value
   */
  public synchronized void update(String kind, ObjectNode content) {
    ObjectNode update = MAPPER.createObjectNode().put("update_id", nextUpdate);
    update.set(kind, content);
    updates.put(nextUpdate++, update);
  }

  /**
   * A private message without content.
   *
   * @param citizen the citizen's id, which is the chat's too
   * @return the message, to be filled
   */
  public synchronized ObjectNode message(long citizen) {
    ObjectNode message = MAPPER.createObjectNode().put("message_id", nextMessage++);
    message.putObject("from").put("id", citizen).put("is_bot", false).put("first_name", "Sari");
    message.putObject("chat").put("id", citizen).put("type", "private").put("first_name", "Sari");
    return message.put("date", clock.instant().getEpochSecond());
  }

  /**
   * Keeps a file.
   *
   * @param fileId its id
   * @param content its bytes
   */
  public synchronized void file(String fileId, byte[] content) {
    files.put(fileId, content);
  }

  /**
   * A group becomes a supergroup.
   *
   * @param chat its id until now
   * @param other its id from now on
   */
  public synchronized void move(String chat, String other) {
    movedTo.put(chat, other);
  }

  /**
   * A citizen blocks the bot.
   *
   * @param chat the private chat
   */
  public synchronized void block(String chat) {
    blockedBy.add(chat);
  }

  /** Sets a web hook, so that the bot cannot be polled. */
  public synchronized void setWebHook() {
    webHook = true;
  }

  /** As after a quiet week: the next updates count from another number. */
  public synchronized void countFrom(long updateId) {
    nextUpdate = updateId;
  }

  /**
   * The texts that were delivered.
   *
   * @return oldest first; a photo's is its caption
   */
  public synchronized List<String> answers() {
    return answers.stream()
        .map(fields -> fields.getOrDefault("text", fields.getOrDefault("caption", "")))
        .toList();
  }

  /**
   * All that was delivered.
   *
   * @return the fields of each call, with its {@code method}
   */
  public synchronized List<Map<String, String>> calls() {
    return List.copyOf(answers);
  }

  @Override
  protected synchronized Answer answer(Request request) {
    String path = request.path();
    String bot = "/bot" + TOKEN + "/";
    if (path.startsWith("/file" + bot)) {
      byte[] file = files.get(path.substring(path.lastIndexOf('/') + 1));
      return file == null ? error(404, "Not Found") : new Answer(200, Map.of(), file);
    } else if (!path.startsWith(bot)) {
      return path.matches("/bot[0-9]+:[A-Za-z0-9_-]{35}/.*")
          ? error(401, "Unauthorized")
          : error(404, "Not Found");
    }
    return switch (path.substring(bot.length())) {
      case "getUpdates" -> getUpdates(request.query());
      case "getFile" -> getFile(request.query().getOrDefault("file_id", ""));
      case "sendMessage", "sendPhoto" -> send(path.substring(bot.length()), fields(request));
      default -> error(404, "Not Found");
    };
  }

  private Answer getUpdates(Map<String, String> query) {
    if (webHook) {
      return error(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to"
              + " delete the webhook first");
    }
    String offset = query.get("offset");
    if (offset != null) {
      updates.headMap(Long.parseLong(offset)).clear();
    }
    List<String> allowed = new ArrayList<>();
    MAPPER.readTree(query.get("allowed_updates")).forEach(kind -> allowed.add(kind.asString()));
    ArrayNode page = MAPPER.createArrayNode();
    updates.values().stream()
        .filter(update -> allowed.stream().anyMatch(update::has))
        .limit(Math.min(100, Long.parseLong(query.getOrDefault("limit", "100"))))
        .forEach(page::add);
    return ok(page);
  }

  private Answer getFile(String fileId) {
    byte[] file = files.get(fileId);
    if (file == null) {
      return error(400, "Bad Request: wrong file_id or the file is temporarily unavailable");
    }
    return ok(
        MAPPER
            .createObjectNode()
            .put("file_id", fileId)
            .put("file_size", file.length)
            .put("file_path", "documents/" + fileId));
  }

  private Answer send(String method, Map<String, String> fields) {
    String chat = fields.getOrDefault("chat_id", "");
    String words = fields.getOrDefault("text", fields.getOrDefault("caption", ""));
    if (movedTo.containsKey(chat)) {
      ObjectNode moved = failure(400, "Bad Request: group chat was upgraded to a supergroup chat");
      moved.putObject("parameters").put("migrate_to_chat_id", Long.parseLong(movedTo.get(chat)));
      return Answer.json(400, moved.toString());
    } else if (blockedBy.contains(chat)) {
      return error(403, "Forbidden: bot was blocked by the user");
    } else if (method.equals("sendMessage") && words.isEmpty()) {
      return error(400, "Bad Request: message text is empty");
    } else if (words.length() > (method.equals("sendMessage") ? 4096 : 1024)) {
      return error(400, "Bad Request: message is too long");
    } else if (method.equals("sendPhoto") && !fields.containsKey("photo")) {
      return error(400, "Bad Request: there is no photo in the request");
    }
    Map<String, String> kept = new TreeMap<>(fields);
    kept.put("method", method);
    answers.add(kept);
    ObjectNode sent = MAPPER.createObjectNode().put("message_id", nextMessage++);
    sent.putObject("chat").put("id", Long.parseLong(chat));
    return ok(sent.put("date", clock.instant().getEpochSecond()).put("text", words));
  }

  private static Map<String, String> fields(Request request) {
    String type = request.headers().getOrDefault("content-type", "");
    Map<String, String> fields = new TreeMap<>();
    if (type.startsWith("multipart/form-data; boundary=")) {
      String whole = new String(request.body(), StandardCharsets.ISO_8859_1);
      for (String part : whole.split("--" + type.substring(type.indexOf('=') + 1), -1)) {
        int name = part.indexOf("name=\"");
        int start = part.indexOf("\r\n\r\n");
        if (name >= 0 && start >= 0) {
          byte[] value =
              part.substring(start + 4, part.length() - 2).getBytes(StandardCharsets.ISO_8859_1);
          fields.put(
              part.substring(name + 6, part.indexOf('"', name + 6)),
              part.contains("filename=\"")
                  ? value.length + " bytes"
                  : new String(value, StandardCharsets.UTF_8));
        }
      }
      return fields;
    }
    for (String pair : request.text().split("&", -1)) {
      String[] both = pair.split("=", 2);
      fields.put(
          URLDecoder.decode(both[0], StandardCharsets.UTF_8),
          URLDecoder.decode(both[1], StandardCharsets.UTF_8));
    }
    return fields;
  }

  @Override
  protected synchronized Answer limited(@Nullable Instant ends) {
    ObjectNode answer = failure(429, "Too Many Requests: retry later");
    if (ends != null) {
      long seconds = Duration.between(clock.instant(), ends).toSeconds();
      answer.putObject("parameters").put("retry_after", seconds);
    }
    return Answer.json(429, answer.toString());
  }

  @Override
  protected Answer expired() {
    return error(401, "Unauthorized");
  }

  private static Answer ok(JsonNode result) {
    ObjectNode answer = Json.object().put("ok", true);
    answer.set("result", result);
    return Answer.json(200, answer.toString());
  }

  private static Answer error(int status, String description) {
    return Answer.json(status, failure(status, description).toString());
  }

  private static ObjectNode failure(int status, String description) {
    return Json.object().put("ok", false).put("error_code", status).put("description", description);
  }
}
