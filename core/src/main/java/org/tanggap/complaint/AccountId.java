package org.tanggap.complaint;

/**
 * One account on one kind of channel, such as {@code x:@PoskoDPUDKI}.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a part is blank or the kind holds a
 * colon.
 *
 * @param kind the kind of channel, lower case: {@code x}, {@code sms}, {@code feed}
 * @param name the account on it
 */
public record AccountId(String kind, String name) {

  public AccountId {
    if (kind.isBlank() || name.isBlank() || kind.indexOf(':') >= 0) {
      throw new IllegalArgumentException("an account is kind:name, both given");
    }
  }

  /**
   * The account with the given kind and name.
   *
   * @param kind the kind of channel
   * @param name the account on it
   * @return the account
   */
  public static AccountId of(String kind, String name) {
    return new AccountId(kind, name);
  }

  /**
   * Reads {@code kind:name}.
   *
   * @param text the text form
   * @return the account
   * @throws IllegalArgumentException if the text has no colon or an empty part
   */
  public static AccountId parse(String text) {
    int colon = text.indexOf(':');
    return new AccountId(text.substring(0, Math.max(colon, 0)), text.substring(colon + 1));
  }

  /** The text form, {@code kind:name}. */
  @Override
  public String toString() {
    return kind + ":" + name;
  }
}
