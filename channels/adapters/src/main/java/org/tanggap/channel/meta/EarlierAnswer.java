package org.tanggap.channel.meta;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.web.ApiRequest;
import org.tanggap.channel.web.Json;
import tools.jackson.databind.JsonNode;

/** Looks under a message for an answer that may have been sent before. */
final class EarlierAnswer {

  private static final int MAX_PAGES = 20;

  private final GraphApi api;
  private final String edge;
  private final String fields;

  /**
   * How a product lists what was written under a message.
   *
   * @param edge {@code comments} or {@code replies}
   * @param fields what to ask for
   */
  EarlierAnswer(GraphApi api, String edge, String fields) {
    this.api = api;
    this.edge = edge;
    this.fields = fields;
  }

  /**
   * The id of the first that is ours. What answers an answer is put under the comment above both,
   * so the look goes there too.
   *
   * @param message the id of the message that is answered
   * @param above the id of the comment that this message answers; empty if there is none
   */
  Optional<String> find(String message, String above, Predicate<JsonNode> isOurs) {
    Optional<String> found = find(message, isOurs);
    return found.isPresent() || above.isEmpty() ? found : find(GraphJson.nodeId(above), isOurs);
  }

  private Optional<String> find(String message, Predicate<JsonNode> isOurs) {
    String after = null;
    for (int page = 0; page < MAX_PAGES; page++) {
      JsonNode answer = page(message, after);
      for (JsonNode candidate : answer.path("data")) {
        if (isOurs.test(candidate)) {
          return Optional.of(Json.text(candidate.path("id")));
        }
      }
      after = Json.textOrNull(answer.path("paging").path("cursors").path("after"));
      if (after == null || !answer.path("paging").has("next")) {
        return Optional.empty();
      }
    }
    throw ChannelException.of(
        Kind.NOT_PERMITTED, "there are too many answers to look whether this one was sent");
  }

  private JsonNode page(String message, @Nullable String after) {
    JsonNode answer =
        api.read(
            ApiRequest.get(message, edge)
                .query("filter", edge.equals("comments") ? "stream" : null)
                .query("fields", fields)
                .query("limit", "100")
                .query("after", after));
    if (!answer.path("data").isArray()) {
      throw ChannelException.of(Kind.MALFORMED, "Meta answered without a list");
    }
    return answer;
  }

  /** Whether the words are the same, whatever became of the white space on the way. */
  static boolean isSame(JsonNode text, String words) {
    return bare(GraphJson.words(text)).equals(bare(words));
  }

  static boolean endsWith(JsonNode text, String words) {
    return !words.isBlank() && bare(GraphJson.words(text)).endsWith(bare(words));
  }

  private static String bare(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
