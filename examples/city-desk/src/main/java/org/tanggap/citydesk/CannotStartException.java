package org.tanggap.citydesk;

import org.jspecify.annotations.Nullable;

/** Something that the person at the keyboard can put right: what, where, what to do. */
final class CannotStartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CannotStartException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
