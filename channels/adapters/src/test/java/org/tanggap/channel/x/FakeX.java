package org.tanggap.channel.x;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.web.Json;
import org.tanggap.testkit.FakeVendor;
import org.tanggap.testkit.ManualClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * X as its documentation describes it: the mentions timeline (800 back), recent search (7 days),
 * the account's own posts, replies, media, and the token endpoint, which replaces the refresh token
 * at each use.
 */
public final class FakeX extends FakeVendor {

  /** The account's number. */
  public static final String USER = "2244994945";

  /** The account's name. */
  public static final String NAME = "PoskoContoh";

  /** What a citizen writes to be noticed; {@link #publish} puts it after the words. */
  public static final String SUMMONS = " @" + NAME;

  private static final Pattern LINK = Pattern.compile("https?://\\S+");
  private static final long TWITTER_EPOCH = 1_288_834_974_657L;

  private record Post(
      String id,
      String author,
      String text,
      Instant at,
      List<String> history,
      @Nullable String repliesTo,
      boolean mentions,
      int media) {}

  private final ManualClock clock;
  private final List<Post> posts = new ArrayList<>();
  private final Set<String> broken = new HashSet<>();
  private final Map<String, String> media = new HashMap<>();
  private final List<String> answers = new ArrayList<>();
  private String token = "token-pertama-0001";
  private String refreshToken = "refresh-pertama-0001";
  private int serial;
  private int kept = 800;
  private boolean refusesDuplicates;
  private @Nullable Answer instead;

  /** An account without posts. */
  public FakeX(ManualClock clock) {
    this.clock = clock;
  }

  /** A citizen writes to the account. */
  public synchronized String publish(String text) {
    return add(
        new Post(
            newId(), "100" + posts.size() % 7, text + SUMMONS, now(), List.of(), null, true, 0));
  }

  /** A citizen writes, and the post comes without its id. */
  public synchronized void publishBroken() {
    broken.add(publish("tanpa nomor"));
  }

  /** A citizen writes without mentioning the account. */
  public synchronized String publishElsewhere(String text) {
    return add(new Post(newId(), "2001", text, now(), List.of(), null, false, 0));
  }

  /** The account itself writes, and mentions itself. */
  public synchronized String publishOwn(String text) {
    return add(new Post(newId(), USER, text + SUMMONS, now(), List.of(), null, true, 0));
  }

  /** A citizen changes a post, which gets a new id. */
  public synchronized String edit(String first, String text) {
    Post last =
        posts.stream()
            .filter(post -> first(post).equals(first))
            .max(Comparator.comparing(FakeX::number))
            .orElseThrow();
    List<String> history =
        new ArrayList<>(last.history().isEmpty() ? List.of(last.id()) : last.history());
    posts.remove(last);
    String id = newId();
    history.add(id);
    return add(new Post(id, last.author(), text + SUMMONS, now(), history, null, true, 0));
  }

  /** The words of the account's replies, oldest first. */
  public synchronized List<String> answers() {
    return List.copyOf(answers);
  }

  /** How many photos went with them. */
  public synchronized int photos() {
    return posts.stream().mapToInt(Post::media).sum();
  }

  /** The credential that is valid at present. */
  public synchronized String token() {
    return token;
  }

  /** The refresh token that is valid at present. */
  public synchronized String refreshToken() {
    return refreshToken;
  }

  /** Ends the access token's life. */
  public synchronized void expireToken() {
    token = "token-baru-" + ++serial;
  }

  /** Keeps fewer mentions than X does. */
  public synchronized void keep(int mentions) {
    kept = mentions;
  }

  /** Refuses posts that say the same as one before. */
  public synchronized void refuseDuplicates() {
    refusesDuplicates = true;
  }

  /** Answers everything with one answer, or as before if it is null. */
  public synchronized void answerWith(@Nullable Answer answer) {
    instead = answer;
  }

  private Instant now() {
    return clock.instant();
  }

  private String newId() {
    return Long.toString(((now().toEpochMilli() - TWITTER_EPOCH) << 22) + ++serial);
  }

  private String add(Post post) {
    posts.add(post);
    return post.id();
  }

  private static String first(Post post) {
    return post.history().isEmpty() ? post.id() : post.history().get(0);
  }

  private static long number(Post post) {
    return Long.parseLong(post.id());
  }

  @Override
  protected synchronized Answer answer(Request request) {
    String path = request.path();
    if (path.equals("/2/oauth2/token")) {
      return renew(request);
    } else if (!("Bearer " + token).equals(request.headers().get("authorization"))) {
      return expired();
    } else if (instead != null) {
      return instead;
    } else if (path.equals("/2/users/" + USER + "/mentions")) {
      return timeline(request, Post::mentions, 5, kept, "pagination_token");
    } else if (path.equals("/2/tweets/search/recent")) {
      String words = request.query().getOrDefault("query", "");
      Instant oldest = now().minus(Duration.ofDays(7));
      return tooOld(request, oldest)
          ? problem(400, "since_id", "'since_id' must be a tweet id created after " + oldest)
          : timeline(
              request,
              post -> post.text().contains(words) && !post.at().isBefore(oldest),
              10,
              Integer.MAX_VALUE,
              "next_token");
    } else if (path.equals("/2/users/" + USER + "/tweets")) {
      return timeline(request, post -> post.author().equals(USER), 5, 3_200, "pagination_token");
    } else if (path.equals("/2/tweets") && request.method().equals("POST")) {
      return reply(request);
    } else if (path.equals("/2/media/upload")) {
      return upload(request);
    } else if (path.startsWith("/2/tweets/")) {
      return one(path.substring("/2/tweets/".length()));
    }
    return Answer.json(404, "{\"title\":\"Not Found\",\"type\":\"about:blank\",\"status\":404}");
  }

  private static boolean tooOld(Request request, Instant oldest) {
    String since = request.query().get("since_id");
    return since != null
        && Instant.ofEpochMilli((Long.parseLong(since) >> 22) + TWITTER_EPOCH).isBefore(oldest);
  }

  private Answer timeline(
      Request request, Predicate<Post> which, int least, int most, String tokenName) {
    int size = Integer.parseInt(request.query().getOrDefault("max_results", "10"));
    if (size < least || size > 100) {
      return problem(400, "max_results", "max_results is out of range");
    }
    String page = request.query().get(tokenName);
    if (page != null && !page.matches("p[0-9]+")) {
      return problem(400, tokenName, "the token is not known");
    }
    long since = Long.parseLong(request.query().getOrDefault("since_id", "0"));
    long until = page == null ? Long.MAX_VALUE : Long.parseLong(page.substring(1));
    String start = request.query().get("start_time");
    List<Post> all =
        posts.stream()
            .filter(which)
            .sorted(Comparator.comparing(FakeX::number).reversed())
            .limit(most)
            .filter(post -> number(post) > since && number(post) < until)
            .filter(post -> start == null || !post.at().isBefore(Instant.parse(start)))
            .toList();
    List<Post> shown = all.subList(0, Math.min(size, all.size()));
    ObjectNode root = Json.object();
    if (!shown.isEmpty()) {
      ArrayNode data = root.putArray("data");
      shown.forEach(post -> data.add(json(post)));
      ArrayNode users = root.putObject("includes").putArray("users");
      shown.stream()
          .map(Post::author)
          .distinct()
          .forEach(author -> users.addObject().put("id", author).put("name", "Warga " + author));
    }
    ObjectNode meta = root.putObject("meta").put("result_count", shown.size());
    if (!shown.isEmpty()) {
      meta.put("newest_id", shown.get(0).id());
      meta.put("oldest_id", shown.get(shown.size() - 1).id());
    }
    if (all.size() > shown.size()) {
      meta.put("next_token", "p" + shown.get(shown.size() - 1).id());
    }
    return Answer.json(200, root.toString())
        .with("x-rate-limit-limit", "300")
        .with("x-rate-limit-remaining", "298")
        .with("x-rate-limit-reset", Long.toString(now().getEpochSecond() + 900));
  }

  private ObjectNode json(Post post) {
    String text = post.text().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    ObjectNode node =
        Json.object()
            .put("id", post.id())
            .put("author_id", post.author())
            .put("created_at", post.at().toString())
            .put("text", text.length() > 280 ? text.substring(0, 200) + "…" : text);
    if (text.length() > 280) {
      node.putObject("note_tweet").put("text", text);
    }
    if (broken.contains(post.id())) {
      node.remove("id");
      return node;
    }
    ArrayNode history = node.putArray("edit_history_tweet_ids");
    (post.history().isEmpty() ? List.of(post.id()) : post.history()).forEach(history::add);
    ObjectNode entities = node.putObject("entities");
    if (post.mentions()) {
      entities.putArray("mentions").addObject().put("username", NAME).put("id", USER);
    }
    if (post.repliesTo() != null) {
      ArrayNode references = node.putArray("referenced_tweets");
      references.addObject().put("type", "replied_to").put("id", post.repliesTo());
    }
    if (post.author().equals(USER)) {
      shorten(node, entities, post.media());
    }
    return node;
  }

  /** What X makes of a reply: links become short ones, photos a link at the end. */
  private static void shorten(ObjectNode node, ObjectNode entities, int media) {
    ArrayNode urls = entities.putArray("urls");
    Matcher link = LINK.matcher(node.path("text").asString());
    StringBuilder text = new StringBuilder("@warga ");
    while (link.find()) {
      String address = "https://t.co/a" + urls.size() + "bcdefghi";
      urls.addObject().put("url", address).put("expanded_url", link.group());
      link.appendReplacement(text, address);
    }
    link.appendTail(text);
    if (media > 0) {
      text.append(" https://t.co/photo12345");
      urls.addObject()
          .put("url", "https://t.co/photo12345")
          .put("expanded_url", "https://x.com/" + NAME + "/status/1/photo/1");
    }
    node.put("text", text.toString());
  }

  private Answer one(String id) {
    ObjectNode root = Json.object();
    posts.stream()
        .filter(post -> post.id().equals(id))
        .findAny()
        .ifPresent(post -> root.set("data", json(post)));
    if (!root.has("data")) {
      root.putArray("errors")
          .addObject()
          .put("resource_id", id)
          .put("title", "Not Found Error")
          .put("type", "https://api.x.com/2/problems/resource-not-found");
    }
    return Answer.json(200, root.toString());
  }

  private Answer reply(Request request) {
    JsonNode body = Json.find(request.body()).orElseThrow();
    String text = body.path("text").asString();
    String to = body.path("reply").path("in_reply_to_tweet_id").asString();
    for (JsonNode id : body.path("media").path("media_ids")) {
      if (!media.containsKey(id.asString())) {
        return problem(400, "media.media_ids", "the media is not known");
      }
    }
    if (XText.length(text) > 280) {
      return Answer.json(403, "{\"title\":\"Forbidden\",\"detail\":\"too long\"}");
    } else if (refusesDuplicates && answers.contains(text)) {
      return duplicate();
    }
    answers.add(text);
    int photos = body.path("media").path("media_ids").size();
    String id = add(new Post(newId(), USER, text, now(), List.of(), to, false, photos));
    return Answer.json(201, "{\"data\":{\"id\":\"" + id + "\",\"text\":\"…\"}}");
  }

  /** What X answers to a post that says the same as one before. */
  public static Answer duplicate() {
    return Answer.json(
        403,
        "{\"detail\":\"You are not allowed to create a Tweet with duplicate content.\","
            + "\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403}");
  }

  private Answer upload(Request request) {
    String body = new String(request.body(), StandardCharsets.ISO_8859_1);
    if (!body.contains("name=\"media\"") || !body.contains("tweet_image")) {
      return problem(400, "media", "the media is missing");
    }
    String id = Long.toString(1_146_654_567_674_912_000L + ++serial);
    media.put(id, body);
    return Answer.json(200, "{\"data\":{\"id\":\"" + id + "\",\"media_key\":\"3_" + id + "\"}}");
  }

  private Answer renew(Request request) {
    boolean right =
        request.text().contains("grant_type=refresh_token")
            && request.text().contains("refresh_token=" + refreshToken)
            && (request.text().contains("client_id=aplikasi")
                || "Basic YXBsaWthc2k6cmFoYXNpYQ==".equals(request.headers().get("authorization")));
    if (!right) {
      return Answer.json(400, "{\"error\":\"invalid_request\"}");
    }
    token = "token-baru-" + ++serial;
    refreshToken = "refresh-baru-" + ++serial;
    return Answer.json(
        200,
        "{\"token_type\":\"bearer\",\"expires_in\":7200,\"access_token\":\""
            + token
            + "\",\"refresh_token\":\""
            + refreshToken
            + "\"}");
  }

  private static Answer problem(int status, String parameter, String message) {
    ObjectNode root = Json.object();
    ObjectNode error = root.putArray("errors").addObject().put("message", message);
    error.putObject("parameters").putArray(parameter).add("?");
    root.put("title", "Invalid Request")
        .put("type", "https://api.x.com/2/problems/invalid-request");
    return Answer.json(status, root.toString());
  }

  @Override
  protected Answer limited(@Nullable Instant ends) {
    Answer answer =
        Answer.json(
            429, "{\"title\":\"Too Many Requests\",\"type\":\"about:blank\",\"status\":429}");
    return ends == null
        ? answer
        : answer
            .with("x-rate-limit-remaining", "0")
            .with("x-rate-limit-reset", Long.toString(ends.getEpochSecond()));
  }

  @Override
  protected Answer expired() {
    return Answer.json(401, "{\"title\":\"Unauthorized\",\"type\":\"about:blank\",\"status\":401}");
  }
}
