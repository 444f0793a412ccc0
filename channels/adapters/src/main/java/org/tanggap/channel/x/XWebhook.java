package org.tanggap.channel.x;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.ChannelMessage.Ignored.Reason;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushResponse;
import org.tanggap.channel.PushVerdict;
import org.tanggap.channel.web.Json;
import org.tanggap.channel.web.SignatureCheck;
import tools.jackson.databind.JsonNode;

/** Opens the requests of X's web hook and reads the events of its Activity API. */
final class XWebhook {

  private static final Set<String> POSTS =
      Set.of("post.create", "post.mention.create", "post.reply.create", "post.quote.create");
  private static final Set<String> REACTIONS =
      Set.of("like.create", "post.like.create", "repost.create", "post.repost.create");
  private static final Set<String> LETTERS = Set.of("dm.received", "chat.received");
  private static final Set<String> OWN_LETTERS = Set.of("dm.sent", "chat.sent");
  private static final Set<String> TALK =
      Set.of("profile", "follow", "mute", "block", "space", "spaces", "news");

  private final XMessages messages;
  private final String userId;
  private final @Nullable SignatureCheck signature;
  private final int maxBodyBytes;

  XWebhook(XMessages messages, String userId, List<String> secrets, int maxBodyBytes) {
    this.messages = messages;
    this.userId = userId;
    this.maxBodyBytes = maxBodyBytes;
    this.signature =
        secrets.isEmpty()
            ? null
            : SignatureCheck.hmac(
                "HmacSHA256",
                "sha256=",
                SignatureCheck.Encoding.BASE64,
                SignatureCheck.keys(secrets));
  }

  PushVerdict open(PushRequest request) {
    if (signature == null) {
      return PushVerdict.Refused.of(403, "no consumer secret is configured");
    }
    return switch (request.method()) {
      case "GET" -> handshake(signature, request.parameter("crc_token"));
      case "POST" -> events(signature, request);
      default -> PushVerdict.Refused.of(405, "only GET and POST");
    };
  }

  /**
   * The challenge-response check. It signs whatever is asked with the secret that signs the events:
   * a token that could be the body of a request is refused, or anybody could have one signed.
   */
  private static PushVerdict handshake(SignatureCheck signature, List<String> tokens) {
    if (tokens.size() != 1 || !tokens.get(0).matches("[A-Za-z0-9+/=_.-]{1,256}")) {
      return PushVerdict.Refused.of(400, "no crc_token");
    }
    byte[] token = tokens.get(0).getBytes(StandardCharsets.UTF_8);
    return new PushVerdict.Handshake(
        PushResponse.json(
            200, Json.object().put("response_token", signature.sign(token)).toString()));
  }

  private PushVerdict events(SignatureCheck signature, PushRequest request) {
    if (request.bodyLength() > maxBodyBytes) {
      return PushVerdict.Refused.of(413, "the body is longer than " + maxBodyBytes + " bytes");
    }
    byte[] body = request.body();
    if (!signature.holds(body, request.header("x-twitter-webhooks-signature"))) {
      return PushVerdict.Refused.of(401, "the signature does not fit the body");
    }
    return Json.find(body)
        .filter(JsonNode::isObject)
        .<PushVerdict>map(root -> new PushVerdict.Genuine(events(root)))
        .orElseGet(() -> PushVerdict.Refused.of(400, "the body is no JSON object"));
  }

  private List<ChannelMessage> events(JsonNode root) {
    JsonNode data = root.path("data");
    List<ChannelMessage> all = new ArrayList<>();
    if (data.isArray()) {
      data.forEach(event -> all.add(event(event)));
    } else if (data.isObject()) {
      all.add(event(data));
    } else {
      all.add(
          new ChannelMessage.Malformed(
              XMessages.nameless(root),
              "no event of the Activity API; subscribe to it, not to Account Activity"));
    }
    return all;
  }

  private ChannelMessage event(JsonNode event) {
    String type = Json.text(event.path("event_type"));
    JsonNode payload = event.path("payload");
    if (POSTS.contains(type)) {
      return post(type, event, payload);
    } else if (type.equals("post.delete")) {
      return deletion(event, payload);
    } else if (REACTIONS.contains(type)) {
      return new ChannelMessage.Ignored(where(event), Reason.REACTION);
    } else if (OWN_LETTERS.contains(type)) {
      return new ChannelMessage.Ignored(where(event), Reason.OWN_MESSAGE);
    } else if (LETTERS.contains(type)) {
      return new ChannelMessage.Unsupported(where(event), "a direct message");
    } else if (TALK.contains(type.replaceFirst("\\..*", ""))) {
      return new ChannelMessage.Ignored(where(event), Reason.NOT_FOR_US);
    } else if (type.isEmpty()) {
      return new ChannelMessage.Malformed(XMessages.nameless(event), "an event without a type");
    }
    String name = type.matches("[a-z._]{1,60}") ? type : "an unknown kind";
    return new ChannelMessage.Unsupported(where(event), "an event of " + name);
  }

  private ChannelMessage post(String type, JsonNode event, JsonNode payload) {
    JsonNode includes = event.path("includes");
    String subscribed = Json.text(event.path("filter").path("user_id"));
    String id = Json.text(payload.path("id"));
    if (!XMessages.isId(id)) {
      return new ChannelMessage.Malformed(where(event), "a post without an id");
    }
    boolean others =
        !messages.concerns(payload, includes)
            && !messages.isOwn(payload)
            && (!subscribed.equals(userId) || "post.create".equals(type));
    if (others) {
      return new ChannelMessage.Ignored(id, Reason.NOT_FOR_US);
    }
    ChannelMessage message = messages.message(payload, includes);
    boolean taken =
        message instanceof ChannelMessage.NewReport || message instanceof ChannelMessage.Edited;
    return taken && XMessages.isIncomplete(payload, includes)
        ? new ChannelMessage.NeedsFetch(messages.key(id), id)
        : message;
  }

  private ChannelMessage deletion(JsonNode event, JsonNode payload) {
    String id = Json.text(payload.path("id"));
    if (!XMessages.isId(id)) {
      return new ChannelMessage.Malformed(where(event), "a deletion without the post's id");
    }
    return messages.isOwn(payload)
        ? new ChannelMessage.Ignored(id, Reason.OWN_MESSAGE)
        : new ChannelMessage.Deleted(messages.key(id));
  }

  private static String where(JsonNode event) {
    String uuid = Json.text(event.path("event_uuid"));
    return uuid.matches("-?[0-9A-Za-z-]{1,64}") ? "event " + uuid : XMessages.nameless(event);
  }
}
