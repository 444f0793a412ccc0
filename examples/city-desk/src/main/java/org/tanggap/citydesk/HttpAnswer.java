package org.tanggap.citydesk;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/**
 * What a request gets.
 *
 * @param status the HTTP status
 * @param type the content type
 * @param body the content
 */
@SuppressWarnings("ArrayRecordComponent") // it is sent, never compared
record HttpAnswer(int status, String type, byte[] body) {

  private static final String JSON = "application/json; charset=utf-8";

  static HttpAnswer of(JsonNode content) {
    return of(200, content);
  }

  static HttpAnswer of(int status, JsonNode content) {
    return new HttpAnswer(status, JSON, content.toString().getBytes(StandardCharsets.UTF_8));
  }
}
