package org.tanggap.channel.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.ChannelMessage.Ignored;
import org.tanggap.channel.ChannelMessage.Malformed;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushResponse;
import org.tanggap.channel.PushVerdict;
import org.tanggap.channel.web.Json;
import org.tanggap.channel.web.SignatureCheck;
import tools.jackson.databind.JsonNode;

/**
 * The web hook that all of Meta's products share (Graph API, "Webhooks: Getting Started"): the
 * handshake, the signature {@code X-Hub-Signature-256} over the raw body, and batches of entries,
 * which may be of several accounts and products. Thread-safe.
 */
final class GraphWebhook {

  /** A body longer than this is refused with 413; WhatsApp's are at most 3 MB. */
  static final int MAX_BODY_BYTES = 4 << 20;

  /** Meta puts up to 1,000 updates into one request. */
  private static final int MAX_MESSAGES = 5_000;

  private static final String CHALLENGE = "[!-~]{1,255}";

  /** What one product's events mean. */
  interface Reader {

    /** Reads one element of {@code entry.changes}; at least one message comes of it. */
    List<ChannelMessage> change(JsonNode entry, String field, JsonNode value);

    /** Reads one element of {@code entry.messaging}. */
    ChannelMessage event(JsonNode entry, JsonNode event);
  }

  private final SignatureCheck signature;
  private final List<String> verifyTokens;
  private final String product;
  private final Reader reader;

  GraphWebhook(MetaApp app, String product, Reader reader) {
    this.signature =
        SignatureCheck.hmac(
            "HmacSHA256",
            "sha256=",
            SignatureCheck.Encoding.HEX,
            SignatureCheck.keys(app.secrets()));
    this.verifyTokens = app.verifyTokens();
    this.product = product;
    this.reader = reader;
  }

  PushVerdict open(PushRequest request) {
    if (request.method().equals("GET")) {
      return shakeHands(request);
    } else if (!request.method().equals("POST")) {
      return PushVerdict.Refused.of(405, "events come by POST");
    } else if (request.bodyLength() > MAX_BODY_BYTES) {
      return PushVerdict.Refused.of(413, "the body is longer than " + MAX_BODY_BYTES + " bytes");
    }
    byte[] body = request.body();
    return signature.holds(body, request.header("X-Hub-Signature-256"))
        ? read(body)
        : PushVerdict.Refused.of(401, "the signature does not fit the body");
  }

  private PushVerdict shakeHands(PushRequest request) {
    List<String> challenge = request.parameter("hub.challenge");
    boolean known = SignatureCheck.isSecret(verifyTokens, request.parameter("hub.verify_token"));
    if (!known || !request.parameter("hub.mode").equals(List.of("subscribe"))) {
      return PushVerdict.Refused.of(403, "the verify token is missing or wrong");
    } else if (challenge.size() != 1 || !challenge.get(0).matches(CHALLENGE)) {
      return PushVerdict.Refused.of(400, "the challenge is missing or none of Meta's");
    }
    return new PushVerdict.Handshake(PushResponse.of(200, challenge.get(0)));
  }

  /** Reads a body that is known to be genuine. */
  PushVerdict read(byte[] body) {
    Optional<JsonNode> root = Json.find(body);
    List<ChannelMessage> messages = new ArrayList<>();
    if (root.isEmpty() || !root.get().path("entry").isArray()) {
      return PushVerdict.Refused.of(400, "the body is no event of Meta's in JSON");
    }
    for (JsonNode entry : root.get().path("entry")) {
      if (messages.size() <= MAX_MESSAGES) {
        messages.addAll(
            Json.text(root.get().path("object")).equals(product)
                ? entry(entry)
                : List.of(notForUs(entry)));
      }
    }
    return messages.size() > MAX_MESSAGES
        ? PushVerdict.Refused.of(413, "more than " + MAX_MESSAGES + " events at once")
        : new PushVerdict.Genuine(messages);
  }

  private List<ChannelMessage> entry(JsonNode entry) {
    List<ChannelMessage> messages = new ArrayList<>();
    if (entry.has("field") && entry.has("value")) {
      messages.addAll(change(entry, entry));
    }
    for (JsonNode change : list(entry, "changes")) {
      messages.addAll(change(entry, change));
    }
    for (JsonNode event : list(entry, "messaging")) {
      messages.add(
          event.isObject()
              ? reader.event(entry, event)
              : new Malformed(GraphJson.fingerprint(event), "an event that is no object"));
    }
    for (JsonNode event : list(entry, "standby")) {
      // Another app of the same account has the conversation at present.
      messages.add(notForUs(event));
    }
    if (messages.isEmpty()) {
      messages.add(
          new Malformed(
              GraphJson.fingerprint(entry),
              "an entry without events; switch \"include values\" on for the web hook"));
    }
    return messages;
  }

  private static Iterable<JsonNode> list(JsonNode entry, String name) {
    return entry.path(name).isArray() ? entry.path(name) : List.<JsonNode>of();
  }

  private List<ChannelMessage> change(JsonNode entry, JsonNode change) {
    String field = Json.text(change.path("field"));
    return field.isEmpty() || !change.path("value").isObject()
        ? List.of(
            new Malformed(GraphJson.fingerprint(change), "a change without its field or value"))
        : reader.change(entry, field, change.path("value"));
  }

  static Ignored notForUs(JsonNode element) {
    return new Ignored(GraphJson.where(element.path("id"), element), Ignored.Reason.NOT_FOR_US);
  }
}
