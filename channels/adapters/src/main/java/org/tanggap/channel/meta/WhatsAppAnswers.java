package org.tanggap.channel.meta;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
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

/** Answers on WhatsApp: within a day of the message as they are, later as a template. */
final class WhatsAppAnswers {

  static final int MAX_CHARACTERS = 4_096;

  /** How long a parameter of a template may be. */
  static final int MAX_TEMPLATE_CHARACTERS = 1_024;

  private static final int MAX_CAPTION = 1_024;
  private static final Duration WINDOW = Duration.ofHours(24);

  /**
   * A template that Meta has approved, with one parameter in its body.
   *
   * @param name its name
   * @param language its language's code, such as {@code id}
   */
  record Template(String name, String language) {}

  private final GraphApi api;
  private final String phoneNumberId;
  private final @Nullable Template template;
  private final @Nullable PhotoStore photos;
  private final InstantSource clock;

  WhatsAppAnswers(
      GraphApi api,
      String phoneNumberId,
      @Nullable Template template,
      @Nullable PhotoStore photos,
      InstantSource clock) {
    this.api = api;
    this.phoneNumberId = phoneNumberId;
    this.template = template;
    this.photos = photos;
    this.clock = clock;
  }

  ReplyPermission permission(ReplyTarget to) {
    Instant end = to.sentAt().plus(WINDOW);
    if (findRecipient(to).isEmpty()) {
      return new ReplyPermission.ByHand("WhatsApp did not say who wrote the message");
    } else if (clock.instant().isBefore(end)) {
      return ReplyPermission.Allowed.words(MAX_CHARACTERS).withPhotos(1).withUntil(end);
    }
    return template == null
        ? new ReplyPermission.ByHand(
            "WhatsApp takes only templates later than 24 hours after the citizen's message")
        : ReplyPermission.Allowed.words(MAX_TEMPLATE_CHARACTERS);
  }

  SentReply send(Reply reply) {
    if (!(permission(reply.to()) instanceof ReplyPermission.Allowed allowed)) {
      throw AnswerRules.refused("WhatsApp does not take an answer to this message now");
    }
    AnswerRules.checkLength(reply, allowed.maxCharacters());
    Optional<AnswerPhoto> photo = AnswerPhoto.find(reply, photos);
    if (allowed.until() == null) {
      return fromTemplate(reply, photo.isPresent());
    } else if (photo.isEmpty()) {
      return new SentReply(deliver(words(reply)));
    }
    ObjectNode picture = picture(reply, photo.get());
    boolean asCaption = reply.text().codePointCount(0, reply.text().length()) <= MAX_CAPTION;
    if (asCaption && !reply.text().isBlank()) {
      ((ObjectNode) picture.path("image")).put("caption", reply.text());
    }
    String id = deliver(picture);
    return asCaption ? new SentReply(id) : wordsAfterPicture(reply);
  }

  private SentReply wordsAfterPicture(Reply reply) {
    try {
      return new SentReply(deliver(words(reply)));
    } catch (ChannelException e) {
      throw AnswerRules.afterPicture(e);
    }
  }

  private SentReply fromTemplate(Reply reply, boolean withPhoto) {
    Template form = template;
    if (form == null || withPhoto) {
      throw AnswerRules.refused(
          "24 hours after the citizen's message WhatsApp takes words in a template only");
    }
    ObjectNode message = message(reply, "template");
    ObjectNode content = message.putObject("template").put("name", form.name());
    content.putObject("language").put("code", form.language());
    ObjectNode body = content.putArray("components").addObject().put("type", "body");
    // A parameter with a line break, a tab or five blanks in a row is refused.
    String flat = reply.text().strip().replaceAll("\\s+", " ");
    body.putArray("parameters").addObject().put("type", "text").put("text", flat);
    return new SentReply(deliver(message));
  }

  private static ObjectNode words(Reply reply) {
    ObjectNode message = message(reply, "text");
    message.putObject("text").put("preview_url", false).put("body", reply.text());
    return message;
  }

  private ObjectNode picture(Reply reply, AnswerPhoto photo) {
    ObjectNode message = message(reply, "image");
    ObjectNode image = message.putObject("image");
    Picture picture = photo.picture();
    if (picture == null) {
      image.put("link", photo.link());
    } else {
      image.put("id", upload(picture));
    }
    return message;
  }

  private String upload(Picture picture) {
    JsonNode uploaded =
        api.read(
            ApiRequest.post(phoneNumberId, "media")
                .multipart(
                    Map.of("messaging_product", "whatsapp", "type", picture.mediaType()),
                    "file",
                    "photo",
                    picture.mediaType(),
                    picture.content()));
    String id = GraphJson.id(uploaded.path("id"));
    if (id.isEmpty()) {
      throw ChannelException.of(Kind.TEMPORARY, "Meta answered without the id of the photo");
    }
    return id;
  }

  private static ObjectNode message(Reply reply, String type) {
    ObjectNode message = Json.object();
    message.put("messaging_product", "whatsapp").put("recipient_type", "individual");
    JsonNode recipient = findRecipient(reply.to()).orElseThrow();
    for (String field : new String[] {"to", "recipient"}) {
      String value = Json.text(recipient.path(field));
      if (!value.isEmpty()) {
        message.put(field, value);
      }
    }
    message.putObject("context").put("message_id", reply.to().message().externalId());
    // Comes back with every status, so that a status can be told to an answer without its id.
    return message.put("biz_opaque_callback_data", reply.id().toString()).put("type", type);
  }

  private String deliver(ObjectNode message) {
    return api.deliver(ApiRequest.post(phoneNumberId, "messages").json(message), "messages", "id");
  }

  private static Optional<JsonNode> findRecipient(ReplyTarget to) {
    return Json.find(to.hint().getBytes(StandardCharsets.UTF_8))
        .filter(
            hint ->
                !Json.text(hint.path("to")).isEmpty()
                    || !Json.text(hint.path("recipient")).isEmpty());
  }
}
