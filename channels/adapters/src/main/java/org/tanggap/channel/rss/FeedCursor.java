package org.tanggap.channel.rss;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.AccountId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a feed stands: what its server has told of its version, and what was delivered of it.
 *
 * @param etag the {@code ETag} of the version that was delivered completely, or empty
 * @param lastModified its {@code Last-Modified}, or empty
 * @param notBefore when to call again at the earliest
 * @param delivered the hashes of what was delivered, 15 characters each: 11 of the item, 4 of its
 *     edition
 */
record FeedCursor(String etag, String lastModified, Instant notBefore, String delivered) {

  /** What the cursor knows of an item. */
  enum Sight {
    /** Not delivered yet. */
    NEW,
    /** Delivered in another edition. */
    CHANGED,
    /** Delivered as it is. */
    KNOWN
  }

  /** What was delivered. */
  static final class Seen {

    private final LinkedHashMap<String, String> editions = new LinkedHashMap<>();

    private Seen(String delivered) {
      for (int i = 0; i + ENTRY <= delivered.length(); i += ENTRY) {
        editions.put(delivered.substring(i, i + NAME), delivered.substring(i + NAME, i + ENTRY));
      }
    }

    Sight look(String name, String edition) {
      String known = editions.get(hash(name, NAME_BYTES));
      if (known == null) {
        return Sight.NEW;
      }
      boolean same = edition.isEmpty() || known.equals(hash(edition, EDITION_BYTES));
      return same ? Sight.KNOWN : Sight.CHANGED;
    }

    void add(String name, String edition) {
      editions.put(hash(name, NAME_BYTES), hash(edition, EDITION_BYTES));
    }

    /** What is in the feed now, then what was there before, as far as there is room. */
    private void keepFirst(List<String> names) {
      Map<String, String> others = new LinkedHashMap<>(editions);
      editions.clear();
      for (String name : names) {
        String hash = hash(name, NAME_BYTES);
        String edition = others.remove(hash);
        if (edition != null) {
          editions.put(hash, edition);
        }
      }
      others.entrySet().stream()
          .limit(Math.max(0, MAX_SEEN - editions.size()))
          .forEach(other -> editions.put(other.getKey(), other.getValue()));
    }

    private String text() {
      StringBuilder text = new StringBuilder();
      editions.forEach((name, edition) -> text.append(name).append(edition));
      return text.toString();
    }
  }

  private static final int MAX_SEEN = 3_000;
  private static final int NAME_BYTES = 8;
  private static final int EDITION_BYTES = 3;
  private static final int NAME = 11;
  private static final int ENTRY = 15;

  static FeedCursor parse(@Nullable Cursor cursor, AccountId account) {
    if (cursor == null) {
      return new FeedCursor("", "", Instant.EPOCH, "");
    }
    return Json.find(cursor.value().getBytes(StandardCharsets.UTF_8))
        .flatMap(FeedCursor::read)
        .orElseThrow(
            () ->
                ChannelException.of(
                    ChannelException.Kind.MALFORMED, "the cursor of " + account + " is damaged"));
  }

  private static Optional<FeedCursor> read(JsonNode node) {
    Instant notBefore = Json.epochSecondsOrNull(node.path("notBefore"));
    String delivered = Json.text(node.path("delivered"));
    String etag = Json.text(node.path("etag"));
    String lastModified = Json.text(node.path("lastModified"));
    boolean whole =
        notBefore != null
            && node.path("delivered").isString()
            && delivered.length() % ENTRY == 0
            && (etag + lastModified).matches("[\\x20-\\x7e]*")
            && delivered.matches("[A-Za-z0-9_-]*");
    return whole
        ? Optional.of(new FeedCursor(etag, lastModified, notBefore, delivered))
        : Optional.empty();
  }

  Cursor toCursor() {
    ObjectNode node = Json.object().put("etag", etag).put("lastModified", lastModified);
    node.put("notBefore", notBefore.getEpochSecond()).put("delivered", delivered);
    return new Cursor(node.toString());
  }

  Seen seen() {
    return new Seen(delivered);
  }

  FeedCursor waitingUntil(Instant next) {
    return new FeedCursor(etag, lastModified, next, delivered);
  }

  /** More of this version is to be delivered: it must come again in full. */
  FeedCursor onTheWay(Seen seen) {
    return new FeedCursor("", "", Instant.EPOCH, seen.text());
  }

  /** This version is delivered; one that is broken is asked for again. */
  FeedCursor finished(
      Seen seen, List<String> names, FeedCall.Answer answer, FeedDocument feed, Instant next) {
    seen.keepFirst(names);
    boolean whole = feed.problem() == null;
    return new FeedCursor(
        whole ? answer.kept("ETag") : "",
        whole ? answer.kept("Last-Modified") : "",
        next,
        seen.text());
  }

  private static String hash(String text, int bytes) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(Digests.sha256(text), bytes));
  }
}
