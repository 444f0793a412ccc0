package org.tanggap.channel.youtube;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.web.ApiRequest;
import org.tanggap.channel.web.ApiResponse;
import org.tanggap.channel.web.Json;
import org.tanggap.channel.web.OAuthTokens;
import org.tanggap.channel.web.WebApi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The calls of YouTube's Data API v3, and its failures in kinds ("Errors"). */
final class YouTubeApi {

  private final WebApi api;
  private final @Nullable String key;
  private final @Nullable OAuthTokens tokens;
  private final YouTubeQuota quota;
  private final String channelId;
  private final int pageSize;

  YouTubeApi(
      URI base,
      @Nullable String key,
      @Nullable OAuthTokens tokens,
      YouTubeQuota quota,
      String channelId,
      int pageSize,
      HttpClient client,
      InstantSource clock,
      Duration timeout) {
    this.key = key;
    this.tokens = tokens;
    this.quota = quota;
    this.channelId = channelId;
    this.pageSize = pageSize;
    WebApi.Builder builder =
        WebApi.builder("YouTube", base, client, clock).timeout(timeout).failures(this::failure);
    if (tokens != null) {
      builder.header("Authorization", tokens::authorization);
    }
    this.api = builder.build();
  }

  /** A page of the threads on all videos of the channel, newest first. */
  JsonNode threads(String token) {
    return list(
        ApiRequest.get("commentThreads")
            .query("part", "snippet,replies")
            .query("allThreadsRelatedToChannelId", channelId)
            .query("order", "time"),
        token,
        pageSize);
  }

  /** A page of the replies in a thread. */
  JsonNode replies(String thread, String token) {
    return list(
        ApiRequest.get("comments").query("part", "snippet").query("parentId", thread), token, 100);
  }

  private JsonNode list(ApiRequest request, String token, int size) {
    quota.spend(YouTubeQuota.LIST);
    JsonNode page =
        api.send(
                request
                    .query("maxResults", Integer.toString(size))
                    .query("textFormat", "plainText")
                    .query("pageToken", token.isEmpty() ? null : token)
                    .query("key", key))
            .json();
    if (!page.path("items").isArray()) {
      throw ChannelException.of(Kind.MALFORMED, "YouTube answered without the list items");
    }
    return page;
  }

  /** Adds a reply to a thread and gives its id. */
  String insert(String thread, String text) {
    quota.spend(YouTubeQuota.INSERT);
    ObjectNode comment = Json.object();
    comment.putObject("snippet").put("parentId", thread).put("textOriginal", text);
    ApiResponse response =
        api.send(
            ApiRequest.post("comments")
                .query("part", "snippet")
                .query("key", key)
                .json(comment)
                .delivering());
    return Json.find(response.body())
        .map(root -> Json.text(root.path("id")))
        .filter(id -> !id.isEmpty())
        .orElseThrow(
            () -> ChannelException.of(Kind.UNCONFIRMED, "YouTube answered without the reply's id"));
  }

  private Optional<ChannelException> failure(ApiResponse response) {
    JsonNode error = Json.find(response.body()).orElseGet(Json::object).path("error");
    String reason = Json.text(error.path("errors").path(0).path("reason"));
    return switch (reason) {
      case "quotaExceeded", "dailyLimitExceeded" -> Optional.of(quota.spent());
      case "rateLimitExceeded", "userRateLimitExceeded", "processingFailure", "backendError" ->
          Optional.of(ChannelException.of(Kind.TEMPORARY, "YouTube answered " + reason));
      case "invalidPageToken" ->
          Optional.of(
              fault(
                  Kind.TEMPORARY,
                  "YouTube does not know the page any more",
                  YouTubeFault.What.OLD_TOKEN));
      case "commentsDisabled",
          "videoNotFound",
          "commentNotFound",
          "commentThreadNotFound",
          "parentCommentNotFound" ->
          Optional.of(
              fault(Kind.NOT_PERMITTED, "YouTube answered " + reason, YouTubeFault.What.GONE));
      case "keyInvalid", "keyExpired" ->
          Optional.of(ChannelException.of(Kind.REAUTHORISE, "YouTube does not take the API key"));
      default -> byStatus(response, error);
    };
  }

  private Optional<ChannelException> byStatus(ApiResponse response, JsonNode error) {
    boolean badKey = false;
    for (JsonNode detail : error.path("details")) {
      badKey |= "API_KEY_INVALID".equals(Json.text(detail.path("reason")));
    }
    if (badKey) {
      return Optional.of(
          ChannelException.of(Kind.REAUTHORISE, "YouTube does not take the API key"));
    } else if (response.status() == 401) {
      boolean renewable = tokens != null && tokens.isRenewable();
      return Optional.of(
          ChannelException.of(
              renewable ? Kind.REFRESH : Kind.REAUTHORISE, "YouTube does not take the credential"));
    }
    return Optional.empty();
  }

  private static ChannelException fault(Kind kind, String message, YouTubeFault.What what) {
    return new ChannelException(kind, message, null, new YouTubeFault(what));
  }
}
