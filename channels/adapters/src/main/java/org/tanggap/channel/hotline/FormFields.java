package org.tanggap.channel.hotline;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tanggap.channel.web.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of one form and what is wrong with them. A faulty or missing field gives an empty
 * text, and reading goes on, so that all faults are found at once. Used by one thread.
 */
final class FormFields {

  private static final int MAX_FIELDS = 200;

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, FieldFault> unreadable = new HashMap<>();
  private final Map<String, FieldFault> faults = new LinkedHashMap<>();

  private FormFields() {}

  /** A JSON object of texts, numbers, true and false. */
  static Optional<FormFields> findInJson(byte[] body) {
    return Json.find(body).filter(JsonNode::isObject).map(FormFields::ofJson);
  }

  private static FormFields ofJson(JsonNode root) {
    FormFields fields = new FormFields();
    root.properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              if (value.isContainer()) {
                fields.unreadable.put(field.getKey(), FieldFault.NO_TEXT);
              } else if (!value.isNull()) {
                fields.values.put(field.getKey(), value.asString());
              }
            });
    return fields;
  }

  /** {@code application/x-www-form-urlencoded} (WHATWG URL, section 5.1), in UTF-8. */
  static Optional<FormFields> findInForm(byte[] body) {
    FormFields fields = new FormFields();
    String[] pairs = new String(body, StandardCharsets.UTF_8).split("&", MAX_FIELDS + 1);
    if (pairs.length > MAX_FIELDS) {
      return Optional.empty();
    }
    try {
      for (String pair : pairs) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          fields.add(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
      }
      return Optional.of(fields);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private void add(String name, String value) {
    if (values.put(name, value) != null) {
      unreadable.put(name, FieldFault.GIVEN_TWICE);
    }
  }

  void refuse(String name, FieldFault fault) {
    faults.putIfAbsent(name, fault);
  }

  String needed(String name, int maxCharacters) {
    String text = text(name, maxCharacters);
    if (text.isBlank()) {
      refuse(name, FieldFault.MISSING);
    }
    return text;
  }

  /** Browsers end each line of a form with two characters; people with one. */
  String text(String name, int maxCharacters) {
    String text = values.getOrDefault(name, "").replace("\r\n", "\n");
    FieldFault before = unreadable.get(name);
    if (before != null) {
      refuse(name, before);
    } else if (text.length() > maxCharacters) {
      refuse(name, FieldFault.TOO_LONG);
    }
    return text.isBlank() || faults.containsKey(name) ? "" : text;
  }

  /** A check box sends {@code on} if it is set, and nothing if it is not. */
  boolean flag(String name) {
    String text = text(name, 10).strip();
    if (!text.matches("|on|true|false|1|0")) {
      refuse(name, FieldFault.NEITHER_TRUE_NOR_FALSE);
    }
    return text.matches("on|true|1");
  }

  /** A number with a full stop, or with the comma that Indonesians write; NaN if there is none. */
  double number(String name) {
    String text = text(name, 40).strip().replace(',', '.');
    if (text.isEmpty()) {
      return Double.NaN;
    } else if (!text.matches("[+-]?[0-9]{1,18}(?:\\.[0-9]{0,18})?(?:[eE][+-]?[0-9]{1,2})?")) {
      refuse(name, FieldFault.NO_NUMBER);
      return Double.NaN;
    }
    return Double.parseDouble(text);
  }

  boolean has(String name) {
    return !values.getOrDefault(name, "").isBlank() || unreadable.containsKey(name);
  }

  boolean isFaulty(String name) {
    return faults.containsKey(name);
  }

  boolean isFaulty() {
    return !faults.isEmpty();
  }

  /** All faults, for the operator's form; never a value. */
  String faultsAsJson() {
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("faults");
    faults.forEach(
        (name, fault) ->
            list.addObject()
                .put("field", name)
                .put("code", fault.code())
                .put("says", fault.sentence()));
    return answer.toString();
  }
}
