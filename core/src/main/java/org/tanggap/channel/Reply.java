package org.tanggap.channel;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.tanggap.complaint.Photo;

/**
 * An answer to a citizen.
 *
 * @param id the same for every attempt, so that a vendor can tell a repetition
 * @param to the message that is answered
 * @param text the answer
 * @param photos pictures that go with it, such as of the mended road; references into the host's
 *     {@link PhotoStore} or URLs
 * @param mayBeSent whether an earlier attempt may have reached the vendor: it was cut off, and
 *     nobody knows. Only for channels that recognise repetitions.
 */
public record Reply(UUID id, ReplyTarget to, String text, List<Photo> photos, boolean mayBeSent) {

  public Reply {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(text, "text");
    photos = List.copyOf(photos);
  }

  /** Never shows the words or the person. */
  @Override
  public String toString() {
    return "Reply[" + id + ", " + text.length() + " characters, " + photos.size() + " photos]";
  }
}
