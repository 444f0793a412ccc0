package org.tanggap.channel.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import tools.jackson.databind.JsonNode;

/**
 * The access token of an account, and how to renew it with a refresh token (RFC 6749, section 6).
 * Some vendors replace the refresh token at each use: the new one is handed to a keeper before the
 * renewal counts as done, so that it is not lost at a restart.
 *
 * <p>Thread-safe; one renewal at a time.
 */
public final class OAuthTokens {

  private record Tokens(String access, @Nullable String refresh) {}

  private final AtomicReference<Tokens> tokens;
  private final @Nullable WebApi endpoint;
  private final String[] path;
  private final Map<String, String> form;
  private final Consumer<String> keeper;
  private final ReentrantLock renewing = new ReentrantLock();

  private OAuthTokens(
      Tokens tokens,
      @Nullable WebApi endpoint,
      String[] path,
      Map<String, String> form,
      Consumer<String> keeper) {
    this.tokens = new AtomicReference<>(tokens);
    this.endpoint = endpoint;
    this.path = path;
    this.form = form;
    this.keeper = keeper;
  }

  /**
   * A token that only a person can renew.
   *
   * @param access the access token
   * @return the tokens
   */
  public static OAuthTokens fixed(String access) {
    return new OAuthTokens(
        new Tokens(Objects.requireNonNull(access, "access"), null),
        null,
        new String[0],
        Map.of(),
        unused -> {});
  }

  /**
   * A token that is renewed without a person.
   *
   * @param endpoint the vendor's API below which the token endpoint lies, with the client's
   *     credential as a header if the vendor wants it there; its reading of failures is replaced
   * @param path the token endpoint's path, one segment each
   * @param form what the vendor wants besides {@code grant_type} and {@code refresh_token}, such as
   *     {@code client_id}
   * @param access the access token; empty if there is none yet
   * @param refresh the refresh token
   * @param keeper takes each new refresh token, and returns when it is safe
   * @return the tokens
   */
  public static OAuthTokens renewable(
      WebApi.Builder endpoint,
      String[] path,
      Map<String, String> form,
      String access,
      String refresh,
      Consumer<String> keeper) {
    return new OAuthTokens(
        new Tokens(access, Objects.requireNonNull(refresh, "refresh")),
        endpoint.failures(OAuthTokens::refused).build(),
        path.clone(),
        new LinkedHashMap<>(form),
        Objects.requireNonNull(keeper, "keeper"));
  }

  /** The refresh token or the client is not known any more (RFC 6749, section 5.2). */
  private static Optional<ChannelException> refused(ApiResponse response) {
    boolean refused = response.status() == 400 || response.status() == 401;
    return refused
        ? Optional.of(
            ChannelException.of(
                Kind.REAUTHORISE, "the refresh token is not taken any more: sign in again"))
        : Optional.empty();
  }

  /**
   * The value of the header field {@code Authorization} (RFC 6750, section 2.1).
   *
   * @return the present access token as a bearer token
   */
  public String authorization() {
    return "Bearer " + tokens.get().access();
  }

  /**
   * Whether the token can be renewed without a person.
   *
   * @return true if there is a refresh token
   */
  public boolean isRenewable() {
    return endpoint != null;
  }

  /**
   * Renews the access token.
   *
   * @throws ChannelException of kind {@link Kind#REAUTHORISE} if a person has to sign in; of
   *     another kind if the vendor cannot be asked now, or the new refresh token cannot be kept
   */
  public void renew() {
    renewing.lock();
    try {
      Tokens before = tokens.get();
      if (endpoint == null || before.refresh() == null) {
        throw ChannelException.of(Kind.REAUTHORISE, "the credential has run out: sign in again");
      }
      Map<String, String> fields = new LinkedHashMap<>(form);
      fields.put("grant_type", "refresh_token");
      fields.put("refresh_token", before.refresh());
      JsonNode answer = endpoint.send(ApiRequest.post(path).form(fields)).json();
      String access = Json.text(answer.path("access_token"));
      if (access.isEmpty()) {
        throw ChannelException.of(Kind.MALFORMED, "the vendor renewed no access token");
      }
      String next = Json.textOrNull(answer.path("refresh_token"));
      tokens.set(new Tokens(access, next == null ? before.refresh() : next));
      if (next != null && !next.equals(before.refresh())) {
        keep(next);
      }
    } finally {
      renewing.unlock();
    }
  }

  private void keep(String refresh) {
    try {
      keeper.accept(refresh);
    } catch (RuntimeException e) {
      throw new ChannelException(
          Kind.TEMPORARY,
          "the new refresh token cannot be kept: it is lost if this process ends now",
          null,
          null);
    }
  }

  /** Nothing of the tokens. */
  @Override
  public String toString() {
    return "OAuthTokens";
  }
}
