package org.tanggap.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.Decision;
import org.tanggap.complaint.Follower;
import org.tanggap.complaint.Lifecycle;
import org.tanggap.complaint.Photo;
import org.tanggap.store.Commit;
import org.tanggap.store.CommitResult;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.NewReply;

/**
 * Carries commands out: decided, stored together with what the citizens are told, then reported.
 */
final class Changes {

  private final ComplaintStore store;
  private final Lifecycle lifecycle;
  private final InstantSource clock;
  private final TimeOrderedIds ids;
  private final DeadlineWatch deadlines;
  private final Listeners listeners;

  Changes(
      FeedbackDeskBuilder parts, TimeOrderedIds ids, DeadlineWatch deadlines, Listeners listeners) {
    this.store = parts.store();
    this.lifecycle = parts.lifecycle;
    this.clock = parts.clock;
    this.ids = ids;
    this.deadlines = deadlines;
    this.listeners = listeners;
  }

  Change carryOut(Complaint seen, Command command, Actor by) {
    Decision decision = lifecycle.decide(seen, command, by, clock.instant());
    if (decision instanceof Decision.Refused refused) {
      listeners.tell(new DeskEvent.CommandRefused(seen.id(), command.getClass(), refused));
      return new Change.Refused(refused);
    }
    ComplaintEvent event = ((Decision.Allowed) decision).event();
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(seen, event));
    if (command instanceof Command.Merge merge) {
      steps.add(new Step(merge.into(), absorbed(merge.into(), seen, event)));
    }
    Commit commit = new Commit();
    for (Step step : steps) {
      Complaint after = step.after();
      commit.append(after, step.seen().version(), deadlines.of(after));
    }
    addReplies(commit, event, steps.get(0).after());
    CommitResult result = store.commit(commit);
    if (!(result instanceof CommitResult.Committed)) {
      return outdated(result instanceof CommitResult.VersionMoved moved ? moved.id() : seen.id());
    }
    for (Step step : steps) {
      listeners.tell(new DeskEvent.ComplaintStored(step.after(), List.of(step.event())));
    }
    return new Change.Done(steps.get(0).after());
  }

  private record Step(Complaint seen, ComplaintEvent event, Complaint after) {

    Step(Complaint seen, ComplaintEvent event) {
      this(seen, event, seen.after(event));
    }
  }

  /** Whoever had reported or followed the duplicate follows the complaint that goes on. */
  private static ComplaintEvent absorbed(
      Complaint into, Complaint duplicate, ComplaintEvent merged) {
    List<Follower> followers = new ArrayList<>();
    ComplaintEvent.Received received = duplicate.received();
    followers.add(new Follower(received.message(), received.reporter()));
    followers.addAll(duplicate.followers());
    Instant at = merged.at().isBefore(into.changed()) ? into.changed() : merged.at();
    return new ComplaintEvent.Absorbed(at, merged.by(), duplicate.id(), followers);
  }

  /** The reporter hears all that is meant for citizens; followers hear of the outcome. */
  private void addReplies(Commit commit, ComplaintEvent event, Complaint complaint) {
    List<Photo> photos = Lifecycle.listPhotosForCitizens(event, complaint);
    Lifecycle.findWordsForReporter(event, complaint)
        .ifPresent(
            text -> commit.reply(reply(complaint, reporter(complaint), text, photos, event.at())));
    Optional<String> outcome = Lifecycle.findOutcome(event, complaint);
    for (Follower follower : complaint.followers()) {
      outcome.ifPresent(text -> commit.reply(reply(complaint, follower, text, photos, event.at())));
    }
  }

  /**
   * The reporter is answered on the latest message of his own, which channels keep open longest.
   */
  static Follower reporter(Complaint complaint) {
    ComplaintEvent.Received received = complaint.received();
    Follower reporter = new Follower(received.message(), received.reporter());
    for (ComplaintEvent event : complaint.history()) {
      if (event instanceof ComplaintEvent.MessageAdded added
          && added.by().kind() == Actor.Kind.REPORTER
          && added.message() != null) {
        reporter = new Follower(added.message(), received.reporter());
      }
    }
    return reporter;
  }

  private NewReply reply(
      Complaint complaint, Follower to, String text, List<Photo> photos, Instant now) {
    return new NewReply(ids.next(), complaint.id(), to.message(), to.reporter(), text, photos, now);
  }

  private Change outdated(ComplaintId id) {
    return store.find(id).<Change>map(Change.Outdated::new).orElseGet(() -> new Change.Unknown(id));
  }
}
