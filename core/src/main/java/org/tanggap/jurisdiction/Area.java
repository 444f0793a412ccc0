package org.tanggap.jurisdiction;

import java.util.Objects;

/**
 * An administrative area.
 *
 * <p>Codes follow Kemendagri (Kepmendagri 300.2.2-2430/2025): province {@code 31}, kota {@code
 * 31.71}, kecamatan {@code 31.71.01}, kelurahan {@code 31.71.01.1001}. The parent's code is a
 * prefix.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if the code is blank.
 *
 * @param code the area's code, unique within a boundary set
 * @param name the proper name, without the word for its level
 * @param level the administrative level
 */
public record Area(String code, String name, AreaLevel level) {

  public Area {
    if (code.isBlank()) {
      throw new IllegalArgumentException("an area needs a code");
    }
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(level, "level");
  }

  /**
   * Whether this area is the one with the given code or lies within it.
   *
   * @param otherCode a code such as {@code 31.71}
   * @return true for the area itself and for everything below it
   */
  public boolean isWithin(String otherCode) {
    return code.equals(otherCode)
        || (code.startsWith(otherCode) && code.charAt(otherCode.length()) == '.');
  }
}
