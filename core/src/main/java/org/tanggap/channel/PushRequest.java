package org.tanggap.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as it came over the wire. The host's web framework fills it.
 *
 * <p>Immutable as far as it is concerned: the body is copied in and out.
 */
public final class PushRequest {

  private final byte[] body;
  private final Map<String, List<String>> headers;

  private PushRequest(byte[] body, Map<String, List<String>> headers) {
    this.body = body;
    this.headers = headers;
  }

  /**
   * A request.
   *
   * @param body the raw bytes, before any decoding
   * @param headers all header fields; names in any case
   * @return the request
   */
  public static PushRequest of(byte[] body, Map<String, List<String>> headers) {
    Map<String, List<String>> lower = new TreeMap<>();
    headers.forEach(
        (name, values) ->
            lower
                .computeIfAbsent(name.toLowerCase(Locale.ROOT), unused -> new ArrayList<>())
                .addAll(values));
    lower.replaceAll((name, values) -> List.copyOf(values));
    return new PushRequest(body.clone(), lower);
  }

  /**
   * The raw bytes.
   *
   * @return a copy
   */
  public byte[] body() {
    return body.clone();
  }

  /**
   * The values of a header field.
   *
   * @param name the field's name in any case
   * @return all values in order; empty if the field is missing
   */
  public List<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  /** The size only. */
  @Override
  public String toString() {
    return "PushRequest[" + body.length + " bytes]";
  }
}
