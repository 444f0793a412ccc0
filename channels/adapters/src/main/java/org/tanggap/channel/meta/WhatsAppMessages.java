package org.tanggap.channel.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.ChannelMessage.AnswersWanted;
import org.tanggap.channel.ChannelMessage.Deleted;
import org.tanggap.channel.ChannelMessage.Edited;
import org.tanggap.channel.ChannelMessage.IdentityChanged;
import org.tanggap.channel.ChannelMessage.Ignored;
import org.tanggap.channel.ChannelMessage.Malformed;
import org.tanggap.channel.ChannelMessage.NewReport;
import org.tanggap.channel.ChannelMessage.ReplyStatus;
import org.tanggap.channel.ChannelMessage.Unsupported;
import org.tanggap.channel.Conversation;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import tools.jackson.databind.JsonNode;

/** Reads the events of one WhatsApp number. Pure. */
final class WhatsAppMessages implements GraphWebhook.Reader {

  private static final List<String> LISTS =
      List.of("messages", "statuses", "errors", "user_preferences", "message_echoes");

  private static final Set<String> FIELDS =
      Set.of("messages", "user_preferences", "smb_message_echoes");

  private final AccountId account;
  private final String phoneNumberId;
  private final Wishes wishes;

  WhatsAppMessages(AccountId account, String phoneNumberId, Wishes wishes) {
    this.account = account;
    this.phoneNumberId = phoneNumberId;
    this.wishes = wishes;
  }

  @Override
  public List<ChannelMessage> change(JsonNode entry, String field, JsonNode value) {
    List<ChannelMessage> messages = new ArrayList<>();
    boolean ours =
        FIELDS.contains(field)
            && Json.text(value.path("metadata").path("phone_number_id")).equals(phoneNumberId);
    JsonNode contacts = value.path("contacts");
    for (String list : LISTS) {
      JsonNode elements = value.path(list).isArray() ? value.path(list) : Json.object();
      for (JsonNode element : elements) {
        messages.add(ours ? read(list, element, contacts) : GraphWebhook.notForUs(element));
      }
    }
    if (!messages.isEmpty()) {
      return messages;
    }
    return List.of(
        ours
            ? new Malformed(GraphJson.fingerprint(value), "a change without any message")
            : new Ignored("field " + field, Ignored.Reason.NOT_FOR_US));
  }

  /** WhatsApp numbers do not get the events of pages. */
  @Override
  public ChannelMessage event(JsonNode entry, JsonNode event) {
    return GraphWebhook.notForUs(event);
  }

  private ChannelMessage read(String list, JsonNode element, JsonNode contacts) {
    return switch (list) {
      case "messages" -> message(element, contacts);
      case "statuses" -> withId(element, id -> status(id, element));
      case "user_preferences" -> preference(element, contacts);
      case "message_echoes" ->
          new Ignored(GraphJson.where(element.path("id"), element), Ignored.Reason.OWN_MESSAGE);
      default ->
          new Malformed(
              GraphJson.fingerprint(element),
              "WhatsApp reports error " + code(element) + " of the account; look it up there");
    };
  }

  private static ChannelMessage withId(JsonNode element, Function<String, ChannelMessage> reading) {
    String id = GraphJson.id(element.path("id"));
    return id.isEmpty()
        ? new Malformed(GraphJson.fingerprint(element), "an event without an id to store it under")
        : reading.apply(id);
  }

  private ChannelMessage message(JsonNode message, JsonNode contacts) {
    return withId(
        message,
        id -> {
          if (!Json.text(message.path("group_id")).isEmpty()) {
            return new Ignored(id, Ignored.Reason.NOT_FOR_US);
          }
          return switch (Json.text(message.path("type"))) {
            case "reaction" -> new Ignored(id, Ignored.Reason.REACTION);
            case "request_welcome" -> new Ignored(id, Ignored.Reason.NOT_FOR_US);
            case "system" -> system(id, message);
            case "edit" -> edited(id, message, contacts);
            case "revoke" -> deleted(id, message);
            default -> report(id, message, contacts);
          };
        });
  }

  private ChannelMessage report(String id, JsonNode message, JsonNode contacts) {
    String type = Json.text(message.path("type"));
    Report content = WhatsAppContent.reportOrNull(message);
    if (content == null) {
      boolean broken = WhatsAppContent.isTaken(type) && !type.equals("interactive");
      return broken
          ? new Malformed(id, "a message of type " + type + " without its content")
          : new Unsupported(id, WhatsAppContent.unsupported(message));
    }
    WhatsAppPerson sender = WhatsAppPerson.senderOf(message, contacts);
    Report report = complete(content, message, sender, contacts);
    Reporter reporter = report.reporter();
    Optional<Boolean> wish =
        report.photos().isEmpty() ? wishes.find(report.text()) : Optional.empty();
    return reporter != null && wish.isPresent()
        ? new AnswersWanted(reporter, wish.get())
        : new NewReport(key(id), report, conversation(sender, message));
  }

  private static Report complete(
      Report content, JsonNode message, WhatsAppPerson sender, JsonNode contacts) {
    Reporter reporter = sender.findReporter(contacts).orElse(null);
    return new Report(
        content.text(),
        content.location(),
        null,
        content.photos(),
        Json.epochSecondsOrNull(message.path("timestamp")),
        reporter);
  }

  private Conversation conversation(WhatsAppPerson sender, JsonNode message) {
    String quoted = GraphJson.id(message.path("context").path("id"));
    return Conversation.CHAT
        .withHint(sender.hint())
        .answering(quoted.isEmpty() ? null : key(quoted));
  }

  /** Comes only for numbers that are used in the WhatsApp Business app as well. */
  private ChannelMessage edited(String id, JsonNode message, JsonNode contacts) {
    String original = GraphJson.id(message.path("edit").path("original_message_id"));
    Report content = WhatsAppContent.reportOrNull(message.path("edit").path("message"));
    if (original.isEmpty()) {
      return new Malformed(id, "an edit without the id of the message");
    } else if (content == null) {
      return new Unsupported(id, "an edit of something other than words or a photo");
    }
    WhatsAppPerson sender = WhatsAppPerson.senderOf(message, contacts);
    return new Edited(
        key(original),
        GraphJson.hash(id),
        complete(content, message, sender, contacts),
        Conversation.CHAT.withHint(sender.hint()));
  }

  private ChannelMessage deleted(String id, JsonNode message) {
    String original = GraphJson.id(message.path("revoke").path("original_message_id"));
    return original.isEmpty()
        ? new Malformed(id, "a deletion without the id of the message")
        : new Deleted(key(original));
  }

  private static ChannelMessage system(String id, JsonNode message) {
    JsonNode system = message.path("system");
    String type = Json.text(system.path("type"));
    if (!type.equals("user_changed_number") && !type.equals("user_changed_user_id")) {
      return new Ignored(id, Ignored.Reason.NOT_FOR_US);
    }
    JsonNode formerId =
        system.has("previous_user_id")
            ? system.path("previous_user_id")
            : message.path("from_user_id");
    JsonNode number = system.has("wa_id") ? system.path("wa_id") : system.path("new_wa_id");
    String former = WhatsAppPerson.of(message.path("from"), formerId).findHandle().orElse(null);
    String now = WhatsAppPerson.of(number, system.path("user_id")).findHandle().orElse(null);
    if (former == null || now == null) {
      return new Malformed(id, "a change of identity that does not name both; ask the citizen");
    }
    return former.equals(now)
        ? new Ignored(id, Ignored.Reason.NOT_FOR_US)
        : new IdentityChanged(former, new Reporter(now, null));
  }

  private ChannelMessage status(String id, JsonNode status) {
    ReplyStatus.@Nullable State state =
        switch (Json.text(status.path("status"))) {
          case "delivered" -> ReplyStatus.State.DELIVERED;
          case "read", "played" -> ReplyStatus.State.READ;
          case "failed" -> ReplyStatus.State.FAILED;
          default -> null;
        };
    if (state == null) {
      return new Ignored(id, Ignored.Reason.OWN_MESSAGE);
    }
    JsonNode error = status.path("errors").path(0);
    String because = state == ReplyStatus.State.FAILED ? code(error) + title(error) : "";
    return new ReplyStatus(key(id), state, because);
  }

  private static String code(JsonNode error) {
    String code = Json.text(error.path("code"));
    return code.matches("[0-9]{1,7}") ? code : "without a code";
  }

  /** The title is one of Meta's list; numbers in it would be somebody's. */
  private static String title(JsonNode error) {
    String title = Json.text(error.path("title"));
    return title.isEmpty() || title.length() > 200
        ? ""
        : ": " + title.replaceAll("\\+?[0-9]{6,}", "…");
  }

  /** What a citizen has chosen in WhatsApp's own menu for a business. */
  private static ChannelMessage preference(JsonNode preference, JsonNode contacts) {
    String where = GraphJson.fingerprint(preference);
    Optional<Reporter> person =
        WhatsAppPerson.of(preference.path("wa_id"), preference.path("user_id"))
            .findReporter(contacts);
    if (person.isEmpty()) {
      return new Malformed(where, "a preference without the person");
    }
    return switch (Json.text(preference.path("value"))) {
      case "stop" -> new AnswersWanted(person.get(), false);
      case "resume" -> new AnswersWanted(person.get(), true);
      default -> new Ignored(where, Ignored.Reason.NOT_FOR_US);
    };
  }

  private MessageKey key(String id) {
    return new MessageKey(account, id);
  }
}
