package org.tanggap.channel.bluesky;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.ChannelMessage.Ignored.Reason;
import org.tanggap.channel.Conversation;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import org.tanggap.jurisdiction.LocationEvidence;
import tools.jackson.databind.JsonNode;

/** Reads notifications: each becomes one message. */
final class BlueskyMessages {

  private static final int MAX_PHOTOS = 20;
  private static final int MAX_LINKS = 20;
  private static final int MAX_LINK_LENGTH = 2_000;
  private static final String IMAGES = "app.bsky.embed.images";

  private final AccountId account;
  private final String images;

  BlueskyMessages(AccountId account, URI imageUrl) {
    this.account = account;
    this.images = imageUrl.toString().replaceFirst("/*$", "/") + "img/feed_fullsize/plain/";
  }

  /** Whether a text is the URI of a post that can be a key. */
  static boolean isPostUri(String text) {
    return text.length() <= 255
        && text.matches("at://did:[a-z]+:[A-Za-z0-9._:%-]+/[A-Za-z0-9.-]+/[A-Za-z0-9._~:-]+");
  }

  /** What to call a notification. */
  static String where(JsonNode notification) {
    String uri = Json.text(notification.path("uri"));
    return isPostUri(uri) ? uri : "notification " + BlueskyCursor.hash(notification.toString());
  }

  ChannelMessage message(JsonNode notification, String ownDid) {
    String where = where(notification);
    return switch (Json.text(notification.path("reason"))) {
      case "mention", "reply", "quote" -> post(where, notification, ownDid);
      case "like", "repost", "follow", "like-via-repost", "repost-via-repost" ->
          new ChannelMessage.Ignored(where, Reason.REACTION);
      case "" -> new ChannelMessage.Malformed(where, "a notification without a reason");
      default -> new ChannelMessage.Ignored(where, Reason.NOT_FOR_US);
    };
  }

  private ChannelMessage post(String where, JsonNode notification, String ownDid) {
    JsonNode record = notification.path("record");
    JsonNode author = notification.path("author");
    String did = Json.text(author.path("did"));
    String cid = Json.text(notification.path("cid"));
    if (!where.startsWith("at://")) {
      return new ChannelMessage.Malformed(where, "a post without a URI");
    } else if (!did.matches("did:[a-z]+:[A-Za-z0-9._:%-]{1,200}")) {
      return new ChannelMessage.Malformed(where, "a post without an author");
    } else if (did.equals(ownDid)) {
      return new ChannelMessage.Ignored(where, Reason.OWN_MESSAGE);
    } else if (isBot(author, did)) {
      return new ChannelMessage.Ignored(where, Reason.AUTO_REPLY);
    } else if (!ThreadPlace.isCid(cid)) {
      return new ChannelMessage.Malformed(where, "a post without a CID");
    } else if (!record.path("text").isString()) {
      return new ChannelMessage.Malformed(where, "a post without a text");
    }
    Report report = report(notification, did);
    if (report.isEmpty() && record.path("embed").isObject()) {
      return new ChannelMessage.Unsupported(where, "a video or another post without words");
    }
    Conversation conversation =
        Conversation.NONE
            .answering(answered(record, ownDid, did))
            .withHint(ThreadPlace.of(notification, where, cid).hint());
    return new ChannelMessage.NewReport(new MessageKey(account, where), report, conversation);
  }

  /** An account that says of itself that a machine runs it. */
  private static boolean isBot(JsonNode author, String did) {
    for (JsonNode label : author.path("labels")) {
      if (Json.text(label.path("val")).equals("bot")
          && Json.text(label.path("src")).equals(did)
          && !label.path("neg").asBoolean(false)) {
        return true;
      }
    }
    return false;
  }

  private Report report(JsonNode notification, String did) {
    JsonNode record = notification.path("record");
    JsonNode author = notification.path("author");
    String name = Json.text(author.path("displayName"));
    String handle = Json.text(author.path("handle"));
    return new Report(
        words(record),
        LocationEvidence.none(),
        null,
        photos(record.path("embed"), did),
        sentAt(notification),
        new Reporter(did, !name.isEmpty() ? name : ThreadPlace.isHandle(handle) ? handle : null));
  }

  /** The text, and the links of which it shows only a part or nothing. */
  private static String words(JsonNode record) {
    List<String> links = new ArrayList<>();
    for (JsonNode facet : record.path("facets")) {
      for (JsonNode feature : facet.path("features")) {
        links.add(Json.text(feature.path("uri")));
      }
    }
    JsonNode media = media(record.path("embed"));
    links.add(Json.text(media.path("external").path("uri")));
    StringBuilder words = new StringBuilder(record.path("text").asString());
    int added = 0;
    for (String link : links) {
      if (link.matches("https?://\\S+")
          && link.length() <= MAX_LINK_LENGTH
          && words.indexOf(link) < 0
          && added++ < MAX_LINKS) {
        words.append(words.isEmpty() ? "" : "\n").append(link);
      }
    }
    return words.toString();
  }

  /** What is embedded, also where it stands beside a quoted post. */
  private static JsonNode media(JsonNode embed) {
    return embed.path("media").isObject() ? embed.path("media") : embed;
  }

  private List<Photo> photos(JsonNode embed, String did) {
    List<Photo> photos = new ArrayList<>();
    JsonNode media = media(embed);
    if (!Json.text(media.path("$type")).equals(IMAGES)) {
      return photos;
    }
    for (JsonNode image : media.path("images")) {
      String cid = Json.text(image.path("image").path("ref").path("$link"));
      if (ThreadPlace.isCid(cid) && photos.size() < MAX_PHOTOS) {
        photos.add(Photo.of(images + did + "/" + cid + "@jpeg"));
      }
    }
    return photos;
  }

  /** The author's own time, which may lie, but not after the server has heard of the post. */
  private static @Nullable Instant sentAt(JsonNode notification) {
    Instant told = Json.timeOrNull(notification.path("record").path("createdAt"));
    Instant heard = Json.timeOrNull(notification.path("indexedAt"));
    return told == null || (heard != null && heard.isBefore(told)) ? heard : told;
  }

  /** An answer to somebody else's post is a report of its own. */
  private @Nullable MessageKey answered(JsonNode record, String ownDid, String did) {
    String parent = Json.text(record.path("reply").path("parent").path("uri"));
    boolean known =
        parent.startsWith("at://" + ownDid + "/") || parent.startsWith("at://" + did + "/");
    return known && isPostUri(parent) ? new MessageKey(account, parent) : null;
  }
}
