package org.tanggap.channel.mastodon;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.web.Json;
import org.tanggap.testkit.FakeVendor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Mastodon server, written from docs.joinmastodon.org: notifications by {@code min_id}, statuses
 * with their idempotency keys for an hour, media that take a while, the credential checked.
 */
public final class FakeMastodon extends FakeVendor {

  public static final String TOKEN = "ZA-Yj3aBD8U8Cm7lKUp-lm9O9BmDgdhHzDeqsY8tlL0";
  public static final String OWN_ID = "109348745230451";
  static final String CITIZEN = "warga17@pesisir.example";

  private final List<ObjectNode> notifications = new ArrayList<>();
  private final Map<String, ObjectNode> statuses = new HashMap<>();
  private final List<ObjectNode> posted = new ArrayList<>();
  private final Map<String, ObjectNode> keys = new HashMap<>();
  private final Map<String, Integer> media = new HashMap<>();
  private final Deque<Answer> next = new ArrayDeque<>();
  private int ids = 1_000;
  private int questionsUntilReady = 2;

  /**
   * A citizen writes a public status that mentions us.
   *
   * @param text the words
   * @return the id of the status
   */
  public synchronized String publish(String text) {
    return publish(text, "public");
  }

  synchronized String publish(String text, String visibility) {
    ObjectNode status = Json.object().put("id", "1135200000000" + ids++).put("content", html(text));
    status.put("created_at", "2026-11-20T03:12:45.120Z").put("visibility", visibility);
    status.putObject("account").put("id", "1100").put("acct", CITIZEN).put("bot", false);
    statuses.put(Json.text(status.path("id")), status);
    notify("mention", status);
    return Json.text(status.path("id"));
  }

  /** The citizen edits a status, which the server tells because we boosted it. */
  synchronized void edit(String id, String text, Instant at) {
    notify(
        "update", statuses.get(id).deepCopy().put("content", html(text)).put("edited_at", "" + at));
  }

  /** Somebody with our name and password writes to our own account. */
  synchronized void publishOwn(String text) {
    ObjectNode status = Json.object().put("id", "1135200000000" + ids++).put("content", html(text));
    status.putObject("account").put("id", OWN_ID).put("acct", "posko");
    notify("mention", status);
  }

  private void notify(String type, ObjectNode status) {
    ObjectNode notification = Json.object().put("id", "34975" + ids++).put("type", type);
    notification.put("created_at", "2026-11-20T03:12:46.000Z").set("status", status);
    notifications.add(notification);
  }

  /**
   * The answers that citizens see.
   *
   * @return their texts without the name that stands before them, oldest first
   */
  public synchronized List<String> answers() {
    return posted.stream()
        .map(status -> status.path("text").asString().replaceFirst("^@\\S+ ", ""))
        .toList();
  }

  synchronized List<ObjectNode> posted() {
    return List.copyOf(posted);
  }

  /** An hour goes by, and the server forgets the idempotency keys. */
  synchronized void forgetKeys() {
    keys.clear();
  }

  /** The citizen deletes a status. */
  synchronized void delete(String id) {
    statuses.remove(id);
  }

  /** What the server answers to the next request, whatever it is. */
  synchronized void answerNext(Answer answer) {
    next.add(answer);
  }

  synchronized void mediaReadyAfter(int questions) {
    questionsUntilReady = questions;
  }

  @Override
  protected Answer answer(Request request) {
    if (!next.isEmpty()) {
      return next.remove();
    }
    if (!("Bearer " + TOKEN).equals(request.headers().get("authorization"))) {
      return Answer.json(401, "{\"error\":\"The access token is invalid\"}");
    }
    String path = request.method() + " " + request.path();
    if (path.equals("GET /api/v1/notifications")) {
      return list(request);
    } else if (path.equals("POST /api/v1/statuses")) {
      return post(request);
    } else if (path.equals("POST /api/v2/media")) {
      return upload(request);
    } else if (path.startsWith("GET /api/v1/media/")) {
      return medium(path.substring("GET /api/v1/media/".length()));
    } else if (path.matches("GET /api/v1/statuses/[^/]+/context")) {
      return context(path.split("/", -1)[4]);
    }
    return Answer.json(404, "{\"error\":\"Record not found\"}");
  }

  private Answer list(Request request) {
    int limit = Math.min(80, Integer.parseInt(request.query().getOrDefault("limit", "40")));
    long after = Long.parseLong(request.query().getOrDefault("min_id", "0"));
    ArrayNode page = Json.object().putArray("page");
    notifications.stream()
        .filter(notification -> Long.parseLong(Json.text(notification.path("id"))) > after)
        .limit(limit)
        .forEach(notification -> page.insert(0, notification));
    return Answer.json(200, page.toString())
        .with("X-RateLimit-Limit", "300")
        .with("X-RateLimit-Remaining", "297")
        .with("X-RateLimit-Reset", "2026-11-20T03:20:00.123456Z");
  }

  private Answer post(Request request) {
    JsonNode wanted = Json.find(request.body()).orElseThrow();
    String key = request.headers().getOrDefault("idempotency-key", "");
    if (keys.containsKey(key)) {
      return Answer.json(200, keys.get(key).toString());
    }
    String text = Json.text(wanted.path("status"));
    String under = Json.text(wanted.path("in_reply_to_id"));
    if (!statuses.containsKey(under)) {
      return Answer.json(
          404, "{\"error\":\"The post you are trying to reply to does not appear to exist.\"}");
    } else if (StatusLength.of(text) > 500) {
      return Answer.json(422, "{\"error\":\"Validation failed: Text character limit exceeded\"}");
    }
    for (JsonNode id : wanted.path("media_ids")) {
      if (media.getOrDefault(Json.text(id), 1) > 0) {
        return Answer.json(422, "{\"error\":\"Cannot attach files that are not ready.\"}");
      }
    }
    ObjectNode status = Json.object().put("id", "1135200000000" + ids++);
    status.put("in_reply_to_id", under).put("content", html(text)).put("text", text);
    status.put("visibility", Json.text(wanted.path("visibility")));
    status.putObject("account").put("id", OWN_ID).put("acct", "posko");
    status.set("media_ids", wanted.path("media_ids"));
    posted.add(status);
    statuses.put(Json.text(status.path("id")), status);
    keys.put(key, status);
    return Answer.json(200, status.toString());
  }

  /** As Mastodon writes it: names without their servers, addresses as links. */
  private static String html(String text) {
    return "<p>"
        + text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replaceAll(
                "https://(\\S+)",
                "<a href=\"https://$1\"><span class=\"invisible\">https://</span>"
                    + "<span>$1</span></a>")
            .replaceAll(
                "@(\\w+)@([\\w.]+)",
                "<span class=\"h-card\"><a href=\"https://$2/@$1\" class=\"u-url mention\">"
                    + "@<span>$1</span></a></span>")
            .replace("\n\n", "</p><p>")
            .replace("\n", "<br />")
        + "</p>";
  }

  private Answer upload(Request request) {
    if (!request.headers().getOrDefault("content-type", "").startsWith("multipart/form-data")) {
      return Answer.json(422, "{\"error\":\"Validation failed: File can't be blank\"}");
    }
    String id = "22348" + ids++;
    media.put(id, questionsUntilReady);
    return Answer.json(
        questionsUntilReady == 0 ? 200 : 202, "{\"id\":\"" + id + "\",\"type\":\"image\"}");
  }

  private Answer medium(String id) {
    int left = Optional.ofNullable(media.get(id)).orElse(0) - 1;
    media.put(id, Math.max(0, left));
    return Answer.json(left > 0 ? 206 : 200, "{\"id\":\"" + id + "\",\"url\":null}");
  }

  private Answer context(String id) {
    if (!statuses.containsKey(id)) {
      return Answer.json(404, "{\"error\":\"Record not found\"}");
    }
    ObjectNode context = Json.object();
    context.putArray("ancestors");
    ArrayNode descendants = context.putArray("descendants");
    posted.stream()
        .filter(status -> Json.text(status.path("in_reply_to_id")).equals(id))
        .forEach(descendants::add);
    return Answer.json(200, context.toString());
  }

  @Override
  protected Answer limited(@Nullable Instant ends) {
    Answer answer = Answer.json(429, "{\"error\":\"Too many requests\"}");
    return ends == null ? answer : answer.with("X-RateLimit-Reset", ends.toString());
  }
}
