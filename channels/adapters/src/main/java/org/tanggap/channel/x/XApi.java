package org.tanggap.channel.x;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.tanggap.channel.web.OAuthTokens;
import org.tanggap.channel.web.WebApi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The calls of X API v2, and its failures in kinds ("Response codes and errors"). */
final class XApi {

  private static final String FIELDS =
      "created_at,author_id,conversation_id,in_reply_to_user_id,referenced_tweets,geo,attachments,"
          + "entities,edit_history_tweet_ids,text,note_tweet,lang";
  private static final String EXPANSIONS =
      "author_id,geo.place_id,attachments.media_keys,referenced_tweets.id";

  private final WebApi api;
  private final OAuthTokens tokens;
  private final String userId;
  private final AtomicReference<Vitals> vitals = new AtomicReference<>(Vitals.UNKNOWN);

  XApi(
      URI base,
      OAuthTokens tokens,
      String userId,
      HttpClient client,
      InstantSource clock,
      Duration timeout) {
    this.tokens = tokens;
    this.userId = userId;
    this.api =
        WebApi.builder("X", base, client, clock)
            .header("Authorization", tokens::authorization)
            .timeout(timeout)
            .failures(this::failure)
            .build();
  }

  /** A page of the posts that mention the account, newest first. */
  JsonNode mentions(XWalk walk, int pageSize) {
    return timeline(
        ApiRequest.get("2", "users", userId, "mentions")
            .query("start_time", nullIfEmpty(walk.start()))
            .query("pagination_token", nullIfEmpty(walk.token())),
        walk,
        pageSize);
  }

  /** A page of the last seven days' posts that a query finds, newest first. */
  JsonNode search(String query, XWalk walk, int pageSize) {
    return timeline(
        ApiRequest.get("2", "tweets", "search", "recent")
            .query("query", query)
            .query("next_token", nullIfEmpty(walk.token())),
        walk,
        pageSize);
  }

  private JsonNode timeline(ApiRequest request, XWalk walk, int pageSize) {
    boolean bounded = !walk.gap();
    ApiResponse response =
        api.send(
            expanded(request)
                .query("max_results", Integer.toString(pageSize))
                .query("since_id", bounded ? nullIfEmpty(walk.since()) : null));
    hear(response);
    return pageOf(response);
  }

  /** A page of the account's own posts since another one, newest first. */
  JsonNode ownPosts(String since, String token) {
    return pageOf(
        api.send(
            ApiRequest.get("2", "users", userId, "tweets")
                .query("max_results", "100")
                .query("tweet.fields", "referenced_tweets,entities,text")
                .query("since_id", since)
                .query("pagination_token", nullIfEmpty(token))));
  }

  private static JsonNode pageOf(ApiResponse response) {
    JsonNode page = response.json();
    if (!page.path("meta").isObject()) {
      throw ChannelException.of(Kind.MALFORMED, "X answered without the object meta");
    }
    return page;
  }

  /** One post with what it refers to. */
  JsonNode post(String id) {
    return api.send(expanded(ApiRequest.get("2", "tweets", id))).json();
  }

  private static ApiRequest expanded(ApiRequest request) {
    return request
        .query("tweet.fields", FIELDS)
        .query("expansions", EXPANSIONS)
        .query("user.fields", "name,username")
        .query("place.fields", "geo,full_name,place_type")
        .query("media.fields", "url,preview_image_url,type");
  }

  /** Posts a reply and gives its id. */
  String reply(String text, String to, List<String> media) {
    ObjectNode post = Json.object().put("text", text);
    post.putObject("reply").put("in_reply_to_tweet_id", to);
    if (!media.isEmpty()) {
      media.forEach(post.putObject("media").putArray("media_ids")::add);
    }
    ApiResponse response = api.send(ApiRequest.post("2", "tweets").json(post).delivering());
    return Json.find(response.body())
        .map(root -> Json.text(root.path("data").path("id")))
        .filter(XMessages::isId)
        .orElseThrow(
            () -> ChannelException.of(Kind.UNCONFIRMED, "X answered without the reply's id"));
  }

  /** Uploads a picture and gives its id. */
  String upload(Picture picture) {
    Map<String, String> fields =
        Map.of("media_category", "tweet_image", "media_type", picture.mediaType());
    ApiRequest request =
        ApiRequest.post("2", "media", "upload")
            .multipart(fields, "media", "photo", picture.mediaType(), picture.content());
    String id = Json.text(api.send(request).json().path("data").path("id"));
    if (!XMessages.isId(id)) {
      throw ChannelException.of(Kind.MALFORMED, "X took a photo and gave no id for it");
    }
    return id;
  }

  Vitals vitals() {
    return vitals.get();
  }

  private void hear(ApiResponse response) {
    String left = response.header("x-rate-limit-remaining").orElse("");
    if (left.matches("[0-9]{1,9}")) {
      vitals.set(new Vitals(null, Long.valueOf(left), time(response, "x-rate-limit-reset")));
    }
  }

  private static @Nullable Instant time(ApiResponse response, String header) {
    String seconds = response.header(header).orElse("");
    return seconds.matches("[0-9]{1,11}") ? Instant.ofEpochSecond(Long.parseLong(seconds)) : null;
  }

  private Optional<ChannelException> failure(ApiResponse response) {
    JsonNode problem = Json.find(response.body()).orElseGet(Json::object);
    return switch (response.status()) {
      case 401 ->
          Optional.of(
              ChannelException.of(
                  tokens.isRenewable() ? Kind.REFRESH : Kind.REAUTHORISE,
                  "X does not take the credential"));
      case 402 -> Optional.of(spent());
      case 429 -> isSpent(problem) ? Optional.of(spent()) : limited(response);
      case 403 -> forbidden(problem);
      case 400 -> refused(problem);
      default -> Optional.empty();
    };
  }

  private static boolean isSpent(JsonNode problem) {
    return Json.text(problem.path("type")).endsWith("/usage-capped")
        || Json.text(problem.path("title")).equals("UsageCapExceeded");
  }

  /** The window's {@code x-rate-limit-reset}, which comes with it too, does not end this. */
  private static ChannelException spent() {
    return ChannelException.of(
        Kind.NOT_PERMITTED,
        "what was paid for at X is used up, and X does not say until when: pay or wait");
  }

  private Optional<ChannelException> limited(ApiResponse response) {
    hear(response);
    for (String scope : List.of("x-user-limit-24hour-", "x-app-limit-24hour-")) {
      Instant day = time(response, scope + "reset");
      if (day != null && response.header(scope + "remaining").orElse("").equals("0")) {
        return Optional.of(ChannelException.waitUntil("X allows no more of this today", day));
      }
    }
    Instant reset = time(response, "x-rate-limit-reset");
    return reset == null
        ? Optional.empty()
        : Optional.of(ChannelException.waitUntil("X answered 429", reset));
  }

  private static Optional<ChannelException> forbidden(JsonNode problem) {
    String detail = Json.text(problem.path("detail")).toLowerCase(Locale.ROOT);
    if (isSpent(problem)) {
      return Optional.of(spent());
    } else if (detail.contains("duplicate content")) {
      return Optional.of(
          fault(
              Kind.NOT_PERMITTED,
              "X takes no second post of the same words",
              XFault.What.DUPLICATE));
    }
    return Optional.empty();
  }

  private static Optional<ChannelException> refused(JsonNode problem) {
    for (JsonNode error : problem.path("errors")) {
      JsonNode parameters = error.path("parameters");
      if (parameters.has("since_id")) {
        return Optional.of(
            fault(Kind.NOT_PERMITTED, "X does not look back that far", XFault.What.OLD_SINCE));
      } else if (parameters.has("pagination_token") || parameters.has("next_token")) {
        return Optional.of(
            fault(Kind.TEMPORARY, "X does not know the page any more", XFault.What.OLD_TOKEN));
      }
    }
    return Optional.empty();
  }

  private static ChannelException fault(Kind kind, String message, XFault.What what) {
    return new ChannelException(kind, message, null, new XFault(what));
  }

  private static @Nullable String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}
