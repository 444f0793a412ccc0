package org.tanggap.channel.web;

import java.net.http.HttpHeaders;
import java.util.Objects;
import java.util.Optional;
import org.tanggap.channel.ChannelException;
import tools.jackson.databind.JsonNode;

/** A vendor's answer. Immutable: the body is copied in and out. */
public final class ApiResponse {

  private final String vendor;
  private final int status;
  private final HttpHeaders headers;
  private final byte[] body;
  private final ChannelException.Kind ifUnreadable;

  ApiResponse(
      String vendor,
      int status,
      HttpHeaders headers,
      byte[] body,
      ChannelException.Kind ifUnreadable) {
    this.vendor = vendor;
    this.status = status;
    this.headers = Objects.requireNonNull(headers, "headers");
    this.body = body.clone();
    this.ifUnreadable = ifUnreadable;
  }

  /**
   * The HTTP status.
   *
   * @return the status
   */
  public int status() {
    return status;
  }

  /**
   * A header field.
   *
   * @param name the field's name in any case
   * @return its first value, or nothing if it is missing
   */
  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /**
   * The body.
   *
   * @return a copy of the bytes
   */
  public byte[] body() {
    return body.clone();
  }

  /**
   * The body as JSON.
   *
   * @return the root
   * @throws ChannelException if it is no JSON: of kind {@link ChannelException.Kind#MALFORMED}, or
   *     {@link ChannelException.Kind#UNCONFIRMED} where the call was a delivery
   */
  public JsonNode json() {
    return Json.find(body)
        .orElseThrow(() -> ChannelException.of(ifUnreadable, vendor + " answered with no JSON"));
  }

  /** The status and size only. */
  @Override
  public String toString() {
    return "ApiResponse[" + status + ", " + body.length + " bytes]";
  }
}
