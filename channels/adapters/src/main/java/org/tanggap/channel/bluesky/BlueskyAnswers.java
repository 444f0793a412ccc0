package org.tanggap.channel.bluesky;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers to posts: what is allowed, and the sending. */
final class BlueskyAnswers {

  private static final int MAX_GRAPHEMES = 300;
  private static final int BYTES_PER_GRAPHEME = 10;
  private static final int MAX_PHOTOS = 4;
  private static final int MAX_PHOTO_BYTES = 1_000_000;
  private static final Pattern GRAPHEME = Pattern.compile("\\X");

  private final BlueskyApi api;
  private final BlueskySession session;
  private final InstantSource clock;
  private final @Nullable PhotoStore photoStore;
  private final String photoDescription;
  private final String language;

  BlueskyAnswers(
      BlueskyApi api,
      BlueskySession session,
      InstantSource clock,
      @Nullable PhotoStore photoStore,
      String photoDescription,
      String language) {
    this.api = api;
    this.session = session;
    this.clock = clock;
    this.photoStore = photoStore;
    this.photoDescription = photoDescription;
    this.language = language;
  }

  ReplyPermission permission(ReplyTarget to) {
    return ThreadPlace.find(to.hint()).isEmpty()
        ? new ReplyPermission.ByHand(
            "The place of the message in its thread is no longer known: answer it on Bluesky.")
        : allowed();
  }

  private ReplyPermission.Allowed allowed() {
    return ReplyPermission.Allowed.words(MAX_GRAPHEMES)
        .withPhotos(photoStore == null ? 0 : MAX_PHOTOS)
        .withMentions();
  }

  static int lengthOf(String text) {
    int graphemes = (int) GRAPHEME.matcher(text).results().count();
    int bytes = Facets.bytes(text);
    return Math.max(graphemes, (bytes + BYTES_PER_GRAPHEME - 1) / BYTES_PER_GRAPHEME);
  }

  SentReply send(Reply reply) {
    ThreadPlace place =
        ThreadPlace.find(reply.to().hint())
            .orElseThrow(() -> refused("the place of the message in its thread is not known"));
    if (lengthOf(reply.text()) > MAX_GRAPHEMES) {
      throw refused("the answer is longer than 300 characters or 3,000 bytes");
    } else if (reply.photos().size() > allowed().maxPhotos()) {
      throw refused("an answer has at most " + allowed().maxPhotos() + " photos");
    }
    List<Picture> pictures = pictures(reply.photos());
    BlueskySession.Tokens tokens = session.tokens();
    String key = RecordKey.of(reply.id());
    Optional<String> earlier = reply.mayBeSent() ? api.findPost(tokens, key) : Optional.empty();
    return new SentReply(earlier.orElseGet(() -> create(reply, place, pictures, tokens, key)));
  }

  /** A server that has the key already refuses in one way or another: then it was sent. */
  private String create(
      Reply reply,
      ThreadPlace place,
      List<Picture> pictures,
      BlueskySession.Tokens tokens,
      String key) {
    ObjectNode post = post(reply, place);
    embed(post, pictures, tokens);
    try {
      return api.createPost(tokens, key, post);
    } catch (ChannelException refusal) {
      if (refusal.kind() != Kind.TEMPORARY && refusal.kind() != Kind.NOT_PERMITTED) {
        throw refusal;
      }
      return findAfter(refusal, tokens, key).orElseThrow(() -> refusal);
    }
  }

  private Optional<String> findAfter(
      ChannelException refusal, BlueskySession.Tokens tokens, String key) {
    try {
      return api.findPost(tokens, key);
    } catch (ChannelException e) {
      refusal.addSuppressed(e);
      return Optional.empty();
    }
  }

  private ObjectNode post(Reply reply, ThreadPlace place) {
    ObjectNode post = Json.object().put("$type", BlueskyApi.POSTS).put("text", reply.text());
    post.put("createdAt", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    post.putArray("langs").add(language);
    post.set("reply", place.reply());
    ArrayNode facets = Facets.of(reply.text(), place.handle(), place.did());
    if (!facets.isEmpty()) {
      post.set("facets", facets);
    }
    return post;
  }

  private void embed(ObjectNode post, List<Picture> pictures, BlueskySession.Tokens tokens) {
    if (pictures.isEmpty()) {
      return;
    }
    ArrayNode images =
        post.putObject("embed").put("$type", "app.bsky.embed.images").putArray("images");
    for (Picture picture : pictures) {
      images.addObject().put("alt", photoDescription).set("image", api.uploadBlob(tokens, picture));
    }
  }

  private List<Picture> pictures(List<Photo> wanted) {
    List<Picture> found = new ArrayList<>();
    for (Photo photo : wanted) {
      Picture picture =
          Optional.ofNullable(photoStore)
              .flatMap(store -> store.find(photo.reference()))
              .orElseThrow(() -> refused("a photo of the answer is not in the photo store"));
      if (!picture.mediaType().startsWith("image/") || picture.content().length > MAX_PHOTO_BYTES) {
        throw refused("a photo of the answer is no picture or larger than 1,000,000 bytes");
      }
      found.add(picture);
    }
    return found;
  }

  private static ChannelException refused(String why) {
    return ChannelException.of(Kind.NOT_PERMITTED, why);
  }
}
