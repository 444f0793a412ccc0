package org.tanggap.integrator;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Conversation;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import tools.jackson.databind.JsonNode;

/** Pigeon's events as messages: each becomes exactly one. */
final class PigeonMessages {

  private final AccountId account;

  PigeonMessages(AccountId account) {
    this.account = account;
  }

  List<ChannelMessage> read(JsonNode events) {
    List<ChannelMessage> messages = new ArrayList<>();
    for (JsonNode event : events) {
      messages.add(message(event));
    }
    return messages;
  }

  private ChannelMessage message(JsonNode event) {
    JsonNode post = event.path("post");
    String id = post.path("id").asString("");
    String author = post.path("author").path("id").asString("");
    if (!MessageKey.isExternalId(id)) {
      return new ChannelMessage.Malformed(nameOf(event), "post.id is missing or no id");
    } else if (author.isEmpty()) {
      return new ChannelMessage.Malformed(id, "post.author.id is missing");
    } else if (author.equals(account.name())) {
      return new ChannelMessage.Ignored(id, ChannelMessage.Ignored.Reason.OWN_MESSAGE);
    }
    MessageKey key = new MessageKey(account, id);
    Conversation conversation = Conversation.NONE.withHint(room(post));
    return switch (event.path("kind").asString("")) {
      case "posted" -> new ChannelMessage.NewReport(key, report(post, author), conversation);
      case "edited" -> edited(key, post, report(post, author), conversation);
      case "deleted" -> new ChannelMessage.Deleted(key);
      default -> new ChannelMessage.Unsupported(id, "an event of a kind that is not known");
    };
  }

  private static ChannelMessage edited(
      MessageKey key, JsonNode post, Report report, Conversation conversation) {
    JsonNode version = post.path("version");
    return version.isIntegralNumber() && version.canConvertToLong()
        ? new ChannelMessage.Edited(key, "v" + version.longValue(), report, conversation)
        : new ChannelMessage.Malformed(key.externalId(), "post.version is no number");
  }

  private static Report report(JsonNode post, String author) {
    String name = post.path("author").path("name").asString("");
    Report report =
        Report.of(post.path("text").asString(""))
            .withReporter(new Reporter(author, name.isEmpty() ? null : name));
    try {
      return report.withSentAt(Instant.parse(post.path("sent").asString("")));
    } catch (DateTimeException e) {
      return report;
    }
  }

  /** An answer goes to the room of the post. */
  private static String room(JsonNode post) {
    String room = post.path("room").asString("");
    return room.length() > 100 ? "" : room;
  }

  /** A name for what has none, the same each time it comes. */
  private static String nameOf(JsonNode event) {
    return "event " + UUID.nameUUIDFromBytes(event.toString().getBytes(StandardCharsets.UTF_8));
  }
}
