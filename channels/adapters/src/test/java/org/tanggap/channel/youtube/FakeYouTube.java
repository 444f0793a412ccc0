package org.tanggap.channel.youtube;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.web.Json;
import org.tanggap.testkit.FakeVendor;
import org.tanggap.testkit.ManualClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * YouTube's Data API v3 as its documentation describes it: threads newest first, at most five
 * replies with each, the others by {@code comments.list}; replies; Google's token endpoint. A day
 * has a quota, which the fake counts by itself.
 */
public final class FakeYouTube extends FakeVendor {

  /** The channel. */
  public static final String CHANNEL = "UCkotaContoh0000000000ab";

  /** The API key. */
  public static final String KEY = "AIza-kunci-contoh-0001";

  /** The refresh token. */
  public static final String REFRESH = "1//refresh-contoh-0001";

  private static final class Comment {

    private final String id;
    private final @Nullable String parent;
    private final String author;
    private final Instant publishedAt;
    private Instant updatedAt;
    private String text;
    private boolean visible = true;
    private boolean broken;

    Comment(String id, @Nullable String parent, String author, String text, Instant at) {
      this.id = id;
      this.parent = parent;
      this.author = author;
      this.text = text;
      this.publishedAt = at;
      this.updatedAt = at;
    }
  }

  private final ManualClock clock;
  private final List<Comment> comments = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private Duration spacing = Duration.ZERO;
  private Instant last = Instant.EPOCH;
  private String token = "ya29.token-contoh-0001";
  private int serial;
  private int units;
  private @Nullable Answer instead;

  /** A channel without comments. */
  public FakeYouTube(ManualClock clock) {
    this.clock = clock;
  }

  /** From now on, each comment is that much later than the one before, or more. */
  public synchronized void space(Duration time) {
    spacing = time;
  }

  /** A citizen comments on a video. */
  public synchronized String publish(String text) {
    return add(null, "UCwarga" + serial % 7, text);
  }

  /** Someone comments, and the comment comes without its id. */
  public synchronized void publishBroken() {
    find(publish("tanpa nomor")).broken = true;
  }

  /** The channel itself comments. */
  public synchronized String publishOwn(String text) {
    return add(null, CHANNEL, text);
  }

  /** A citizen replies in a thread. */
  public synchronized String reply(String thread, String text) {
    return add(thread, "UCpenjawab" + serial % 7, text);
  }

  /** A citizen's comment is held back until it is released. */
  public synchronized String publishHeldBack(String text) {
    String id = publish(text);
    find(id).visible = false;
    return id;
  }

  /** A comment that was held back becomes visible. */
  public synchronized void release(String id) {
    find(id).visible = true;
  }

  /** A comment goes without a word. */
  public synchronized void delete(String id) {
    comments.remove(find(id));
  }

  /** A citizen changes a comment. */
  public synchronized void edit(String id, String text) {
    Comment comment = find(id);
    comment.text = text;
    Instant next = comment.updatedAt.plusSeconds(1);
    comment.updatedAt = next.isAfter(clock.instant()) ? next : clock.instant();
  }

  /** The words of the channel's replies, oldest first. */
  public synchronized List<String> answers() {
    return List.copyOf(answers);
  }

  /** The access token that is valid at present. */
  public synchronized String token() {
    return token;
  }

  /** Ends the access token's life. */
  public synchronized void expireToken() {
    token = "ya29.token-baru-" + ++serial;
  }

  /** How many units of the quota were used. */
  public synchronized int units() {
    return units;
  }

  /** Answers everything but the token endpoint with one answer, or as before if it is null. */
  public synchronized void answerWith(@Nullable Answer answer) {
    instead = answer;
  }

  private String add(@Nullable String parent, String author, String text) {
    Instant spaced = last.plus(spacing);
    last = spaced.isAfter(clock.instant()) ? spaced : clock.instant();
    String id =
        (parent == null ? "Ugw" : parent + ".9") + String.format(Locale.ROOT, "%08d", ++serial);
    comments.add(new Comment(id, parent, author, text, last));
    return id;
  }

  private Comment find(String id) {
    return comments.stream().filter(it -> it.id.equals(id)).findAny().orElseThrow();
  }

  @Override
  protected synchronized Answer answer(Request request) {
    if (request.path().equals("/token")) {
      return renew(request);
    }
    units += request.method().equals("POST") ? 50 : 1;
    boolean signedIn = ("Bearer " + token).equals(request.headers().get("authorization"));
    boolean writing = request.method().equals("POST");
    if (!signedIn && (writing || !KEY.equals(request.query().get("key")))) {
      return expired();
    } else if (request.headers().containsKey("authorization") && !signedIn) {
      return expired();
    } else if (instead != null) {
      return instead;
    } else if (request.path().equals("/youtube/v3/commentThreads")) {
      return threads(request);
    } else if (request.path().equals("/youtube/v3/comments")) {
      return writing ? insert(request) : replies(request);
    }
    return error(404, "notFound", "youtube.common");
  }

  private Answer threads(Request request) {
    if (!CHANNEL.equals(request.query().get("allThreadsRelatedToChannelId"))) {
      return error(404, "channelNotFound", "youtube.commentThread");
    }
    List<Comment> threads =
        comments.stream()
            .filter(it -> it.parent == null && it.visible)
            .sorted(
                Comparator.comparing((Comment it) -> it.publishedAt)
                    .thenComparing(it -> it.id)
                    .reversed())
            .toList();
    return page(request, threads, "youtube#commentThreadListResponse");
  }

  private Answer replies(Request request) {
    String parent = request.query().get("parentId");
    if (comments.stream().noneMatch(it -> it.id.equals(parent))) {
      return error(404, "commentNotFound", "youtube.comment");
    }
    List<Comment> replies =
        comments.stream().filter(it -> parent.equals(it.parent) && it.visible).toList();
    return page(request, replies, "youtube#commentListResponse");
  }

  private Answer page(Request request, List<Comment> all, String kind) {
    int size = Integer.parseInt(request.query().getOrDefault("maxResults", "20"));
    String token = request.query().get("pageToken");
    if (size < 1 || size > 100) {
      return error(400, "invalidParameter", "youtube.parameter");
    } else if (token != null && !token.startsWith("QURT")) {
      return error(400, "invalidPageToken", "youtube.parameter");
    }
    int start = 0;
    if (token != null) {
      // A token stands for a place in the list, which does not move when others arrive.
      String after = token.substring(4);
      while (start < all.size() && !all.get(start).id.equals(after)) {
        start++;
      }
      start++;
    }
    List<Comment> shown =
        all.subList(Math.min(start, all.size()), Math.min(start + size, all.size()));
    ObjectNode root = Json.object().put("kind", kind);
    if (start + size < all.size()) {
      root.put("nextPageToken", "QURT" + shown.get(shown.size() - 1).id);
    }
    ArrayNode items = root.putArray("items");
    shown.forEach(it -> items.add(kind.contains("Thread") ? thread(it) : json(it)));
    return Answer.json(200, root.toString());
  }

  private ObjectNode thread(Comment top) {
    ObjectNode node = Json.object().put("kind", "youtube#commentThread").put("id", top.id);
    ObjectNode snippet =
        node.putObject("snippet").put("channelId", CHANNEL).put("videoId", "dQw4vid0001");
    snippet.set("topLevelComment", json(top));
    List<Comment> replies =
        comments.stream().filter(it -> top.id.equals(it.parent) && it.visible).toList();
    snippet.put("canReply", true).put("totalReplyCount", replies.size()).put("isPublic", true);
    if (!replies.isEmpty()) {
      ArrayNode list = node.putObject("replies").putArray("comments");
      replies.subList(0, Math.min(5, replies.size())).forEach(it -> list.add(json(it)));
    }
    return node;
  }

  private static ObjectNode json(Comment comment) {
    ObjectNode node = Json.object().put("kind", "youtube#comment").put("id", comment.id);
    if (comment.broken) {
      node.remove("id");
    }
    ObjectNode snippet = node.putObject("snippet");
    if (comment.parent != null) {
      snippet.put("parentId", comment.parent);
    }
    snippet
        .put("textDisplay", comment.text)
        .put("textOriginal", comment.text)
        .put("authorDisplayName", "@" + comment.author)
        .put("publishedAt", comment.publishedAt.toString())
        .put("updatedAt", comment.updatedAt.toString())
        .putObject("authorChannelId")
        .put("value", comment.author);
    return node;
  }

  private Answer insert(Request request) {
    JsonNode snippet = Json.find(request.body()).orElseThrow().path("snippet");
    String parent = snippet.path("parentId").asString();
    String text = snippet.path("textOriginal").asString();
    if (comments.stream().noneMatch(it -> it.id.equals(parent) && it.parent == null)) {
      return error(404, "parentCommentNotFound", "youtube.comment");
    } else if (text.codePointCount(0, text.length()) > 10_000) {
      return error(400, "commentTextTooLong", "youtube.comment");
    }
    answers.add(text);
    return Answer.json(200, json(find(add(parent, CHANNEL, text))).toString());
  }

  private Answer renew(Request request) {
    boolean right =
        request.text().contains("grant_type=refresh_token")
            && request.text().contains("refresh_token=1%2F%2Frefresh-contoh-0001")
            && request.text().contains("client_secret=rahasia-aplikasi");
    if (!right) {
      return Answer.json(400, "{\"error\":\"invalid_grant\"}");
    }
    token = "ya29.token-baru-" + ++serial;
    return Answer.json(
        200, "{\"access_token\":\"" + token + "\",\"expires_in\":3599,\"token_type\":\"Bearer\"}");
  }

  /** A failure as Google writes it. */
  public static Answer error(int status, String reason, String domain) {
    ObjectNode root = Json.object();
    ObjectNode error = root.putObject("error").put("code", status).put("message", "…");
    error.putArray("errors").addObject().put("domain", domain).put("reason", reason);
    return Answer.json(status, root.toString());
  }

  @Override
  protected Answer limited(@Nullable Instant ends) {
    return ends == null
        ? error(403, "rateLimitExceeded", "usageLimits")
        : error(403, "quotaExceeded", "youtube.quota");
  }

  @Override
  protected Answer expired() {
    return error(401, "authError", "global");
  }
}
