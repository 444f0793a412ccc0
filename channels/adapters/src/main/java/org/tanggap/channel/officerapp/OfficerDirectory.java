package org.tanggap.channel.officerapp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The host's officers. The host implements it on whatever it signs people in with. Thread-safe;
 * must not tell by its time how much of a token was right.
 */
@FunctionalInterface
public interface OfficerDirectory {

  /**
   * Whose token it is.
   *
   * @param token what stands behind {@code Bearer} (RFC 6750, 2.1)
   * @return the officer, or nothing if the token is nobody's or has run out
   */
  Optional<Officer> find(String token);

  /**
   * A few officers with tokens that do not change, for a pilot or a test. Tokens are kept as
   * SHA-256 and compared in constant time, all of them each time.
   *
   * @param officers the officers by token; a token has at least 16 characters
   * @return the directory
   * @throws IllegalArgumentException if a token is shorter
   */
  static OfficerDirectory of(Map<String, Officer> officers) {
    Map<String, Officer> byDigest = new LinkedHashMap<>();
    officers.forEach(
        (token, officer) -> {
          if (token.length() < 16) {
            throw new IllegalArgumentException("a token has at least 16 characters");
          }
          byDigest.put(digest(token), officer);
        });
    return token -> find(byDigest, digest(token));
  }

  private static Optional<Officer> find(Map<String, Officer> officers, String digest) {
    byte[] wanted = digest.getBytes(StandardCharsets.ISO_8859_1);
    @Nullable Officer found = null;
    for (Map.Entry<String, Officer> entry : officers.entrySet()) {
      byte[] known = entry.getKey().getBytes(StandardCharsets.ISO_8859_1);
      found = MessageDigest.isEqual(known, wanted) ? entry.getValue() : found;
    }
    return Optional.ofNullable(found);
  }

  private static String digest(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return new String(digest, StandardCharsets.ISO_8859_1);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
