package org.tanggap.channel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer that the vendor has taken.
 *
 * @param externalId the vendor's id for it, under which its status, its echo and answers to it come
 *     back, or null if the vendor gives none
 */
public record SentReply(@Nullable String externalId) {

  /** An answer for which the vendor gives no id. */
  public static final SentReply WITHOUT_ID = new SentReply(null);

  /**
   * The vendor's id.
   *
   * @return the id, or nothing if the vendor gives none
   */
  public Optional<String> findExternalId() {
    return Optional.ofNullable(externalId);
  }
}
