package org.tanggap.channel.rss;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanggap.testkit.FakeVendor;

/**
 * A feed on a web server, written from the RSS 2.0 specification and RFC 9110: newest first, with
 * an ETag and a Last-Modified, 304 where nothing has changed, and a key in its address.
 */
public final class FakeFeed extends FakeVendor {

  static final String KEY = "kunci-rahasia-77";

  private record Item(String text, Instant sentAt, @Nullable Instant updated) {}

  private final Map<String, Item> items = new LinkedHashMap<>();
  private final Deque<Answer> next = new ArrayDeque<>();
  private Instant time = Instant.parse("2026-11-20T00:00:00Z");
  private boolean reordered;
  private String head = "";
  private int version;

  /**
   * Somebody's report appears in the feed.
   *
   * @param text the words
   * @return the item's guid
   */
  public synchronized String publish(String text) {
    time = time.plusSeconds(1);
    String id = "laporan-" + (items.size() + 1);
    items.put(id, new Item(text, time, null));
    version++;
    return id;
  }

  synchronized void edit(String id, String text, Instant at) {
    items.computeIfPresent(id, (unused, item) -> new Item(text, item.sentAt(), at));
    version++;
  }

  /** The same items in another order. */
  synchronized void reorder() {
    reordered = true;
    version++;
  }

  synchronized void drop(String id) {
    items.remove(id);
    version++;
  }

  synchronized void restore(String id, String text) {
    items.put(id, new Item(text, time, null));
    version++;
  }

  /** Further elements of the channel, such as a ttl. */
  synchronized void head(String xml) {
    head = xml;
    version++;
  }

  synchronized void answerNext(Answer answer) {
    next.add(answer);
  }

  @Override
  protected Answer answer(Request request) {
    if (!next.isEmpty()) {
      return next.remove();
    } else if (!KEY.equals(request.query().get("key"))) {
      return Answer.json(401, "{}");
    }
    String etag = "\"v" + version + "\"";
    boolean same = etag.equals(request.headers().get("if-none-match"));
    byte[] body = same ? new byte[0] : xml().getBytes(StandardCharsets.UTF_8);
    return new Answer(same ? 304 : 200, Map.of("Content-Type", "application/rss+xml"), body)
        .with("ETag", etag)
        .with("Last-Modified", date(time));
  }

  private String xml() {
    List<String> ids = new ArrayList<>(items.keySet());
    if (!reordered) {
      Collections.reverse(ids);
    }
    StringBuilder xml =
        new StringBuilder(
            "<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel>" + head);
    for (String id : ids) {
      Item item = items.get(id);
      xml.append("<item><guid>").append(id).append("</guid><description>");
      // HTML in XML, as feeds write it.
      xml.append(escaped(escaped(item.text()).replace("\n", "<br>")));
      xml.append("</description><pubDate>").append(date(item.sentAt())).append("</pubDate>");
      if (item.updated() != null) {
        xml.append("<atom:updated>").append(item.updated()).append("</atom:updated>");
      }
      xml.append("</item>");
    }
    return xml.append("</channel></rss>").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  static String date(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
  }

  @Override
  protected Answer limited(@Nullable Instant ends) {
    Answer answer = Answer.json(429, "{}");
    return ends == null ? answer : answer.with("Retry-After", date(ends));
  }
}
