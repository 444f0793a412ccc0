package org.tanggap.channel.bluesky;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tanggap.channel.web.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What in a text is a link or a mention (lexicon {@code app.bsky.richtext.facet}). Places are
 * counted in bytes of UTF-8.
 */
final class Facets {

  private static final Pattern LINK = Pattern.compile("https?://\\S*[^\\s.,;:!?)\\]'\"]");

  private Facets() {}

  /** The links, and the mentions of one person; others have no handle that we know to be theirs. */
  static ArrayNode of(String text, String handle, String did) {
    ArrayNode facets = Json.object().putArray("facets");
    Matcher links = LINK.matcher(text);
    while (links.find()) {
      add(facets, text, links)
          .put("$type", "app.bsky.richtext.facet#link")
          .put("uri", links.group());
    }
    if (!handle.isEmpty()) {
      Matcher mentions =
          Pattern.compile(
                  "(?<![\\w@./])@" + Pattern.quote(handle) + "(?![\\w-]|\\.\\w)",
                  Pattern.CASE_INSENSITIVE)
              .matcher(text);
      while (mentions.find()) {
        add(facets, text, mentions).put("$type", "app.bsky.richtext.facet#mention").put("did", did);
      }
    }
    return facets;
  }

  private static ObjectNode add(ArrayNode facets, String text, Matcher found) {
    ObjectNode facet = facets.addObject();
    facet
        .putObject("index")
        .put("byteStart", bytes(text.substring(0, found.start())))
        .put("byteEnd", bytes(text.substring(0, found.end())));
    return facet.putArray("features").addObject();
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
