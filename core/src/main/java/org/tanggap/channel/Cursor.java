package org.tanggap.channel;

/**
 * Where a pull channel stands, in the adapter's own words. Nobody else reads it.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if it is too long.
 *
 * @param value at most 65,536 characters
 */
public record Cursor(String value) {

  public Cursor {
    if (value.length() > 65_536) {
      throw new IllegalArgumentException("a cursor has at most 65,536 characters");
    }
  }
}
