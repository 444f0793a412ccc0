package org.tanggap.channel.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.Discretion;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import org.tanggap.jurisdiction.LocationEvidence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a message (Bot API, {@code Message}) says and shows.
 *
 * @param message the message
 * @param words its text, its caption, or the name and address of the place that was chosen
 * @param place its pin
 * @param pictures the ids of its pictures
 * @param isPictureFile whether the picture came as a file, in which place and time still stand
 */
record TelegramContent(
    JsonNode message,
    String words,
    LocationEvidence place,
    List<Photo> pictures,
    boolean isPictureFile) {

  /** What stands before the id of a file in the reference of a photo. */
  static final String REFERENCE = "telegram:";

  /** In this order: an animation comes as a document too. */
  private static final List<String> OTHER =
      List.of(
          "animation",
          "audio",
          "voice",
          "video",
          "video_note",
          "sticker",
          "contact",
          "poll",
          "dice",
          "game",
          "story",
          "paid_media",
          "invoice",
          "checklist",
          "giveaway",
          "document");

  static TelegramContent of(JsonNode message) {
    List<Photo> pictures = new ArrayList<>();
    JsonNode document = message.path("document");
    boolean file = isPicture(document) && !message.has("animation");
    add(pictures, file ? document : largest(message.path("photo")));
    return new TelegramContent(message, words(message), place(message), pictures, file);
  }

  private static boolean isPicture(JsonNode document) {
    double size = Json.number(document.path("file_size"));
    return Json.text(document.path("mime_type")).startsWith("image/")
        && !Json.text(document.path("file_id")).isEmpty()
        && !(size > TelegramApi.MAX_FILE_BYTES);
  }

  /** Of the sizes in which Telegram keeps a photo, the one with the most pixels. */
  private static JsonNode largest(JsonNode sizes) {
    JsonNode largest = sizes.path(0);
    for (JsonNode size : sizes) {
      largest = pixels(size) > pixels(largest) ? size : largest;
    }
    return largest;
  }

  private static double pixels(JsonNode size) {
    return Json.number(size.path("width")) * Json.number(size.path("height"));
  }

  private static void add(List<Photo> pictures, JsonNode file) {
    String reference = REFERENCE + Json.text(file.path("file_id"));
    if (reference.length() > REFERENCE.length() && reference.length() <= 2_000) {
      pictures.add(Photo.of(reference));
    }
  }

  private static String words(JsonNode message) {
    JsonNode venue = message.path("venue");
    return Stream.of(
            message.path("text"),
            message.path("caption"),
            venue.path("title"),
            venue.path("address"))
        .filter(JsonNode::isString)
        .map(JsonNode::asString)
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining("\n"));
  }

  private static LocationEvidence place(JsonNode message) {
    JsonNode pin =
        message.has("location") ? message.path("location") : message.path("venue").path("location");
    if (!pin.isObject()) {
      return LocationEvidence.none();
    }
    double accuracy = Json.number(pin.path("horizontal_accuracy"));
    return LocationEvidence.coordinates(
        Json.number(pin.path("latitude")),
        Json.number(pin.path("longitude")),
        LocationEvidence.Source.SHARED_PIN,
        Double.isNaN(accuracy) ? null : accuracy);
  }

  boolean isEmpty() {
    return words.isEmpty() && pictures.isEmpty() && place instanceof LocationEvidence.None;
  }

  /** What the message holds instead of something that can be taken. */
  String leftOut() {
    return OTHER.stream()
        .filter(message::has)
        .findFirst()
        .map(kind -> "a message with " + kind)
        .orElse("a message of a kind that is not known");
  }

  Report toReport(@Nullable Reporter person) {
    return new Report(
        words,
        place,
        null,
        pictures,
        Json.epochSecondsOrNull(message.path("date")),
        person,
        Discretion.NONE);
  }

  /** The message without what others wrote and what only decorates it, to be kept for a while. */
  static ObjectNode abridged(JsonNode message) {
    ObjectNode copy = Json.object();
    for (String name :
        List.of(
            "message_id",
            "from",
            "sender_chat",
            "chat",
            "date",
            "caption",
            "document",
            "is_topic_message",
            "message_thread_id")) {
      if (message.has(name)) {
        copy.set(name, message.path(name));
      }
    }
    TelegramAddressing.findAnswered(message)
        .ifPresent(
            answered -> {
              ObjectNode reply = copy.putObject("reply_to_message");
              reply.set("message_id", answered.path("message_id"));
              reply.set("chat", answered.path("chat"));
            });
    return copy;
  }
}
