package org.tanggap.citydesk;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tanggap.complaint.ComplaintId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request as the desk looks at it: with limits, and with nothing taken on trust. */
final class WebRequest {

  private static final int MAX_JSON = 64 << 10;

  private final HttpExchange exchange;
  private final Map<String, String> parameters;

  WebRequest(HttpExchange exchange) {
    this.exchange = exchange;
    this.parameters = parameters(exchange.getRequestURI().getRawQuery());
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String part : query == null ? new String[0] : query.split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        found.put(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
      }
    }
    return found;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw RefusedRequestException.malformed(
          "The address holds a percent sign that means nothing.");
    }
  }

  String method() {
    return exchange.getRequestMethod();
  }

  /** The parts of the path between the strokes, as they came. */
  List<String> path() {
    return List.of(exchange.getRequestURI().getPath().substring(1).split("/", -1));
  }

  URI uri() {
    return exchange.getRequestURI();
  }

  Map<String, List<String>> headers() {
    return exchange.getRequestHeaders();
  }

  /** A parameter of the address; an empty one counts as none. */
  Optional<String> find(String parameter) {
    return Optional.ofNullable(parameters.get(parameter)).filter(value -> !value.isBlank());
  }

  /** A number in the address, from 1 to the most, or the usual one. */
  int number(String parameter, int usual, int most) {
    try {
      int number = find(parameter).map(Integer::parseInt).orElse(usual);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw RefusedRequestException.malformed(parameter + " is a number from 1 to " + most + ".");
  }

  /** The number of a complaint in the path. */
  ComplaintId complaintId() {
    return ComplaintId.parse(path().get(2))
        .orElseThrow(() -> RefusedRequestException.unknown("complaint"));
  }

  /** A page of elsewhere must not reach the desk by a name of its own for this machine. */
  void requireNameOfThisMachine() {
    String name = header("Host").replaceFirst(":[0-9]+$", "").toLowerCase(Locale.ROOT);
    if (!name.equals("localhost") && !name.equals("127.0.0.1") && !name.equals("[::1]")) {
      throw foreign("Ask for this page under its own address.");
    }
  }

  /**
   * A page of elsewhere must not change anything here in the name of whoever looks at it. Browsers
   * say where a request comes from, in Origin or Sec-Fetch-Site; programs say nothing and may.
   */
  void requireOwnPage() {
    String site = header("Sec-Fetch-Site");
    String origin = header("Origin");
    boolean fromElsewhere =
        !(site.isEmpty() || site.equals("same-origin") || site.equals("none"))
            || !(origin.isEmpty() || origin.equals("http://" + header("Host")));
    if (fromElsewhere) {
      throw foreign("Only this desk's own pages may change something.");
    }
  }

  private static RefusedRequestException foreign(String sentence) {
    return new RefusedRequestException(403, "foreign", sentence);
  }

  private String header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
  }

  /**
   * A JSON object. The content type is asked for because a form of another site cannot send it
   * without a browser asking first, and this desk never consents.
   */
  JsonNode json() throws IOException {
    if (!header("Content-Type").toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw new RefusedRequestException(415, "type", "Send application/json.");
    }
    try {
      JsonNode body = JsonMapper.shared().readTree(body(MAX_JSON));
      if (body.isObject()) {
        return body;
      }
    } catch (JacksonException e) {
      // Told below, without what was sent.
    }
    throw RefusedRequestException.malformed("Send a JSON object with a command and a version.");
  }

  byte[] body(int most) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(most + 1);
    if (body.length > most) {
      throw new RefusedRequestException(413, "oversized", "That is more than " + most + " bytes.");
    }
    return body;
  }
}
