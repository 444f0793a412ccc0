package org.tanggap.channel;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.MessageKey;

/**
 * What a message belongs to.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if the hint is too long.
 *
 * @param answers the message that it answers, ours or the citizen's own, or null if it answers none
 * @param chat whether the channel is a chat, in which words, photo and place come as messages of
 *     their own: what one person sends within a few minutes is then taken as one report
 * @param hint what the adapter needs for answering the message, given back in {@link ReplyTarget};
 *     opaque to everybody else, at most 8,192 characters, erased with the person
 */
public record Conversation(@Nullable MessageKey answers, boolean chat, String hint) {

  /** A message that stands for itself and is answered by its id alone. */
  public static final Conversation NONE = new Conversation(null, false, "");

  /** A message of a chat. */
  public static final Conversation CHAT = new Conversation(null, true, "");

  public Conversation {
    Objects.requireNonNull(hint, "hint");
    if (hint.length() > 8_192) {
      throw new IllegalArgumentException("a hint has at most 8,192 characters");
    }
  }

  /**
   * This conversation as the answer to a message.
   *
   * @param message the message that is answered, ours or the citizen's own, or null if none
   * @return a copy
   */
  public Conversation answering(@Nullable MessageKey message) {
    return new Conversation(message, chat, hint);
  }

  /**
   * This conversation with what the adapter needs for answering.
   *
   * @param note opaque to everybody else, at most 8,192 characters
   * @return a copy
   */
  public Conversation withHint(String note) {
    return new Conversation(answers, chat, note);
  }

  /** Never shows the hint. */
  @Override
  public String toString() {
    return chat ? "Conversation[chat]" : "Conversation";
  }
}
