package org.tanggap.channel.meta;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.ChannelMessage.Ignored;
import org.tanggap.channel.ChannelMessage.Malformed;
import org.tanggap.channel.ChannelMessage.NeedsFetch;
import org.tanggap.channel.ChannelMessage.NewReport;
import org.tanggap.channel.ChannelMessage.Unsupported;
import org.tanggap.channel.Conversation;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import org.tanggap.jurisdiction.LocationEvidence;
import tools.jackson.databind.JsonNode;

/** Reads the events of one Instagram account ("Webhooks Reference: Instagram"). Pure. */
final class InstagramMessages implements GraphWebhook.Reader {

  private static final Set<String> RECEIPTS = Set.of("read", "delivery", "seen");

  private final AccountId account;
  private final InstagramAccount own;

  InstagramMessages(AccountId account, InstagramAccount own) {
    this.account = account;
    this.own = own;
  }

  @Override
  public List<ChannelMessage> change(JsonNode entry, String field, JsonNode value) {
    if (!Json.text(entry.path("id")).equals(own.id())) {
      return List.of(GraphWebhook.notForUs(value));
    }
    return List.of(
        switch (field) {
          case "comments" ->
              comment(entry, value, InstagramHint.comment(GraphJson.id(value.path("parent_id"))));
          case "live_comments" -> comment(entry, value, InstagramHint.LIVE);
          case "mentions" -> mention(value);
          default -> new Ignored("field " + field, Ignored.Reason.NOT_FOR_US);
        });
  }

  private ChannelMessage comment(JsonNode entry, JsonNode value, InstagramHint hint) {
    String id = GraphJson.id(value.path("id"));
    JsonNode from = value.path("from");
    if (id.isEmpty()) {
      return new Malformed(GraphJson.fingerprint(value), "a comment without its id");
    } else if (own.wrote(from)) {
      return new Ignored(id, Ignored.Reason.OWN_MESSAGE);
    } else if (GraphJson.isBroken(value.path("text"))) {
      return new Malformed(id, "a comment whose words are no text");
    } else if (GraphJson.words(value.path("text")).isBlank()) {
      return new Unsupported(id, "a comment without words");
    }
    String person = GraphJson.id(from.path("id"));
    String parent = GraphJson.id(value.path("parent_id"));
    // The event has no time but that of the notice.
    Instant sentAt = GraphJson.timeOrNull(entry.path("time"));
    return new NewReport(
        new MessageKey(account, id),
        new Report(
            GraphJson.words(value.path("text")),
            LocationEvidence.none(),
            null,
            List.of(),
            sentAt,
            person.isEmpty() ? null : new Reporter(person, Json.textOrNull(from.path("username")))),
        Conversation.NONE
            .withHint(hint.text())
            .answering(parent.isEmpty() ? null : new MessageKey(account, parent)));
  }

  /** A mention under somebody else's picture brings ids only. */
  private ChannelMessage mention(JsonNode value) {
    String media = Json.text(value.path("media_id"));
    String comment = Json.text(value.path("comment_id"));
    boolean inComment = value.has("comment_id");
    if (!MetaIds.isId(media) || (inComment && !MetaIds.isId(comment))) {
      return new Malformed(
          GraphJson.fingerprint(value), "a mention without the ids of comment and picture");
    }
    return new NeedsFetch(
        new MessageKey(account, inComment ? comment : media),
        InstagramHint.mention(media, comment).text());
  }

  /** Direct messages are another product, with rules of its own. */
  @Override
  public ChannelMessage event(JsonNode entry, JsonNode event) {
    JsonNode message = event.path("message");
    String where = GraphJson.where(message.path("mid"), event);
    if (!Json.text(entry.path("id")).equals(own.id())) {
      return GraphWebhook.notForUs(event);
    } else if (Json.text(event.path("sender").path("id")).equals(own.id())
        || message.path("is_echo").asBoolean(false)
        || RECEIPTS.stream().anyMatch(event::has)) {
      return new Ignored(where, Ignored.Reason.OWN_MESSAGE);
    } else if (event.has("reaction")) {
      return new Ignored(where, Ignored.Reason.REACTION);
    }
    return message.isObject() || event.has("postback")
        ? new Unsupported(where, "a direct message; only comments and mentions are taken")
        : new Ignored(where, Ignored.Reason.NOT_FOR_US);
  }
}
