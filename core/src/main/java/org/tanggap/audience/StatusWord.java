package org.tanggap.audience;

import java.util.Objects;

/**
 * A status as one readership is told it.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if the text is blank.
 *
 * @param text the word
 * @param note one line on what happens next; may be empty
 * @param colour its colour
 * @param phase open or closed
 */
public record StatusWord(String text, String note, Colour colour, Phase phase) {

  public StatusWord {
    if (text.isBlank()) {
      throw new IllegalArgumentException("text is blank");
    }
    Objects.requireNonNull(note, "note");
    Objects.requireNonNull(colour, "colour");
    Objects.requireNonNull(phase, "phase");
  }
}
