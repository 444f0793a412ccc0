package org.tanggap.channel.hotline;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.web.Json;
import tools.jackson.databind.node.ObjectNode;

/** A host that shows the form and hands over what its operators type. Not thread-safe. */
public final class FakeHotline {

  /** The secret of the host. */
  public static final String SECRET = "Rahasia-kantor_2026";

  private int forms;

  /** With no form filled in yet. */
  public FakeHotline() {}

  /**
   * An operator fills in a form, with a new id.
   *
   * @param text the citizen's words
   * @return the request, in JSON
   */
  public PushRequest publish(String text) {
    return request(SECRET, "application/json", form(text).toString());
  }

  /**
   * A form that can be sent.
   *
   * @param text the citizen's words
   * @return the form, to be added to
   */
  public ObjectNode form(String text) {
    return Json.object()
        .put("form_id", "form-" + ++forms)
        .put("operator", "op-7")
        .put("phone", "0812-0000-0001")
        .put("words", text);
  }

  static PushRequest request(String secret, String mediaType, String body) {
    return request(secret, mediaType, body.getBytes(StandardCharsets.UTF_8));
  }

  static PushRequest request(String secret, String mediaType, byte[] body) {
    return PushRequest.of(
        body, Map.of("Content-Type", List.of(mediaType), "X-Hotline-Secret", List.of(secret)));
  }
}
