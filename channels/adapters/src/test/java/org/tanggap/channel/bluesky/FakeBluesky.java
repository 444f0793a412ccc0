package org.tanggap.channel.bluesky;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.web.Json;
import org.tanggap.testkit.FakeVendor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A server of the AT Protocol, written from docs.bsky.app: sessions that run out, notifications
 * newest first with a cursor backwards, records that exist once under their key.
 */
public final class FakeBluesky extends FakeVendor {

  public static final String HANDLE = "posko.kota.example";
  public static final String PASSWORD = "abcd-efgh-ijkl-mnop";
  static final String OWN_DID = "did:plc:posko2kota3example4abcde";
  static final String CITIZEN = "did:plc:warga7tujuh2belas3abcdef";
  static final String CID = "bafyreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy";

  private final List<ObjectNode> notifications = new ArrayList<>();
  private final Map<String, JsonNode> records = new LinkedHashMap<>();
  private final Deque<Answer> next = new ArrayDeque<>();
  private Instant time = Instant.parse("2026-11-21T00:00:00Z");
  private int ids = 100_000;
  private int session = 1;
  private boolean refreshable = true;

  /**
   * A citizen writes a post that mentions us.
   *
   * @param text the words
   * @return the URI of the post
   */
  public synchronized String publish(String text) {
    time = time.plusSeconds(1);
    return publish(text, time, CITIZEN);
  }

  /** A post that was dated back, which the server sorts by that date. */
  synchronized String publishAt(String text, Instant at) {
    return publish(text, at, CITIZEN);
  }

  synchronized void publishOwn(String text) {
    time = time.plusSeconds(1);
    publish(text, time, OWN_DID);
  }

  private String publish(String text, Instant at, String did) {
    String uri = "at://" + did + "/app.bsky.feed.post/3lbgw2" + ids++ + "a";
    ObjectNode notification = Json.object().put("uri", uri).put("cid", CID);
    notification.put("reason", "mention").put("indexedAt", at.toString());
    notification.putObject("author").put("did", did).put("handle", "warga17.bsky.social");
    notification
        .putObject("record")
        .put("$type", "app.bsky.feed.post")
        .put("text", text)
        .put("createdAt", at.toString());
    notifications.add(notification);
    return uri;
  }

  /**
   * The answers that citizens see.
   *
   * @return their texts, oldest first
   */
  public synchronized List<String> answers() {
    return records.values().stream().map(post -> post.path("text").asString()).toList();
  }

  synchronized List<JsonNode> posts() {
    return List.copyOf(records.values());
  }

  /** The access token runs out. */
  synchronized void expire() {
    session++;
  }

  /** The refresh token runs out too. */
  synchronized void expireForGood() {
    session++;
    refreshable = false;
  }

  synchronized void answerNext(Answer answer) {
    next.add(answer);
  }

  @Override
  protected Answer answer(Request request) {
    if (!next.isEmpty()) {
      return next.remove();
    }
    return switch (request.method() + " " + request.path().replaceFirst("^/xrpc/", "")) {
      case "POST com.atproto.server.createSession" -> signIn(request);
      case "POST com.atproto.server.refreshSession" -> renew(request);
      case "GET app.bsky.notification.listNotifications" ->
          isSignedIn(request) ? list(request) : expired();
      case "POST com.atproto.repo.createRecord" ->
          isSignedIn(request) ? create(request) : expired();
      case "GET com.atproto.repo.getRecord" -> record(request);
      case "POST com.atproto.repo.uploadBlob" -> isSignedIn(request) ? upload(request) : expired();
      default -> error(404, "XRPCNotSupported");
    };
  }

  private static Answer error(int status, String name) {
    return Answer.json(status, "{\"error\":\"" + name + "\",\"message\":\"" + name + "\"}");
  }

  private boolean isSignedIn(Request request) {
    return ("Bearer access-" + session).equals(request.headers().get("authorization"));
  }

  private Answer signIn(Request request) {
    JsonNode credentials = Json.find(request.body()).orElseThrow();
    boolean right =
        Json.text(credentials.path("identifier")).equals(HANDLE)
            && Json.text(credentials.path("password")).equals(PASSWORD);
    return right ? session() : error(401, "AuthenticationRequired");
  }

  private Answer renew(Request request) {
    String token = request.headers().getOrDefault("authorization", "");
    return refreshable && token.startsWith("Bearer refresh-") ? session() : expired();
  }

  private Answer session() {
    ObjectNode tokens = Json.object().put("did", OWN_DID).put("handle", HANDLE);
    tokens.put("accessJwt", "access-" + session).put("refreshJwt", "refresh-" + session);
    return Answer.json(200, tokens.toString());
  }

  private Answer list(Request request) {
    int limit = Math.min(100, Integer.parseInt(request.query().getOrDefault("limit", "50")));
    String before = request.query().getOrDefault("cursor", "9999");
    List<ObjectNode> found =
        notifications.stream()
            .filter(notification -> place(notification).compareTo(before) < 0)
            .sorted(Comparator.comparing(FakeBluesky::place).reversed())
            .limit(limit)
            .toList();
    ObjectNode page = Json.object();
    ArrayNode list = page.putArray("notifications");
    found.forEach(list::add);
    if (found.size() == limit) {
      page.put("cursor", place(found.get(limit - 1)));
    }
    return Answer.json(200, page.toString())
        .with("ratelimit-limit", "3000")
        .with("ratelimit-remaining", "2990")
        .with("ratelimit-reset", "1795227600")
        .with("ratelimit-policy", "3000;w=300");
  }

  private static String place(ObjectNode notification) {
    return Json.text(notification.path("indexedAt")) + "::" + Json.text(notification.path("uri"));
  }

  private Answer create(Request request) {
    JsonNode call = Json.find(request.body()).orElseThrow();
    JsonNode post = call.path("record");
    String key = Json.text(call.path("rkey"));
    boolean known =
        notifications.stream()
            .anyMatch(it -> it.path("uri").equals(post.path("reply").path("parent").path("uri")));
    if (!Json.text(call.path("repo")).equals(OWN_DID)
        || !key.matches("[234567abcdefghij][234567a-z]{12}")
        || !known
        || BlueskyAnswers.lengthOf(post.path("text").asString()) > 300
        || Json.timeOrNull(post.path("createdAt")) == null) {
      return error(400, "InvalidRequest");
    } else if (records.containsKey(key)) {
      return error(500, "InternalServerError");
    }
    records.put(key, post);
    return Answer.json(200, reference(key).toString());
  }

  private static ObjectNode reference(String key) {
    return Json.object()
        .put("uri", "at://" + OWN_DID + "/app.bsky.feed.post/" + key)
        .put("cid", CID);
  }

  private Answer record(Request request) {
    String key = request.query().getOrDefault("rkey", "");
    return records.containsKey(key)
        ? Answer.json(200, reference(key).set("value", records.get(key)).toString())
        : Answer.json(
            400,
            "{\"error\":\"RecordNotFound\",\"message\":\"Could not locate record: at://"
                + key
                + "\"}");
  }

  private static Answer upload(Request request) {
    String type = request.headers().getOrDefault("content-type", "");
    if (!type.startsWith("image/") || request.body().length > 1_000_000) {
      return error(400, "InvalidMimeType");
    }
    ObjectNode answer = Json.object();
    answer
        .putObject("blob")
        .put("$type", "blob")
        .put("mimeType", type)
        .put("size", request.body().length)
        .putObject("ref")
        .put("$link", "bafkreibjfgx2gprinfvicegelk5kosd6y2frmqpqzwqkg7usac74l3t2v4");
    return Answer.json(200, answer.toString());
  }

  @Override
  protected Answer limited(@Nullable Instant ends) {
    Answer answer = error(429, "RateLimitExceeded");
    return ends == null ? answer : answer.with("ratelimit-reset", "" + ends.getEpochSecond());
  }

  @Override
  protected Answer expired() {
    return Answer.json(400, "{\"error\":\"ExpiredToken\",\"message\":\"Token has expired\"}");
  }
}
