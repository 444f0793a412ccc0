package org.tanggap.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.tanggap.jurisdiction.Jurisdiction;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Routing;
import org.tanggap.responsibility.Assignment;
import org.tanggap.responsibility.Category;
import org.tanggap.responsibility.Unit;

/**
 * One civic issue with its whole history: the fold of its events.
 *
 * <p>Immutable and thread-safe. Complete without knowing who sent it.
 */
public final class Complaint {

  private final ComplaintId id;
  private final List<ComplaintEvent> history;
  private final ComplaintEvent.Received received;
  private final Standing standing;
  private final Status[] statuses;

  private Complaint(ComplaintId id, List<ComplaintEvent> events) {
    this.id = id;
    this.history = List.copyOf(events);
    if (history.isEmpty() || !(history.get(0) instanceof ComplaintEvent.Received first)) {
      throw new IllegalArgumentException("a complaint begins with its receipt");
    }
    this.received = first;
    this.standing = new Standing(first);
    this.statuses = new Status[history.size()];
    for (int i = 0; i < statuses.length; i++) {
      standing.add(history.get(i));
      statuses[i] = standing.status;
    }
  }

  /**
   * Computes a complaint from its events.
   *
   * @param id its number
   * @param history its events, the first being its receipt
   * @return the complaint
   * @throws IllegalArgumentException if the first event is not the receipt
   */
  public static Complaint replay(ComplaintId id, List<ComplaintEvent> history) {
    return new Complaint(id, history);
  }

  /**
   * This complaint after one more event.
   *
   * @param event what happened
   * @return a new complaint
   */
  public Complaint after(ComplaintEvent event) {
    List<ComplaintEvent> events = new ArrayList<>(history);
    events.add(event);
    return new Complaint(id, events);
  }

  /**
   * Its number.
   *
   * @return the id
   */
  public ComplaintId id() {
    return id;
  }

  /**
   * How many events it has; a writer states the version it saw, so that nobody overwrites another.
   *
   * @return at least 1
   */
  public int version() {
    return history.size();
  }

  /**
   * Everything that happened, in order.
   *
   * @return an immutable list
   */
  public List<ComplaintEvent> history() {
    return history;
  }

  /**
   * How it came in: text, place, category, photos, message.
   *
   * @return the first event
   */
  public ComplaintEvent.Received received() {
    return received;
  }

  /**
   * What is known of its place: what was last looked up. A place that the reporter gives later
   * counts once it has been looked up.
   *
   * @return the evidence
   */
  public LocationEvidence location() {
    return standing.location;
  }

  /**
   * Whether its author has deleted a message on the channel.
   *
   * @param message the message it came as, or one that was added
   * @return true if it is not to be shown to the public any more
   */
  public boolean isDeleted(MessageKey message) {
    return standing.deleted.contains(message);
  }

  /**
   * Who is about to answer it.
   *
   * @param at the present instant
   * @return the claim, or nothing if there is none or it has ended
   */
  public Optional<Claim> findClaim(Instant at) {
    return Optional.ofNullable(standing.claim).filter(claim -> at.isBefore(claim.until()));
  }

  /**
   * Where it stands.
   *
   * @return the status
   */
  public Status status() {
    return standing.status;
  }

  /**
   * Where it stood after its first events.
   *
   * @param version how many events to look at, from 1 to {@link #version()}
   * @return the status then
   * @throws IndexOutOfBoundsException if it never had that version
   */
  public Status statusAt(int version) {
    return statuses[version - 1];
  }

  /**
   * What it is about, as it was sorted last.
   *
   * @return the category
   */
  public Category category() {
    return standing.category;
  }

  /**
   * How urgent it is.
   *
   * @return the priority
   */
  public Priority priority() {
    return standing.priority;
  }

  /**
   * Whether an officer has found it complete and worth working on.
   *
   * @return true after the verification
   */
  public boolean isVerified() {
    return standing.verified;
  }

  /**
   * Whether an officer has told the citizen anything yet; an automatic receipt does not count.
   *
   * @return true after the first answer
   */
  public boolean isAnswered() {
    return standing.answered;
  }

  /**
   * What the citizen asked to be kept back.
   *
   * @return the wish, {@link Discretion#NONE} if there was none
   */
  public Discretion discretion() {
    return Objects.requireNonNullElse(received.discretion(), Discretion.NONE);
  }

  /**
   * Who else reported it or wants to hear of its outcome, in the order of coming.
   *
   * @return the followers, without the reporter
   */
  public List<Follower> followers() {
    return List.copyOf(standing.followers);
  }

  /** Whether somebody reported or follows it already: the same person, or the same message. */
  boolean isKnown(Follower follower) {
    return standing.knows(follower);
  }

  /**
   * The last declaration that the work is done, with its proof.
   *
   * @return the event, or nothing if nobody has declared it
   */
  public Optional<ComplaintEvent.Resolved> findResolution() {
    return Optional.ofNullable(standing.resolution);
  }

  /**
   * The promised date of planned work.
   *
   * @return the last day of the promise, or nothing if it was never planned
   */
  public Optional<LocalDate> findPromisedDate() {
    return Optional.ofNullable(standing.promisedFor);
  }

  /**
   * When its outcome was told last: resolved, rejected or clarified. The time in which it may be
   * disputed begins here.
   *
   * @return the instant, or nothing if it never was
   */
  public Optional<Instant> findFinishedAt() {
    return Optional.ofNullable(standing.finishedAt);
  }

  /**
   * The complaint that this one was merged into.
   *
   * @return the one that goes on, or nothing
   */
  public Optional<ComplaintId> findMergedInto() {
    return Optional.ofNullable(standing.mergedInto);
  }

  /**
   * When the citizen's time began: when it was sent, or when it was received if the channel does
   * not say or gives a time in the future.
   *
   * @return the start of every promise to the citizen
   */
  public Instant opened() {
    Instant sentAt = received.sentAt();
    return sentAt == null || sentAt.isAfter(received.at()) ? received.at() : sentAt;
  }

  /**
   * When something happened last.
   *
   * @return the time of the last event
   */
  public Instant changed() {
    return history.get(history.size() - 1).at();
  }

  /**
   * Where it was routed.
   *
   * @return the latest routing, or nothing before the first
   */
  public Optional<Routing> findRouting() {
    return Optional.ofNullable(standing.routing);
  }

  /**
   * The areas that are certain.
   *
   * @return the jurisdiction, or nothing if the place is unknown, outside or wholly ambiguous
   */
  public Optional<Jurisdiction> findJurisdiction() {
    return findRouting().flatMap(Routing::findJurisdiction);
  }

  /**
   * The areas, which must be certain.
   *
   * @return the jurisdiction
   * @throws NoSuchElementException if none is certain
   */
  public Jurisdiction getJurisdiction() {
    return findJurisdiction()
        .orElseThrow(() -> new NoSuchElementException("complaint " + id + " has no jurisdiction"));
  }

  /**
   * The unit that has it, and why.
   *
   * @return the latest assignment, or nothing
   */
  public Optional<Assignment> findAssignment() {
    return Optional.ofNullable(standing.assignment);
  }

  /**
   * The unit that has it, which must be there.
   *
   * @return the unit
   * @throws NoSuchElementException if no unit has it
   */
  public Unit getUnit() {
    return findAssignment()
        .orElseThrow(() -> new NoSuchElementException("complaint " + id + " has no unit"))
        .unit();
  }

  /** The number and the status, nothing that the citizen wrote. */
  @Override
  public String toString() {
    return "Complaint[" + id + ", " + status() + ", version " + version() + "]";
  }
}
