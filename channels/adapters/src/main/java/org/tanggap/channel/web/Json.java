package org.tanggap.channel.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a vendor's JSON within limits: 64 levels, a million characters a string. */
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxStringLength(1_000_000)
                          .maxNumberLength(100)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /**
   * Reads one value.
   *
   * @param bytes any bytes
   * @return the root, or nothing if they are no JSON or beyond the limits
   */
  public static Optional<JsonNode> find(byte[] bytes) {
    try {
      JsonNode root = MAPPER.readTree(bytes);
      return root == null || root.isMissingNode() ? Optional.empty() : Optional.of(root);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /**
   * An empty object to fill.
   *
   * @return the object
   */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /**
   * The text of a string or a number, such as an id that a vendor writes in both ways.
   *
   * @param node any node
   * @return the text without white space around it; empty if the node is anything else
   */
  public static String text(JsonNode node) {
    return node.isString() || node.isNumber() ? node.asString().strip() : "";
  }

  /**
   * The text of a string or a number.
   *
   * @param node any node
   * @return the text, or null if there is none
   */
  public static @Nullable String textOrNull(JsonNode node) {
    String text = text(node);
    return text.isEmpty() ? null : text;
  }

  /**
   * A number, also where it is written as text.
   *
   * @param node any node
   * @return the number; NaN if there is none
   */
  public static double number(JsonNode node) {
    try {
      return node.isNumber() || node.isString() ? Double.parseDouble(node.asString()) : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /**
   * A time in ISO 8601 with an offset, as {@code 2026-11-21T02:15:00.000Z} or with {@code +0000}.
   *
   * @param node any node
   * @return the time, or null if there is none
   */
  public static @Nullable Instant timeOrNull(JsonNode node) {
    String text = text(node);
    try {
      String iso = text.replaceFirst("([+-][0-9]{2})([0-9]{2})$", "$1:$2");
      return OffsetDateTime.parse(iso).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /**
   * A time in seconds since 1970, as number or text.
   *
   * @param node any node
   * @return the time, or null if there is none or it is outside the years 1970 to 9999
   */
  public static @Nullable Instant epochSecondsOrNull(JsonNode node) {
    String text = text(node);
    return text.matches("[0-9]{1,11}") ? Instant.ofEpochSecond(Long.parseLong(text)) : null;
  }
}
