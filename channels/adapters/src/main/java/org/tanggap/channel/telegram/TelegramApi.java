package org.tanggap.channel.telegram;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Picture;
import org.tanggap.channel.web.ApiRequest;
import org.tanggap.channel.web.ApiResponse;
import org.tanggap.channel.web.Json;
import org.tanggap.channel.web.WebApi;
import tools.jackson.databind.JsonNode;

/** The calls of the Bot API. The token is part of every address, so no message shows one. */
final class TelegramApi {

  /** The longest file that a bot may download (Bot API, {@code getFile}). */
  static final int MAX_FILE_BYTES = 20 << 20;

  private static final String ALLOWED_UPDATES =
      "[\"message\",\"edited_message\",\"my_chat_member\"]";
  private static final Duration LONGEST_WAIT = Duration.ofDays(31);

  private final URI base;
  private final String bot;
  private final HttpClient client;
  private final InstantSource clock;
  private final Duration timeout;
  private final WebApi calls;
  private final WebApi files;

  TelegramApi(URI base, String token, HttpClient client, InstantSource clock, Duration timeout) {
    this.base = base;
    this.bot = "bot" + token;
    this.client = client;
    this.clock = clock;
    this.timeout = timeout;
    this.calls = connection().failures(this::findFailure).build();
    this.files =
        connection().maxResponseBytes(MAX_FILE_BYTES).failures(TelegramApi::findNoFile).build();
  }

  List<JsonNode> listUpdates(@Nullable Long offset, int limit, Duration longPoll) {
    ApiRequest request =
        ApiRequest.get(bot, "getUpdates")
            .query("offset", offset == null ? null : offset.toString())
            .query("limit", Integer.toString(limit))
            .query("timeout", Long.toString(longPoll.toSeconds()))
            .query("allowed_updates", ALLOWED_UPDATES);
    WebApi api = connection().timeout(timeout.plus(longPoll)).failures(this::findFailure).build();
    JsonNode result = resultOf(api.send(request));
    if (!result.isArray()) {
      throw ChannelException.of(Kind.MALFORMED, "Telegram answered without a list of updates");
    }
    List<JsonNode> updates = new ArrayList<>();
    result.forEach(updates::add);
    return updates;
  }

  /**
   * Delivers something. A group that has become a supergroup has another id, which the refusal
   * names; there the message that was to be answered has another id too, so it is not quoted.
   */
  JsonNode deliver(String method, Map<String, String> fields, @Nullable Picture picture) {
    AtomicReference<@Nullable String> movedTo = new AtomicReference<>();
    WebApi api =
        connection()
            .failures(
                response -> {
                  movedTo.set(parameter(response, "migrate_to_chat_id"));
                  return findFailure(response);
                })
            .build();
    try {
      return sent(api, request(method, fields, picture));
    } catch (ChannelException e) {
      String chat = movedTo.get();
      if (chat == null) {
        throw e;
      }
      Map<String, String> there = new TreeMap<>(fields);
      there.put("chat_id", chat);
      there.remove("reply_parameters");
      return sent(calls, request(method, there, picture));
    }
  }

  private ApiRequest request(String method, Map<String, String> fields, @Nullable Picture picture) {
    ApiRequest request = ApiRequest.post(bot, method).delivering();
    return picture == null
        ? request.form(fields)
        : request.multipart(fields, "photo", "photo", picture.mediaType(), picture.content());
  }

  private static JsonNode sent(WebApi api, ApiRequest request) {
    try {
      return resultOf(api.send(request));
    } catch (ChannelException e) {
      // An answer of 200 that nobody understands may still have been delivered.
      throw e.kind() == Kind.MALFORMED
          ? new ChannelException(Kind.UNCONFIRMED, String.valueOf(e.getMessage()), null, e)
          : e;
    }
  }

  byte[] download(String fileId) {
    JsonNode file = resultOf(calls.send(ApiRequest.get(bot, "getFile").query("file_id", fileId)));
    String path = Json.text(file.path("file_path"));
    List<String> segments = new ArrayList<>(List.of("file", bot));
    segments.addAll(List.of(path.split("/", -1)));
    if (segments.contains("") || segments.contains(".") || segments.contains("..")) {
      throw ChannelException.of(Kind.MALFORMED, "Telegram answered without the path of a file");
    }
    return files.send(ApiRequest.get(segments.toArray(new String[0]))).body();
  }

  private static Optional<ChannelException> findNoFile(ApiResponse response) {
    return response.status() == 404
        ? Optional.of(ChannelException.of(Kind.NOT_PERMITTED, "Telegram no longer has the file"))
        : Optional.empty();
  }

  private WebApi.Builder connection() {
    return WebApi.builder("Telegram", base, client, clock).timeout(timeout);
  }

  private static JsonNode resultOf(ApiResponse response) {
    JsonNode json = response.json();
    if (!json.path("ok").asBoolean(false)) {
      throw ChannelException.of(Kind.MALFORMED, "Telegram answered without \"ok\"");
    }
    return json.path("result");
  }

  /** Bot API, "Making requests" and {@code ResponseParameters}. */
  private Optional<ChannelException> findFailure(ApiResponse response) {
    return Optional.ofNullable(
        switch (response.status()) {
          case 401, 404 ->
              ChannelException.of(Kind.REAUTHORISE, "Telegram does not know the bot's token");
          case 403 ->
              ChannelException.of(
                  Kind.NOT_PERMITTED, "the bot was blocked, or it is not in the chat");
          case 409 ->
              ChannelException.of(
                  Kind.CONFLICT, "another program polls this bot, or a web hook is set for it");
          case 429 -> limit(response);
          default -> null;
        });
  }

  private @Nullable ChannelException limit(ApiResponse response) {
    String seconds = parameter(response, "retry_after");
    if (seconds == null || !seconds.matches("[0-9]{1,9}")) {
      return null;
    }
    Instant now = clock.instant();
    Instant end = now.plusSeconds(Long.parseLong(seconds));
    Instant latest = now.plus(LONGEST_WAIT);
    return ChannelException.waitUntil(
        "Telegram's limit is reached", end.isAfter(latest) ? latest : end);
  }

  private static @Nullable String parameter(ApiResponse response, String name) {
    return Json.find(response.body())
        .map(json -> Json.text(json.path("parameters").path(name)))
        .filter(text -> text.matches("-?[0-9]{1,20}"))
        .orElse(null);
  }
}
