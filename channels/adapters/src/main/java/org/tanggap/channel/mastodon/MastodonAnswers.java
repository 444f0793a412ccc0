package org.tanggap.channel.mastodon;

import java.util.ArrayList;
import java.util.List;
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
import org.tanggap.complaint.Photo;

/** Answers to statuses: what is allowed, and the sending. */
final class MastodonAnswers {

  private static final int MAX_PHOTOS = 4;

  private final MastodonApi api;
  private final @Nullable PhotoStore photoStore;
  private final int maxCharacters;

  MastodonAnswers(MastodonApi api, @Nullable PhotoStore photoStore, int maxCharacters) {
    this.api = api;
    this.photoStore = photoStore;
    this.maxCharacters = maxCharacters;
  }

  ReplyPermission permission(ReplyTarget to) {
    Optional<ReplyRoute> route = route(to);
    return route.isEmpty()
        ? new ReplyPermission.ByHand(
            "It is no longer known who may see the message: answer it on Mastodon.")
        : allowed(route.get());
  }

  private static Optional<ReplyRoute> route(ReplyTarget to) {
    return ReplyRoute.find(to.hint())
        .filter(unused -> MastodonMessages.isId(to.message().externalId()));
  }

  private ReplyPermission.Allowed allowed(ReplyRoute route) {
    int left = Math.max(0, maxCharacters - StatusLength.of(route.opening()));
    return ReplyPermission.Allowed.words(left)
        .withPhotos(photoStore == null ? 0 : MAX_PHOTOS)
        .withMentions();
  }

  SentReply send(Reply reply) {
    ReplyRoute route =
        route(reply.to()).orElseThrow(() -> refused("it is not known who may see the message"));
    ReplyPermission.Allowed allowed = allowed(route);
    if (StatusLength.of(reply.text()) > allowed.maxCharacters()) {
      throw refused("the answer is longer than " + allowed.maxCharacters() + " characters");
    } else if (reply.photos().size() > allowed.maxPhotos()) {
      throw refused("an answer has at most " + allowed.maxPhotos() + " photos");
    }
    List<Picture> pictures = pictures(reply.photos());
    String under = reply.to().message().externalId();
    String text = route.opening() + reply.text();
    Optional<String> earlier = reply.mayBeSent() ? api.findReply(under, text) : Optional.empty();
    return new SentReply(
        earlier.orElseGet(
            () ->
                api.post(
                    under, text, route.visibility(), api.upload(pictures), reply.id().toString())));
  }

  private List<Picture> pictures(List<Photo> wanted) {
    List<Picture> found = new ArrayList<>();
    for (Photo photo : wanted) {
      found.add(
          Optional.ofNullable(photoStore)
              .flatMap(store -> store.find(photo.reference()))
              .orElseThrow(() -> refused("a photo of the answer is not in the photo store")));
    }
    return found;
  }

  private static ChannelException refused(String why) {
    return ChannelException.of(Kind.NOT_PERMITTED, why);
  }
}
