package org.tanggap.channel.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.ChannelMessage.Deleted;
import org.tanggap.channel.ChannelMessage.Edited;
import org.tanggap.channel.ChannelMessage.Ignored;
import org.tanggap.channel.ChannelMessage.Malformed;
import org.tanggap.channel.ChannelMessage.NewReport;
import org.tanggap.channel.ChannelMessage.Unsupported;
import org.tanggap.channel.Conversation;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import org.tanggap.jurisdiction.LocationEvidence;
import tools.jackson.databind.JsonNode;

/**
 * Reads the changes of a page: its fields {@code feed} and {@code mention} (Graph API, "Webhooks
 * Reference: Page"). Pure.
 */
final class FacebookFeed {

  private static final Set<String> REACTIONS = Set.of("like", "reaction", "share");
  private static final Set<String> POSTS = Set.of("post", "status", "photo", "video", "link");
  private static final int MAX_PHOTOS = 20;

  private final AccountId account;
  private final String pageId;

  FacebookFeed(AccountId account, String pageId) {
    this.account = account;
    this.pageId = pageId;
  }

  ChannelMessage read(String field, JsonNode value) {
    if (!field.equals("feed") && !field.equals("mention")) {
      return new Ignored("field " + field, Ignored.Reason.NOT_FOR_US);
    }
    String item = Json.text(value.path("item"));
    boolean comment = item.equals("comment");
    String id = GraphJson.id(value.path(comment ? "comment_id" : "post_id"));
    String where = id.isEmpty() ? GraphJson.fingerprint(value) : id;
    if (REACTIONS.contains(item)) {
      return new Ignored(where, Ignored.Reason.REACTION);
    } else if (author(value).equals(pageId)) {
      return new Ignored(where, Ignored.Reason.OWN_MESSAGE);
    } else if (!comment && !POSTS.contains(item)) {
      return item.isEmpty()
          ? new Malformed(where, "a change that does not say of what")
          : new Unsupported(where, "a change of " + kind(item));
    }
    return id.isEmpty()
        ? new Malformed(where, "a change without the id of the comment or post")
        : changed(new MessageKey(account, id), value);
  }

  private ChannelMessage changed(MessageKey key, JsonNode value) {
    String id = key.externalId();
    String verb = Json.text(value.path("verb"));
    if (GraphJson.isBroken(value.path("message"))) {
      return new Malformed(id, "a comment or post whose words are no text");
    }
    return switch (verb) {
      case "add" -> {
        Report report = report(value);
        yield report.isEmpty()
            ? new Unsupported(id, "a comment or post without words or photos")
            : new NewReport(key, report, conversation(id, value));
      }
      case "edit", "edited" ->
          new Edited(key, edition(value), report(value), conversation(id, value));
      case "remove", "delete" -> new Deleted(key);
      // The page itself hides and shows what others wrote; that changes nothing of it.
      case "hide", "unhide", "block", "unblock", "mute" ->
          new Ignored(id, Ignored.Reason.OWN_MESSAGE);
      default -> new Unsupported(id, "a change of " + kind(verb));
    };
  }

  private static String kind(String name) {
    return name.matches("[a-z_]{1,40}") ? "kind " + name : "an unknown kind";
  }

  private static Report report(JsonNode value) {
    String author = author(value);
    String name = Json.text(value.path("from").path("name"));
    return new Report(
        GraphJson.words(value.path("message")),
        LocationEvidence.none(),
        null,
        photos(value),
        GraphJson.timeOrNull(value.path("created_time")),
        author.isEmpty()
            ? null
            : new Reporter(
                author, name.isEmpty() ? Json.textOrNull(value.path("sender_name")) : name));
  }

  /** The author: {@code from} in new events, {@code sender_id} in old ones, often neither. */
  private static String author(JsonNode value) {
    String from = GraphJson.id(value.path("from").path("id"));
    return from.isEmpty() ? GraphJson.id(value.path("sender_id")) : from;
  }

  private static List<Photo> photos(JsonNode value) {
    List<Photo> photos = new ArrayList<>();
    if (Json.text(value.path("item")).equals("photo")) {
      add(value.path("link"), photos);
    }
    add(value.path("photo"), photos);
    value.path("photos").forEach(photo -> add(photo, photos));
    return photos;
  }

  private static void add(JsonNode address, List<Photo> photos) {
    String text = Json.text(address);
    if (text.startsWith("https://") && text.length() <= 2_000 && photos.size() < MAX_PHOTOS) {
      photos.add(Photo.of(text));
    }
  }

  /** Meta names no edition and may repeat the time, so the content belongs to the name. */
  private static String edition(JsonNode value) {
    String time = Json.text(value.path("created_time"));
    String content = GraphJson.words(value.path("message")) + photos(value).size();
    return (time.matches("[0-9]{1,14}") ? time : "0") + "-" + GraphJson.hash(content);
  }

  private Conversation conversation(String id, JsonNode value) {
    String post = GraphJson.id(value.path("post_id"));
    String parent = GraphJson.id(value.path("parent_id"));
    boolean inThread = !parent.isEmpty() && !parent.equals(post) && !parent.equals(id);
    if (parent.isEmpty() && Json.text(value.path("item")).equals("comment")) {
      parent = post;
    }
    boolean answers = !parent.isEmpty() && !parent.equals(id);
    return Conversation.NONE
        .withHint(FacebookHint.comment(author(value), inThread ? parent : "").text())
        .answering(answers ? new MessageKey(account, parent) : null);
  }
}
