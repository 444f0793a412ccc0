package org.tanggap.channel.meta;

import java.util.Locale;
import org.tanggap.channel.web.Json;
import tools.jackson.databind.JsonNode;

/**
 * Our own account on Instagram.
 *
 * @param id its id, digits
 * @param username its name without the at sign, lower case; empty if not told
 */
record InstagramAccount(String id, String username) {

  static InstagramAccount of(String id, String username) {
    String bare = username.startsWith("@") ? username.substring(1) : username;
    return new InstagramAccount(id, bare.toLowerCase(Locale.ROOT));
  }

  /**
   * Whether we are an author. Events name us by the id of the account or by one that is scoped to
   * the app; then {@code self_ig_scoped_id} says the same.
   */
  boolean wrote(JsonNode author) {
    String other = Json.text(author.path("id"));
    String scoped = Json.text(author.path("self_ig_scoped_id"));
    return other.equals(id)
        || (!other.isEmpty() && other.equals(scoped))
        || isName(Json.text(author.path("username")));
  }

  boolean isName(String name) {
    return !username.isEmpty() && name.toLowerCase(Locale.ROOT).equals(username);
  }
}
