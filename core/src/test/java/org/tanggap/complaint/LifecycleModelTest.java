package org.tanggap.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.complaint.Decision.Obstacle;

/** Random courses of complaints, against a second, simpler opinion of what should happen. */
class LifecycleModelTest {

  private static final int STEPS = 30;

  /**
   * The second opinion: {@link LifecycleTable}, a few conditions, and one variable for each thing
   * that a condition asks for.
   */
  private static final class Model {
    String status = "RECEIVED";
    String beforeWaiting = "RECEIVED";
    String unit = "";
    String claimant = "";
    Instant claimEnds = Instant.EPOCH;
    String category = "unsorted";
    boolean verified;
    boolean answered;
    boolean photo;
    String resolver = "";
    Instant last = Histories.RECEIVED_AT;
    Instant told = Instant.MAX;
    final Set<String> known = new HashSet<>(Set.of("m-1"));

    /** The name of what stands against a command, or an empty text. */
    String against(Command command, Actor by, Instant clock) {
      String name = Examples.name(command);
      Instant at = clock.isBefore(last) ? last : clock;
      if (!LifecycleTable.isFor(by.kind(), name)) {
        return "ACTOR";
      } else if (LifecycleTable.move(name, current()).isEmpty()) {
        return "STATUS";
      }
      boolean claimable =
          Set.of(
                  "Claim",
                  "Release",
                  "Answer",
                  "Ask",
                  "Schedule",
                  "Resolve",
                  "PassCheck",
                  "Reject",
                  "Clarify",
                  "Merge")
              .contains(name);
      if (claimable
          && by.kind() == Actor.Kind.OFFICER
          && !claimant.isEmpty()
          && !claimant.equals(by.id())
          && at.isBefore(claimEnds)) {
        return "CLAIMED";
      }
      boolean road = category.equals("road") || category.startsWith("road.");
      boolean over = Duration.between(told, at).toSeconds() >= 2 * 86_400;
      return switch (name) {
        case "Verify" -> verified ? "VERIFIED_ALREADY" : "";
        case "Assign" -> unit.isEmpty() ? "" : "HAS_UNIT";
        case "Forward" -> passing(((Command.Forward) command).assignment().unit().id());
        case "Refer" -> passing(((Command.Refer) command).assignment().unit().id());
        case "Schedule" -> {
          Instant over12 =
              ((Command.Schedule) command)
                  .promisedFor()
                  .plusDays(1)
                  .atStartOfDay()
                  .toInstant(ZoneOffset.ofHours(-12));
          yield at.isBefore(over12) ? "" : "DATE_PASSED";
        }
        case "Resolve" ->
            road && ((Command.Resolve) command).proof().isEmpty() ? "PROOF_MISSING" : "";
        case "PassCheck" ->
            resolver.equals(by.id()) ? "SAME_PERSON" : road && !photo ? "PROOF_MISSING" : "";
        case "FailCheck" -> resolver.equals(by.id()) ? "SAME_PERSON" : "";
        case "Confirm", "Dispute" -> over ? "WINDOW_OVER" : "";
        case "Close" -> over ? "" : "WINDOW_OPEN";
        case "Merge" -> merging(((Command.Merge) command).into());
        case "Follow" ->
            known.contains(((Command.Follow) command).follower().message().externalId())
                ? "FOLLOWS_ALREADY"
                : "";
        default -> "";
      };
    }

    private String passing(String to) {
      return unit.isEmpty() ? "NO_UNIT" : unit.equals(to) ? "SAME_UNIT" : "";
    }

    private static String merging(Complaint into) {
      if (into.id().equals(Histories.ID)) {
        return "SAME_COMPLAINT";
      }
      return into.status().isOpen() ? "" : "OTHER_FINISHED";
    }

    private Status current() {
      return Status.valueOf(status.equals("WAITING") ? "WAITING_FOR_REPORTER" : status);
    }

    void happens(ComplaintEvent event, Command command, Actor by) {
      String before = status;
      String cell = LifecycleTable.move(Examples.name(command), current()).orElseThrow();
      boolean officer = by.kind() == Actor.Kind.OFFICER;
      last = event.at();
      if (command instanceof Command.Assign it) {
        unit = it.assignment().unit().id();
      } else if (command instanceof Command.Forward it) {
        unit = it.assignment().unit().id();
      } else if (command instanceof Command.Refer it) {
        unit = it.assignment().unit().id();
      } else if (command instanceof Command.ChangeCategory it) {
        category = it.category().code();
      } else if (command instanceof Command.Follow it) {
        known.add(it.follower().message().externalId());
      } else if (command instanceof Command.Resolve it) {
        photo = !it.proof().isEmpty();
        resolver = by.id();
        boolean check = Set.of("road.bridge", "flood").contains(category);
        cell = check ? "CHECKING" : cell;
      }
      status =
          switch (cell) {
            case "REOPENED" -> !unit.isEmpty() ? "ASSIGNED" : verified ? "VERIFIED" : "RECEIVED";
            case "ANSWERED" -> by.kind() == Actor.Kind.FOLLOWER ? "WAITING" : beforeWaiting;
            default -> cell;
          };
      verified |= command instanceof Command.Verify;
      beforeWaiting = before.equals("WAITING") ? beforeWaiting : before;
      boolean tells =
          Set.of("Ask", "Answer", "Schedule", "PassCheck", "Reject", "Clarify", "Merge")
                  .contains(Examples.name(command))
              || (command instanceof Command.Resolve && status.equals("RESOLVED"));
      answered |= officer && tells;
      if (command instanceof Command.Claim it) {
        claimant = by.id();
        claimEnds = last.plus(it.time());
      } else if (command instanceof Command.Release || (officer && tells)) {
        claimant = "";
      }
      boolean finished = Set.of("RESOLVED", "REJECTED", "CLARIFIED").contains(status);
      told = finished && !status.equals(before) ? last : told;
    }

    void absorbs(ComplaintEvent event) {
      if (event instanceof ComplaintEvent.Absorbed absorbed) {
        absorbed.followers().forEach(it -> known.add(it.message().externalId()));
      }
    }
  }

  @Test
  void over_random_courses_the_lifecycle_does_what_the_table_and_the_conditions_say() {
    Set<Status> reached = EnumSet.noneOf(Status.class);
    Set<Obstacle> met = EnumSet.noneOf(Obstacle.class);
    Set<Class<?>> happened = new HashSet<>();
    for (int seed = 0; seed < RandomCourse.howMany(); seed++) {
      Model model = new Model();
      int seen = 1;
      for (RandomCourse.Step step : RandomCourse.of(seed).go(STEPS)) {
        List<ComplaintEvent> history = step.before().history();
        history.subList(seen, history.size()).forEach(model::absorbs);
        seen = history.size();
        agree(model, step.before(), seed);
        String against = model.against(step.command(), step.by(), step.at());
        if (step.decision() instanceof Decision.Refused refused) {
          assertThat(refused.obstacle().name()).as("seed %d, %s", seed, step).isEqualTo(against);
          met.add(refused.obstacle());
        } else {
          assertThat(against).as("seed %d, %s", seed, step).isEmpty();
          ComplaintEvent event = ((Decision.Allowed) step.decision()).event();
          model.happens(event, step.command(), step.by());
          seen++;
          reached.add(step.before().after(event).status());
          happened.add(event.getClass());
        }
      }
    }
    assertThat(reached).containsExactlyInAnyOrder(Status.values());
    assertThat(met).containsExactlyInAnyOrder(Obstacle.values());
    assertThat(happened).hasSize(Command.class.getPermittedSubclasses().length);
  }

  private static void agree(Model model, Complaint complaint, int seed) {
    assertThat(LifecycleTable.column(complaint.status()))
        .as("seed %d", seed)
        .isEqualTo(model.status);
    assertThat(complaint.findAssignment().map(it -> it.unit().id()).orElse(""))
        .isEqualTo(model.unit);
    assertThat(complaint.category().code()).isEqualTo(model.category);
    assertThat(complaint.isVerified()).isEqualTo(model.verified);
    assertThat(complaint.isAnswered()).isEqualTo(model.answered);
    assertThat(complaint.findFinishedAt().orElse(Instant.MAX)).isEqualTo(model.told);
    assertThat(complaint.changed()).isEqualTo(model.last);
    assertThat(complaint.followers()).hasSize(model.known.size() - 1).doesNotHaveDuplicates();
  }

  @Test
  void replaying_any_part_of_a_history_gives_the_complaint_as_it_was_then() {
    for (int seed = 0; seed < RandomCourse.howMany(); seed++) {
      RandomCourse course = RandomCourse.of(seed);
      for (RandomCourse.Step step : course.go(STEPS)) {
        Complaint then = step.before();
        List<ComplaintEvent> part = course.complaint().history().subList(0, then.version());

        Complaint replayed = Complaint.replay(then.id(), part);

        assertThat(everythingOf(replayed)).as("seed %d", seed).isEqualTo(everythingOf(then));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 42})
  void a_course_is_the_same_for_the_same_seed(long seed) {
    List<Decision> once = decisions(seed);

    assertThat(decisions(seed)).isEqualTo(once);
    assertThat(decisions(seed + 1)).isNotEqualTo(once);
  }

  private static List<Decision> decisions(long seed) {
    return RandomCourse.of(seed).go(STEPS).stream().map(RandomCourse.Step::decision).toList();
  }

  private static List<Object> everythingOf(Complaint complaint) {
    return List.of(
        complaint.id(),
        complaint.history(),
        complaint.status(),
        complaint.category(),
        complaint.priority(),
        complaint.isVerified(),
        complaint.isAnswered(),
        complaint.followers(),
        complaint.findResolution(),
        complaint.findPromisedDate(),
        complaint.findFinishedAt(),
        complaint.findMergedInto(),
        complaint.changed(),
        complaint.findRouting(),
        complaint.findAssignment());
  }
}
