package org.tanggap.duplicate;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.Complaint;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.responsibility.Category;

/** What of a complaint is compared. */
final class Issue {

  private final Complaint complaint;

  Issue(Complaint complaint) {
    this.complaint = complaint;
  }

  Category category() {
    return complaint.category();
  }

  Instant opened() {
    return complaint.opened();
  }

  /** The opening less a span, as far as time reaches. */
  Instant openedNotBefore(Duration span) {
    boolean possible = Duration.between(Instant.MIN, opened()).compareTo(span) >= 0;
    return possible ? opened().minus(span) : Instant.MIN;
  }

  /** The opening and a span, as far as time reaches. */
  Instant openedNotAfter(Duration span) {
    boolean possible = Duration.between(opened(), Instant.MAX).compareTo(span) >= 0;
    return possible ? opened().plus(span) : Instant.MAX;
  }

  @Nullable Place place() {
    return Place.find(complaint.location()).orElse(null);
  }

  /** The text, and the place where it is given in words. */
  Words words() {
    String text = complaint.received().text();
    return complaint.location() instanceof LocationEvidence.Described described
        ? Words.of(text, described.text())
        : Words.of(text);
  }
}
