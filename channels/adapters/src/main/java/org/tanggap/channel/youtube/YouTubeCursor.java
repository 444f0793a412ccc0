package org.tanggap.channel.youtube;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.AccountId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the comments stand. Times are milliseconds since 1970.
 *
 * @param seen the latest change that the walks that have ended cannot have missed
 * @param top the latest thread that they cannot have missed
 * @param sweptAt when the last sweep began
 * @param known the comments that were delivered of late, with the time of their last change
 * @param counts the threads whose replies were read by themselves, with their number then
 * @param used the quota that was used
 * @param walk the walk that is on its way, or null
 */
record YouTubeCursor(
    long seen,
    long top,
    long sweptAt,
    Map<String, Long> known,
    Map<String, Long> counts,
    YouTubeQuota.Used used,
    @Nullable YouTubeWalk walk) {

  static final YouTubeCursor BEGINNING =
      new YouTubeCursor(
          0, 0, 0, Map.of(), Map.of(), new YouTubeQuota.Used(LocalDate.EPOCH, 0), null);

  YouTubeCursor withWalk(@Nullable YouTubeWalk next) {
    return new YouTubeCursor(seen, top, sweptAt, known, counts, used, next);
  }

  Cursor write() {
    ObjectNode root =
        Json.object()
            .put("version", 1)
            .put("seen", seen)
            .put("top", top)
            .put("sweptAt", sweptAt)
            .put("day", used.day().toString())
            .put("units", used.units());
    ObjectNode comments = root.putObject("known");
    known.forEach(comments::put);
    ObjectNode threads = root.putObject("counts");
    counts.forEach(threads::put);
    if (walk != null) {
      root.set("walk", walk.write());
    }
    return new Cursor(root.toString());
  }

  static YouTubeCursor read(AccountId account, @Nullable Cursor cursor) {
    if (cursor == null) {
      return BEGINNING;
    }
    try {
      JsonNode root =
          Json.find(cursor.value().getBytes(StandardCharsets.UTF_8)).orElseGet(Json::object);
      if (whole(root.path("version")) != 1) {
        throw new IllegalArgumentException("no cursor");
      }
      return new YouTubeCursor(
          whole(root.path("seen")),
          whole(root.path("top")),
          whole(root.path("sweptAt")),
          numbers(root.path("known")),
          numbers(root.path("counts")),
          new YouTubeQuota.Used(
              LocalDate.parse(string(root.path("day"))), (int) whole(root.path("units"))),
          root.has("walk") ? YouTubeWalk.read(root.path("walk")) : null);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw ChannelException.of(
          ChannelException.Kind.MALFORMED,
          "the cursor of " + account + " is damaged: set it to where the account was read to");
    }
  }

  private static Map<String, Long> numbers(JsonNode node) {
    if (!node.isObject()) {
      throw new IllegalArgumentException("no object");
    }
    Map<String, Long> numbers = new LinkedHashMap<>();
    node.properties().forEach(entry -> numbers.put(entry.getKey(), whole(entry.getValue())));
    return numbers;
  }

  static long whole(JsonNode node) {
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw new IllegalArgumentException("no whole number");
    }
    return node.asLong();
  }

  static String string(JsonNode node) {
    if (!node.isString()) {
      throw new IllegalArgumentException("no text");
    }
    return Objects.requireNonNull(node.asString());
  }

  static boolean flag(JsonNode node) {
    if (!node.isBoolean()) {
      throw new IllegalArgumentException("neither true nor false");
    }
    return node.asBoolean();
  }
}
