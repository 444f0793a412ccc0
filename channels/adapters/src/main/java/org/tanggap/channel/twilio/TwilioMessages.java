package org.tanggap.channel.twilio;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.ChannelMessage.Ignored;
import org.tanggap.channel.ChannelMessage.Malformed;
import org.tanggap.channel.ChannelMessage.NewReport;
import org.tanggap.channel.ChannelMessage.ReplyStatus;
import org.tanggap.channel.ChannelMessage.Unsupported;
import org.tanggap.channel.Conversation;
import org.tanggap.channel.phone.PhoneNumbers;
import org.tanggap.channel.sms.StopWords;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import org.tanggap.jurisdiction.LocationEvidence;

/**
 * What the parameters of a web hook say (Twilio, "Twilio's Request to your Incoming Message Webhook
 * URL" and "Outbound Message Status in Status Callbacks").
 */
final class TwilioMessages {

  /** Twilio's own words, and the Indonesian ones. */
  static final List<String> STOP =
      List.of(
          "STOP",
          "STOPALL",
          "UNSUBSCRIBE",
          "CANCEL",
          "END",
          "QUIT",
          "REVOKE",
          "OPTOUT",
          "BERHENTI",
          "UNREG");

  static final List<String> START = List.of("START", "UNSTOP", "MULAI");

  private static final int MAX_MEDIA = 50;

  private final AccountId account;
  private final PhoneNumbers phones;
  private final Set<String> ownNumbers;
  private final StopWords stopWords;

  TwilioMessages(
      AccountId account, PhoneNumbers phones, Set<String> ownNumbers, StopWords stopWords) {
    this.account = account;
    this.phones = phones;
    this.ownNumbers = Set.copyOf(ownNumbers);
    this.stopWords = stopWords;
  }

  /**
   * Reads one request.
   *
   * @param form the parameters
   * @param body the bytes they came in, to name what has no id
   */
  List<ChannelMessage> read(TwilioForm form, byte[] body) {
    String sid = form.first("MessageSid", "SmsSid", "SmsMessageSid");
    if (!MessageKey.isExternalId(sid)) {
      return List.of(malformed("request " + hash(body), "MessageSid is missing or no id"));
    }
    String status = form.first("MessageStatus", "SmsStatus", "EventType").toLowerCase(Locale.ROOT);
    if (!status.isEmpty() && !status.startsWith("receiv")) {
      return List.of(status(sid, status, form.first("ErrorCode")));
    }
    return incoming(sid, form);
  }

  private ChannelMessage status(String sid, String status, String error) {
    MessageKey reply = new MessageKey(account, sid);
    return switch (status) {
      case "accepted", "scheduled", "queued", "sending", "sent" ->
          new Ignored(sid + " " + status, Ignored.Reason.AUTO_REPLY);
      case "delivered" -> new ReplyStatus(reply, ReplyStatus.State.DELIVERED, "");
      case "read" -> new ReplyStatus(reply, ReplyStatus.State.READ, "");
      case "undelivered", "failed", "canceled" ->
          new ReplyStatus(reply, ReplyStatus.State.FAILED, TwilioError.sentence(status, error));
      default -> malformed(sid, "MessageStatus has a value that is not documented");
    };
  }

  private List<ChannelMessage> incoming(String sid, TwilioForm form) {
    TwilioAddress from = TwilioAddress.parse(form.first("From"));
    if (from.name().isEmpty()) {
      return List.of(malformed(sid, "From is missing"));
    }
    String handle = phones.handleOf(from.name());
    if (ownNumbers.contains(handle)) {
      return List.of(new Ignored(sid, Ignored.Reason.OWN_MESSAGE));
    }
    if (from.isService()) {
      return List.of(new Ignored(sid, Ignored.Reason.AUTO_REPLY));
    }
    String name = form.first("ProfileName");
    Reporter person = new Reporter(handle, name.isEmpty() ? null : name);
    Optional<ChannelMessage> wish =
        wantsAnswers(form).map(wants -> new ChannelMessage.AnswersWanted(person, wants));
    if (wish.isPresent()) {
      return List.of(wish.get());
    }
    return report(sid, form, from, person);
  }

  /** Only a whole message counts: a sentence with "stop" in it is a report, and so is HELP. */
  private Optional<Boolean> wantsAnswers(TwilioForm form) {
    return switch (form.first("OptOutType").toUpperCase(Locale.ROOT)) {
      case "STOP" -> Optional.of(false);
      case "START" -> Optional.of(true);
      case "" -> stopWords.wantsAnswers(form.text("Body"));
      default -> Optional.empty();
    };
  }

  private List<ChannelMessage> report(
      String sid, TwilioForm form, TwilioAddress from, Reporter person) {
    List<ChannelMessage> leftOut = new ArrayList<>();
    List<Photo> photos = photos(sid, form, leftOut);
    LocationEvidence place = place(form);
    String text = form.text("Body").isBlank() ? placeName(form) : form.text("Body");
    boolean nothing = text.isBlank() && photos.isEmpty() && place instanceof LocationEvidence.None;
    if (nothing && !leftOut.isEmpty()) {
      return leftOut;
    }
    List<ChannelMessage> messages = new ArrayList<>();
    messages.add(
        new NewReport(
            new MessageKey(account, sid),
            new Report(text, place, null, photos, null, person),
            conversation(form, from)));
    messages.addAll(leftOut);
    return messages;
  }

  private Conversation conversation(TwilioForm form, TwilioAddress from) {
    String answered = form.first("OriginalRepliedMessageSid");
    String hint = TwilioHint.of(from.channel(), form.first("To")).toText();
    return Conversation.CHAT
        .answering(MessageKey.isExternalId(answered) ? new MessageKey(account, answered) : null)
        .withHint(hint);
  }

  private static List<Photo> photos(String sid, TwilioForm form, List<ChannelMessage> leftOut) {
    List<Photo> photos = new ArrayList<>();
    String announced = form.first("NumMedia");
    int count = announced.matches("[0-9]{1,4}") ? Integer.parseInt(announced) : 0;
    if (count > MAX_MEDIA) {
      leftOut.add(malformed(sid + " media", "NumMedia is above " + MAX_MEDIA));
      count = 0;
    }
    for (int i = 0; i < count; i++) {
      String url = form.first("MediaUrl" + i);
      String type = form.first("MediaContentType" + i).toLowerCase(Locale.ROOT);
      if (!url.matches("https?://.{1,1990}")) {
        leftOut.add(malformed(sid + " media " + i, "the medium has no usable MediaUrl"));
      } else if (type.startsWith("image/") || type.isEmpty()) {
        photos.add(Photo.of(url));
      } else {
        leftOut.add(new Unsupported(sid + " media " + i, "a file of " + plain(type)));
      }
    }
    return photos;
  }

  /** A media type is the sender's to choose, so only the shape of one is repeated. */
  private static String plain(String type) {
    return type.matches("[a-z]{1,20}/[a-z0-9.+-]{1,60}") ? "type " + type : "an unknown type";
  }

  private static LocationEvidence place(TwilioForm form) {
    if (!form.first("Latitude").isEmpty() || !form.first("Longitude").isEmpty()) {
      return LocationEvidence.coordinates(
          form.number("Latitude"),
          form.number("Longitude"),
          LocationEvidence.Source.SHARED_PIN,
          null);
    }
    String address = form.first("Address");
    return address.isEmpty() ? LocationEvidence.none() : new LocationEvidence.Described(address);
  }

  private static String placeName(TwilioForm form) {
    String label = form.first("Label");
    String address = form.first("Address");
    return label.isEmpty() || address.isEmpty() ? label + address : label + "\n" + address;
  }

  static Malformed malformed(String where, String problem) {
    return new Malformed(where, problem);
  }

  /** Names bytes that have no id, the same each time they come. */
  static String hash(byte[] body) {
    byte[] named = ("twilio" + body.length).getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[named.length + body.length];
    System.arraycopy(named, 0, all, 0, named.length);
    System.arraycopy(body, 0, all, named.length, body.length);
    return UUID.nameUUIDFromBytes(all).toString();
  }
}
