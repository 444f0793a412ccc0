package org.tanggap.channel.bluesky;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Picture;
import org.tanggap.channel.Vitals;
import org.tanggap.channel.web.ApiRequest;
import org.tanggap.channel.web.ApiResponse;
import org.tanggap.channel.web.Json;
import org.tanggap.channel.web.WebApi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The calls to a server of the AT Protocol. */
final class BlueskyApi {

  static final String POSTS = "app.bsky.feed.post";

  private static final String NO_RECORD = "Bluesky has no such record";
  private static final Duration LONGEST_WAIT = Duration.ofDays(31);

  private final WebApi web;
  private final InstantSource clock;
  private final AtomicReference<Vitals> vitals = new AtomicReference<>(Vitals.UNKNOWN);

  BlueskyApi(URI base, HttpClient client, InstantSource clock, Duration timeout) {
    this.clock = clock;
    this.web =
        WebApi.builder("Bluesky", base, client, clock)
            .timeout(timeout)
            .failures(this::failure)
            .build();
  }

  Vitals vitals() {
    return vitals.get();
  }

  BlueskySession.Tokens createSession(String identifier, String password) {
    ObjectNode credentials = Json.object().put("identifier", identifier).put("password", password);
    return BlueskySession.Tokens.read(
        web.send(ApiRequest.post("xrpc", "com.atproto.server.createSession").json(credentials))
            .json());
  }

  BlueskySession.Tokens refreshSession(String refreshToken) {
    return BlueskySession.Tokens.read(
        web.send(signed(ApiRequest.post("xrpc", "com.atproto.server.refreshSession"), refreshToken))
            .json());
  }

  private static ApiRequest signed(ApiRequest request, String token) {
    return request.header("Authorization", "Bearer " + token);
  }

  /** Notifications of posts, newest first, from a place in the list on. */
  JsonNode listNotifications(BlueskySession.Tokens tokens, @Nullable String from, int limit) {
    ApiResponse response =
        web.send(
            signed(
                ApiRequest.get("xrpc", "app.bsky.notification.listNotifications")
                    .query("reasons", "mention")
                    .query("reasons", "reply")
                    .query("reasons", "quote")
                    .query("limit", Integer.toString(limit))
                    .query("cursor", from),
                tokens.access()));
    String left = response.header("ratelimit-remaining").orElse("");
    if (left.matches("[0-9]{1,9}")) {
      vitals.set(new Vitals(null, Long.valueOf(left), resetOrNull(response)));
    }
    return response.json();
  }

  /** Keeps a picture on the server; what a record refers to it with. */
  JsonNode uploadBlob(BlueskySession.Tokens tokens, Picture picture) {
    JsonNode blob =
        web.send(
                signed(
                    ApiRequest.post("xrpc", "com.atproto.repo.uploadBlob")
                        .body(picture.mediaType(), picture.content()),
                    tokens.access()))
            .json()
            .path("blob");
    if (!blob.isObject()) {
      throw ChannelException.of(Kind.MALFORMED, "Bluesky took a photo and gave no reference");
    }
    return blob;
  }

  /** Creates a post under a key; its URI. */
  String createPost(BlueskySession.Tokens tokens, String key, ObjectNode post) {
    ObjectNode call =
        Json.object().put("repo", tokens.did()).put("collection", POSTS).put("rkey", key);
    call.set("record", post);
    ApiResponse response =
        web.send(
            signed(
                ApiRequest.post("xrpc", "com.atproto.repo.createRecord").json(call).delivering(),
                tokens.access()));
    return Json.find(response.body())
        .map(created -> Json.text(created.path("uri")))
        .filter(BlueskyMessages::isPostUri)
        .orElseThrow(
            () ->
                ChannelException.of(
                    Kind.UNCONFIRMED, "Bluesky took an answer and did not tell its URI"));
  }

  /** The URI of our post under a key, if there is one. */
  Optional<String> findPost(BlueskySession.Tokens tokens, String key) {
    try {
      JsonNode record =
          web.send(
                  signed(
                      ApiRequest.get("xrpc", "com.atproto.repo.getRecord")
                          .query("repo", tokens.did())
                          .query("collection", POSTS)
                          .query("rkey", key),
                      tokens.access()))
              .json();
      String uri = Json.text(record.path("uri"));
      if (!BlueskyMessages.isPostUri(uri)) {
        throw ChannelException.of(Kind.MALFORMED, "Bluesky answered with no record");
      }
      return Optional.of(uri);
    } catch (ChannelException e) {
      if (NO_RECORD.equals(e.getMessage())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Optional<ChannelException> failure(ApiResponse response) {
    if (response.status() == 429) {
      return Optional.ofNullable(resetOrNull(response))
          .map(at -> ChannelException.waitUntil("Bluesky's limit is reached", at));
    }
    JsonNode body = Json.find(response.body()).orElseGet(Json::object);
    String error = Json.text(body.path("error"));
    if (error.equals("ExpiredToken") || error.equals("InvalidToken")) {
      return Optional.of(ChannelException.of(Kind.REFRESH, "the session at Bluesky has run out"));
    } else if (error.equals("RecordNotFound")
        || Json.text(body.path("message")).startsWith("Could not locate record")) {
      return Optional.of(ChannelException.of(Kind.NOT_PERMITTED, NO_RECORD));
    }
    return Optional.empty();
  }

  private @Nullable Instant resetOrNull(ApiResponse response) {
    String seconds = response.header("ratelimit-reset").orElse("");
    if (!seconds.matches("[0-9]{1,11}")) {
      return null;
    }
    Instant reset = Instant.ofEpochSecond(Long.parseLong(seconds));
    Instant latest = clock.instant().plus(LONGEST_WAIT);
    return reset.isAfter(latest) ? latest : reset;
  }
}
