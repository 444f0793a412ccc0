package org.tanggap.channel.x;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Conversation;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.LocationEvidence.Problem;
import org.tanggap.jurisdiction.LocationEvidence.Source;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Makes messages of posts (X API v2, "Data dictionary"). Pure. */
final class XMessages {

  private final AccountId account;
  private final String userId;

  XMessages(AccountId account, String userId) {
    this.account = account;
    this.userId = userId;
  }

  static boolean isId(String text) {
    return text.matches("[0-9]{1,20}");
  }

  MessageKey key(String id) {
    return new MessageKey(account, id);
  }

  /** One message for each post of an answer, oldest first. */
  List<ChannelMessage> timeline(JsonNode answer) {
    List<ChannelMessage> messages = new ArrayList<>();
    for (JsonNode post : answer.path("data")) {
      messages.add(0, message(post, answer.path("includes")));
    }
    return messages;
  }

  /** The one message of a post. */
  ChannelMessage message(JsonNode post, JsonNode includes) {
    String id = Json.text(post.path("id"));
    if (!isId(id)) {
      return new ChannelMessage.Malformed(nameless(post), "a post without an id");
    }
    if (isOwn(post)) {
      return new ChannelMessage.Ignored(id, ChannelMessage.Ignored.Reason.OWN_MESSAGE);
    }
    if (reference(post, "retweeted") != null) {
      return new ChannelMessage.Ignored(id, ChannelMessage.Ignored.Reason.REACTION);
    }
    Report report = report(post, includes);
    if (report.isEmpty()) {
      return new ChannelMessage.Unsupported(id, "a post without words and photos");
    }
    String first = firstEdition(post, id);
    Conversation conversation =
        Conversation.NONE
            .answering(answered(post, includes))
            .withHint(new XHint(id, isSummoned(post, includes), videos(post, includes)).text());
    return first.equals(id)
        ? new ChannelMessage.NewReport(key(id), report, conversation)
        : new ChannelMessage.Edited(key(first), id, report, conversation);
  }

  /** The same name each time it comes, without a word of it. */
  static String nameless(JsonNode node) {
    return "hash-" + UUID.nameUUIDFromBytes(node.toString().getBytes(StandardCharsets.UTF_8));
  }

  boolean isOwn(JsonNode post) {
    return Json.text(post.path("author_id")).equals(userId);
  }

  /** Each edit has an id of its own; the first of the history names the post. */
  static String firstEdition(JsonNode post, String id) {
    String first = Json.text(post.path("edit_history_tweet_ids").path(0));
    return isId(first) ? first : id;
  }

  private @Nullable MessageKey answered(JsonNode post, JsonNode includes) {
    String id = reference(post, "replied_to");
    return id == null ? null : key(firstEdition(included(includes, "tweets", "id", id), id));
  }

  /** Whether the author mentioned the account or quoted one of its posts. */
  boolean isSummoned(JsonNode post, JsonNode includes) {
    for (JsonNode mention : post.path("entities").path("mentions")) {
      if (Json.text(mention.path("id")).equals(userId)) {
        return true;
      }
    }
    for (JsonNode mention : post.path("note_tweet").path("entities").path("mentions")) {
      if (Json.text(mention.path("id")).equals(userId)) {
        return true;
      }
    }
    String quoted = reference(post, "quoted");
    return quoted != null && isOwn(included(includes, "tweets", "id", quoted));
  }

  /** Whether a post has to do with the account at all. */
  boolean concerns(JsonNode post, JsonNode includes) {
    return isSummoned(post, includes) || Json.text(post.path("in_reply_to_user_id")).equals(userId);
  }

  /** Whether the post refers to a place or picture that did not come with it. */
  static boolean isIncomplete(JsonNode post, JsonNode includes) {
    String place = Json.text(post.path("geo").path("place_id"));
    boolean placeless = included(includes, "places", "id", place).path("geo").isMissingNode();
    if (!place.isEmpty() && placeless && coordinates(post).isMissingNode()) {
      return true;
    }
    for (JsonNode media : post.path("attachments").path("media_keys")) {
      if (included(includes, "media", "media_key", Json.text(media)).isMissingNode()) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String reference(JsonNode post, String type) {
    for (JsonNode reference : post.path("referenced_tweets")) {
      String id = Json.text(reference.path("id"));
      if (type.equals(Json.text(reference.path("type"))) && isId(id)) {
        return id;
      }
    }
    return null;
  }

  private static JsonNode included(JsonNode includes, String list, String name, String value) {
    for (JsonNode node : includes.path(list)) {
      if (Json.text(node.path(name)).equals(value)) {
        return node;
      }
    }
    return MissingNode.getInstance();
  }

  private static Report report(JsonNode post, JsonNode includes) {
    return new Report(
        text(post),
        location(post, includes),
        null,
        photos(post, includes),
        Json.timeOrNull(post.path("created_at")),
        reporter(post, includes));
  }

  /** A long post is whole only in its note; three signs come as HTML writes them. */
  static String text(JsonNode post) {
    String note = words(post.path("note_tweet").path("text"));
    String text = note.isEmpty() ? words(post.path("text")) : note;
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static String words(JsonNode node) {
    return node.isString() ? node.asString() : "";
  }

  private static @Nullable Reporter reporter(JsonNode post, JsonNode includes) {
    String author = Json.text(post.path("author_id"));
    JsonNode user = included(includes, "users", "id", author);
    return !isId(author) ? null : new Reporter(author, Json.textOrNull(user.path("name")));
  }

  private static List<Photo> photos(JsonNode post, JsonNode includes) {
    List<Photo> photos = new ArrayList<>();
    for (JsonNode mediaKey : post.path("attachments").path("media_keys")) {
      JsonNode media = included(includes, "media", "media_key", Json.text(mediaKey));
      String url = Json.text(media.path(isPhoto(media) ? "url" : "preview_image_url"));
      if (!url.isEmpty() && url.length() <= 2_000) {
        photos.add(Photo.of(url));
      }
    }
    return photos;
  }

  private static int videos(JsonNode post, JsonNode includes) {
    int videos = 0;
    for (JsonNode mediaKey : post.path("attachments").path("media_keys")) {
      JsonNode media = included(includes, "media", "media_key", Json.text(mediaKey));
      videos += media.isMissingNode() || isPhoto(media) ? 0 : 1;
    }
    return videos;
  }

  private static boolean isPhoto(JsonNode media) {
    return "photo".equals(Json.text(media.path("type")));
  }

  private static JsonNode coordinates(JsonNode post) {
    JsonNode coordinates = post.path("geo").path("coordinates").path("coordinates");
    return coordinates.isArray() ? coordinates : MissingNode.getInstance();
  }

  /** A point, which only old posts have, or the box of the place; GeoJSON says longitude first. */
  private static LocationEvidence location(JsonNode post, JsonNode includes) {
    JsonNode point = coordinates(post);
    if (point.isArray()) {
      return LocationEvidence.coordinates(
          Json.number(point.path(1)), Json.number(point.path(0)), Source.DEVICE_GPS, null);
    }
    String place = Json.text(post.path("geo").path("place_id"));
    JsonNode box = included(includes, "places", "id", place).path("geo").path("bbox");
    return place.isEmpty() || !box.isArray() ? LocationEvidence.none() : box(box);
  }

  private static LocationEvidence box(JsonNode box) {
    LocationEvidence southWest = corner(box.path(1), box.path(0));
    LocationEvidence northEast = corner(box.path(3), box.path(2));
    if (!(southWest instanceof LocationEvidence.Point low)) {
      return southWest;
    }
    if (!(northEast instanceof LocationEvidence.Point high)) {
      return northEast;
    }
    boolean turned =
        low.position().latitude() > high.position().latitude()
            || low.position().longitude() > high.position().longitude();
    return turned
        ? new LocationEvidence.Unusable(Problem.OUT_OF_RANGE)
        : new LocationEvidence.Box(low.position(), high.position());
  }

  private static LocationEvidence corner(JsonNode latitude, JsonNode longitude) {
    return LocationEvidence.coordinates(
        Json.number(latitude), Json.number(longitude), Source.UNKNOWN, null);
  }
}
