package org.tanggap.channel.twilio;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.web.ApiRequest;
import org.tanggap.channel.web.ApiResponse;
import org.tanggap.channel.web.Json;
import org.tanggap.channel.web.WebApi;
import tools.jackson.databind.JsonNode;

/** Twilio's calls: send a message, look among those that were sent. */
final class TwilioApi {

  private static final String VERSION = "2010-04-01";
  private static final int MAX_PAGES = 20;
  private static final Set<String> LOST = Set.of("failed", "undelivered", "canceled");

  private final WebApi api;
  private final String accountSid;

  TwilioApi(
      URI base,
      String accountSid,
      String authToken,
      HttpClient client,
      InstantSource clock,
      Duration timeout) {
    this.accountSid = accountSid;
    String credential = basic(accountSid, authToken);
    this.api =
        WebApi.builder("Twilio", base, client, clock)
            .timeout(timeout)
            .header("Authorization", () -> credential)
            .failures(TwilioError::find)
            .build();
  }

  static String basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  /**
   * Sends a message.
   *
   * @param message the sender ({@code From} or {@code MessagingServiceSid}), {@code To}, {@code
   *     Body}, perhaps {@code StatusCallback}
   * @param photos public addresses of pictures
   * @return Twilio's id for it
   */
  String send(Map<String, String> message, List<String> photos) {
    ApiResponse response =
        api.send(
            ApiRequest.post(VERSION, "Accounts", accountSid, "Messages.json")
                .body("application/x-www-form-urlencoded", form(message, photos))
                .delivering());
    // It was taken, so an answer without an id is no reason to send it again.
    String sid = Json.find(response.body()).map(root -> Json.text(root.path("sid"))).orElse("");
    if (sid.isEmpty()) {
      throw ChannelException.of(
          Kind.UNCONFIRMED, "Twilio took the message and answered without an id");
    }
    return sid;
  }

  /** A form in which one name may stand several times, as {@code MediaUrl} does. */
  private static byte[] form(Map<String, String> message, List<String> photos) {
    List<String> pairs = new ArrayList<>();
    message.forEach((name, value) -> pairs.add(pair(name, value)));
    photos.forEach(photo -> pairs.add(pair("MediaUrl", photo)));
    return String.join("&", pairs).getBytes(StandardCharsets.UTF_8);
  }

  private static String pair(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /**
   * Looks for a message with the same words to the same person.
   *
   * @param to the person's address
   * @param body the words
   * @param since not before the day of this time (UTC)
   * @return Twilio's id for it, or null if there is none that reached or may reach the person
   */
  @Nullable String findSentOrNull(String to, String body, Instant since) {
    String day = LocalDate.ofInstant(since, ZoneOffset.UTC).toString();
    Map<String, String> query = new LinkedHashMap<>();
    query.put("To", to);
    query.put("DateSent>", day);
    query.put("PageSize", "100");
    for (int page = 0; page < MAX_PAGES; page++) {
      ApiRequest request = ApiRequest.get(VERSION, "Accounts", accountSid, "Messages.json");
      query.forEach(request::query);
      JsonNode root = api.send(request).json();
      for (JsonNode message : root.path("messages")) {
        if (isSent(message, to, body)) {
          return Json.text(message.path("sid"));
        }
      }
      if (!follow(Json.text(root.path("next_page_uri")), query)) {
        return null;
      }
    }
    throw ChannelException.of(
        Kind.UNCONFIRMED, "Twilio lists too many messages to find out whether this one was sent");
  }

  private static boolean isSent(JsonNode message, String to, String body) {
    return Json.text(message.path("to")).equals(to)
        && message.path("body").asString("").strip().equals(body.strip())
        && Json.text(message.path("direction")).startsWith("outbound")
        && !LOST.contains(Json.text(message.path("status")))
        && !Json.text(message.path("sid")).isEmpty();
  }

  /** Takes the place of the next page out of its address, which leads nowhere else by itself. */
  private static boolean follow(String next, Map<String, String> query) {
    boolean more = false;
    int start = next.indexOf('?');
    String[] pairs = start < 0 ? new String[0] : next.substring(start + 1).split("&");
    for (String pair : pairs) {
      if (pair.startsWith("PageToken=") || pair.startsWith("Page=")) {
        query.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        more = true;
      }
    }
    return more;
  }
}
