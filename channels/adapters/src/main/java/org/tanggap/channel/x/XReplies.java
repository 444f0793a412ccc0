package org.tanggap.channel.x;

import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.Picture;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.SentReply;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.Photo;
import tools.jackson.databind.JsonNode;

/** Replies to posts, each once: what may have been sent before is looked for first. */
final class XReplies {

  static final int MAX_PHOTOS = 4;

  private static final int MAX_PHOTO_BYTES = 5 << 20;
  private static final Set<String> PHOTO_TYPES =
      Set.of("image/jpeg", "image/png", "image/webp", "image/gif");

  /** X shows at most 3,200 of an account's posts, a hundred a page. */
  private static final int MAX_PAGES = 32;

  private static final Pattern LEADING_MENTIONS = Pattern.compile("^(?:@[A-Za-z0-9_]+\\s+)+");
  private static final Pattern MEDIA_ADDRESS = Pattern.compile(".*/(?:photo|video)/[0-9]+$");

  private final XApi api;
  private final @Nullable PhotoStore photos;
  private final int maxCharacters;
  private final String price;

  XReplies(XApi api, @Nullable PhotoStore photos, int maxCharacters, String price) {
    this.api = api;
    this.photos = photos;
    this.maxCharacters = maxCharacters;
    this.price = price;
  }

  ReplyPermission permission(ReplyTarget to) {
    if (!XHint.of(to).summoned()) {
      return new ReplyPermission.ByHand(
          "X lets an app reply only where the author mentioned or quoted the account; answer on X");
    }
    return ReplyPermission.Allowed.words(maxCharacters)
        .withPhotos(photos == null ? 0 : MAX_PHOTOS)
        .withMentions()
        .withPrice(price);
  }

  SentReply send(Reply reply) {
    XHint hint = XHint.of(reply.to());
    if (!hint.summoned()) {
      throw notPermitted("X lets an app reply only to posts that mention or quote the account");
    } else if (reply.text().isBlank() && reply.photos().isEmpty()) {
      throw notPermitted("X takes no empty reply");
    } else if (XText.length(reply.text()) > maxCharacters) {
      throw notPermitted("the reply is longer than " + maxCharacters + " characters");
    } else if (reply.photos().size() > MAX_PHOTOS) {
      throw notPermitted("a reply on X has at most " + MAX_PHOTOS + " photos");
    }
    if (reply.mayBeSent()) {
      Optional<String> sent = findSent(reply, hint);
      if (sent.isPresent()) {
        return new SentReply(sent.get());
      }
    }
    List<Picture> pictures = reply.photos().stream().map(this::picture).toList();
    List<String> media = new ArrayList<>();
    pictures.forEach(picture -> media.add(api.upload(picture)));
    try {
      return new SentReply(api.reply(reply.text(), hint.post(), media));
    } catch (ChannelException e) {
      if (reply.mayBeSent() && XFault.is(XFault.What.DUPLICATE, e)) {
        return new SentReply(findSent(reply, hint).orElse(null));
      }
      throw e;
    }
  }

  private Picture picture(Photo photo) {
    Picture picture = stored(photo);
    if (!PHOTO_TYPES.contains(picture.mediaType())) {
      throw notPermitted("X takes photos as JPEG, PNG, WebP or GIF only");
    } else if (picture.content().length > MAX_PHOTO_BYTES) {
      throw notPermitted("X takes photos of at most " + MAX_PHOTO_BYTES + " bytes");
    }
    return picture;
  }

  private Picture stored(Photo photo) {
    if (photos == null) {
      throw notPermitted("no photo store is configured, so a reply has no photos");
    }
    try {
      return photos
          .find(photo.reference())
          .orElseThrow(() -> notPermitted("a photo of the reply is not in the photo store"));
    } catch (UncheckedIOException e) {
      throw new ChannelException(Kind.TEMPORARY, "the photo store cannot be read", null, e);
    }
  }

  private static ChannelException notPermitted(String why) {
    return ChannelException.of(Kind.NOT_PERMITTED, why);
  }

  /** The account's own reply of the same words to the same post. */
  private Optional<String> findSent(Reply reply, XHint hint) {
    String wanted = comparable(reply.text());
    String token = "";
    for (int page = 0; page < MAX_PAGES; page++) {
      JsonNode posts = api.ownPosts(hint.post(), token);
      for (JsonNode post : posts.path("data")) {
        if (isReplyTo(post, hint.post()) && comparable(written(post)).equals(wanted)) {
          return Optional.of(Json.text(post.path("id"))).filter(XMessages::isId);
        }
      }
      token = Json.text(posts.path("meta").path("next_token"));
      if (token.isEmpty()) {
        return Optional.empty();
      }
    }
    throw ChannelException.of(
        Kind.UNCONFIRMED, "X does not show enough of the account's posts to find the reply");
  }

  private static boolean isReplyTo(JsonNode post, String id) {
    for (JsonNode reference : post.path("referenced_tweets")) {
      if ("replied_to".equals(Json.text(reference.path("type")))
          && id.equals(Json.text(reference.path("id")))) {
        return true;
      }
    }
    return false;
  }

  /** What was written: X adds an address for the photos, and whom the reply is to. */
  private static String written(JsonNode post) {
    String text = XMessages.text(post);
    for (JsonNode url : post.path("entities").path("urls")) {
      boolean media =
          url.has("media_key")
              || MEDIA_ADDRESS.matcher(Json.text(url.path("expanded_url"))).matches();
      String address = Json.text(url.path("url"));
      text = media && !address.isEmpty() ? text.replace(address, "") : text;
    }
    return text;
  }

  /** X shortens addresses, so that only their places can be compared. */
  private static String comparable(String text) {
    String bare = LEADING_MENTIONS.matcher(text.strip()).replaceFirst("");
    return Normalizer.normalize(XText.withoutAddresses(bare, "\u0001"), Normalizer.Form.NFC)
        .replaceAll("\\s+", " ")
        .strip();
  }
}
