package org.tanggap.account;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.CredentialSource;

/**
 * Credentials in environment variables, {@code env:NAME}, and in files, {@code file:PATH}, without
 * white space around them. Any other reference leads nowhere: a credential that is written into the
 * configuration is a fault. Thread-safe.
 */
public final class Credentials implements CredentialSource {

  private static final int MAX_BYTES = 65_536;

  private final UnaryOperator<@Nullable String> environment;

  private Credentials(UnaryOperator<@Nullable String> environment) {
    this.environment = environment;
  }

  /**
   * Credentials of this process.
   *
   * @return environment variables and files
   */
  public static Credentials ofProcess() {
    return of(System::getenv);
  }

  /**
   * Credentials with an environment of the host's own.
   *
   * @param environment gives the value of a variable, or null
   * @return its variables, and files
   */
  public static Credentials of(UnaryOperator<@Nullable String> environment) {
    return new Credentials(environment);
  }

  @Override
  public Optional<String> find(String reference) {
    Optional<String> found = Optional.empty();
    if (reference.startsWith("env:")) {
      found = Optional.ofNullable(environment.apply(reference.substring("env:".length())));
    } else if (reference.startsWith("file:")) {
      found = read(reference.substring("file:".length()));
    }
    return found.map(String::strip).filter(text -> !text.isEmpty());
  }

  private static Optional<String> read(String path) {
    try {
      Path file = Path.of(path);
      return Files.size(file) <= MAX_BYTES
          ? Optional.of(Files.readString(file, StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }
}
