package org.tanggap.complaint;

import java.util.Objects;

/**
 * The key under which a message is taken once: the account it came to, and the vendor's id for it.
 *
 * @param account the account
 * @param externalId the vendor's id, opaque, at most 255 characters
 */
public record MessageKey(AccountId account, String externalId) {

  /**
   * Checks the id.
   *
   * @throws IllegalArgumentException if it is blank or longer than 255 characters
   */
  public MessageKey {
    Objects.requireNonNull(account, "account");
    if (externalId.isBlank() || externalId.length() > 255) {
      throw new IllegalArgumentException("externalId is blank or longer than 255 characters");
    }
  }
}
