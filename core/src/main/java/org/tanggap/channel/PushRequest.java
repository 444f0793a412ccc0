package org.tanggap.channel;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A request as it came over the wire. The host's web framework fills it.
 *
 * <p>Immutable as far as it is concerned: the body is copied in and out.
 */
public final class PushRequest {

  private static final URI NOWHERE = URI.create("/");

  private final String method;
  private final URI uri;
  private final byte[] body;
  private final Map<String, List<String>> headers;

  private PushRequest(String method, URI uri, byte[] body, Map<String, List<String>> headers) {
    this.method = method;
    this.uri = uri;
    this.body = body;
    this.headers = headers;
  }

  /**
   * A POST of which the address does not matter.
   *
   * @param body the raw bytes, before any decoding
   * @param headers all header fields; names in any case
   * @return the request
   */
  public static PushRequest of(byte[] body, Map<String, List<String>> headers) {
    return of("POST", NOWHERE, body, headers);
  }

  /**
   * A request.
   *
   * @param method the HTTP method
   * @param uri the address as it was asked for: path and query at least, the query not decoded
   * @param body the raw bytes, before any decoding; empty if there is none
   * @param headers all header fields; names in any case
   * @return the request
   */
  public static PushRequest of(
      String method, URI uri, byte[] body, Map<String, List<String>> headers) {
    Map<String, List<String>> lower = new TreeMap<>();
    headers.forEach(
        (name, values) ->
            lower
                .computeIfAbsent(name.toLowerCase(Locale.ROOT), unused -> new ArrayList<>())
                .addAll(values));
    lower.replaceAll((name, values) -> List.copyOf(values));
    return new PushRequest(
        method.toUpperCase(Locale.ROOT), Objects.requireNonNull(uri, "uri"), body.clone(), lower);
  }

  /**
   * The HTTP method.
   *
   * @return in upper case
   */
  public String method() {
    return method;
  }

  /**
   * The address as it was asked for.
   *
   * @return path and query at least
   */
  public URI uri() {
    return uri;
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
   * How long the body is.
   *
   * @return bytes
   */
  public int bodyLength() {
    return body.length;
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

  /**
   * The values of a parameter in the address's query.
   *
   * @param name the parameter's name, decoded
   * @return all values in order, decoded; empty if the parameter is missing or cannot be decoded
   */
  public List<String> parameter(String name) {
    String query = uri.getRawQuery();
    if (query == null) {
      return List.of();
    }
    List<String> values = new ArrayList<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals >= 0 && name.equals(decoded(pair.substring(0, equals)))) {
        values.add(decoded(pair.substring(equals + 1)));
      }
    }
    return List.copyOf(values);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** The method and size only. */
  @Override
  public String toString() {
    return "PushRequest[" + method + ", " + body.length + " bytes]";
  }
}
