package org.tanggap.channel;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Reporter;

/**
 * An answer to a citizen.
 *
 * @param id the same for every attempt, so that a vendor or a citizen can tell a repetition
 * @param inReplyTo the message that is answered
 * @param reporter who sent it, or null if unknown, anonymous or erased
 * @param text the answer
 */
public record Reply(UUID id, MessageKey inReplyTo, @Nullable Reporter reporter, String text) {

  public Reply {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(inReplyTo, "inReplyTo");
    Objects.requireNonNull(text, "text");
  }

  /** Never shows the words or the person. */
  @Override
  public String toString() {
    return "Reply[" + id + ", " + text.length() + " characters]";
  }
}
