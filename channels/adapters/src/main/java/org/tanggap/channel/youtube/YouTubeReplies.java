package org.tanggap.channel.youtube;

import java.text.Normalizer;
import java.util.Optional;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.SentReply;
import org.tanggap.channel.web.Json;
import tools.jackson.databind.JsonNode;

/** Replies in threads, each once: what may have been sent before is looked for first. */
final class YouTubeReplies {

  /** What a comment may hold. */
  static final int MAX_CHARACTERS = 10_000;

  /** A thread has at most 500 replies, a hundred a page. */
  private static final int MAX_PAGES = 20;

  private final YouTubeApi api;
  private final String channelId;
  private final boolean signedIn;

  YouTubeReplies(YouTubeApi api, String channelId, boolean signedIn) {
    this.api = api;
    this.channelId = channelId;
    this.signedIn = signedIn;
  }

  ReplyPermission permission(ReplyTarget to) {
    if (!signedIn) {
      return new ReplyPermission.ByHand("an API key can only read; answer on YouTube, or sign in");
    } else if (!YouTubeHint.of(to).canReply()) {
      return new ReplyPermission.ByHand("YouTube lets nobody reply in this thread");
    }
    return ReplyPermission.Allowed.words(MAX_CHARACTERS);
  }

  SentReply send(Reply reply) {
    YouTubeHint hint = YouTubeHint.of(reply.to());
    if (!(permission(reply.to()) instanceof ReplyPermission.Allowed)) {
      throw notPermitted("YouTube lets the library not reply to this comment");
    } else if (!YouTubeMessages.isId(hint.thread())) {
      throw notPermitted("the comment to reply to is none of YouTube's");
    } else if (reply.text().isBlank() || !reply.photos().isEmpty()) {
      throw notPermitted("a reply on YouTube has words and no photos");
    } else if (reply.text().codePointCount(0, reply.text().length()) > MAX_CHARACTERS) {
      throw notPermitted("the reply is longer than " + MAX_CHARACTERS + " characters");
    }
    Optional<String> sent = reply.mayBeSent() ? findSent(reply, hint) : Optional.empty();
    return new SentReply(sent.orElseGet(() -> api.insert(hint.thread(), reply.text())));
  }

  private static ChannelException notPermitted(String why) {
    return ChannelException.of(Kind.NOT_PERMITTED, why);
  }

  /** The channel's own reply of the same words in the same thread. */
  private Optional<String> findSent(Reply reply, YouTubeHint hint) {
    String wanted = comparable(reply.text());
    String token = "";
    for (int i = 0; i < MAX_PAGES; i++) {
      JsonNode page = api.replies(hint.thread(), token);
      for (JsonNode comment : page.path("items")) {
        JsonNode snippet = comment.path("snippet");
        if (YouTubeMessages.author(snippet).equals(channelId)
            && comparable(YouTubeMessages.text(snippet)).equals(wanted)) {
          return Optional.of(Json.text(comment.path("id"))).filter(YouTubeMessages::isId);
        }
      }
      token = Json.text(page.path("nextPageToken"));
      if (token.isEmpty()) {
        return Optional.empty();
      }
    }
    throw ChannelException.of(
        Kind.UNCONFIRMED, "the thread on YouTube is too long to find the reply in it");
  }

  private static String comparable(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s+", " ").strip();
  }
}
