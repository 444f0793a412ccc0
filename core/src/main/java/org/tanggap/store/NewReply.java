package org.tanggap.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.ReporterId;

/**
 * An answer on its way into the outbox.
 *
 * @param id its identifier
 * @param complaint the complaint it is about
 * @param inReplyTo the message that is answered
 * @param reporter a reference to the one who sent it, or null
 * @param text the answer
 * @param photos pictures that go with it
 * @param due when to send it
 */
public record NewReply(
    UUID id,
    ComplaintId complaint,
    MessageKey inReplyTo,
    @Nullable ReporterId reporter,
    String text,
    List<Photo> photos,
    Instant due) {

  public NewReply {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(complaint, "complaint");
    Objects.requireNonNull(inReplyTo, "inReplyTo");
    Objects.requireNonNull(text, "text");
    photos = List.copyOf(photos);
    Objects.requireNonNull(due, "due");
  }

  /**
   * An answer in words alone.
   *
   * @param id its identifier
   * @param complaint the complaint it is about
   * @param inReplyTo the message that is answered
   * @param reporter a reference to the one who sent it, or null
   * @param text the answer
   * @param due when to send it
   */
  public NewReply(
      UUID id,
      ComplaintId complaint,
      MessageKey inReplyTo,
      @Nullable ReporterId reporter,
      String text,
      Instant due) {
    this(id, complaint, inReplyTo, reporter, text, List.of(), due);
  }

  /** Never shows the words. */
  @Override
  public String toString() {
    return "NewReply[" + id + ", " + complaint + "]";
  }
}
