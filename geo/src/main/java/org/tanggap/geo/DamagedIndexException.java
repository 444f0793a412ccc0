package org.tanggap.geo;

/**
 * Says that bytes are no index of this version, or not all of one, and where that shows. Build the
 * index anew from its boundary file.
 */
public final class DamagedIndexException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DamagedIndexException(String message) {
    super(message);
  }
}
