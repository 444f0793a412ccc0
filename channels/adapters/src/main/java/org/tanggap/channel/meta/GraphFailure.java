package org.tanggap.channel.meta;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.web.ApiResponse;
import org.tanggap.channel.web.Json;
import org.tanggap.channel.web.WebApi;
import tools.jackson.databind.JsonNode;

/**
 * What an error of the Graph API means (Graph API, "Handle Errors"; WhatsApp Cloud API and
 * Messenger Platform, "Error Codes"). The words of an error may name a person and are left out.
 */
final class GraphFailure {

  /** The token: none, run out (subcode 463), changed password (460), taken back (458). */
  private static final Set<Integer> SIGN_IN = Set.of(0, 102, 190, 450, 452, 463, 464, 467, 492);

  /** The app, the user, the page, a call; then WhatsApp: throughput, spam, one person. */
  private static final Set<Integer> LIMIT =
      Set.of(4, 17, 32, 341, 613, 130429, 131048, 131056, 133016);

  /** Limits by what a business does with the API, such as 80007 for a WhatsApp account. */
  private static final int FIRST_BUSINESS_LIMIT = 80000;

  private static final int LAST_BUSINESS_LIMIT = 80014;

  /** Unknown, service down; then WhatsApp: something went wrong, overloaded, maintenance. */
  private static final Set<Integer> SOON = Set.of(1, 2, 131000, 131016, 131057, 133004);

  /** Statuses that say more than a code that is not known. */
  private static final Set<Integer> BY_STATUS = Set.of(401, 408, 409, 429);

  private GraphFailure() {}

  static Optional<ChannelException> find(ApiResponse response, Instant now) {
    JsonNode error =
        Json.find(response.body())
            .map(root -> root.path("error"))
            .filter(JsonNode::isObject)
            .orElse(null);
    if (error == null || !Json.text(error.path("code")).matches("[0-9]{1,7}")) {
      return Optional.empty();
    }
    int code = Integer.parseInt(Json.text(error.path("code")));
    String message = "Meta answered " + response.status() + ", error " + code + subcode(error);
    if (isLimit(code)) {
      Instant end = endOfLimit(response, now);
      return Optional.of(
          end == null
              ? ChannelException.of(Kind.TEMPORARY, message)
              : ChannelException.waitUntil(message, end));
    } else if (SIGN_IN.contains(code)) {
      return Optional.of(ChannelException.of(Kind.REAUTHORISE, message));
    } else if (SOON.contains(code) || error.path("is_transient").asBoolean(false)) {
      return Optional.of(ChannelException.of(Kind.TEMPORARY, message));
    }
    return response.status() / 100 == 4 && !BY_STATUS.contains(response.status())
        ? Optional.of(ChannelException.of(Kind.NOT_PERMITTED, message))
        : Optional.empty();
  }

  private static String subcode(JsonNode error) {
    String subcode = Json.text(error.path("error_subcode"));
    return subcode.matches("[0-9]{1,10}") ? " (" + subcode + ")" : "";
  }

  private static boolean isLimit(int code) {
    return LIMIT.contains(code) || (code >= FIRST_BUSINESS_LIMIT && code <= LAST_BUSINESS_LIMIT);
  }

  private static @Nullable Instant endOfLimit(ApiResponse response, Instant now) {
    return GraphUsage.find(response, now)
        .flatMap(usage -> Optional.ofNullable(usage.regainedAt()))
        .or(() -> WebApi.findRetryAfter(response, now))
        .orElse(null);
  }
}
