package org.tanggap.store;

import java.time.Instant;
import java.util.Objects;
import org.tanggap.complaint.ComplaintId;

/**
 * A message that was taken, or an answer of ours that the vendor has taken.
 *
 * @param complaint the complaint it went to or came from
 * @param digest the digest of its content, to tell a repetition from another message under the same
 *     key; empty for an answer of ours
 * @param sentAt when it was sent, as far as the channel said, otherwise when it came
 * @param hint what the adapter noted for answering it; empty if nothing, and once its author is
 *     erased
 */
public record KnownMessage(ComplaintId complaint, String digest, Instant sentAt, String hint) {

  public KnownMessage {
    Objects.requireNonNull(complaint, "complaint");
    Objects.requireNonNull(digest, "digest");
    Objects.requireNonNull(sentAt, "sentAt");
    Objects.requireNonNull(hint, "hint");
  }

  /**
   * Whether we have sent it ourselves.
   *
   * @return true for an answer of ours
   */
  public boolean isOurs() {
    return digest.isEmpty();
  }

  /** Never shows the hint. */
  @Override
  public String toString() {
    return "KnownMessage[" + complaint + "]";
  }
}
