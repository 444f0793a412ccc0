package org.tanggap.channel.meta;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.web.ApiResponse;
import org.tanggap.channel.web.Json;
import tools.jackson.databind.JsonNode;

/**
 * How much of the rate limits is used, from the headers that Meta sends with its answers (Graph
 * API, "Rate Limits"): percent of the calls and of the computing time of an hour.
 *
 * @param percentLeft 0 to 100, of the limit that is nearest
 * @param regainedAt when a limit that is reached ends, or null if none is or Meta does not say
 */
record GraphUsage(long percentLeft, @Nullable Instant regainedAt) {

  private static final Duration LONGEST_WAIT = Duration.ofDays(31);

  static Optional<GraphUsage> find(ApiResponse response, Instant now) {
    List<JsonNode> limits = new ArrayList<>();
    for (String header : List.of("X-App-Usage", "X-Page-Usage", "X-Business-Use-Case-Usage")) {
      response
          .header(header)
          .flatMap(text -> Json.find(text.getBytes(StandardCharsets.UTF_8)))
          .ifPresent(usage -> collect(usage, limits));
    }
    return limits.isEmpty() ? Optional.empty() : Optional.of(of(limits, now));
  }

  /** The limits of the app and the page stand by themselves, the others in lists by account. */
  private static void collect(JsonNode usage, List<JsonNode> limits) {
    if (usage.isObject() && usage.has("call_count")) {
      limits.add(usage);
    } else if (usage.isObject()) {
      usage.forEach(account -> account.forEach(limits::add));
    }
  }

  private static GraphUsage of(List<JsonNode> limits, Instant now) {
    double used = 0;
    double minutes = 0;
    for (JsonNode limit : limits) {
      for (String share : List.of("call_count", "total_time", "total_cputime")) {
        used = Math.max(used, orZero(limit.path(share)));
      }
      minutes = Math.max(minutes, orZero(limit.path("estimated_time_to_regain_access")));
    }
    long seconds = (long) Math.min(minutes * 60, (double) LONGEST_WAIT.toSeconds());
    return new GraphUsage(
        (long) Math.max(0, 100 - Math.ceil(used)), seconds > 0 ? now.plusSeconds(seconds) : null);
  }

  private static double orZero(JsonNode node) {
    double number = Json.number(node);
    return number > 0 ? number : 0;
  }
}
