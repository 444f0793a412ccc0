package org.tanggap.channel.twilio;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.web.Json;
import tools.jackson.databind.JsonNode;

/** The parameters of a web hook: a form, or a JSON object with the same names. */
final class TwilioForm {

  private static final int MAX_PARAMETERS = 1_000;

  private final Map<String, List<String>> values;

  private TwilioForm(Map<String, List<String>> values) {
    this.values = values;
  }

  static TwilioForm of(Map<String, List<String>> values) {
    return new TwilioForm(values);
  }

  static boolean isForm(PushRequest request) {
    return mediaType(request).equals("application/x-www-form-urlencoded");
  }

  static boolean isJson(PushRequest request) {
    return mediaType(request).equals("application/json");
  }

  private static String mediaType(PushRequest request) {
    List<String> types = request.header("Content-Type");
    String type = types.isEmpty() ? "" : types.get(0);
    return type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  /**
   * The decoded parameters; nothing if this is no form. Needed for the signature, so read first.
   */
  static Optional<Map<String, List<String>>> decode(byte[] body) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    String text = new String(body, StandardCharsets.UTF_8);
    String[] pairs = text.isEmpty() ? new String[0] : text.split("&", -1);
    if (pairs.length > MAX_PARAMETERS) {
      return Optional.empty();
    }
    try {
      for (String pair : pairs) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        values
            .computeIfAbsent(
                URLDecoder.decode(name, StandardCharsets.UTF_8), unused -> new ArrayList<>())
            .add(URLDecoder.decode(value, StandardCharsets.UTF_8));
      }
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return Optional.of(values);
  }

  /** The members of a JSON object; nothing if the body is none. */
  static Optional<TwilioForm> json(byte[] body) {
    return Json.find(body)
        .filter(JsonNode::isObject)
        .map(
            root -> {
              Map<String, List<String>> values = new LinkedHashMap<>();
              root.properties()
                  .forEach(
                      field -> values.put(field.getKey(), List.of(field.getValue().asString(""))));
              return new TwilioForm(values);
            });
  }

  /** The first value, or empty. */
  String text(String name) {
    return values.getOrDefault(name, List.of("")).get(0);
  }

  /** The first of these that has a value without white space around it, or empty. */
  String first(String... names) {
    for (String name : names) {
      String value = text(name).strip();
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  double number(String name) {
    try {
      return Double.parseDouble(text(name));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
