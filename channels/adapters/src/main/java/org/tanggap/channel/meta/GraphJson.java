package org.tanggap.channel.meta;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.MessageKey;
import tools.jackson.databind.JsonNode;

/** What the payloads of Meta have in common: ids, words, times. */
final class GraphJson {

  private GraphJson() {}

  /** An id that can be stored; empty if it is none. */
  static String id(JsonNode node) {
    String text = Json.text(node);
    return MessageKey.isExternalId(text) ? text : "";
  }

  /** The id as what to call something; without one, a name made of its content. */
  static String where(JsonNode id, JsonNode content) {
    String text = id(id);
    return text.isEmpty() ? fingerprint(content) : text;
  }

  /** An id as a part of an address; others than Meta's lead nowhere. */
  static String nodeId(String id) {
    if (id.length() > 100 || !id.matches("[0-9]+(?:_[0-9]+)*")) {
      throw ChannelException.of(
          ChannelException.Kind.NOT_PERMITTED, "the message has no id that Meta could find");
    }
    return id;
  }

  /** A citizen's words as they were written; empty if there are none. */
  static String words(JsonNode node) {
    return node.isString() ? node.asString() : "";
  }

  /** Whether something stands where words should, and is none. */
  static boolean isBroken(JsonNode words) {
    return !words.isMissingNode() && !words.isNull() && !words.isString();
  }

  /** A time in milliseconds, or in seconds as older events have it; null if there is none. */
  static @Nullable Instant timeOrNull(JsonNode node) {
    String text = Json.text(node);
    return text.matches("[0-9]{12,14}")
        ? Instant.ofEpochMilli(Long.parseLong(text))
        : Json.epochSecondsOrNull(node);
  }

  /** The same for the same content. */
  static String fingerprint(JsonNode content) {
    return "sha256:" + hash(content.toString());
  }

  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
