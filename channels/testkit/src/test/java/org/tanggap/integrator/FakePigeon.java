package org.tanggap.integrator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanggap.testkit.FakeVendor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Pigeon as its documentation would describe it. */
public final class FakePigeon extends FakeVendor {

  static final String ACCOUNT = "dinas-merpati";
  static final String TOKEN = "token-merpati-9031";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final InstantSource clock;
  private final Map<String, ObjectNode> posts = new LinkedHashMap<>();
  private final List<ObjectNode> events = new ArrayList<>();
  private final Map<String, JsonNode> answers = new LinkedHashMap<>();

  FakePigeon(InstantSource clock) {
    this.clock = clock;
  }

  /** A citizen writes; gives the id of the post. */
  synchronized String publish(String text) {
    return post("warga-7", text);
  }

  synchronized void publishOwn(String text) {
    post(ACCOUNT, text);
  }

  /** An event as Pigeon should not send it. */
  synchronized void publishBroken() {
    events.add(JsonNodeFactory.instance.objectNode().put("kind", "posted").put("post", 17));
  }

  private String post(String author, String text) {
    ObjectNode post = JsonNodeFactory.instance.objectNode();
    String id = "pos-" + (posts.size() + 1);
    post.put("id", id).put("room", "ruang-" + id).put("version", 1).put("text", text);
    post.put("sent", clock.instant().toString());
    post.putObject("author").put("id", author).put("name", "Sari Merpati");
    posts.put(id, post);
    happened("posted", post);
    return id;
  }

  synchronized void edit(String id, String text) {
    ObjectNode post = known(id).deepCopy();
    post.put("text", text).put("version", post.path("version").intValue() + 1);
    posts.put(id, post);
    happened("edited", post);
  }

  synchronized void delete(String id) {
    happened("deleted", known(id));
  }

  synchronized void redeliver() {
    events.addAll(List.copyOf(events));
  }

  private void happened(String kind, ObjectNode post) {
    ObjectNode event = JsonNodeFactory.instance.objectNode().put("kind", kind);
    event.set("post", post);
    events.add(event);
  }

  private ObjectNode known(String id) {
    ObjectNode post = posts.get(id);
    if (post == null) {
      throw new IllegalArgumentException("no such post");
    }
    return post;
  }

  /** The texts that have reached citizens. */
  synchronized List<String> answers() {
    return answers.values().stream().map(answer -> answer.path("text").stringValue()).toList();
  }

  synchronized int pictures() {
    return (int) answers.values().stream().filter(answer -> answer.has("picture")).count();
  }

  /** The body of a pushed request with everything that has happened since an earlier one. */
  synchronized byte[] bodySince(int earlier) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("events", JSON.createArrayNode().addAll(events.subList(earlier, events.size())));
    return JSON.writeValueAsBytes(body);
  }

  synchronized int count() {
    return events.size();
  }

  @Override
  protected synchronized Answer answer(Request request) {
    if (!("Bearer " + TOKEN).equals(request.headers().get("authorization"))) {
      return expired();
    }
    return request.path().equals("/answers") ? take(request) : events(request);
  }

  private Answer events(Request request) {
    int after = (int) Math.min(Long.parseLong(request.query().get("after")), events.size());
    if (after < 0) {
      return Answer.json(400, "{\"error\": \"after\"}");
    }
    int end = Math.min(after + Integer.parseInt(request.query().get("limit")), events.size());
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    ArrayNode some = JSON.createArrayNode().addAll(events.subList(after, end));
    page.put("next", end).put("more", end < events.size()).set("events", some);
    return Answer.json(200, page.toString());
  }

  private Answer take(Request request) {
    JsonNode answer = JSON.readTree(request.text());
    JsonNode post = posts.get(answer.path("post").asString(""));
    if (post == null || !post.path("room").equals(answer.path("room"))) {
      return Answer.json(404, "{\"error\": \"no such post\"}");
    }
    String key = request.headers().getOrDefault("idempotency-key", "");
    answers.putIfAbsent(key, answer);
    int number = new ArrayList<>(answers.keySet()).indexOf(key);
    return Answer.json(201, "{\"id\": \"jawaban-" + number + "\"}");
  }

  @Override
  protected Answer limited(@Nullable Instant ends) {
    Answer answer = Answer.json(429, "{\"error\": \"limit\"}");
    return ends == null
        ? answer
        : answer.with(
            "Retry-After", Long.toString(Duration.between(clock.instant(), ends).toSeconds()));
  }
}
