package org.tanggap.channel.web;

/**
 * Where a host keeps a credential that a vendor has replaced, in place of the one that the
 * configuration refers to. A host hands it over among its {@link org.tanggap.channel.ChannelParts}.
 * Thread-safe.
 */
@FunctionalInterface
public interface CredentialKeeper {

  /**
   * Keeps a credential. When the call returns, it survives a crash; the former one is worth nothing
   * any more.
   *
   * @param account the account, as {@code kind:name}
   * @param setting the setting whose credential it replaces, such as {@code refreshToken}
   * @param credential the new credential
   */
  void keep(String account, String setting, String credential);
}
