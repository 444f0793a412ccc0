package org.tanggap.channel.meta;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.Picture;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.SentReply;
import org.tanggap.channel.web.ApiRequest;
import org.tanggap.channel.web.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers of a page: comments under comments and posts, and messages by Messenger. */
final class FacebookAnswers {

  /** A comment may have 8,000 characters; some are left for the mention before it. */
  static final int MAX_COMMENT_CHARACTERS = 7_900;

  static final int MAX_MESSAGE_CHARACTERS = 2_000;

  private static final Duration WINDOW = Duration.ofHours(24);

  private final GraphApi api;
  private final EarlierAnswer earlier;
  private final String pageId;
  private final boolean mention;
  private final @Nullable PhotoStore photos;
  private final InstantSource clock;

  FacebookAnswers(
      GraphApi api,
      String pageId,
      boolean mention,
      @Nullable PhotoStore photos,
      InstantSource clock) {
    this.api = api;
    this.earlier = new EarlierAnswer(api, "comments", "id,from,message");
    this.pageId = pageId;
    this.mention = mention;
    this.photos = photos;
    this.clock = clock;
  }

  ReplyPermission permission(ReplyTarget to) {
    FacebookHint hint = FacebookHint.parse(to.hint());
    if (!hint.messenger()) {
      ReplyPermission.Allowed comment =
          ReplyPermission.Allowed.words(MAX_COMMENT_CHARACTERS).withPhotos(1);
      return prefix(hint).isEmpty() ? comment : comment.withMentions();
    }
    Instant end = to.sentAt().plus(WINDOW);
    if (hint.person().isEmpty()) {
      return new ReplyPermission.ByHand("Messenger did not say who wrote the message");
    }
    return clock.instant().isBefore(end)
        ? ReplyPermission.Allowed.words(MAX_MESSAGE_CHARACTERS).withPhotos(1).withUntil(end)
        : new ReplyPermission.ByHand(
            "Messenger takes no answer later than 24 hours after the citizen's message");
  }

  SentReply send(Reply reply) {
    if (!(permission(reply.to()) instanceof ReplyPermission.Allowed allowed)) {
      throw AnswerRules.refused("Messenger does not take an answer to this message now");
    }
    AnswerRules.checkLength(reply, allowed.maxCharacters());
    FacebookHint hint = FacebookHint.parse(reply.to().hint());
    Optional<AnswerPhoto> photo = AnswerPhoto.find(reply, photos);
    return hint.messenger()
        ? message(reply, hint, photo)
        : comment(reply, hint, photo.orElse(null));
  }

  private SentReply comment(Reply reply, FacebookHint hint, @Nullable AnswerPhoto photo) {
    String target = GraphJson.nodeId(reply.to().message().externalId());
    if (reply.mayBeSent()) {
      Optional<String> sent =
          earlier.find(target, hint.above(), comment -> isOurs(comment, hint, reply.text()));
      if (sent.isPresent()) {
        return new SentReply(sent.get());
      }
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("message", prefix(hint) + reply.text());
    ApiRequest request = ApiRequest.post(target, "comments");
    Picture picture = photo == null ? null : photo.picture();
    if (picture != null) {
      request.multipart(fields, "source", "photo", picture.mediaType(), picture.content());
    } else {
      if (photo != null && photo.link() != null) {
        fields.put("attachment_url", photo.link());
      }
      request.form(fields);
    }
    return new SentReply(api.deliver(request, "id"));
  }

  private boolean isOurs(JsonNode comment, FacebookHint hint, String text) {
    JsonNode author = comment.path("from").path("id");
    boolean ours = author.isMissingNode() || Json.text(author).equals(pageId);
    JsonNode words = comment.path("message");
    // A mention has become the name of the citizen.
    return ours
        && (prefix(hint).isEmpty()
            ? EarlierAnswer.isSame(words, text)
            : EarlierAnswer.endsWith(words, text));
  }

  private String prefix(FacebookHint hint) {
    return mention && hint.person().matches("[0-9]{1,32}") ? "@[" + hint.person() + "] " : "";
  }

  private SentReply message(Reply reply, FacebookHint hint, Optional<AnswerPhoto> photo) {
    String sent = photo.isEmpty() ? "" : deliver(hint, photo.get());
    if (reply.text().isBlank() && !sent.isEmpty()) {
      return new SentReply(sent);
    }
    ObjectNode body = envelope(hint);
    body.putObject("message").put("text", reply.text());
    try {
      return new SentReply(api.deliver(messages().json(body), "message_id"));
    } catch (ChannelException e) {
      throw sent.isEmpty() ? e : AnswerRules.afterPicture(e);
    }
  }

  private String deliver(FacebookHint hint, AnswerPhoto photo) {
    ObjectNode message = Json.object();
    ObjectNode attachment = message.putObject("attachment").put("type", "image");
    ObjectNode payload = attachment.putObject("payload").put("is_reusable", false);
    Picture picture = photo.picture();
    if (picture == null) {
      payload.put("url", photo.link());
      ObjectNode body = envelope(hint);
      body.set("message", message);
      return api.deliver(messages().json(body), "message_id");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("recipient", envelope(hint).path("recipient").toString());
    fields.put("messaging_type", "RESPONSE");
    fields.put("message", message.toString());
    return api.deliver(
        messages().multipart(fields, "filedata", "photo", picture.mediaType(), picture.content()),
        "message_id");
  }

  private static ApiRequest messages() {
    return ApiRequest.post("me", "messages");
  }

  private static ObjectNode envelope(FacebookHint hint) {
    ObjectNode body = Json.object();
    body.putObject("recipient").put("id", hint.person());
    return body.put("messaging_type", "RESPONSE");
  }
}
