package org.tanggap.channel.web;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A call to a vendor. Built up by one thread, then handed over. */
public final class ApiRequest {

  private final String method;
  private final String path;
  private final List<String> query = new ArrayList<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private byte[] body = {};
  private boolean delivering;

  private ApiRequest(String method, String path) {
    this.method = method;
    this.path = path;
  }

  /**
   * A GET.
   *
   * @param segments the path below the API's base, one segment each; they are encoded, so that an
   *     id can lead nowhere else
   * @return the call
   */
  public static ApiRequest get(String... segments) {
    return of("GET", segments);
  }

  /**
   * A POST.
   *
   * @param segments the path below the API's base, one segment each
   * @return the call
   */
  public static ApiRequest post(String... segments) {
    return of("POST", segments);
  }

  /**
   * A call.
   *
   * @param method the HTTP method
   * @param segments the path below the API's base, one segment each; a slash in one of them is
   *     encoded
   * @return the call
   * @throws IllegalArgumentException if a segment is empty, {@code .} or {@code ..}
   */
  public static ApiRequest of(String method, String... segments) {
    List<String> encoded = new ArrayList<>();
    for (String segment : segments) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
        throw new IllegalArgumentException("a segment of the path would lead to another address");
      }
      encoded.add(encode(segment).replace("%3A", ":").replace("%40", "@"));
    }
    return new ApiRequest(method, String.join("/", encoded));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * Adds a parameter to the query.
   *
   * @param name its name
   * @param value its value, or null to leave it out
   * @return this call
   */
  public ApiRequest query(String name, @Nullable String value) {
    if (value != null) {
      query.add(encode(name) + "=" + encode(value));
    }
    return this;
  }

  /**
   * Adds a header field.
   *
   * @param name its name
   * @param value its value
   * @return this call
   */
  public ApiRequest header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /**
   * Sends JSON.
   *
   * @param content the body
   * @return this call
   */
  public ApiRequest json(JsonNode content) {
    return body("application/json", content.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Sends a form.
   *
   * @param fields names and values
   * @return this call
   */
  public ApiRequest form(Map<String, String> fields) {
    List<String> pairs = new ArrayList<>();
    fields.forEach(
        (name, value) ->
            pairs.add(
                URLEncoder.encode(name, StandardCharsets.UTF_8)
                    + "="
                    + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return body(
        "application/x-www-form-urlencoded",
        String.join("&", pairs).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Sends a form with one file (RFC 7578).
   *
   * @param fields names and values, plain ASCII names
   * @param fileField the name of the field that holds the file
   * @param fileName what to call the file, plain ASCII
   * @param mediaType its media type
   * @param file its bytes
   * @return this call
   */
  public ApiRequest multipart(
      Map<String, String> fields,
      String fileField,
      String fileName,
      String mediaType,
      byte[] file) {
    String boundary = "tanggap-" + UUID.nameUUIDFromBytes(file);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    fields.forEach(
        (name, value) -> {
          write(out, "--", boundary, "\r\nContent-Disposition: form-data; name=\"", name);
          write(out, "\"\r\n\r\n", value, "\r\n");
        });
    write(out, "--", boundary, "\r\nContent-Disposition: form-data; name=\"", fileField);
    write(out, "\"; filename=\"", fileName, "\"\r\nContent-Type: ", mediaType, "\r\n\r\n");
    out.writeBytes(file);
    write(out, "\r\n--", boundary, "--\r\n");
    return body("multipart/form-data; boundary=" + boundary, out.toByteArray());
  }

  private static void write(ByteArrayOutputStream out, String... texts) {
    for (String text : texts) {
      out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * Sends bytes.
   *
   * @param mediaType their media type
   * @param content the body
   * @return this call
   */
  public ApiRequest body(String mediaType, byte[] content) {
    headers.put("Content-Type", mediaType);
    body = content.clone();
    return this;
  }

  /**
   * Says that the call delivers something to a citizen, so that a lost answer leaves open whether
   * it was delivered.
   *
   * @return this call
   */
  public ApiRequest delivering() {
    delivering = true;
    return this;
  }

  boolean isDelivering() {
    return delivering;
  }

  HttpRequest.Builder toHttp(URI base) {
    String address = base + path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    HttpRequest.Builder http =
        HttpRequest.newBuilder(URI.create(address))
            .method(
                method,
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(http::header);
    return http;
  }

  /** The method only: the path may hold a credential. */
  @Override
  public String toString() {
    return "ApiRequest[" + method + "]";
  }
}
