package org.tanggap.channel.meta;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.ChannelMessage.AnswersWanted;
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

/** Reads the events of a page's Messenger (Messenger Platform, "Webhooks Reference"). Pure. */
final class MessengerEvents {

  /** Receipts hold a water mark and not the answer that they are of. */
  private static final Set<String> RECEIPTS = Set.of("delivery", "read", "message_echo");

  private static final Set<String> NO_MESSAGES =
      Set.of(
          "optin",
          "referral",
          "account_linking",
          "pass_thread_control",
          "take_thread_control",
          "request_thread_control",
          "app_roles",
          "policy_enforcement");

  private static final int MAX_PHOTOS = 20;

  private final AccountId account;
  private final String pageId;
  private final Wishes wishes;

  MessengerEvents(AccountId account, String pageId, Wishes wishes) {
    this.account = account;
    this.pageId = pageId;
    this.wishes = wishes;
  }

  ChannelMessage read(JsonNode event) {
    JsonNode message = event.path("message");
    String id = idOf(event);
    String where = id.isEmpty() ? GraphJson.fingerprint(event) : id;
    if (Json.text(event.path("sender").path("id")).equals(pageId)
        || message.path("is_echo").asBoolean(false)
        || RECEIPTS.stream().anyMatch(event::has)) {
      return new Ignored(where, Ignored.Reason.OWN_MESSAGE);
    } else if (!Json.text(event.path("recipient").path("id")).equals(pageId)
        || NO_MESSAGES.stream().anyMatch(event::has)) {
      return new Ignored(where, Ignored.Reason.NOT_FOR_US);
    } else if (event.has("reaction")) {
      return new Ignored(where, Ignored.Reason.REACTION);
    } else if (!message.isObject() && !event.has("postback") && !event.has("message_edit")) {
      return new Unsupported(where, "an event of an unknown kind");
    }
    return id.isEmpty()
        ? new Malformed(where, "a message without an id to store it under")
        : written(new MessageKey(account, id), event);
  }

  private static String idOf(JsonNode event) {
    for (String kind : List.of("message", "message_edit", "postback")) {
      String id = GraphJson.id(event.path(kind).path("mid"));
      if (!id.isEmpty()) {
        return id;
      }
    }
    // Older postbacks have no id; the same event has the same content each time.
    return event.path("postback").isObject() ? GraphJson.fingerprint(event) : "";
  }

  private ChannelMessage written(MessageKey key, JsonNode event) {
    JsonNode message = event.path("message");
    if (event.has("message_edit")) {
      JsonNode edit = event.path("message_edit");
      String number = Json.text(edit.path("num_edit"));
      return new Edited(
          key,
          number.matches("[0-9]{1,9}") ? number : GraphJson.hash(edit.toString()),
          complete(Report.of(GraphJson.words(edit.path("text"))), event),
          conversation(event));
    } else if (message.path("is_deleted").asBoolean(false)) {
      return new Deleted(key);
    }
    Report content =
        message.isObject()
            ? content(message)
            : Report.of(GraphJson.words(event.path("postback").path("title")));
    boolean nowhere = content.location() instanceof LocationEvidence.None;
    if (content.isEmpty() && nowhere) {
      return new Unsupported(key.externalId(), unsupported(message));
    }
    return taken(key, complete(content, event), event);
  }

  private ChannelMessage taken(MessageKey key, Report report, JsonNode event) {
    Optional<Boolean> wish =
        report.photos().isEmpty() ? wishes.find(report.text()) : Optional.empty();
    Reporter person = report.reporter();
    return wish.isPresent() && person != null
        ? new AnswersWanted(person, wish.get())
        : new NewReport(key, report, conversation(event));
  }

  private static Report content(JsonNode message) {
    List<Photo> photos = new ArrayList<>();
    LocationEvidence place = LocationEvidence.none();
    for (JsonNode attachment : message.path("attachments")) {
      JsonNode payload = attachment.path("payload");
      String type = Json.text(attachment.path("type"));
      String address = Json.text(payload.path("url"));
      if (type.equals("location")) {
        place = place(payload.path("coordinates"));
      } else if (type.equals("image")
          && !payload.has("sticker_id")
          && address.startsWith("https://")
          && address.length() <= 2_000
          && photos.size() < MAX_PHOTOS) {
        photos.add(Photo.of(address));
      }
    }
    return Report.of(GraphJson.words(message.path("text"))).withPhotos(photos).withPlace(place);
  }

  /** The longitude is called {@code long} here. */
  private static LocationEvidence place(JsonNode coordinates) {
    return LocationEvidence.coordinates(
        Json.number(coordinates.path("lat")),
        Json.number(coordinates.path("long")),
        LocationEvidence.Source.SHARED_PIN,
        null);
  }

  private static String unsupported(JsonNode message) {
    JsonNode attachment = message.path("attachments").path(0);
    String type = Json.text(attachment.path("type"));
    if (attachment.path("payload").has("sticker_id")) {
      return "a sticker";
    }
    return type.matches("[a-z_]{1,40}")
        ? "an attachment of type " + type
        : "a message without words, photo or place";
  }

  private static Report complete(Report content, JsonNode event) {
    String person = GraphJson.id(event.path("sender").path("id"));
    Instant sentAt = GraphJson.timeOrNull(event.path("timestamp"));
    Report report = sentAt == null ? content : content.withSentAt(sentAt);
    return person.isEmpty() ? report : report.withReporter(new Reporter(person, null));
  }

  private Conversation conversation(JsonNode event) {
    String person = GraphJson.id(event.path("sender").path("id"));
    String quoted = GraphJson.id(event.path("message").path("reply_to").path("mid"));
    return Conversation.CHAT
        .withHint(FacebookHint.messenger(person).text())
        .answering(quoted.isEmpty() ? null : new MessageKey(account, quoted));
  }
}
