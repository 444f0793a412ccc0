package org.tanggap.channel.mastodon;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Picture;
import org.tanggap.channel.Vitals;
import org.tanggap.channel.html.PlainText;
import org.tanggap.channel.web.ApiRequest;
import org.tanggap.channel.web.ApiResponse;
import org.tanggap.channel.web.Json;
import org.tanggap.channel.web.WebApi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The calls to a Mastodon server. */
final class MastodonApi {

  private static final int MEDIA_QUESTIONS = 10;
  private static final Duration LONGEST_WAIT = Duration.ofDays(31);

  private final WebApi web;
  private final InstantSource clock;
  private final String ownId;
  private final Duration mediaPause;
  private final AtomicReference<Vitals> vitals = new AtomicReference<>(Vitals.UNKNOWN);

  MastodonApi(
      URI base,
      HttpClient client,
      InstantSource clock,
      String token,
      String ownId,
      Duration timeout,
      Duration mediaPause) {
    this.clock = clock;
    this.ownId = ownId;
    this.mediaPause = mediaPause;
    this.web =
        WebApi.builder("Mastodon", base, client, clock)
            .header("Authorization", () -> "Bearer " + token)
            .timeout(timeout)
            .failures(this::failure)
            .build();
  }

  Vitals vitals() {
    return vitals.get();
  }

  /** The notifications that follow directly on one, newest first. */
  JsonNode listNotifications(String after, int limit) {
    ApiResponse response =
        web.send(
            ApiRequest.get("api", "v1", "notifications")
                .query("types[]", "mention")
                .query("types[]", "update")
                .query("types[]", "quote")
                .query("types[]", "quoted_update")
                .query("min_id", after)
                .query("limit", Integer.toString(limit)));
    String left = response.header("X-RateLimit-Remaining").orElse("");
    if (left.matches("[0-9]{1,9}")) {
      vitals.set(new Vitals(null, Long.valueOf(left), resetOrNull(response)));
    }
    return response.json();
  }

  /** Puts a status under another; the id of the new one. */
  String post(String under, String text, String visibility, List<String> media, String key) {
    ObjectNode status =
        Json.object()
            .put("status", text)
            .put("in_reply_to_id", under)
            .put("visibility", visibility);
    ArrayNode ids = status.putArray("media_ids");
    media.forEach(ids::add);
    ApiResponse response =
        web.send(
            ApiRequest.post("api", "v1", "statuses")
                .header("Idempotency-Key", key)
                .json(status)
                .delivering());
    return Json.find(response.body())
        .map(posted -> Json.text(posted.path("id")))
        .filter(MastodonMessages::isId)
        .orElseThrow(
            () ->
                ChannelException.of(
                    Kind.UNCONFIRMED, "Mastodon took an answer and did not tell its id"));
  }

  /** Our own reply under a status with the same words, if there is one. */
  Optional<String> findReply(String under, String text) {
    JsonNode context = web.send(ApiRequest.get("api", "v1", "statuses", under, "context")).json();
    String wanted = squeezed(StatusLength.withoutServers(text));
    for (JsonNode reply : context.path("descendants")) {
      String id = Json.text(reply.path("id"));
      if (Json.text(reply.path("account").path("id")).equals(ownId)
          && Json.text(reply.path("in_reply_to_id")).equals(under)
          && MastodonMessages.isId(id)
          && wanted.equals(shown(reply))) {
        return Optional.of(id);
      }
    }
    return Optional.empty();
  }

  private static String shown(JsonNode status) {
    String words = PlainText.of(Json.text(status.path("content")), "");
    return squeezed(StatusLength.withoutServers(words));
  }

  /** HTML does not keep the number of spaces and line breaks. */
  private static String squeezed(String text) {
    return text.replaceAll("[\\s\\u00a0]+", " ").strip();
  }

  /** Uploads pictures and waits until the server has them ready. */
  List<String> upload(List<Picture> pictures) {
    List<String> ids = new ArrayList<>();
    for (Picture picture : pictures) {
      ApiResponse response =
          web.send(
              ApiRequest.post("api", "v2", "media")
                  .multipart(
                      Map.of(),
                      "file",
                      "foto." + picture.mediaType().replaceFirst("^image/", ""),
                      picture.mediaType(),
                      picture.content()));
      String id = Json.text(response.json().path("id"));
      if (!MastodonMessages.isId(id)) {
        throw ChannelException.of(Kind.MALFORMED, "Mastodon took a photo and did not tell its id");
      }
      if (response.status() == 202) {
        awaitReady(id);
      }
      ids.add(id);
    }
    return ids;
  }

  private void awaitReady(String id) {
    for (int i = 0; i < MEDIA_QUESTIONS; i++) {
      pause();
      if (web.send(ApiRequest.get("api", "v1", "media", id)).status() == 200) {
        return;
      }
    }
    throw ChannelException.of(Kind.TEMPORARY, "Mastodon did not get a photo ready in time");
  }

  private void pause() {
    try {
      Thread.sleep(mediaPause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChannelException(Kind.TEMPORARY, "the call was interrupted", null, e);
    }
  }

  private Optional<ChannelException> failure(ApiResponse response) {
    if (response.status() == 429) {
      Instant reset = resetOrNull(response);
      return Optional.ofNullable(reset)
          .map(at -> ChannelException.waitUntil("Mastodon's limit is reached", at));
    } else if (response.status() == 403 && isScopeMissing(response)) {
      return Optional.of(
          ChannelException.of(
              Kind.REAUTHORISE, "the token lacks a scope: authorise the account again"));
    }
    return Optional.empty();
  }

  /** The one 403 that a new authorisation mends. */
  private static boolean isScopeMissing(ApiResponse response) {
    return Json.find(response.body())
        .map(body -> Json.text(body.path("error")).contains("authorized scopes"))
        .orElse(false);
  }

  private @Nullable Instant resetOrNull(ApiResponse response) {
    try {
      Instant reset =
          OffsetDateTime.parse(response.header("X-RateLimit-Reset").orElse("")).toInstant();
      Instant latest = clock.instant().plus(LONGEST_WAIT);
      return reset.isAfter(latest) ? latest : reset;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
