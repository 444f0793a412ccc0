package org.tanggap.channel.telegram;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.Picture;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.SentReply;
import org.tanggap.channel.web.Json;
import tools.jackson.databind.JsonNode;

/** Answers to messages: words (Bot API, {@code sendMessage}), a photo ({@code sendPhoto}). */
final class TelegramAnswers {

  /** Bot API, {@code sendMessage}: the longest text. */
  static final int MAX_CHARACTERS = 4_096;

  /** Bot API, {@code sendPhoto}: the longest text under a photo. */
  private static final int MAX_CAPTION = 1_024;

  /** Bot API, "Sending files": the largest photo. */
  private static final int MAX_PHOTO_BYTES = 10 << 20;

  private static final Pattern KEY = Pattern.compile("(-?[0-9]{1,20}):([0-9]{1,20})");
  private static final Pattern THREAD = Pattern.compile("thread=([0-9]{1,20})");

  private final TelegramApi api;
  private final @Nullable PhotoStore photos;

  TelegramAnswers(TelegramApi api, @Nullable PhotoStore photos) {
    this.api = api;
    this.photos = photos;
  }

  static ReplyPermission permission(ReplyTarget to) {
    return KEY.matcher(to.message().externalId()).matches()
        ? ReplyPermission.Allowed.words(MAX_CHARACTERS).withPhotos(1)
        : new ReplyPermission.ByHand("the message has no id of a chat on Telegram");
  }

  SentReply send(Reply reply) {
    Map<String, String> target = target(reply.to());
    if (reply.text().length() > MAX_CHARACTERS) {
      throw refused("an answer on Telegram has at most 4,096 characters");
    } else if (reply.photos().size() > 1) {
      throw refused("an answer on Telegram has at most one photo");
    } else if (reply.photos().isEmpty()) {
      return sendWords(target, reply.text());
    }
    String reference = reply.photos().get(0).reference();
    Optional<Picture> picture = findPicture(reference);
    return reply.text().length() <= MAX_CAPTION
        ? sendPhoto(target, reply.text(), reference, picture)
        : sendBoth(target, reply.text(), reference, picture);
  }

  /** Where the words have arrived and the photo has not, a person looks and sends it. */
  private SentReply sendBoth(
      Map<String, String> target, String text, String reference, Optional<Picture> picture) {
    SentReply words = sendWords(target, text);
    try {
      sendPhoto(target, "", reference, picture);
      return words;
    } catch (ChannelException e) {
      throw new ChannelException(
          Kind.UNCONFIRMED,
          "Telegram took the words and not the photo that went with them",
          null,
          e);
    }
  }

  private SentReply sendWords(Map<String, String> target, String text) {
    return deliver("sendMessage", target, Map.of("text", text), null);
  }

  private SentReply sendPhoto(
      Map<String, String> target, String text, String reference, Optional<Picture> picture) {
    Map<String, String> fields = new TreeMap<>();
    if (!text.isEmpty()) {
      fields.put("caption", text);
    }
    if (picture.isEmpty()) {
      fields.put("photo", reference);
    }
    return deliver("sendPhoto", target, fields, picture.orElse(null));
  }

  /** The bytes; nothing where Telegram has them, or fetches them itself. */
  private Optional<Picture> findPicture(String reference) {
    Optional<Picture> picture = photos == null ? Optional.empty() : photos.find(reference);
    if (picture.isPresent() && picture.get().content().length > MAX_PHOTO_BYTES) {
      throw refused("a photo on Telegram has at most 10 MB");
    } else if (picture.isEmpty() && !reference.toLowerCase(Locale.ROOT).matches("https?://.*")) {
      throw refused("the photo of the answer is not in the photo store");
    }
    return picture;
  }

  private SentReply deliver(
      String method,
      Map<String, String> target,
      Map<String, String> content,
      @Nullable Picture picture) {
    Map<String, String> fields = new TreeMap<>(target);
    fields.putAll(content);
    JsonNode sent = api.deliver(method, fields, picture);
    String id = Json.text(sent.path("chat").path("id")) + ":" + Json.text(sent.path("message_id"));
    return KEY.matcher(id).matches() ? new SentReply(id) : SentReply.WITHOUT_ID;
  }

  private static Map<String, String> target(ReplyTarget to) {
    Matcher key = KEY.matcher(to.message().externalId());
    if (!key.matches()) {
      throw refused("the message has no id of a chat on Telegram");
    }
    Map<String, String> fields = new TreeMap<>();
    fields.put("chat_id", key.group(1));
    fields.put(
        "reply_parameters",
        "{\"message_id\":" + key.group(2) + ",\"allow_sending_without_reply\":true}");
    Matcher thread = THREAD.matcher(to.hint());
    if (thread.matches()) {
      fields.put("message_thread_id", thread.group(1));
    }
    return fields;
  }

  private static ChannelException refused(String why) {
    return ChannelException.of(Kind.NOT_PERMITTED, why);
  }
}
