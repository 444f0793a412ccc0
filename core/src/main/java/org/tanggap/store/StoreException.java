package org.tanggap.store;

import org.jspecify.annotations.Nullable;

/** Storage that cannot be reached, is damaged, or is of a kind that is not supported. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A failure.
   *
   * @param message what happened and what to do, without stored content
   * @param cause the fault beneath, or null
   */
  public StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
