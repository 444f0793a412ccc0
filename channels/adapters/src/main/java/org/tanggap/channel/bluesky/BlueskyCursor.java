package org.tanggap.channel.bluesky;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.AccountId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the account stands. The server lists newest first, so a poll walks back: what the finished
 * walks have seen lately tells where to stop, and the state of a walk under way where to go on.
 *
 * @param known the time of the newest notification of all finished walks, in seconds since 1970, or
 *     null before the first walk has finished
 * @param seen what finished walks have delivered of late: hash of the URI to its time
 * @param walk the walk under way, or null
 */
record BlueskyCursor(@Nullable Long known, Map<String, Long> seen, @Nullable Walk walk) {

  /**
   * A walk under way.
   *
   * @param next where the server goes on
   * @param newest the time of the newest notification of this walk
   * @param seen what this walk has delivered of the time just before that
   */
  record Walk(String next, long newest, Map<String, Long> seen) {}

  /** The longest place in its list that a server may name. */
  static final int MAX_NEXT = 2_000;

  private static final int MAX_SEEN = 1_000;

  static BlueskyCursor parse(@Nullable Cursor cursor, AccountId account) {
    if (cursor == null) {
      return new BlueskyCursor(null, Map.of(), null);
    }
    return Json.find(cursor.value().getBytes(StandardCharsets.UTF_8))
        .filter(JsonNode::isObject)
        .flatMap(BlueskyCursor::read)
        .orElseThrow(
            () ->
                ChannelException.of(
                    ChannelException.Kind.MALFORMED, "the cursor of " + account + " is damaged"));
  }

  private static Optional<BlueskyCursor> read(JsonNode node) {
    Map<String, Long> seen = times(node.path("seen"));
    JsonNode known = node.path("known");
    if (seen == null || !(known.isNull() || isTime(known))) {
      return Optional.empty();
    }
    Long time = known.isNull() ? null : known.asLong();
    if (node.path("walk").isMissingNode()) {
      return Optional.of(new BlueskyCursor(time, seen, null));
    }
    Walk walk = walk(node.path("walk"));
    return walk == null ? Optional.empty() : Optional.of(new BlueskyCursor(time, seen, walk));
  }

  private static @Nullable Walk walk(JsonNode node) {
    Map<String, Long> seen = times(node.path("seen"));
    String next = Json.text(node.path("next"));
    boolean whole = seen != null && !next.isEmpty() && isTime(node.path("newest"));
    return whole
        ? new Walk(next, node.path("newest").asLong(), Objects.requireNonNull(seen))
        : null;
  }

  private static boolean isTime(JsonNode node) {
    return node.isIntegralNumber() && Json.text(node).matches("-?[0-9]{1,11}");
  }

  private static @Nullable Map<String, Long> times(JsonNode node) {
    Map<String, Long> times = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!isTime(entry.getValue())) {
        return null;
      }
      times.put(entry.getKey(), entry.getValue().asLong());
    }
    return node.isObject() ? times : null;
  }

  Cursor toCursor() {
    ObjectNode node = Json.object().put("known", known);
    seen.forEach(node.putObject("seen")::put);
    if (walk != null) {
      ObjectNode state = node.putObject("walk").put("next", walk.next);
      state.put("newest", walk.newest);
      walk.seen.forEach(state.putObject("seen")::put);
    }
    return new Cursor(node.toString());
  }

  /** The newest thousand of those that are not older than a time. */
  static Map<String, Long> latest(Map<String, Long> times, long since) {
    Map<String, Long> latest = new LinkedHashMap<>();
    times.entrySet().stream()
        .filter(entry -> entry.getValue() >= since)
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(MAX_SEEN)
        .forEach(entry -> latest.put(entry.getKey(), entry.getValue()));
    return latest;
  }

  /** A short name for what is remembered: 64 bits of its SHA-256. */
  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
