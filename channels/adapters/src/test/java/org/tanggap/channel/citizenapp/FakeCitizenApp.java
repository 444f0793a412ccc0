package org.tanggap.channel.citizenapp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.web.Json;
import org.tanggap.testkit.FakeVendor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An app's API: gives out posts in no order, takes a comment once for each key. */
public final class FakeCitizenApp extends FakeVendor {

  /** The credential of our calls. */
  public static final String TOKEN = "rahasia-token-aplikasi";

  /** Our own user. */
  public static final String OWN_USER = "kantor-1";

  private final InstantSource clock;
  private final TreeMap<Long, ObjectNode> posts = new TreeMap<>();
  private final Map<String, JsonNode> comments = new LinkedHashMap<>();
  private long nextPost = 2_437_741;

  /**
   * Starts.
   *
   * @param clock tells the time of posts and limits
   */
  public FakeCitizenApp(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * A citizen writes a post.
   *
   * @param text its description
   * @return the post's id
   */
  public synchronized String publish(String text) {
    return post("u-17", text);
  }

  /**
   * Our own user writes a post.
   *
   * @param text its description
   */
  public synchronized void publishOwn(String text) {
    post(OWN_USER, text);
  }

  private String post(String user, String text) {
    ObjectNode post = Json.object().put("post_id", nextPost).put("description", text);
    post.putObject("user").put("id", user).put("name", "Budi");
    post.putObject("location").put("lat", -6.2263).put("lng", 106.8583);
    post.put("timestamp", clock.instant().toString());
    posts.put(nextPost, post);
    return Long.toString(nextPost++);
  }

  /**
   * A post as it is now.
   *
   * @param id its id
   * @return JSON, to be changed
   */
  public synchronized ObjectNode post(String id) {
    return posts.get(Long.parseLong(id));
  }

  /**
   * A request with posts, as the app makes it.
   *
   * @param ids their ids
   * @return a list in JSON
   */
  public synchronized byte[] body(List<String> ids) {
    return ids.stream()
        .map(id -> post(id).toString())
        .collect(Collectors.joining(",", "[", "]"))
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The comments that citizens read.
   *
   * @return oldest first
   */
  public synchronized List<String> answers() {
    return comments.values().stream().map(comment -> comment.path("text").asString()).toList();
  }

  /**
   * The photos in comments.
   *
   * @return their URLs, oldest first
   */
  public synchronized List<String> photos() {
    List<String> all = new ArrayList<>();
    for (JsonNode comment : comments.values()) {
      comment.path("photos").forEach(photo -> all.add(photo.asString()));
    }
    return all;
  }

  @Override
  protected synchronized Answer answer(Request request) {
    if (!("Bearer " + TOKEN).equals(request.headers().get("authorization"))) {
      return expired();
    } else if (request.method().equals("GET") && request.path().equals("/posts")) {
      return posts(request.query());
    }
    String[] path = request.path().split("/", -1);
    boolean comment = path.length == 4 && path[1].equals("posts") && path[3].equals("comments");
    return comment && path[2].matches("[0-9]+") && posts.containsKey(Long.parseLong(path[2]))
        ? comment(request)
        : Answer.json(404, "{}");
  }

  private Answer posts(Map<String, String> query) {
    long after = Long.parseLong(query.getOrDefault("after", "0"));
    List<ObjectNode> page =
        posts.tailMap(after, false).values().stream()
            .limit(Long.parseLong(query.getOrDefault("limit", "100")))
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.rotate(page, 2);
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("posts");
    page.forEach(list::add);
    return Answer.json(200, answer.toString());
  }

  private Answer comment(Request request) {
    String key = request.headers().get("idempotency-key");
    comments.putIfAbsent(key, Json.find(request.body()).orElseThrow());
    int number = new ArrayList<>(comments.keySet()).indexOf(key) + 1;
    return Answer.json(201, Json.object().put("comment_id", number).toString());
  }

  @Override
  protected synchronized Answer limited(@Nullable Instant ends) {
    Answer answer = Answer.json(429, "{}");
    return ends == null
        ? answer
        : answer.with(
            "Retry-After", Long.toString(Duration.between(clock.instant(), ends).toSeconds()));
  }
}
