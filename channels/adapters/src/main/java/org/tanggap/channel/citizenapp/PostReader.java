package org.tanggap.channel.citizenapp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.ChannelMessage.Malformed;
import org.tanggap.channel.Conversation;
import org.tanggap.channel.MessageFate;
import org.tanggap.channel.PushVerdict;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.responsibility.Category;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Reads the app's posts. Any bytes give messages or a refusal, never an exception. */
final class PostReader {

  static final int MAX_POSTS = 1_000;

  private static final int MAX_PHOTOS = 20;
  private static final int MAX_TEXT = 1 << 16;

  private final AccountId account;
  private final ZoneId zone;
  private final String ownUser;

  PostReader(AccountId account, ZoneId zone, String ownUser) {
    this.account = account;
    this.zone = zone;
    this.ownUser = ownUser;
  }

  PushVerdict read(byte[] body) {
    Optional<JsonNode> root = Json.find(body);
    if (root.isEmpty()) {
      return CitizenApp.refused(400, "the body is no JSON");
    }
    JsonNode posts = postsIn(root.get());
    if (!posts.isObject() && !posts.isArray()) {
      return CitizenApp.refused(400, "the body is no post and no list of posts");
    }
    if (posts.isArray() && posts.size() > MAX_POSTS) {
      return CitizenApp.refused(413, "more than " + MAX_POSTS + " posts at once");
    }
    List<ChannelMessage> messages = new ArrayList<>();
    for (JsonNode post : posts.isArray() ? posts : List.of(posts)) {
      messages.add(toMessage(post));
    }
    return new PushVerdict.Genuine(messages);
  }

  static JsonNode postsIn(JsonNode root) {
    return root.path("posts").isArray() ? root.path("posts") : root;
  }

  ChannelMessage toMessage(JsonNode post) {
    String id = Json.text(post.path("post_id"));
    if (!MessageKey.isExternalId(id)) {
      return new Malformed(
          "a post without an id, " + hash(post),
          "each post needs a \"post_id\" of 1 to 255 characters");
    }
    MessageKey key = new MessageKey(account, id);
    String user = Json.text(post.path("user").path("id"));
    String edition = Json.text(post.path("updated_at"));
    if (!ownUser.isEmpty() && user.equals(ownUser)) {
      return new ChannelMessage.Ignored(id, ChannelMessage.Ignored.Reason.OWN_MESSAGE);
    } else if (post.path("deleted").asBoolean(false)) {
      return new ChannelMessage.Deleted(key);
    } else if (isTooLong(post)) {
      return new Malformed(id, "a text of the post is longer than " + MAX_TEXT + " characters");
    } else if (edition.length() > 64) {
      return new Malformed(id, "\"updated_at\" is longer than 64 characters");
    }
    Report report = toReport(post, id);
    return edition.isEmpty() || edition.equals(written(post))
        ? new ChannelMessage.NewReport(key, report)
        : new ChannelMessage.Edited(key, edition, report, Conversation.NONE);
  }

  private static String hash(JsonNode post) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(post.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static boolean isTooLong(JsonNode post) {
    return List.of(
            title(post),
            description(post),
            Json.text(post.path("user").path("id")),
            Json.text(post.path("user").path("name")),
            Json.text(post.path("profile_name")))
        .stream()
        .anyMatch(text -> text.length() > MAX_TEXT);
  }

  /** The first of the names under which a field is known; the second is Qlue's. */
  private static JsonNode field(JsonNode post, String name, String qlue) {
    return isAbsent(post.path(name)) ? post.path(qlue) : post.path(name);
  }

  private static String title(JsonNode post) {
    return Json.text(field(post, "title", "post_title"));
  }

  private static String description(JsonNode post) {
    return Json.text(field(post, "description", "post_desc"));
  }

  private static String written(JsonNode post) {
    return Json.text(field(post, "timestamp", "post_date"));
  }

  private Report toReport(JsonNode post, String id) {
    String title = title(post);
    String description = description(post);
    String category = Json.text(post.path("category")).toLowerCase(Locale.ROOT);
    return new Report(
        title.isEmpty() || description.isEmpty() ? title + description : title + "\n" + description,
        location(post),
        Category.isCode(category) ? Category.of(category) : null,
        photos(field(post, "photos", "post_images")),
        time(written(post)),
        person(post, id));
  }

  /** A name without an id is no account: it stands for the writer of this post alone. */
  private static @Nullable Reporter person(JsonNode post, String postId) {
    String user = Json.text(post.path("user").path("id"));
    String profile = Json.text(post.path("profile_name"));
    if (!user.isEmpty()) {
      return new Reporter(user, Json.textOrNull(post.path("user").path("name")));
    }
    return profile.isEmpty() ? null : new Reporter("post:" + postId, profile);
  }

  private static LocationEvidence location(JsonNode post) {
    JsonNode location = post.path("location");
    JsonNode latitude = location.isObject() ? location.path("lat") : post.path("loc_lat");
    JsonNode longitude = location.isObject() ? location.path("lng") : post.path("loc_lng");
    if (isAbsent(latitude) && isAbsent(longitude)) {
      return LocationEvidence.none();
    }
    double accuracy = Json.number(location.path("accuracy"));
    return LocationEvidence.coordinates(
        Json.number(latitude),
        Json.number(longitude),
        LocationEvidence.Source.DEVICE_GPS,
        Double.isNaN(accuracy) ? null : accuracy);
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull() || (node.isString() && Json.text(node).isEmpty());
  }

  /** A list of addresses, or one alone. */
  private static List<Photo> photos(JsonNode references) {
    List<Photo> photos = new ArrayList<>();
    for (JsonNode reference : references.isArray() ? references : List.of(references)) {
      String text = Json.text(reference);
      if (!text.isEmpty() && text.length() <= 2_000 && photos.size() < MAX_PHOTOS) {
        photos.add(Photo.of(text));
      }
    }
    return photos;
  }

  /** A time that cannot be read is no reason to lose the post. */
  private @Nullable Instant time(String text) {
    String iso = text.replace(' ', 'T');
    try {
      return OffsetDateTime.parse(iso).toInstant();
    } catch (DateTimeParseException e) {
      try {
        return LocalDateTime.parse(iso).atZone(zone).toInstant();
      } catch (DateTimeParseException noTime) {
        return null;
      }
    }
  }

  static String acknowledgement(List<MessageFate> fates) {
    ArrayNode answers = Json.object().arrayNode();
    for (MessageFate fate : fates) {
      answers
          .addObject()
          .put("created", fate.kind() == MessageFate.Kind.STORED)
          .put("outcome", fate.kind().name().toLowerCase(Locale.ROOT))
          .put("complaint", fate.reference());
    }
    return answers.toString();
  }
}
