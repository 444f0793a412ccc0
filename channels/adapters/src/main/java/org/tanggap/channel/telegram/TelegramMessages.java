package org.tanggap.channel.telegram;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.ChannelMessage.Ignored;
import org.tanggap.channel.ChannelMessage.Ignored.Reason;
import org.tanggap.channel.ChannelMessage.Malformed;
import org.tanggap.channel.ChannelMessage.Unsupported;
import org.tanggap.channel.Conversation;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Reporter;
import tools.jackson.databind.JsonNode;

/**
 * What an update means. One update (Bot API, {@code Update}) is one value; any JSON gives one, and
 * nothing is thrown.
 */
final class TelegramMessages {

  /** What Telegram adds to chats by itself, in the words of the fields of {@code Message}. */
  private static final Pattern SERVICE =
      Pattern.compile(
          "new_chat_.*|left_chat_member|delete_chat_photo|(?:super)?group_chat_created"
              + "|channel_chat_created|message_auto_delete_timer_changed|migrate_.*"
              + "|pinned_message|(?:successful|refunded)_payment|users?_shared|chat_shared"
              + "|connected_website|write_access_allowed|passport_data|web_app_data"
              + "|proximity_alert_triggered|boost_added|chat_background_set|checklist_tasks_.*"
              + "|(?:general_)?forum_topic_.*|giveaway_(?:created|completed)"
              + "|video_chat_.*|direct_message_price_changed|paid_message_price_changed"
              + "|gift|unique_gift");

  private static final Pattern COMMAND =
      Pattern.compile("/([A-Za-z0-9_]{1,32})(?:@[A-Za-z0-9_]+)?");

  /** A link such as t.me/TebetBot?start=poster7 opens the chat in this way. */
  private static final Pattern START = Pattern.compile("/start(?: [A-Za-z0-9_-]{1,64})?");

  private final AccountId account;
  private final String botId;
  private final TelegramAddressing addressing;

  TelegramMessages(AccountId account, String botId, TelegramAddressing addressing) {
    this.account = account;
    this.botId = botId;
    this.addressing = addressing;
  }

  ChannelMessage read(JsonNode update) {
    String id = Json.text(update.path("update_id"));
    if (!id.matches("[0-9]{1,17}")) {
      return new Malformed("update " + hash(update), "an update needs a number as \"update_id\"");
    }
    String where = "update " + id;
    if (update.has("message")) {
      return readMessage(where, update.path("message"), null);
    } else if (update.has("edited_message")) {
      JsonNode message = update.path("edited_message");
      String edition = Json.text(message.path("edit_date"));
      return readMessage(where, message, edition.matches("[0-9]{1,20}") ? edition : where);
    } else if (update.has("my_chat_member")) {
      return membership(where, update.path("my_chat_member"));
    } else if (update.size() < 2) {
      return new Malformed(where, "the update holds nothing");
    }
    boolean reaction = update.has("message_reaction") || update.has("message_reaction_count");
    return new Ignored(where, reaction ? Reason.REACTION : Reason.NOT_FOR_US);
  }

  private static String hash(JsonNode update) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(update.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** In a private chat a citizen blocks the bot or takes it back; in a group it comes and goes. */
  private static ChannelMessage membership(String where, JsonNode change) {
    String status = Json.text(change.path("new_chat_member").path("status"));
    Reporter person = person(change);
    if (!isPrivate(change) || person == null || !status.matches("member|kicked")) {
      return new Ignored(where, Reason.NOT_FOR_US);
    }
    return new ChannelMessage.AnswersWanted(person, status.equals("member"));
  }

  private ChannelMessage readMessage(String where, JsonNode message, @Nullable String edition) {
    Optional<MessageKey> found = findKey(message);
    if (found.isEmpty()) {
      return new Malformed(where, "the message has no id, or its chat has no id or type");
    }
    MessageKey key = found.get();
    String id = key.externalId();
    JsonNode from = message.path("from");
    if (Json.text(from.path("id")).equals(botId)) {
      return new Ignored(id, Reason.OWN_MESSAGE);
    } else if (from.path("is_bot").asBoolean(false) && !message.has("sender_chat")) {
      return new Ignored(id, Reason.AUTO_REPLY);
    } else if (isService(message) || !(isPrivate(message) || addressing.isForUs(message))) {
      return new Ignored(id, Reason.NOT_FOR_US);
    }
    Optional<ChannelMessage> command =
        isPrivate(message) ? findCommand(id, message) : Optional.empty();
    return command.orElseGet(() -> content(key, message, edition));
  }

  private Optional<MessageKey> findKey(JsonNode message) {
    String chat = Json.text(message.path("chat").path("id"));
    String id = Json.text(message.path("message_id"));
    boolean valid = chat.matches("-?[0-9]{1,20}") && id.matches("[0-9]{1,20}");
    return valid && !Json.text(message.path("chat").path("type")).isEmpty()
        ? Optional.of(new MessageKey(account, chat + ":" + id))
        : Optional.empty();
  }

  private static boolean isService(JsonNode message) {
    return message.path("is_automatic_forward").asBoolean(false)
        || message.propertyNames().stream().anyMatch(name -> SERVICE.matcher(name).matches());
  }

  private static boolean isPrivate(JsonNode message) {
    return Json.text(message.path("chat").path("type")).equals("private");
  }

  /** A command alone says nothing of a complaint; with words behind it, it is one. */
  private static Optional<ChannelMessage> findCommand(String id, JsonNode message) {
    String text = Json.text(message.path("text"));
    Matcher command = COMMAND.matcher(text);
    Reporter person = person(message);
    if (START.matcher(text).matches() && person != null) {
      return Optional.of(new ChannelMessage.AnswersWanted(person, true));
    } else if (!command.matches()) {
      return Optional.empty();
    }
    return command.group(1).equals("stop") && person != null
        ? Optional.of(new ChannelMessage.AnswersWanted(person, false))
        : Optional.of(new Ignored(id, Reason.NOT_FOR_US));
  }

  private ChannelMessage content(MessageKey key, JsonNode message, @Nullable String edition) {
    TelegramContent content = TelegramContent.of(message);
    if (content.isEmpty()) {
      return new Unsupported(key.externalId(), content.leftOut());
    } else if (edition != null) {
      return new ChannelMessage.Edited(
          key, edition, content.toReport(person(message)), conversation(message));
    } else if (content.isPictureFile()) {
      String hint = TelegramContent.abridged(message).toString();
      if (hint.length() <= 65_536) {
        return new ChannelMessage.NeedsFetch(key, hint);
      }
    }
    return findReport(message).orElseThrow();
  }

  /** The message as a report, without what its picture says of itself. */
  Optional<ChannelMessage.NewReport> findReport(JsonNode message) {
    return findKey(message)
        .map(
            key ->
                new ChannelMessage.NewReport(
                    key,
                    TelegramContent.of(message).toReport(person(message)),
                    conversation(message)));
  }

  /** Who wrote it; nobody, where somebody wrote in the name of a group or a channel. */
  private static @Nullable Reporter person(JsonNode message) {
    JsonNode from = message.path("from");
    String id = Json.text(from.path("id"));
    if (id.isEmpty() || message.has("sender_chat")) {
      return null;
    }
    List<String> names = new ArrayList<>();
    for (String part : List.of("first_name", "last_name")) {
      String name = Json.text(from.path(part));
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return new Reporter(id, names.isEmpty() ? null : String.join(" ", names));
  }

  private Conversation conversation(JsonNode message) {
    boolean topic = message.path("is_topic_message").asBoolean(false);
    String thread = topic ? Json.text(message.path("message_thread_id")) : "";
    return Conversation.CHAT
        .answering(TelegramAddressing.findAnswered(message).flatMap(this::findKey).orElse(null))
        .withHint(thread.matches("[0-9]{1,20}") ? "thread=" + thread : "");
  }
}
