package org.tanggap.channel.x;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.web.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests of X's web hook, signed as X signs them. */
final class Hooks {

  static final String HEADER = "x-twitter-webhooks-signature";

  private Hooks() {}

  static String signature(String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return "sha256=" + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java has this algorithm", e);
    }
  }

  static PushRequest signed(String secret, byte[] body) {
    return PushRequest.of(body, Map.of(HEADER, List.of(signature(secret, body))));
  }

  static PushRequest signed(ObjectNode body) {
    return signed(Accounts.SECRETS.get(0), body.toString().getBytes(StandardCharsets.UTF_8));
  }

  static ObjectNode event(String type, ObjectNode payload) {
    ObjectNode root = Json.object();
    ObjectNode data = root.putObject("data").put("event_uuid", "2080765813578191303");
    data.putObject("filter").put("user_id", FakeX.USER);
    data.put("event_type", type).set("payload", payload);
    return root;
  }

  static ObjectNode post(String id, String author, String text, String... history) {
    ObjectNode post =
        Json.object()
            .put("id", id)
            .put("author_id", author)
            .put("created_at", "2026-11-21T02:15:00.000Z")
            .put("text", text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    post.putObject("entities").putArray("mentions").addObject().put("id", FakeX.USER);
    ArrayNode ids = post.putArray("edit_history_tweet_ids");
    List.of(history).forEach(ids::add);
    ids.add(id);
    return post;
  }
}
