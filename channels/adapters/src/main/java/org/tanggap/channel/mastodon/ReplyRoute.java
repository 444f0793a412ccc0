package org.tanggap.channel.mastodon;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.tanggap.channel.web.Json;

/**
 * What is needed to answer a status: whom to name, and who may see it.
 *
 * @param acct the author's name as our server writes it
 * @param visibility of the status, which the answer keeps; {@code direct} where it is unknown
 */
record ReplyRoute(String acct, String visibility) {

  private static final Set<String> KNOWN = Set.of("public", "unlisted", "private", "direct");

  /** What the server says of a status. Unknown words are those of narrower circles. */
  static ReplyRoute of(String acct, String visibility) {
    return new ReplyRoute(acct, KNOWN.contains(visibility) ? visibility : "direct");
  }

  /** The route in a hint, or nothing if the hint is not ours, such as after an erasure. */
  static Optional<ReplyRoute> find(String hint) {
    return Json.find(hint.getBytes(StandardCharsets.UTF_8))
        .map(node -> of(Json.text(node.path("acct")), Json.text(node.path("visibility"))))
        .filter(route -> !route.acct.isEmpty());
  }

  String hint() {
    return Json.object().put("acct", acct).put("visibility", visibility).toString();
  }

  /** What stands before every answer. */
  String opening() {
    return "@" + acct + " ";
  }

  /** Never shows the person. */
  @Override
  public String toString() {
    return "ReplyRoute";
  }
}
