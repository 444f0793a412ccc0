package org.tanggap.channel.mastodon;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.ChannelMessage.Ignored.Reason;
import org.tanggap.channel.Conversation;
import org.tanggap.channel.html.PlainText;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import org.tanggap.jurisdiction.LocationEvidence;
import tools.jackson.databind.JsonNode;

/** Reads notifications: each becomes one message. */
final class MastodonMessages {

  /**
   * What was read.
   *
   * @param messages oldest first
   * @param newest the highest id among them, or where the reading began if there is none
   */
  record Batch(List<ChannelMessage> messages, String newest) {}

  private static final int MAX_PHOTOS = 20;
  private static final int MAX_REFERENCE = 2_000;

  private final AccountId account;
  private final String ownId;
  private final String domain;

  MastodonMessages(AccountId account, String ownId, String domain) {
    this.account = account;
    this.ownId = ownId;
    this.domain = domain;
  }

  /** Whether a text can be an id: digits, or letters on kindred servers. */
  static boolean isId(String text) {
    return text.matches("[A-Za-z0-9_-]{1,64}");
  }

  Batch read(JsonNode notifications, String after) {
    if (!notifications.isArray()) {
      throw ChannelException.of(
          ChannelException.Kind.MALFORMED, "Mastodon answered with no list of notifications");
    }
    List<ChannelMessage> messages = new ArrayList<>();
    String newest = after;
    for (JsonNode notification : notifications) {
      messages.add(message(notification));
      String id = Json.text(notification.path("id"));
      newest = isId(id) && isLater(id, newest) ? id : newest;
    }
    Collections.reverse(messages);
    return new Batch(messages, newest);
  }

  /** Ids are numbers that may be longer than a long, or texts of one length. */
  private static boolean isLater(String id, String than) {
    return id.length() == than.length() ? id.compareTo(than) > 0 : id.length() > than.length();
  }

  private ChannelMessage message(JsonNode notification) {
    String id = Json.text(notification.path("id"));
    String where = isId(id) ? id : "notification " + hash(notification);
    return switch (Json.text(notification.path("type"))) {
      case "mention", "quote" -> status(where, notification, false);
      case "update", "quoted_update" -> status(where, notification, true);
      case "favourite", "reblog", "follow", "follow_request" ->
          new ChannelMessage.Ignored(where, Reason.REACTION);
      case "" -> new ChannelMessage.Malformed(where, "a notification without a type");
      default -> new ChannelMessage.Ignored(where, Reason.NOT_FOR_US);
    };
  }

  private static String hash(JsonNode node) {
    return UUID.nameUUIDFromBytes(node.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }

  private ChannelMessage status(String where, JsonNode notification, boolean edited) {
    JsonNode status = notification.path("status");
    JsonNode author = status.path("account");
    String id = Json.text(status.path("id"));
    String acct = Json.text(author.path("acct"));
    if (!isId(id)) {
      return new ChannelMessage.Malformed(where, "a notification without a status that has an id");
    } else if (acct.isEmpty() || acct.length() > 1_000) {
      return new ChannelMessage.Malformed(where, "a status without an author");
    } else if (Json.text(author.path("id")).equals(ownId)) {
      return new ChannelMessage.Ignored(where, Reason.OWN_MESSAGE);
    } else if (author.path("bot").asBoolean(false)) {
      return new ChannelMessage.Ignored(where, Reason.AUTO_REPLY);
    } else if (status.path("reblog").isObject()) {
      return new ChannelMessage.Ignored(where, Reason.REACTION);
    } else if (!status.path("content").isString()) {
      return new ChannelMessage.Malformed(where, "a status without content");
    }
    Report report = report(notification, status, fullName(acct));
    if (report.isEmpty() && !status.path("media_attachments").isEmpty()) {
      return new ChannelMessage.Unsupported(id, "a video or sound without words");
    } else if (report.isEmpty() && status.path("poll").isObject()) {
      return new ChannelMessage.Unsupported(id, "a poll without words");
    }
    MessageKey key = new MessageKey(account, id);
    Conversation conversation = conversation(status, acct);
    if (!edited) {
      return new ChannelMessage.NewReport(key, report, conversation);
    }
    Instant editedAt = Json.timeOrNull(status.path("edited_at"));
    return editedAt == null
        ? new ChannelMessage.Malformed(where, "an edited status without the time of the edit")
        : new ChannelMessage.Edited(key, editedAt.toString(), report, conversation);
  }

  private Report report(JsonNode notification, JsonNode status, String handle) {
    String name = Json.textOrNull(status.path("account").path("display_name"));
    return new Report(
        words(status),
        LocationEvidence.none(),
        null,
        photos(status.path("media_attachments")),
        sentAt(status, notification),
        new Reporter(handle, name));
  }

  /** The author's name with the home server, which is what everybody everywhere calls it. */
  private String fullName(String acct) {
    int at = acct.indexOf('@');
    return at < 0
        ? acct + "@" + domain
        : acct.substring(0, at) + acct.substring(at).toLowerCase(Locale.ROOT);
  }

  /** The warning that stands before a status, and the status. */
  private String words(JsonNode status) {
    String warning = Json.text(status.path("spoiler_text"));
    String content = PlainText.of(status.path("content").asString(), "");
    String words = withoutOwnName(content, status.path("mentions"));
    return warning.isEmpty() || words.isEmpty() ? warning + words : warning + "\n" + words;
  }

  /** Without our name at the very beginning, where it only addresses us. */
  private String withoutOwnName(String content, JsonNode mentions) {
    for (JsonNode mention : mentions) {
      String name = Json.text(mention.path("username"));
      if (Json.text(mention.path("id")).equals(ownId) && !name.isEmpty()) {
        String first = content.split("\\s", 2)[0].replaceFirst("[,:;.!]$", "");
        boolean own =
            first.equalsIgnoreCase("@" + name) || first.equalsIgnoreCase("@" + name + "@" + domain);
        return own ? content.substring(first.length()).replaceFirst("^[,:;.!\\s]+", "") : content;
      }
    }
    return content;
  }

  private static List<Photo> photos(JsonNode attachments) {
    List<Photo> photos = new ArrayList<>();
    for (JsonNode attachment : attachments) {
      String url = Json.text(attachment.path("url"));
      String reference = url.isEmpty() ? Json.text(attachment.path("remote_url")) : url;
      if (Json.text(attachment.path("type")).equals("image")
          && reference.matches("https?://.+")
          && reference.length() <= MAX_REFERENCE
          && photos.size() < MAX_PHOTOS) {
        photos.add(Photo.of(reference));
      }
    }
    return photos;
  }

  /** The author's server tells the time, and ours when it heard of it: the earlier is true. */
  private static @Nullable Instant sentAt(JsonNode status, JsonNode notification) {
    Instant told = Json.timeOrNull(status.path("created_at"));
    Instant heard = Json.timeOrNull(notification.path("created_at"));
    return told == null || (heard != null && heard.isBefore(told)) ? heard : told;
  }

  /** A reply to somebody else's status is a report of its own. */
  private Conversation conversation(JsonNode status, String acct) {
    String before = Json.text(status.path("in_reply_to_id"));
    String whose = Json.text(status.path("in_reply_to_account_id"));
    boolean ours = whose.equals(ownId);
    boolean theirs = whose.equals(Json.text(status.path("account").path("id")));
    MessageKey answered = (ours || theirs) && isId(before) ? new MessageKey(account, before) : null;
    return Conversation.NONE
        .answering(answered)
        .withHint(ReplyRoute.of(acct, Json.text(status.path("visibility"))).hint());
  }
}
