package org.tanggap.channel;

/**
 * What the host's web framework sends back.
 *
 * @param status the HTTP status
 * @param contentType the media type of the body
 * @param body the body
 */
public record PushResponse(int status, String contentType, String body) {

  /**
   * An answer in plain text.
   *
   * @param status the HTTP status
   * @param body the body
   * @return the answer
   */
  public static PushResponse of(int status, String body) {
    return new PushResponse(status, "text/plain; charset=utf-8", body);
  }

  /**
   * An answer in JSON.
   *
   * @param status the HTTP status
   * @param body the JSON text
   * @return the answer
   */
  public static PushResponse json(int status, String body) {
    return new PushResponse(status, "application/json; charset=utf-8", body);
  }
}
