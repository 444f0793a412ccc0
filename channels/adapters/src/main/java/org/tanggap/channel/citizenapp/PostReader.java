package org.tanggap.channel.citizenapp;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.MessageFate;
import org.tanggap.channel.PushVerdict;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.responsibility.Category;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the app's posts. Any bytes give messages or a refusal, never an exception. */
final class PostReader {

  private static final int MAX_POSTS = 1_000;
  private static final int MAX_PHOTOS = 20;

  private final AccountId account;
  private final ZoneId zone;
  private final JsonMapper mapper =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(32)
                      .maxStringLength(1 << 16)
                      .maxNumberLength(40)
                      .build())
              .build());

  PostReader(AccountId account, ZoneId zone) {
    this.account = account;
    this.zone = zone;
  }

  PushVerdict read(byte[] body) {
    JsonNode root;
    try {
      root = mapper.readTree(body);
    } catch (JacksonException e) {
      return CitizenApp.refused(400, "the body is no JSON");
    }
    JsonNode posts = root.isObject() && root.path("posts").isArray() ? root.path("posts") : root;
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

  private ChannelMessage toMessage(JsonNode post) {
    String id = text(post.path("post_id"));
    if (!MessageKey.isExternalId(id)) {
      return new ChannelMessage.Malformed(
          "a post without an id", "each post needs a \"post_id\" of 1 to 255 characters");
    }
    return new ChannelMessage.NewReport(new MessageKey(account, id), toReport(post));
  }

  private Report toReport(JsonNode post) {
    String title = text(post.path("title"));
    String description = text(post.path("description"));
    String category = text(post.path("category")).toLowerCase(Locale.ROOT);
    String user = text(post.path("user").path("id"));
    return new Report(
        title.isEmpty() || description.isEmpty() ? title + description : title + "\n" + description,
        location(post),
        Category.isCode(category) ? Category.of(category) : null,
        photos(post.path("photos")),
        time(text(post.path("timestamp"))),
        user.isEmpty()
            ? null
            : new Reporter(user, emptyToNull(text(post.path("user").path("name")))));
  }

  private static LocationEvidence location(JsonNode post) {
    JsonNode location = post.path("location");
    JsonNode latitude = location.isObject() ? location.path("lat") : post.path("loc_lat");
    JsonNode longitude = location.isObject() ? location.path("lng") : post.path("loc_lng");
    if (isAbsent(latitude) && isAbsent(longitude)) {
      return LocationEvidence.none();
    }
    double accuracy = number(location.path("accuracy"));
    return LocationEvidence.coordinates(
        number(latitude),
        number(longitude),
        LocationEvidence.Source.DEVICE_GPS,
        Double.isNaN(accuracy) ? null : accuracy);
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull() || (node.isString() && text(node).isEmpty());
  }

  /** A number, also where it is written as text; otherwise NaN. */
  private static double number(JsonNode node) {
    try {
      return node.isNumber() || node.isString() ? Double.parseDouble(node.asString()) : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static List<Photo> photos(JsonNode list) {
    List<Photo> photos = new ArrayList<>();
    for (JsonNode reference : list) {
      String text = text(reference);
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

  private static String text(JsonNode node) {
    return node.isString() || node.isNumber() ? node.asString().strip() : "";
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }

  static String acknowledgement(List<MessageFate> fates) {
    ArrayNode answers = JsonMapper.shared().createArrayNode();
    for (MessageFate fate : fates) {
      ObjectNode answer = answers.addObject();
      answer.put("created", fate.kind() == MessageFate.Kind.STORED);
      answer.put("outcome", fate.kind().name().toLowerCase(Locale.ROOT));
      answer.put("complaint", fate.reference());
    }
    return answers.toString();
  }
}
