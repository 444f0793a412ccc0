package org.tanggap.channel.youtube;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Conversation;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import tools.jackson.databind.JsonNode;

/** Makes messages of comments (Data API v3, resources "commentThread" and "comment"). Pure. */
final class YouTubeMessages {

  private final AccountId account;
  private final String channelId;

  YouTubeMessages(AccountId account, String channelId) {
    this.account = account;
    this.channelId = channelId;
  }

  /**
   * A comment and the message it is.
   *
   * @param id its id, or what the message calls it
   * @param changedAt when it was last changed, or null if that is not said
   * @param message the message
   */
  record Comment(String id, @Nullable Instant changedAt, ChannelMessage message) {}

  static boolean isId(String text) {
    return text.matches("[A-Za-z0-9_.-]{1,128}");
  }

  /** The comments of a thread, as many as came with it, the first comment first. */
  List<Comment> thread(JsonNode thread) {
    JsonNode snippet = thread.path("snippet");
    JsonNode top = snippet.path("topLevelComment");
    String id = Json.text(top.path("id"));
    YouTubeHint hint =
        new YouTubeHint(
            isId(id) ? id : Json.text(thread.path("id")),
            Json.text(snippet.path("videoId")),
            snippet.path("canReply").asBoolean(true));
    List<Comment> comments = new ArrayList<>();
    comments.add(comment(top.isObject() ? top : thread, null, hint));
    for (JsonNode reply : thread.path("replies").path("comments")) {
      comments.add(comment(reply, hint.thread(), hint));
    }
    return comments;
  }

  /** The replies of a page, which says nothing of the video. */
  List<Comment> replies(String thread, JsonNode page) {
    List<Comment> comments = new ArrayList<>();
    YouTubeHint hint = new YouTubeHint(thread, "", true);
    for (JsonNode reply : page.path("items")) {
      comments.add(comment(reply, thread, hint));
    }
    return comments;
  }

  private Comment comment(JsonNode comment, @Nullable String thread, YouTubeHint hint) {
    JsonNode snippet = comment.path("snippet");
    Instant published = Json.timeOrNull(snippet.path("publishedAt"));
    Instant updated = Json.timeOrNull(snippet.path("updatedAt"));
    String id = Json.text(comment.path("id"));
    if (!isId(id)) {
      String name = nameless(comment);
      return new Comment(
          name, updated, new ChannelMessage.Malformed(name, "a comment without an id"));
    }
    Instant changedAt = updated == null ? published : updated;
    return new Comment(id, changedAt, message(id, snippet, published, updated, thread, hint));
  }

  private ChannelMessage message(
      String id,
      JsonNode snippet,
      @Nullable Instant published,
      @Nullable Instant updated,
      @Nullable String thread,
      YouTubeHint hint) {
    String author = author(snippet);
    String text = text(snippet);
    if (author.equals(channelId)) {
      return new ChannelMessage.Ignored(id, ChannelMessage.Ignored.Reason.OWN_MESSAGE);
    } else if (text.isBlank()) {
      return new ChannelMessage.Malformed(id, "a comment without words");
    }
    Report report = Report.of(text);
    if (published != null) {
      report = report.withSentAt(published);
    }
    if (!author.isEmpty()) {
      report =
          report.withReporter(
              new Reporter(author, Json.textOrNull(snippet.path("authorDisplayName"))));
    }
    Conversation conversation =
        Conversation.NONE
            .answering(thread == null || !isId(thread) ? null : new MessageKey(account, thread))
            .withHint(hint.text());
    MessageKey key = new MessageKey(account, id);
    return updated == null || published == null || updated.equals(published)
        ? new ChannelMessage.NewReport(key, report, conversation)
        : new ChannelMessage.Edited(key, updated.toString(), report, conversation);
  }

  /** An object with one member, or the id itself in old answers. */
  static String author(JsonNode snippet) {
    JsonNode author = snippet.path("authorChannelId");
    return Json.text(author.isObject() ? author.path("value") : author);
  }

  /** The words as written; to others than the author YouTube may only show them as displayed. */
  static String text(JsonNode snippet) {
    JsonNode original = snippet.path("textOriginal");
    JsonNode shown = original.isString() ? original : snippet.path("textDisplay");
    return shown.isString() ? shown.asString() : "";
  }

  private static String nameless(JsonNode node) {
    return "hash-" + UUID.nameUUIDFromBytes(node.toString().getBytes(StandardCharsets.UTF_8));
  }
}
