package org.tanggap.complaint;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.Decision.Obstacle;
import org.tanggap.responsibility.Assignment;
import org.tanggap.responsibility.Category;
import org.tanggap.responsibility.Unit;

/**
 * Which command is allowed in which status and for whom, and what it leads to.
 *
 * <pre>
 *  RECEIVED --verify--> VERIFIED --assign--> ASSIGNED --forward--> FORWARDED --refer--> REFERRED
 *                                               |  (any of the three may follow another)
 *                                               v start work
 *     ask: WAITING_FOR_REPORTER &lt;--&gt;  IN_WORK  &lt;--&gt; SCHEDULED :schedule
 *                                               | resolve
 *                         CHECKING &lt;------------+   (if a second person has to look)
 *                         pass |  fail: IN_WORK |
 *                              v                v
 *     reject: REJECTED      RESOLVED &lt;----------+
 *     clarify: CLARIFIED       | confirm, or close when the time to dispute is over
 *       | dispute, reopen      +-----------------------------&gt; CLOSED
 *       +----&gt; DISPUTED        | dispute: DISPUTED, reopen: ASSIGNED
 *     merge: MERGED, from any open status
 * </pre>
 *
 * <p>What no unit has may be assigned from any open status but CHECKING. Whoever gets a complaint
 * that waits for the reporter decides anew what to do: it waits no longer, and the answer, when it
 * comes, is a message like any other.
 *
 * <p>Rules are a host's own: which categories need a photo or a second person's check before they
 * count as done, and how long an outcome may be disputed. Immutable and thread-safe; {@link
 * #decide} is a function of its arguments.
 */
public final class Lifecycle {

  private static final List<Class<? extends Command>> ALWAYS =
      List.of(
          Command.Answer.class,
          Command.Note.class,
          Command.AddMessage.class,
          Command.DeleteMessage.class,
          Command.Claim.class,
          Command.Release.class,
          Command.Follow.class,
          Command.ChangeCategory.class);

  private static final List<Class<? extends Command>> FINISH =
      List.of(Command.Resolve.class, Command.Reject.class, Command.Clarify.class);

  private static final List<Class<? extends Command>> OPEN =
      List.of(Command.ChangePriority.class, Command.Merge.class);

  private static final List<Class<? extends Command>> PASS_ON =
      List.of(Command.Forward.class, Command.Refer.class);

  private static final List<Class<? extends Command>> PLAN =
      List.of(Command.Ask.class, Command.Schedule.class);

  private static final List<Class<? extends Command>> DISPUTABLE =
      List.of(
          Command.Confirm.class, Command.Dispute.class, Command.Reopen.class, Command.Close.class);

  /** What only the officer does who has claimed the complaint, if one has. */
  private static final Set<Class<? extends Command>> CLAIMABLE =
      Set.of(
          Command.Claim.class,
          Command.Release.class,
          Command.Answer.class,
          Command.Ask.class,
          Command.Schedule.class,
          Command.Resolve.class,
          Command.PassCheck.class,
          Command.Reject.class,
          Command.Clarify.class,
          Command.Merge.class);

  private static final Map<Status, Set<Class<? extends Command>>> ALLOWED = table();

  private static final Set<Class<? extends Command>> FOR_REPORTER =
      Set.of(
          Command.AddMessage.class,
          Command.DeleteMessage.class,
          Command.Confirm.class,
          Command.Dispute.class);

  private static final Set<Class<? extends Command>> FOR_FOLLOWER =
      Set.of(
          Command.AddMessage.class,
          Command.DeleteMessage.class,
          Command.Follow.class,
          Command.Dispute.class);

  /** Rules are no second person, and agree or disagree for no citizen. */
  private static final Set<Class<? extends Command>> NOT_FOR_SYSTEM =
      Set.of(
          Command.PassCheck.class,
          Command.FailCheck.class,
          Command.Claim.class,
          Command.Release.class,
          Command.Confirm.class,
          Command.Dispute.class);

  private final Duration disputeTime;
  private final List<Category> proofRequired;
  private final List<Category> checkRequired;

  private Lifecycle(Builder rules) {
    this.disputeTime = rules.disputeTime;
    this.proofRequired = List.copyOf(rules.proofRequired);
    this.checkRequired = List.copyOf(rules.checkRequired);
  }

  /**
   * The rules with nothing required: no photo, no check, ten days to dispute.
   *
   * @return the rules
   */
  public static Lifecycle standard() {
    return builder().build();
  }

  /**
   * Starts a host's own rules.
   *
   * @return a builder with the standard rules
   */
  public static Builder builder() {
    return new Builder();
  }

  private static Map<Status, Set<Class<? extends Command>>> table() {
    Map<Status, Set<Class<? extends Command>>> table = new EnumMap<>(Status.class);
    List<Class<? extends Command>> verify = List.of(Command.Verify.class);
    List<Class<? extends Command>> assign = List.of(Command.Assign.class);
    List<Class<? extends Command>> begin = List.of(Command.StartWork.class);
    List<Class<? extends Command>> reopen = List.of(Command.Reopen.class);
    List<Class<? extends Command>> check =
        List.of(Command.PassCheck.class, Command.FailCheck.class);
    table.put(Status.RECEIVED, union(verify, assign, begin, PLAN, FINISH, OPEN, ALWAYS));
    table.put(Status.VERIFIED, union(assign, begin, PLAN, FINISH, OPEN, ALWAYS));
    for (Status held : List.of(Status.ASSIGNED, Status.FORWARDED, Status.REFERRED)) {
      table.put(held, union(verify, PASS_ON, begin, PLAN, FINISH, OPEN, ALWAYS));
    }
    // Work may begin, be planned or wait without a unit, which may be named later.
    table.put(Status.IN_WORK, union(verify, assign, PASS_ON, PLAN, FINISH, OPEN, ALWAYS));
    table.put(
        Status.WAITING_FOR_REPORTER, union(assign, PASS_ON, begin, PLAN, FINISH, OPEN, ALWAYS));
    table.put(Status.SCHEDULED, union(verify, assign, PASS_ON, begin, PLAN, FINISH, OPEN, ALWAYS));
    table.put(Status.CHECKING, union(check, OPEN, ALWAYS));
    table.put(Status.DISPUTED, union(assign, PASS_ON, begin, PLAN, FINISH, reopen, OPEN, ALWAYS));
    for (Status told : List.of(Status.RESOLVED, Status.REJECTED, Status.CLARIFIED)) {
      table.put(told, union(DISPUTABLE, ALWAYS));
    }
    table.put(Status.CLOSED, union(reopen, ALWAYS));
    table.put(
        Status.MERGED, union(reopen, List.of(Command.Note.class, Command.DeleteMessage.class)));
    return table;
  }

  @SafeVarargs
  private static Set<Class<? extends Command>> union(List<Class<? extends Command>>... groups) {
    Set<Class<? extends Command>> all = new LinkedHashSet<>();
    for (List<Class<? extends Command>> group : groups) {
      all.addAll(group);
    }
    return all;
  }

  /**
   * Decides on a command. Nothing is changed or stored.
   *
   * @param complaint the complaint as it stands
   * @param command what is wanted
   * @param by who wants it
   * @param at when; an earlier time than the last event's counts as that time, so that a clock that
   *     was set back makes no history that runs backwards
   * @return the event, or the refusal
   */
  public Decision decide(Complaint complaint, Command command, Actor by, Instant at) {
    Instant when = at.isBefore(complaint.changed()) ? complaint.changed() : at;
    Obstacle obstacle = obstacle(complaint, command, by, when);
    if (obstacle != null) {
      return new Decision.Refused(
          obstacle, complaint.status(), allowed(complaint.status(), by.kind()));
    }
    ComplaintEvent event = command.event(when, by);
    if (event instanceof ComplaintEvent.Resolved done
        && isAmong(checkRequired, complaint.category())) {
      event = new ComplaintEvent.Resolved(done.at(), done.by(), done.text(), done.proof(), true);
    }
    return new Decision.Allowed(event);
  }

  /**
   * The commands that a status allows to an actor. Single commands may have further conditions,
   * which {@link #decide} names.
   *
   * @param status where a complaint stands
   * @param actor who asks
   * @return the kinds of commands
   */
  public List<Class<? extends Command>> allowed(Status status, Actor.Kind actor) {
    return ALLOWED.getOrDefault(status, Set.of()).stream()
        .filter(command -> isFor(actor, command))
        .toList();
  }

  private static boolean isFor(Actor.Kind actor, Class<? extends Command> command) {
    return switch (actor) {
      case REPORTER -> FOR_REPORTER.contains(command);
      case FOLLOWER -> FOR_FOLLOWER.contains(command);
      case OFFICER -> true;
      case SYSTEM -> !NOT_FOR_SYSTEM.contains(command);
    };
  }

  private @Nullable Obstacle obstacle(Complaint complaint, Command command, Actor by, Instant at) {
    Class<? extends Command> kind = command.getClass();
    if (!isFor(by.kind(), kind)) {
      return Obstacle.ACTOR;
    }
    if (!ALLOWED.getOrDefault(complaint.status(), Set.of()).contains(kind)) {
      return Obstacle.STATUS;
    }
    if (CLAIMABLE.contains(kind) && isClaimedByAnother(complaint, by, at)) {
      return Obstacle.CLAIMED;
    }
    if (command instanceof Command.Verify) {
      return complaint.isVerified() ? Obstacle.VERIFIED_ALREADY : null;
    } else if (command instanceof Command.Assign) {
      return complaint.findAssignment().isPresent() ? Obstacle.HAS_UNIT : null;
    } else if (command instanceof Command.Forward forward) {
      return passingOn(complaint, forward.assignment().unit());
    } else if (command instanceof Command.Refer refer) {
      return passingOn(complaint, refer.assignment().unit());
    } else if (command instanceof Command.Schedule schedule) {
      // The last zone on earth in which the date may still be to come is UTC-12.
      boolean passed =
          schedule.promisedFor().isBefore(at.atOffset(ZoneOffset.ofHours(-12)).toLocalDate());
      return passed ? Obstacle.DATE_PASSED : null;
    } else if (command instanceof Command.Resolve resolve) {
      return isProofMissing(complaint, resolve.proof()) ? Obstacle.PROOF_MISSING : null;
    } else if (command instanceof Command.PassCheck || command instanceof Command.FailCheck) {
      return complaint
          .findResolution()
          .map(done -> checking(complaint, command, done, by))
          .orElse(null);
    } else if (command instanceof Command.Confirm || command instanceof Command.Dispute) {
      return isDisputeTimeOver(complaint, at) ? Obstacle.WINDOW_OVER : null;
    } else if (command instanceof Command.Close) {
      return isDisputeTimeOver(complaint, at) ? null : Obstacle.WINDOW_OPEN;
    } else if (command instanceof Command.Merge merge) {
      return merging(complaint, merge.into());
    } else if (command instanceof Command.Follow follow) {
      return complaint.isKnown(follow.follower()) ? Obstacle.FOLLOWS_ALREADY : null;
    }
    return null;
  }

  private static boolean isClaimedByAnother(Complaint complaint, Actor by, Instant at) {
    return by.kind() == Actor.Kind.OFFICER
        && complaint.findClaim(at).filter(claim -> !claim.officer().equals(by)).isPresent();
  }

  private @Nullable Obstacle checking(
      Complaint complaint, Command command, ComplaintEvent.Resolved done, Actor by) {
    if (done.by().equals(by)) {
      return Obstacle.SAME_PERSON;
    }
    // The category, and with it what it requires, may have changed since.
    boolean passes = command instanceof Command.PassCheck;
    return passes && isProofMissing(complaint, done.proof()) ? Obstacle.PROOF_MISSING : null;
  }

  private boolean isProofMissing(Complaint complaint, List<Photo> proof) {
    return proof.isEmpty() && isAmong(proofRequired, complaint.category());
  }

  private static @Nullable Obstacle passingOn(Complaint complaint, Unit to) {
    Unit holder = complaint.findAssignment().map(Assignment::unit).orElse(null);
    if (holder == null) {
      return Obstacle.NO_UNIT;
    }
    return holder.id().equals(to.id()) ? Obstacle.SAME_UNIT : null;
  }

  private static @Nullable Obstacle merging(Complaint complaint, Complaint into) {
    if (complaint.id().equals(into.id())) {
      return Obstacle.SAME_COMPLAINT;
    }
    return into.status().isOpen() ? null : Obstacle.OTHER_FINISHED;
  }

  /**
   * Until when the outcome of a complaint may be confirmed or disputed. From then on it may be
   * closed.
   *
   * @param complaint a complaint
   * @return the end of the time, exclusive; nothing if it is not resolved, rejected or clarified
   */
  public Optional<Instant> findDisputableUntil(Complaint complaint) {
    return complaint.status().isDisputable()
        ? complaint.findFinishedAt().map(finished -> finished.plus(disputeTime))
        : Optional.empty();
  }

  private boolean isDisputeTimeOver(Complaint complaint, Instant at) {
    return findDisputableUntil(complaint).filter(end -> !at.isBefore(end)).isPresent();
  }

  private static boolean isAmong(List<Category> categories, Category category) {
    return categories.stream().anyMatch(category::isWithin);
  }

  /**
   * What an event tells the citizen who reported it, in words that a person wrote.
   *
   * @param event what happened
   * @param complaint the complaint after it
   * @return the words, or nothing
   */
  public static Optional<String> findWordsForReporter(ComplaintEvent event, Complaint complaint) {
    if (event instanceof ComplaintEvent.Answered answered) {
      return Optional.of(answered.text());
    } else if (event instanceof ComplaintEvent.ReporterAsked asked) {
      return Optional.of(asked.text());
    } else if (event instanceof ComplaintEvent.Merged merged) {
      return Optional.of(merged.reason());
    }
    return findOutcome(event, complaint);
  }

  /**
   * What an event tells everybody who follows the complaint: its outcome, or a promised date.
   *
   * @param event what happened
   * @param complaint the complaint after it
   * @return the words, or nothing
   */
  public static Optional<String> findOutcome(ComplaintEvent event, Complaint complaint) {
    if (event instanceof ComplaintEvent.Scheduled scheduled) {
      return Optional.of(scheduled.text());
    } else if (event instanceof ComplaintEvent.Resolved resolved) {
      return resolved.toBeChecked() ? Optional.empty() : Optional.of(resolved.text());
    } else if (event instanceof ComplaintEvent.CheckPassed) {
      return complaint.findResolution().map(ComplaintEvent.Resolved::text);
    } else if (event instanceof ComplaintEvent.Rejected rejected) {
      return Optional.of(rejected.reason());
    } else if (event instanceof ComplaintEvent.Clarified clarified) {
      return Optional.of(clarified.text());
    }
    return Optional.empty();
  }

  /**
   * The pictures that go with what an event tells citizens, such as of the mended road.
   *
   * @param event what happened
   * @param complaint the complaint after it
   * @return the pictures; empty if there are none
   */
  public static List<Photo> listPhotosForCitizens(ComplaintEvent event, Complaint complaint) {
    if (event instanceof ComplaintEvent.Answered answered) {
      return answered.photos();
    } else if (event instanceof ComplaintEvent.Resolved resolved) {
      return resolved.proof();
    } else if (event instanceof ComplaintEvent.CheckPassed) {
      return complaint.findResolution().map(ComplaintEvent.Resolved::proof).orElse(List.of());
    }
    return List.of();
  }

  /**
   * Whether an event tells the citizen something that a person wrote.
   *
   * @param event what happened
   * @return true for answers, questions and outcomes, false for what goes on inside the offices
   */
  public static boolean tellsCitizen(ComplaintEvent event) {
    return event instanceof ComplaintEvent.Answered
        || event instanceof ComplaintEvent.ReporterAsked
        || event instanceof ComplaintEvent.Scheduled
        || event instanceof ComplaintEvent.CheckPassed
        || event instanceof ComplaintEvent.Rejected
        || event instanceof ComplaintEvent.Clarified
        || event instanceof ComplaintEvent.Merged
        || (event instanceof ComplaintEvent.Resolved resolved && !resolved.toBeChecked());
  }

  /** Collects a host's rules. Not thread-safe. */
  public static final class Builder {

    private static final Duration HUNDRED_YEARS = Duration.ofDays(36_525);

    private Duration disputeTime = Duration.ofDays(10);
    private final List<Category> proofRequired = new ArrayList<>();
    private final List<Category> checkRequired = new ArrayList<>();

    private Builder() {}

    /**
     * How long after an outcome was told it may be confirmed or disputed.
     *
     * @param time zero for not at all; elapsed time, nights and holidays included
     * @return this builder
     * @throws IllegalArgumentException if it is negative or longer than a hundred years
     */
    public Builder disputeWithin(Duration time) {
      if (time.isNegative() || time.compareTo(HUNDRED_YEARS) > 0) {
        throw new IllegalArgumentException("the time to dispute is not between 0 and 100 years");
      }
      this.disputeTime = time;
      return this;
    }

    /**
     * Wants a photo of the repair before a complaint of these categories is resolved.
     *
     * @param categories the categories, with all narrower ones
     * @return this builder
     */
    public Builder requireProof(Category... categories) {
      proofRequired.addAll(List.of(categories));
      return this;
    }

    /**
     * Wants a second person's check before a complaint of these categories counts as done.
     *
     * @param categories the categories, with all narrower ones
     * @return this builder
     */
    public Builder requireCheck(Category... categories) {
      checkRequired.addAll(List.of(categories));
      return this;
    }

    /**
     * The rules collected so far.
     *
     * @return immutable rules
     */
    public Lifecycle build() {
      return new Lifecycle(this);
    }
  }
}
