package org.tanggap.channel.rss;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.Cursor;
import org.tanggap.complaint.MessageKey;

/** Any bytes as a feed and as a cursor: items with keys, or the one typed error. */
public final class RssFuzz {

  private static final FeedItems ITEMS = new FeedItems(ZoneId.of("UTC"));
  private static final URI ADDRESS = URI.create("https://kota.example/laporan/umpan.xml");

  private RssFuzz() {}

  /**
   * One input.
   *
   * @param data the bytes
   */
  public static void fuzzerTestOneInput(byte[] data) {
    FeedDocument feed = FeedDocument.parse(data, null, ADDRESS);
    int items = 0;
    for (FeedItem item : ITEMS.oldestFirst(feed)) {
      items++;
      if (item.problem() == null && !MessageKey.isExternalId(item.name())) {
        throw new AssertionError("an item without a key");
      }
    }
    if ((feed.problem() == null) != feed.broken().isEmpty()) {
      throw new AssertionError("a problem without a piece, or a piece without a problem");
    }
    if (items != feed.elements().size() + feed.broken().size()) {
      throw new AssertionError("an item was passed over");
    }
    try {
      String text = new String(data, StandardCharsets.ISO_8859_1);
      FeedCursor.parse(
              new Cursor(text.substring(0, Math.min(60_000, text.length()))),
              RssChannelTest.ACCOUNT)
          .toCursor();
    } catch (ChannelException damaged) {
      // The declared answer to a damaged cursor.
    }
  }
}
