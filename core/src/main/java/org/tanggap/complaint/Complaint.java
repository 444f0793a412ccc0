package org.tanggap.complaint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.jurisdiction.Jurisdiction;
import org.tanggap.jurisdiction.Routing;
import org.tanggap.responsibility.Assignment;
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
  private final Status status;
  private final boolean answered;
  private final @Nullable Routing routing;
  private final @Nullable Assignment assignment;

  private Complaint(ComplaintId id, List<ComplaintEvent> events) {
    this.id = id;
    this.history = List.copyOf(events);
    if (history.isEmpty() || !(history.get(0) instanceof ComplaintEvent.Received first)) {
      throw new IllegalArgumentException("a complaint begins with its receipt");
    }
    this.received = first;
    Status standing = Status.RECEIVED;
    boolean toldSomething = false;
    Routing lastRouting = null;
    Assignment lastAssignment = null;
    for (ComplaintEvent event : history) {
      standing = Lifecycle.after(standing, event);
      toldSomething |= Lifecycle.tellsCitizen(event);
      if (event instanceof ComplaintEvent.Routed routed) {
        lastRouting = routed.routing();
      } else if (event instanceof ComplaintEvent.Assigned assigned) {
        lastAssignment = assigned.assignment();
      }
    }
    this.status = standing;
    this.answered = toldSomething;
    this.routing = lastRouting;
    this.assignment = lastAssignment;
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
   * Where it stands.
   *
   * @return the status
   */
  public Status status() {
    return status;
  }

  /**
   * Whether an officer has told the citizen anything yet; an automatic receipt does not count.
   *
   * @return true after the first answer
   */
  public boolean isAnswered() {
    return answered;
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
   * Where it was routed.
   *
   * @return the latest routing, or nothing before the first
   */
  public Optional<Routing> findRouting() {
    return Optional.ofNullable(routing);
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
    return Optional.ofNullable(assignment);
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
    return "Complaint[" + id + ", " + status + ", version " + version() + "]";
  }
}
