package org.tanggap.account;

import java.util.Objects;

/**
 * Something that is wrong with a configuration.
 *
 * @param where the place, such as {@code accounts[2] telegram:@PoskoBanjir}
 * @param problem what is wrong there, without any value that may be secret
 */
public record AccountFault(String where, String problem) {

  public AccountFault {
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(problem, "problem");
  }

  /** One line for whoever mends it. */
  @Override
  public String toString() {
    return where + ": " + problem;
  }
}
