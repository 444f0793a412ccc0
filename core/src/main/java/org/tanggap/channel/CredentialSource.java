package org.tanggap.channel;

import java.util.Optional;

/** Where credentials lie that a configuration only refers to. Thread-safe. */
@FunctionalInterface
public interface CredentialSource {

  /**
   * A credential.
   *
   * @param reference such as {@code env:TELEGRAM_TOKEN} or {@code file:/run/secrets/telegram}
   * @return the credential, or nothing if the reference leads nowhere
   */
  Optional<String> find(String reference);
}
