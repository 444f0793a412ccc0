package org.tanggap.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.Conversation;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.Follower;
import org.tanggap.complaint.Lifecycle;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.ReporterId;
import org.tanggap.complaint.Status;
import org.tanggap.store.ComplaintQuery;
import org.tanggap.store.ComplaintStore;

/**
 * Which complaint a further message belongs to, if to any.
 *
 * <ul>
 *   <li>What answers a message of a complaint belongs to that complaint, if the same person wrote
 *       it or a follower did. Anybody else's answer is a report of its own.
 *   <li>In a chat, what a person sends within a short time belongs together: words, photo and place
 *       come as messages of their own. So does what comes while a complaint waits for its reporter.
 *   <li>A place alone belongs to the person's latest open complaint of the last day.
 * </ul>
 */
final class Conversations {

  private static final Duration PLACE_AFTERWARDS = Duration.ofDays(1);
  private static final int MERGES = 20;
  private static final int LATEST = 20;

  private final ComplaintStore store;
  private final Duration joinWithin;
  private final AccountId account;
  private final Instant now;
  private final BatchView batch;

  Conversations(
      ComplaintStore store, Duration joinWithin, AccountId account, Instant now, BatchView batch) {
    this.store = store;
    this.joinWithin = joinWithin;
    this.account = account;
    this.now = now;
    this.batch = batch;
  }

  /** Complaints as they stand in the batch that is being taken. */
  interface BatchView {

    /** A complaint, stored or not. */
    Optional<Complaint> find(ComplaintId id);

    /** What the batch has opened and nobody has stored yet. */
    List<Complaint> listOpened();
  }

  /** The complaint a message belongs to, and whether its author is the reporter there. */
  record Belonging(Complaint complaint, boolean asReporter) {}

  /**
   * Finds where a message belongs.
   *
   * @param answered the complaint of the message that it answers, or null
   * @param author who wrote it, if known
   */
  Optional<Belonging> find(
      Report report,
      Conversation conversation,
      @Nullable Complaint answered,
      @Nullable ReporterId author) {
    if (author == null) {
      return Optional.empty();
    }
    if (answered != null) {
      Optional<Belonging> belonging = findByAnswer(answered, author);
      if (belonging.isPresent()) {
        return belonging;
      }
    }
    boolean placeAlone = report.isEmpty() && report.location().tellsPlace();
    if (!conversation.chat() && !placeAlone) {
      return Optional.empty();
    }
    return latestOf(author)
        .filter(
            complaint ->
                (conversation.chat() && isGoingOn(complaint, report))
                    || (placeAlone && isOpenSince(complaint, now.minus(PLACE_AFTERWARDS))))
        .findFirst()
        .map(complaint -> new Belonging(complaint, true));
  }

  private Optional<Belonging> findByAnswer(Complaint answered, ReporterId author) {
    Complaint complaint = answered;
    for (int i = 0; i < MERGES && complaint.findMergedInto().isPresent(); i++) {
      Optional<Complaint> next = complaint.findMergedInto().flatMap(batch::find);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      complaint = next.get();
    }
    if (author.equals(complaint.received().reporter())) {
      return Optional.of(new Belonging(complaint, true));
    }
    for (Follower follower : complaint.followers()) {
      if (author.equals(follower.reporter())) {
        return Optional.of(new Belonging(complaint, false));
      }
    }
    return Optional.empty();
  }

  /** The latest first. */
  private Stream<Complaint> latestOf(ReporterId author) {
    List<Complaint> stored =
        store
            .list(
                ComplaintQuery.all()
                    .reportedBy(author)
                    .by(ComplaintQuery.Order.LATEST)
                    .limit(LATEST))
            .complaints();
    return Stream.concat(
            batch.listOpened().stream(),
            stored.stream().map(complaint -> batch.find(complaint.id()).orElse(complaint)))
        .filter(complaint -> author.equals(complaint.received().reporter()))
        .filter(complaint -> complaint.received().message().account().equals(account))
        .sorted(Comparator.comparing(Complaint::opened).reversed());
  }

  private boolean isGoingOn(Complaint complaint, Report report) {
    if (complaint.status() == Status.WAITING_FOR_REPORTER) {
      return true;
    }
    Instant sent = report.sentAt() == null || report.sentAt().isAfter(now) ? now : report.sentAt();
    Instant last = lastSpoken(complaint);
    return complaint.status() != Status.MERGED
        && Duration.between(last, sent).abs().compareTo(joinWithin) <= 0;
  }

  /** When the citizen last wrote, or was last told something. */
  private static Instant lastSpoken(Complaint complaint) {
    Instant last = complaint.opened();
    for (ComplaintEvent event : complaint.history()) {
      if (event instanceof ComplaintEvent.MessageAdded || Lifecycle.tellsCitizen(event)) {
        last = event.at();
      }
    }
    return last;
  }

  private static boolean isOpenSince(Complaint complaint, Instant earliest) {
    return complaint.status().isOpen() && !complaint.opened().isBefore(earliest);
  }

  /** Whether a complaint has a message in this edition already. */
  static boolean hasEdition(Complaint complaint, MessageKey message, String edition) {
    return complaint.history().stream()
        .anyMatch(
            event ->
                event instanceof ComplaintEvent.MessageAdded added
                    && message.equals(added.message())
                    && edition.equals(added.edition()));
  }
}
