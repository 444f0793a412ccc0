package org.tanggap.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Routing;
import org.tanggap.responsibility.Assignment;
import org.tanggap.responsibility.Category;

/** Where a complaint stands: what its events add up to, one after the other. */
final class Standing {

  /** The events that lead to the same status from wherever they are allowed. */
  private static final Map<Class<? extends ComplaintEvent>, Status> STATUS_AFTER =
      Map.ofEntries(
          Map.entry(ComplaintEvent.Assigned.class, Status.ASSIGNED),
          Map.entry(ComplaintEvent.Forwarded.class, Status.FORWARDED),
          Map.entry(ComplaintEvent.Referred.class, Status.REFERRED),
          Map.entry(ComplaintEvent.WorkStarted.class, Status.IN_WORK),
          Map.entry(ComplaintEvent.ReporterAsked.class, Status.WAITING_FOR_REPORTER),
          Map.entry(ComplaintEvent.Scheduled.class, Status.SCHEDULED),
          Map.entry(ComplaintEvent.CheckPassed.class, Status.RESOLVED),
          Map.entry(ComplaintEvent.CheckFailed.class, Status.IN_WORK),
          Map.entry(ComplaintEvent.Rejected.class, Status.REJECTED),
          Map.entry(ComplaintEvent.Clarified.class, Status.CLARIFIED),
          Map.entry(ComplaintEvent.Confirmed.class, Status.CLOSED),
          Map.entry(ComplaintEvent.Disputed.class, Status.DISPUTED),
          Map.entry(ComplaintEvent.Closed.class, Status.CLOSED),
          Map.entry(ComplaintEvent.Merged.class, Status.MERGED));

  private final Follower reporter;
  Status status = Status.RECEIVED;
  private Status beforeWaiting = Status.RECEIVED;
  Category category;
  Priority priority = Priority.NORMAL;
  boolean verified;
  boolean answered;
  @Nullable Routing routing;
  @Nullable Assignment assignment;
  @Nullable LocalDate promisedFor;
  ComplaintEvent.@Nullable Resolved resolution;
  @Nullable Instant finishedAt;
  @Nullable ComplaintId mergedInto;
  final List<Follower> followers = new ArrayList<>();
  final Set<MessageKey> deleted = new HashSet<>();
  @Nullable Claim claim;
  LocationEvidence location;
  private LocationEvidence given;

  Standing(ComplaintEvent.Received received) {
    this.reporter = new Follower(received.message(), received.reporter());
    this.category = received.category();
    this.location = received.location();
    this.given = received.location();
  }

  void add(ComplaintEvent event) {
    Status before = status;
    status = statusAfter(event);
    if (status == Status.WAITING_FOR_REPORTER && before != status) {
      beforeWaiting = before;
    }
    if (status.isDisputable() && before != status) {
      finishedAt = event.at();
    }
    if (Lifecycle.tellsCitizen(event) && event.by().kind() == Actor.Kind.OFFICER) {
      answered = true;
      claim = null;
    }
    remember(event);
  }

  private Status statusAfter(ComplaintEvent event) {
    if (event instanceof ComplaintEvent.Verified) {
      return status == Status.RECEIVED ? Status.VERIFIED : status;
    } else if (event instanceof ComplaintEvent.Resolved resolved) {
      return resolved.toBeChecked() ? Status.CHECKING : Status.RESOLVED;
    } else if (event instanceof ComplaintEvent.MessageAdded added) {
      boolean answers =
          status == Status.WAITING_FOR_REPORTER && added.by().kind() != Actor.Kind.FOLLOWER;
      return answers ? beforeWaiting : status;
    } else if (event instanceof ComplaintEvent.Reopened) {
      return assignment != null ? Status.ASSIGNED : verified ? Status.VERIFIED : Status.RECEIVED;
    }
    return STATUS_AFTER.getOrDefault(event.getClass(), status);
  }

  private void remember(ComplaintEvent event) {
    if (event instanceof ComplaintEvent.Routed routed) {
      routing = routed.routing();
      location = given;
    } else if (event instanceof ComplaintEvent.MessageAdded added) {
      given = isGiven(added.location()) ? added.location() : given;
    } else if (event instanceof ComplaintEvent.MessageDeleted gone) {
      deleted.add(gone.message());
    } else if (event instanceof ComplaintEvent.Claimed claimed) {
      claim = new Claim(claimed.by(), claimed.until());
    } else if (event instanceof ComplaintEvent.Released) {
      claim = null;
    } else if (event instanceof ComplaintEvent.Verified) {
      verified = true;
    } else if (event instanceof ComplaintEvent.Assigned assigned) {
      assignment = assigned.assignment();
    } else if (event instanceof ComplaintEvent.Forwarded forwarded) {
      assignment = forwarded.assignment();
    } else if (event instanceof ComplaintEvent.Referred referred) {
      assignment = referred.assignment();
    } else if (event instanceof ComplaintEvent.Scheduled scheduled) {
      promisedFor = scheduled.promisedFor();
    } else if (event instanceof ComplaintEvent.Resolved resolved) {
      resolution = resolved;
    } else if (event instanceof ComplaintEvent.Reopened) {
      mergedInto = null;
    } else if (event instanceof ComplaintEvent.Merged merged) {
      mergedInto = merged.into();
    } else if (event instanceof ComplaintEvent.Followed followed) {
      add(followed.follower());
    } else if (event instanceof ComplaintEvent.Absorbed absorbed) {
      absorbed.followers().forEach(this::add);
    } else if (event instanceof ComplaintEvent.PriorityChanged changed) {
      priority = changed.priority();
    } else if (event instanceof ComplaintEvent.CategoryChanged changed) {
      category = changed.category();
    }
  }

  private static boolean isGiven(@Nullable LocationEvidence location) {
    return location != null && location.tellsPlace();
  }

  private void add(Follower follower) {
    if (!knows(follower)) {
      followers.add(follower);
    }
  }

  boolean knows(Follower follower) {
    return isSame(reporter, follower) || followers.stream().anyMatch(it -> isSame(it, follower));
  }

  private static boolean isSame(Follower one, Follower other) {
    return one.message().equals(other.message())
        || (one.reporter() != null && one.reporter().equals(other.reporter()));
  }
}
