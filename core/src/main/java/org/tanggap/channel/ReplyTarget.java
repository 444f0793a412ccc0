package org.tanggap.channel;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Reporter;

/**
 * The message that an answer is for.
 *
 * @param message its key
 * @param sentAt when the citizen sent it, as far as the channel said, otherwise when it came
 * @param reporter who sent it, or null if unknown, anonymous or erased
 * @param hint what the adapter noted in the message's {@link Conversation}
 */
public record ReplyTarget(
    MessageKey message, Instant sentAt, @Nullable Reporter reporter, String hint) {

  public ReplyTarget {
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(sentAt, "sentAt");
    Objects.requireNonNull(hint, "hint");
  }

  /** Never shows the person or the hint. */
  @Override
  public String toString() {
    return "ReplyTarget[" + message.account() + "]";
  }
}
