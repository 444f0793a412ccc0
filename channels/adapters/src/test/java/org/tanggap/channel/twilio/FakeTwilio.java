package org.tanggap.channel.twilio;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.PushRequest;
import org.tanggap.testkit.FakeVendor;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Twilio's Messages API and its signed web hook, after its documentation. */
public final class FakeTwilio extends FakeVendor {

  public static final String ACCOUNT_SID = "AC" + "0f".repeat(16);
  public static final String TOKEN = "5f0e1d2c3b4a59687766554433221100";
  public static final String HOOK = "https://desk.example.go.id/hooks/twilio";
  static final String CITIZEN = "+6281234500001";
  public static final String OURS = "+622150001234";

  private static final int PAGE = 2;

  private record Message(String sid, Map<String, String> fields, String status, Instant sentAt) {}

  private final InstantSource clock;
  private final List<Message> messages = new ArrayList<>();
  private final List<PushRequest> pushes = new ArrayList<>();
  private final Map<String, Integer> refusals = new HashMap<>();
  private final Map<String, byte[]> media = new HashMap<>();
  private String mediaLocation = "";
  private int next = 1;

  public FakeTwilio(InstantSource clock) {
    this.clock = clock;
  }

  /** A citizen sends words; Twilio calls the web hook. Returns the message's id. */
  public synchronized String publish(String text) {
    String sid = sid();
    Map<String, String> form = new LinkedHashMap<>();
    form.put("MessageSid", sid);
    form.put("SmsStatus", "received");
    form.put("From", CITIZEN);
    form.put("To", OURS);
    form.put("Body", text);
    form.put("NumMedia", "0");
    pushes.add(signed(HOOK, TOKEN, form));
    return sid;
  }

  /** The calls of the web hook that wait; each may be handed over more than once. */
  public synchronized List<PushRequest> pushes() {
    return List.copyOf(pushes);
  }

  /** The words of all messages that Twilio has taken from us. */
  public synchronized List<String> answers() {
    return messages.stream().map(it -> it.fields().getOrDefault("Body", "")).toList();
  }

  synchronized List<Map<String, String>> taken() {
    return messages.stream().map(Message::fields).toList();
  }

  /** From now on, messages to this address are refused with an error number. */
  synchronized void refuse(String to, int error) {
    refusals.put(to, error);
  }

  synchronized void sentBefore(String to, String body, String status) {
    messages.add(new Message(sid(), Map.of("To", to, "Body", body), status, clock.instant()));
  }

  /** Keeps a file; Twilio leads on to it from the address that is returned. */
  synchronized String media(byte[] content, @Nullable String location) {
    String path = "2010-04-01/Accounts/" + ACCOUNT_SID + "/Messages/MM1/Media/ME" + next++;
    media.put("/" + path, content);
    mediaLocation = location == null ? "" : location;
    return url() + path;
  }

  private String sid() {
    return String.format(Locale.ROOT, "SM%032x", next++);
  }

  static PushRequest signed(String url, String token, Map<String, String> form) {
    StringBuilder text = new StringBuilder(url);
    new TreeMap<>(form).forEach((name, value) -> text.append(name).append(value));
    List<String> pairs = new ArrayList<>();
    form.forEach((name, value) -> pairs.add(name + "=" + encoded(value)));
    return PushRequest.of(
        "POST",
        URI.create("/internal/path"),
        String.join("&", pairs).getBytes(StandardCharsets.UTF_8),
        Map.of(
            "X-Twilio-Signature",
            List.of(hmac(token, text.toString())),
            "Content-Type",
            List.of("application/x-www-form-urlencoded; charset=utf-8")));
  }

  static String hmac(String token, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java has HmacSHA1", e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  protected Answer answer(Request request) {
    if (request.path().startsWith("/store/")) {
      return request.headers().containsKey("authorization")
          ? error(400, 0, "a credential went to the store")
          : new Answer(200, Map.of("Content-Type", "image/png"), media.get(request.path()));
    }
    String pair = ACCOUNT_SID + ":" + TOKEN;
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    if (!("Basic " + basic).equals(request.headers().get("authorization"))) {
      return error(401, 20003, "Authenticate");
    }
    if (media.containsKey(request.path())) {
      return file(request.path());
    }
    if (!request.path().equals("/2010-04-01/Accounts/" + ACCOUNT_SID + "/Messages.json")) {
      return error(404, 20404, "The requested resource was not found");
    }
    return request.method().equals("POST") ? create(request) : list(request);
  }

  private Answer file(String path) {
    if (mediaLocation.isEmpty()) {
      return new Answer(200, Map.of("Content-Type", "image/png"), media.get(path));
    }
    media.put("/store/file", media.get(path));
    return new Answer(307, Map.of("Location", mediaLocation), new byte[0]);
  }

  private Answer create(Request request) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair : request.text().split("&", -1)) {
      int equals = pair.indexOf('=');
      form.put(
          URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    String to = form.getOrDefault("To", "");
    if (refusals.containsKey(to)) {
      int error = refusals.get(to);
      return error(error == 20429 ? 429 : 400, error, "refused");
    } else if (!form.containsKey("From") && !form.containsKey("MessagingServiceSid")) {
      return error(400, 21603, "A 'From' phone number is required");
    } else if (form.getOrDefault("Body", "").length() > 1600) {
      return error(400, 21617, "The concatenated message body exceeds the 1600 character limit");
    }
    Message message = new Message(sid(), form, "queued", clock.instant());
    messages.add(message);
    return Answer.json(201, json(message).toString());
  }

  private Answer list(Request request) {
    LocalDate day = LocalDate.parse(request.query().getOrDefault("DateSent>", "1970-01-01"));
    List<Message> found = new ArrayList<>();
    for (Message message : messages) {
      boolean late = !LocalDate.ofInstant(message.sentAt(), ZoneOffset.UTC).isBefore(day);
      if (late && request.query().get("To").equals(message.fields().get("To"))) {
        found.add(0, message);
      }
    }
    int page = Integer.parseInt(request.query().getOrDefault("Page", "0"));
    ObjectNode root = JsonMapper.shared().createObjectNode().put("page", page);
    ArrayNode list = root.putArray("messages");
    found.stream().skip((long) page * PAGE).limit(PAGE).forEach(it -> list.add(json(it)));
    boolean more = found.size() > (page + 1) * PAGE;
    root.put(
        "next_page_uri",
        more ? request.path() + "?PageSize=2&Page=" + (page + 1) + "&PageToken=PASM1" : null);
    return Answer.json(200, root.toString());
  }

  private static ObjectNode json(Message message) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("sid", message.sid())
        .put("to", message.fields().get("To"))
        .put("from", message.fields().get("From"))
        .put("body", message.fields().get("Body"))
        .put("direction", "outbound-api")
        .put("status", message.status())
        .put(
            "date_sent",
            DateTimeFormatter.RFC_1123_DATE_TIME.format(message.sentAt().atOffset(ZoneOffset.UTC)));
  }

  private static Answer error(int status, int code, String text) {
    return Answer.json(
        status,
        String.format(
            Locale.ROOT,
            "{\"code\": %d, \"message\": \"%s\", \"status\": %d}",
            code,
            text,
            status));
  }

  @Override
  protected Answer limited(@Nullable Instant ends) {
    Answer answer = error(429, 20429, "Too Many Requests");
    if (ends == null) {
      return answer;
    }
    return answer.with(
        "Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME.format(ends.atOffset(ZoneOffset.UTC)));
  }

  @Override
  protected Answer expired() {
    return error(401, 20003, "Authenticate");
  }
}
