package org.tanggap.channel.rss;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A feed cut into its items.
 *
 * @param elements the items that can be read, in the order of the feed
 * @param broken a stable name for each piece that cannot be read
 * @param ttl how long the feed asks to be left in peace, or null
 * @param problem what is wrong with the feed as a whole, or null
 */
record FeedDocument(
    List<FeedElement> elements,
    List<String> broken,
    @Nullable Duration ttl,
    @Nullable String problem) {

  private static final Pattern ROOT =
      Pattern.compile("<((?:[A-Za-z][\\w.-]{0,30}:)?(?:rss|RDF|feed))\\b[^<>]{0,10000}>");
  private static final Pattern ITEM =
      Pattern.compile("<((?:[A-Za-z][\\w.-]{0,30}:)?(?:item|entry))[\\s>]");

  FeedDocument {
    elements = List.copyOf(elements);
    broken = List.copyOf(broken);
  }

  /**
   * Reads a feed; any bytes give a document.
   *
   * @param bytes the bytes
   * @param charset the encoding that the server named, or null
   * @param address where the feed lies
   */
  static FeedDocument parse(byte[] bytes, @Nullable String charset, URI address) {
    String text = FeedText.of(bytes, charset);
    FeedParser parser = new FeedParser(address);
    String problem = parser.read(text);
    if (FeedParser.NOT_WELL_FORMED.equals(problem)) {
      return pieceByPiece(text, address, parser);
    }
    List<String> broken =
        problem == null ? List.of() : List.of(Digests.name(problem + parser.items().size()));
    return new FeedDocument(parser.items(), broken, parser.ttl(), problem);
  }

  /** Each item by itself, so that one that is broken does not hide the others. */
  private static FeedDocument pieceByPiece(String text, URI address, FeedParser whole) {
    List<FeedElement> elements = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    Matcher root = ROOT.matcher(text);
    Matcher item = ITEM.matcher(text);
    int at = root.find() ? root.end() : text.length();
    while (item.find(at) && elements.size() + broken.size() < FeedParser.MAX_ITEMS) {
      String end = "</" + item.group(1) + ">";
      int close = text.indexOf(end, item.end());
      at = close < 0 ? text.length() : close + end.length();
      String piece = text.substring(item.start(), at);
      FeedParser alone = new FeedParser(address);
      String problem = alone.read(root.group() + piece + "</" + root.group(1) + ">");
      if (problem == null && alone.items().size() == 1) {
        elements.addAll(alone.items());
      } else {
        broken.add(Digests.name(piece));
      }
    }
    if (broken.isEmpty()) {
      broken.add(Digests.name(FeedParser.NOT_WELL_FORMED));
    }
    return new FeedDocument(elements, broken, whole.ttl(), FeedParser.NOT_WELL_FORMED);
  }

  /** A reference against an address; what cannot be resolved stays as it is. */
  static String resolve(String base, String reference) {
    try {
      return URI.create(base).resolve(reference).toString();
    } catch (IllegalArgumentException e) {
      return reference;
    }
  }
}
