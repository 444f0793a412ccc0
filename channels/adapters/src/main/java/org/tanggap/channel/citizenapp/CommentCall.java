package org.tanggap.channel.citizenapp;

import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.Picture;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.SentReply;
import org.tanggap.channel.web.ApiRequest;
import org.tanggap.channel.web.ApiResponse;
import org.tanggap.channel.web.Json;
import org.tanggap.channel.web.WebApi;
import org.tanggap.complaint.Photo;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The app's call that puts a comment under a post. */
final class CommentCall {

  private static final int MAX_CHARACTERS = 5_000;
  private static final int MAX_PHOTOS = 4;
  private static final int MAX_PHOTO_BYTES = 5 << 20;

  private final WebApi api;
  private final @Nullable PhotoStore photos;

  CommentCall(WebApi api, @Nullable PhotoStore photos) {
    this.api = api;
    this.photos = photos;
  }

  ReplyPermission permission() {
    ReplyPermission.Allowed words = ReplyPermission.Allowed.words(MAX_CHARACTERS);
    return photos == null ? words : words.withPhotos(MAX_PHOTOS);
  }

  SentReply send(Reply reply) {
    String id = reply.to().message().externalId();
    if (id.equals(".") || id.equals("..")) {
      throw refused("the post's id would lead to another address");
    } else if (reply.text().codePointCount(0, reply.text().length()) > MAX_CHARACTERS) {
      throw refused("a comment has at most 5,000 characters");
    } else if (reply.photos().size() > (photos == null ? 0 : MAX_PHOTOS)) {
      throw refused("a comment does not take so many photos");
    }
    return idIn(
        api.send(
            ApiRequest.post("posts", id, "comments")
                .header("Idempotency-Key", reply.id().toString())
                .json(comment(reply))
                .delivering()));
  }

  private ObjectNode comment(Reply reply) {
    ObjectNode comment = Json.object().put("text", reply.text());
    if (!reply.photos().isEmpty()) {
      ArrayNode list = comment.putArray("photos");
      reply.photos().forEach(photo -> list.add(url(photo)));
    }
    return comment;
  }

  /** The photo's address, or the photo itself as a {@code data:} URL (RFC 2397). */
  private String url(Photo photo) {
    String reference = photo.reference();
    Optional<Picture> picture = photos == null ? Optional.empty() : photos.find(reference);
    if (picture.isPresent()) {
      byte[] content = picture.get().content();
      if (content.length > MAX_PHOTO_BYTES) {
        throw refused("a photo in a comment has at most 5 MB");
      }
      return "data:"
          + picture.get().mediaType()
          + ";base64,"
          + Base64.getEncoder().encodeToString(content);
    } else if (!reference.toLowerCase(Locale.ROOT).matches("https?://.*")) {
      throw refused("the photo of the answer is not in the photo store");
    }
    return reference;
  }

  /** An app may name the comment; what is no JSON is no answer of the app's. */
  private static SentReply idIn(ApiResponse response) {
    byte[] body = response.body();
    return body.length == 0
        ? SentReply.WITHOUT_ID
        : Json.find(body)
            .map(json -> new SentReply(Json.textOrNull(json.path("comment_id"))))
            .orElseThrow(
                () ->
                    ChannelException.of(Kind.UNCONFIRMED, "the app's answer cannot be understood"));
  }

  private static ChannelException refused(String why) {
    return ChannelException.of(Kind.NOT_PERMITTED, why);
  }
}
