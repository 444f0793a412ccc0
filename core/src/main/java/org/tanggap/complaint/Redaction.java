package org.tanggap.complaint;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanggap.jurisdiction.LocationEvidence;

/**
 * Takes a citizen's words out of events, as the law may ask for. What happened, when and by which
 * kind of actor stays, so that every status, deadline and figure stays what it was.
 */
public final class Redaction {

  private Redaction() {}

  /**
   * An event without what a citizen wrote or photographed. What officers wrote stays.
   *
   * @param event what happened
   * @return the event without the words, or the event itself if there were none
   */
  public static ComplaintEvent withoutCitizensWords(ComplaintEvent event) {
    if (event instanceof ComplaintEvent.Received received) {
      return withoutWords(received, received.reporter());
    } else if (event instanceof ComplaintEvent.MessageAdded added) {
      return new ComplaintEvent.MessageAdded(
          added.at(),
          added.by(),
          added.message(),
          "",
          List.of(),
          withoutWords(added.location()),
          added.edition());
    } else if (event instanceof ComplaintEvent.Disputed disputed) {
      return new ComplaintEvent.Disputed(disputed.at(), disputed.by(), "");
    }
    return event;
  }

  /**
   * An event without what a citizen wrote and without a reference to any person.
   *
   * @param event what happened
   * @return the event without them, or the event itself if there were none
   */
  public static ComplaintEvent withoutPeople(ComplaintEvent event) {
    if (event instanceof ComplaintEvent.Received received) {
      return withoutWords(received, null);
    } else if (event instanceof ComplaintEvent.Followed followed) {
      return new ComplaintEvent.Followed(
          followed.at(), followed.by(), withoutPerson(followed.follower()));
    } else if (event instanceof ComplaintEvent.Absorbed absorbed) {
      return new ComplaintEvent.Absorbed(
          absorbed.at(),
          absorbed.by(),
          absorbed.duplicate(),
          absorbed.followers().stream().map(Redaction::withoutPerson).toList());
    }
    return withoutCitizensWords(event);
  }

  private static Follower withoutPerson(Follower follower) {
    return new Follower(follower.message(), null);
  }

  private static ComplaintEvent.Received withoutWords(
      ComplaintEvent.Received received, @Nullable ReporterId reporter) {
    return new ComplaintEvent.Received(
        received.at(),
        received.by(),
        received.message(),
        "",
        withoutWords(received.location()),
        received.category(),
        List.of(),
        received.sentAt(),
        reporter,
        received.discretion());
  }

  private static LocationEvidence withoutWords(@Nullable LocationEvidence location) {
    return location == null || location instanceof LocationEvidence.Described
        ? LocationEvidence.none()
        : location;
  }
}
