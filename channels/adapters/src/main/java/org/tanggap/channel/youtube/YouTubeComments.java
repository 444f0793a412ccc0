package org.tanggap.channel.youtube;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Page;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.AccountId;
import tools.jackson.databind.JsonNode;

/**
 * Reads the comments on all videos, one call a page.
 *
 * <p>Threads come newest first, and nothing tells of a new reply in an old one. So there are two
 * walks. The ordinary one goes back to the newest thread known: with its first page it sees the new
 * replies in the latest threads, up to five of each, and reads the others of a thread by themselves
 * when their number has changed. The sweep, some times a day, goes back over all threads of a
 * month: it finds the replies in them, and comments that were held back and released later; it
 * delivers what it meets again, which the key makes harmless. A hundred threads cost one unit of
 * the quota, so do a hundred replies of a long thread.
 */
final class YouTubeComments {

  /** Comments may become visible later than others that are newer. */
  private static final long OVERLAP = Duration.ofMinutes(10).toMillis();

  private static final int MAX_KNOWN = 300;
  private static final int MAX_ID = 64;

  private final AccountId account;
  private final YouTubeApi api;
  private final YouTubeMessages messages;
  private final YouTubeQuota quota;
  private final Duration lookBack;
  private final Duration sweepEvery;
  private final InstantSource clock;

  YouTubeComments(
      AccountId account,
      YouTubeApi api,
      YouTubeMessages messages,
      YouTubeQuota quota,
      Duration lookBack,
      Duration sweepEvery,
      InstantSource clock) {
    this.account = account;
    this.api = api;
    this.messages = messages;
    this.quota = quota;
    this.lookBack = lookBack;
    this.sweepEvery = sweepEvery;
    this.clock = clock;
  }

  Page pull(@Nullable Cursor at) {
    YouTubeCursor cursor = YouTubeCursor.read(account, at);
    quota.recall(cursor.used());
    quota.reserveForAnswers();
    YouTubeWalk walk = cursor.walk() == null ? begin(cursor) : cursor.walk();
    try {
      return step(cursor, walk);
    } catch (ChannelException e) {
      boolean onItsWay = !walk.token().isEmpty() || !walk.repliesToken().isEmpty();
      if (YouTubeFault.is(YouTubeFault.What.OLD_TOKEN, e) && onItsWay) {
        return step(cursor, walk.again());
      }
      throw e;
    }
  }

  private YouTubeWalk begin(YouTubeCursor cursor) {
    long now = clock.instant().toEpochMilli();
    long month = now - lookBack.toMillis();
    if (cursor.sweptAt() == 0) {
      return YouTubeWalk.of(true, now, month, month);
    }
    long from = cursor.seen() - OVERLAP;
    long stop = cursor.top() - OVERLAP;
    return now - cursor.sweptAt() >= sweepEvery.toMillis()
        ? YouTubeWalk.of(true, now, Math.min(month, from), Math.min(month, stop))
        : YouTubeWalk.of(false, now, from, stop);
  }

  private Page step(YouTubeCursor cursor, YouTubeWalk walk) {
    Delivery delivery = new Delivery(cursor, walk);
    YouTubeWalk next = walk.pending().isEmpty() ? threads(walk, delivery) : replies(walk, delivery);
    return delivery.page(next);
  }

  private YouTubeWalk threads(YouTubeWalk walk, Delivery delivery) {
    JsonNode page = api.threads(walk.token());
    String token = nextToken(page, walk.token());
    List<YouTubeWalk.Pending> unread = new ArrayList<>();
    long latestThread = 0;
    long oldestThread = Long.MAX_VALUE;
    for (JsonNode thread : page.path("items")) {
      JsonNode top = thread.path("snippet").path("topLevelComment");
      Instant published = Json.timeOrNull(top.path("snippet").path("publishedAt"));
      if (published != null) {
        latestThread = Math.max(latestThread, published.toEpochMilli());
        oldestThread = Math.min(oldestThread, published.toEpochMilli());
      }
      messages.thread(thread).forEach(delivery::offer);
      boolean tooOld = walk.sweep() && published != null && published.toEpochMilli() < walk.stop();
      String id = Json.text(top.path("id"));
      int replies = thread.path("snippet").path("totalReplyCount").asInt(0);
      boolean missing = replies > thread.path("replies").path("comments").size();
      if (missing && !tooOld && YouTubeMessages.isId(id) && delivery.isUnread(id, replies)) {
        unread.add(new YouTubeWalk.Pending(id, replies));
      }
    }
    boolean last = token.isEmpty() || oldestThread < walk.stop();
    return walk.withThreads(last ? "" : token, last, unread, delivery.latest, latestThread);
  }

  private YouTubeWalk replies(YouTubeWalk walk, Delivery delivery) {
    YouTubeWalk.Pending thread = walk.pending().get(0);
    String token = "";
    try {
      JsonNode page = api.replies(thread.thread(), walk.repliesToken());
      token = nextToken(page, walk.repliesToken());
      messages.replies(thread.thread(), page).forEach(delivery::offer);
    } catch (ChannelException e) {
      if (!YouTubeFault.is(YouTubeFault.What.GONE, e)) {
        throw e;
      }
      // Deleted since it was listed, or its video's comments switched off: nothing is left to read.
    }
    if (token.isEmpty()) {
      delivery.counts.remove(thread.thread());
      delivery.counts.put(thread.thread(), (long) thread.replies());
    }
    return walk.withReplies(token);
  }

  private static String nextToken(JsonNode page, String token) {
    String next = Json.text(page.path("nextPageToken"));
    boolean circle = !next.isEmpty() && next.equals(token);
    if (circle || next.length() > YouTubeWalk.MAX_TOKEN) {
      throw ChannelException.of(
          ChannelException.Kind.MALFORMED, "YouTube names no next page that can be asked for");
    }
    return next;
  }

  /** Collects what one call brought, without what was delivered before. */
  private final class Delivery {

    private final YouTubeCursor cursor;
    private final YouTubeWalk walk;
    private final List<YouTubeMessages.Comment> comments = new ArrayList<>();
    private final Map<String, Long> known;
    private final Map<String, Long> counts;
    private long latest;

    Delivery(YouTubeCursor cursor, YouTubeWalk walk) {
      this.cursor = cursor;
      this.walk = walk;
      this.known = new LinkedHashMap<>(cursor.known());
      this.counts = new LinkedHashMap<>(cursor.counts());
    }

    void offer(YouTubeMessages.Comment comment) {
      Instant changedAt = comment.changedAt();
      long changed = changedAt == null ? walk.startedAt() : changedAt.toEpochMilli();
      boolean remembered = known.containsKey(comment.id());
      boolean same = remembered && (changedAt == null || known.get(comment.id()) == changed);
      latest = changedAt == null ? latest : Math.max(latest, changed);
      if (changed >= walk.from() && !same) {
        comments.add(comment);
        if (comment.id().length() <= MAX_ID) {
          known.put(comment.id(), changed);
        }
      }
    }

    boolean isUnread(String thread, int replies) {
      Long before = counts.get(thread);
      return thread.length() <= MAX_ID && (before == null || before != replies);
    }

    Page page(YouTubeWalk next) {
      boolean done = next.isDone();
      long seen =
          done ? Math.max(cursor.seen(), Math.max(next.seen(), next.from())) : cursor.seen();
      long top = done ? Math.max(cursor.top(), Math.max(next.top(), next.stop())) : cursor.top();
      YouTubeCursor after =
          new YouTubeCursor(
              seen,
              top,
              done && next.sweep() ? next.startedAt() : cursor.sweptAt(),
              latest(known, done ? seen - OVERLAP : Long.MIN_VALUE),
              last(counts),
              quota.used(),
              done ? null : next);
      return new Page(oldestFirst(), after.write(), !done);
    }

    private List<ChannelMessage> oldestFirst() {
      Comparator<YouTubeMessages.Comment> byTime =
          Comparator.comparing(
              YouTubeMessages.Comment::changedAt, Comparator.nullsFirst(Comparator.naturalOrder()));
      return comments.stream().sorted(byTime).map(YouTubeMessages.Comment::message).toList();
    }
  }

  private static Map<String, Long> latest(Map<String, Long> known, long from) {
    Map<String, Long> kept = new LinkedHashMap<>();
    known.entrySet().stream()
        .filter(entry -> entry.getValue() >= from)
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(MAX_KNOWN)
        .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
    return kept;
  }

  private static Map<String, Long> last(Map<String, Long> counts) {
    Map<String, Long> kept = new LinkedHashMap<>(counts);
    kept.keySet().removeIf(thread -> kept.size() > MAX_KNOWN);
    return kept;
  }
}
