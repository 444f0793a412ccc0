package org.tanggap.channel.rss;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.html.PlainText;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;

/** From a feed to items: each element one, and each broken piece one. */
final class FeedItems {

  private static final int MAX_PHOTOS = 20;
  private static final int MAX_LENGTH = 2_000;

  private final ZoneId zone;

  FeedItems(ZoneId zone) {
    this.zone = zone;
  }

  /** Most feeds begin with the newest; one whose first item is older than its last does not. */
  List<FeedItem> oldestFirst(FeedDocument feed) {
    List<FeedItem> items = new ArrayList<>();
    feed.elements().forEach(element -> items.add(item(element)));
    if (!isOldestFirst(items)) {
      Collections.reverse(items);
    }
    for (String name : feed.broken()) {
      items.add(FeedItem.broken(name, "a piece of the feed cannot be read: " + feed.problem()));
    }
    return items;
  }

  private static boolean isOldestFirst(List<FeedItem> items) {
    if (items.size() < 2) {
      return true;
    }
    Instant first = items.get(0).report().sentAt();
    Instant last = items.get(items.size() - 1).report().sentAt();
    return first != null && last != null && first.isBefore(last);
  }

  private FeedItem item(FeedElement element) {
    List<FeedElement> bodies = bodies(element);
    String body = bodies.isEmpty() ? "" : words(bodies.get(0));
    String title =
        element.children("title", "atom:title").stream()
            .findFirst()
            .map(FeedItems::words)
            .orElse("");
    Instant updated = time(element, "atom:updated", "dcterms:modified");
    Report report =
        new Report(
            joined(title, body),
            FeedPlaces.of(element),
            null,
            photos(element, bodies),
            sentAt(element, updated),
            reporter(element));
    String name = name(element, report);
    return report.isEmpty()
        ? FeedItem.broken(name, "an item without title, text and picture")
        : new FeedItem(name, updated == null ? "" : updated.toString(), report, null);
  }

  private static String joined(String title, String body) {
    boolean repeated = body.startsWith(title);
    return repeated || body.isEmpty() ? (body.isEmpty() ? title : body) : title + "\n" + body;
  }

  /** What stands for the whole text comes before what may be a summary. */
  private static List<FeedElement> bodies(FeedElement element) {
    List<FeedElement> bodies = new ArrayList<>(element.children("content:encoded"));
    bodies.addAll(element.children("atom:content"));
    bodies.addAll(element.children("description"));
    bodies.addAll(element.children("atom:summary", "media:description"));
    bodies.removeIf(body -> body.text().isBlank());
    return bodies;
  }

  /** In Atom the type says what a text is; in RSS it is HTML (rssboard.org, "description"). */
  private static String words(FeedElement text) {
    String type = text.attribute("type").toLowerCase(Locale.ROOT);
    boolean plain =
        text.name().startsWith("atom:")
            ? type.isEmpty() || type.equals("text") || type.equals("text/plain")
            : text.name().startsWith("media:") && !type.equals("html");
    return plain ? text.text().strip() : PlainText.of(html(text), text.base());
  }

  private static String html(FeedElement text) {
    return text.attribute("type").equalsIgnoreCase("xhtml") ? text.html() : text.text();
  }

  private static List<Photo> photos(FeedElement element, List<FeedElement> bodies) {
    List<String> references = new ArrayList<>();
    for (FeedElement media : element.descendants("media:content", "enclosure")) {
      if (isPicture(media)) {
        references.add(FeedDocument.resolve(media.base(), media.attribute("url")));
      }
    }
    for (FeedElement link : element.children("atom:link")) {
      if (link.attribute("rel").equals("enclosure") && isPicture(link)) {
        references.add(FeedDocument.resolve(link.base(), link.attribute("href")));
      }
    }
    bodies.forEach(body -> references.addAll(PlainText.listPictures(html(body), body.base())));
    if (references.isEmpty()) {
      element
          .descendants("media:thumbnail")
          .forEach(it -> references.add(FeedDocument.resolve(it.base(), it.attribute("url"))));
    }
    return references.stream()
        .filter(it -> it.matches("(?i)https?://\\S+") && it.length() <= MAX_LENGTH)
        .distinct()
        .limit(MAX_PHOTOS)
        .map(Photo::of)
        .toList();
  }

  private static boolean isPicture(FeedElement media) {
    return media.attribute("type").toLowerCase(Locale.ROOT).startsWith("image/")
        || media.attribute("medium").equals("image");
  }

  private @Nullable Instant sentAt(FeedElement element, @Nullable Instant updated) {
    Instant sent = time(element, "pubDate", "atom:published", "dc:date", "dcterms:created");
    return sent == null ? updated : sent;
  }

  private @Nullable Instant time(FeedElement element, String... names) {
    for (String name : names) {
      Instant time = FeedTimes.parse(element.text(name), zone);
      if (time != null) {
        return time;
      }
    }
    return null;
  }

  /** The author of the item; that of the whole feed is the office that publishes it. */
  private static @Nullable Reporter reporter(FeedElement element) {
    for (FeedElement author : element.children("atom:author")) {
      String name = author.text("atom:name");
      for (String handle : List.of(author.text("atom:uri"), author.text("atom:email"), name)) {
        if (!handle.isEmpty() && handle.length() <= MAX_LENGTH) {
          return new Reporter(handle, name.isEmpty() ? null : name);
        }
      }
    }
    String creator = element.text("dc:creator");
    // RSS writes "surel@contoh.example (Nama)".
    String author = creator.isEmpty() ? element.text("author") : creator;
    String handle = author.replaceFirst("(?s)\\s*\\(.*\\)$", "");
    String name = author.replaceFirst("(?s)^[^(]*\\((.*)\\)$", "$1");
    return handle.isEmpty() || author.length() > MAX_LENGTH ? null : new Reporter(handle, name);
  }

  private static String name(FeedElement element, Report report) {
    List<String> names = new ArrayList<>();
    names.add(element.text("guid"));
    names.add(element.text("atom:id"));
    names.add(element.attribute("rdf:about"));
    names.add(element.text("link"));
    element.children("atom:link").stream()
        .filter(link -> List.of("", "alternate").contains(link.attribute("rel")))
        .forEach(link -> names.add(FeedDocument.resolve(link.base(), link.attribute("href"))));
    for (String name : names) {
      if (!name.isEmpty()) {
        return MessageKey.isExternalId(name) ? name : Digests.name(name);
      }
    }
    return Digests.name(report.text() + "\n" + report.sentAt());
  }
}
