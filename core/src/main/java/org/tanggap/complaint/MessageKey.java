package org.tanggap.complaint;

import java.util.Objects;

/**
 * The key under which a message is taken once: the account it came to, and the vendor's id for it.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if the id is none, see {@link
 * #isExternalId}.
 *
 * @param account the account
 * @param externalId the vendor's id, opaque, at most 255 characters
 */
public record MessageKey(AccountId account, String externalId) {

  public MessageKey {
    Objects.requireNonNull(account, "account");
    if (!isExternalId(externalId)) {
      throw new IllegalArgumentException("externalId is no id that can be stored");
    }
  }

  /**
   * Whether a vendor's id can be taken: not blank, at most 255 characters, no control characters,
   * no half of a surrogate pair.
   *
   * @param text what the vendor sent
   * @return true if a key can be made of it
   */
  public static boolean isExternalId(String text) {
    return !text.isBlank()
        && text.length() <= 255
        && text.chars().noneMatch(Character::isISOControl)
        && WellFormed.isWellFormed(text);
  }
}
