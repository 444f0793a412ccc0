package org.tanggap.channel.bluesky;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.web.Json;
import tools.jackson.databind.JsonNode;

/**
 * The session: signed in when it is first needed, kept in memory. Two threads may sign in at the
 * same time, which does no harm.
 */
final class BlueskySession {

  /**
   * What a session consists of.
   *
   * @param did our own account
   * @param access the token of all calls
   * @param refresh the token that brings new ones
   */
  record Tokens(String did, String access, String refresh) {

    static Tokens read(JsonNode session) {
      Tokens tokens =
          new Tokens(
              Json.text(session.path("did")),
              Json.text(session.path("accessJwt")),
              Json.text(session.path("refreshJwt")));
      // What goes into a header holds no line breaks.
      if (!tokens.did.startsWith("did:")
          || !tokens.access.matches("[!-~]+")
          || !tokens.refresh.matches("[!-~]+")) {
        throw ChannelException.of(Kind.MALFORMED, "Bluesky answered with no session");
      }
      return tokens;
    }

    /** Never shows a token. */
    @Override
    public String toString() {
      return "Tokens[" + did + "]";
    }
  }

  private final BlueskyApi api;
  private final String identifier;
  private final String appPassword;
  private final AtomicReference<@Nullable Tokens> current = new AtomicReference<>();

  BlueskySession(BlueskyApi api, String identifier, String appPassword) {
    this.api = api;
    this.identifier = identifier;
    this.appPassword = appPassword;
  }

  Tokens tokens() {
    Tokens tokens = current.get();
    return tokens == null ? signIn() : tokens;
  }

  /** New tokens with the old ones, or where these are of no use any more with the password. */
  void renew() {
    Tokens old = current.get();
    if (old == null) {
      signIn();
      return;
    }
    try {
      current.set(api.refreshSession(old.refresh()));
    } catch (ChannelException e) {
      if (e.kind() != Kind.REFRESH && e.isWorthRetrying()) {
        throw e;
      }
      signIn();
    }
  }

  private Tokens signIn() {
    Tokens tokens = api.createSession(identifier, appPassword);
    current.set(tokens);
    return tokens;
  }
}
