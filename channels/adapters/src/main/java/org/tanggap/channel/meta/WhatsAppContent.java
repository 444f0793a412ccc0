package org.tanggap.channel.meta;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Report;
import org.tanggap.jurisdiction.LocationEvidence;
import tools.jackson.databind.JsonNode;

/** What a message of WhatsApp says (WhatsApp Cloud API, "messages webhook reference"). */
final class WhatsAppContent {

  /** What stands before the media id in the reference of a photo. */
  static final String REFERENCE = "whatsapp:";

  private static final Set<String> TAKEN =
      Set.of("text", "image", "location", "button", "interactive");

  private static final String MEDIA_ID = "[0-9A-Za-z_-]{1,128}";

  private WhatsAppContent() {}

  static boolean isTaken(String type) {
    return TAKEN.contains(type);
  }

  /** The words, photo or place of a message; null if it has none of them. */
  static @Nullable Report reportOrNull(JsonNode message) {
    String type = Json.text(message.path("type"));
    JsonNode content = message.path(type);
    return switch (type) {
      case "text" -> wordsOrNull(content.path("body"));
      case "button" -> wordsOrNull(content.path("text"));
      case "interactive" -> choiceOrNull(content);
      case "image" -> imageOrNull(content);
      case "video", "document" -> captionOrNull(content);
      case "location" -> content.isObject() ? place(content) : null;
      default -> null;
    };
  }

  private static @Nullable Report wordsOrNull(JsonNode words) {
    return words.isString() ? Report.of(words.asString()) : null;
  }

  /** The title of a button or of a line in a list, with the line's description. */
  private static @Nullable Report choiceOrNull(JsonNode interactive) {
    JsonNode choice = interactive.path(Json.text(interactive.path("type")));
    String words =
        joined(GraphJson.words(choice.path("title")), GraphJson.words(choice.path("description")));
    return words.isBlank() ? null : Report.of(words);
  }

  private static @Nullable Report imageOrNull(JsonNode image) {
    String id = Json.text(image.path("id"));
    Report caption = Report.of(GraphJson.words(image.path("caption")));
    if (id.matches(MEDIA_ID)) {
      return caption.withPhotos(List.of(Photo.of(REFERENCE + id)));
    }
    return caption.isEmpty() ? null : caption;
  }

  /** What was written with a file that cannot be taken. */
  private static @Nullable Report captionOrNull(JsonNode file) {
    String caption = GraphJson.words(file.path("caption"));
    return caption.isBlank() ? null : Report.of(caption);
  }

  private static Report place(JsonNode location) {
    String words =
        joined(GraphJson.words(location.path("name")), GraphJson.words(location.path("address")));
    return Report.of(words)
        .withPlace(
            LocationEvidence.coordinates(
                Json.number(location.path("latitude")),
                Json.number(location.path("longitude")),
                LocationEvidence.Source.SHARED_PIN,
                null));
  }

  private static String joined(String first, String second) {
    return first.isBlank() || second.isBlank() ? first + second : first + "\n" + second;
  }

  /**
   * What a message is that cannot be taken. Error 131051 comes in place of a message that the
   * sender has deleted as well as of one whose type the API does not hand over, under the id of
   * that message; nothing tells the two apart, so a report is never withdrawn for it.
   */
  static String unsupported(JsonNode message) {
    String type = Json.text(message.path("type"));
    String hidden = Json.text(message.path("unsupported").path("type"));
    String code = Json.text(message.path("errors").path(0).path("code"));
    if (code.matches("[0-9]{1,7}")) {
      return "a message that WhatsApp does not hand over (error "
          + code
          + (isName(hidden) ? ", " + hidden : "")
          + "): unknown to it, or deleted";
    }
    return isName(type) ? "a message of type " + type : "a message of an unknown type";
  }

  private static boolean isName(String text) {
    return text.matches("[a-z_]{1,40}");
  }
}
