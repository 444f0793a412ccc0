package org.tanggap.responsibility;

import java.util.Objects;

/**
 * An office that works on complaints: a lurah, camat, dinas or suku dinas.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if the identifier is blank.
 *
 * @param id stable identifier, such as {@code sudin-bina-marga-31.74}
 * @param name what the office is called
 */
public record Unit(String id, String name) {

  public Unit {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a unit needs an id");
    }
    Objects.requireNonNull(name, "name");
  }
}
