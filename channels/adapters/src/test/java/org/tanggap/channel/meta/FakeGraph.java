package org.tanggap.channel.meta;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.PushRequest;
import org.tanggap.testkit.FakeVendor;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Meta's Graph API on this machine: it checks the token and its proof, counts usage in headers, and
 * fails as the Graph API's "Handle Errors" and "Rate Limits" say. What citizens write becomes
 * signed requests for the web hook; each of Meta's products is a subclass.
 */
public abstract class FakeGraph extends FakeVendor {

  static final String VERSION = "/v25.0/";

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final InstantSource clock;
  private final List<byte[]> waiting = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private int photos;
  private int percentUsed = 12;
  private long lastId = 17_800_000_000_000_000L;

  /**
   * Starts.
   *
   * @param clock tells the time
   */
  protected FakeGraph(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * A citizen writes.
   *
   * @param text the words
   * @return the id of the message; a request for the web hook waits
   */
  public final synchronized String publish(String text) {
    String id = nextId();
    waiting.add(body(id, text));
    return id;
  }

  /**
   * What waits for the web hook.
   *
   * @return the requests as Meta signs them, oldest first; each is given once
   */
  public final synchronized List<PushRequest> deliveries() {
    List<PushRequest> all =
        waiting.stream().map(body -> MetaAccounts.signed(MetaAccounts.SECRET, body)).toList();
    waiting.clear();
    return all;
  }

  /**
   * What was answered.
   *
   * @return the words as citizens read them, oldest first
   */
  public final synchronized List<String> answers() {
    return List.copyOf(answers);
  }

  /**
   * How many photos went with the answers.
   *
   * @return the number
   */
  public final synchronized int photos() {
    return photos;
  }

  /** How much of the limit is used, for the headers. */
  final synchronized void use(int percent) {
    percentUsed = percent;
  }

  final MetaApp app() {
    return MetaAccounts.app(url(), clock);
  }

  final Instant now() {
    return clock.instant();
  }

  final synchronized void answered(String text, boolean withPhoto) {
    if (!text.isEmpty()) {
      answers.add(text);
    }
    photos += withPhoto ? 1 : 0;
  }

  final String nextId() {
    return idOf(++lastId);
  }

  /** The web hook's body for a citizen's message. */
  abstract byte[] body(String id, String text);

  /** An id as this product writes them. */
  abstract String idOf(long number);

  /** What this product answers to a call with a good token; the path without the version. */
  abstract Answer call(Request request, String path);

  @Override
  protected final Answer answer(Request request) {
    String bearer = "Bearer " + MetaAccounts.TOKEN;
    if (!bearer.equals(request.headers().get("authorization"))) {
      return error(400, 190, null);
    }
    if (!request.path().startsWith(VERSION)) {
      return call(request, request.path());
    }
    String proof =
        MetaAccounts.hex(
            MetaAccounts.utf8(MetaAccounts.SECRET), MetaAccounts.utf8(MetaAccounts.TOKEN));
    if (!proof.equals(request.query().get("appsecret_proof"))) {
      return error(400, 100, null);
    }
    return call(request, request.path().substring(VERSION.length()))
        .with(
            "X-App-Usage",
            "{\"call_count\":" + percentUsed + ",\"total_time\":1,\"total_cputime\":2}");
  }

  @Override
  protected final Answer limited(@Nullable Instant ends) {
    Answer limit = error(400, ends == null ? 4 : 80007, null);
    if (ends == null) {
      return limit;
    }
    long minutes = (Duration.between(now(), ends).toSeconds() + 59) / 60;
    return limit.with(
        "X-Business-Use-Case-Usage",
        "{\"1234567890\":[{\"type\":\"whatsapp\",\"call_count\":100,\"total_cputime\":20,"
            + "\"total_time\":30,\"estimated_time_to_regain_access\":"
            + minutes
            + "}]}");
  }

  @Override
  protected final Answer expired() {
    return error(400, 190, 463);
  }

  static Answer error(int status, int code, @Nullable Integer subcode) {
    ObjectNode error =
        object().put("message", "(#" + code + ") Kesalahan").put("type", "OAuthException");
    error.put("code", code).put("fbtrace_id", "A4O5a8RAgePwbcGSu");
    if (subcode != null) {
      error.put("error_subcode", subcode);
    }
    return Answer.json(status, object().set("error", error).toString());
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ObjectNode parse(String json) {
    return (ObjectNode) MAPPER.readTree(json);
  }

  /** The fields of a form, or of a form with a file; the file stands for itself as its size. */
  static Map<String, String> fields(Request request) {
    String type = request.headers().getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
    Map<String, String> fields = new LinkedHashMap<>();
    if (type.startsWith("multipart/form-data")) {
      Matcher part =
          Pattern.compile(
                  "name=\"(\\w+)\"(?:; filename=\"\\w+\")?(?:\r\nContent-Type: [^\r]*)?\r\n\r\n"
                      + "(.*?)\r\n--tanggap",
                  Pattern.DOTALL)
              .matcher(request.text());
      while (part.find()) {
        fields.put(part.group(1), part.group(2));
      }
      return fields;
    }
    for (String pair : request.text().split("&", -1)) {
      int equals = Math.max(pair.indexOf('='), 0);
      fields.put(
          URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return fields;
  }
}
