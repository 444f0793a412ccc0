package org.tanggap.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tanggap.complaint.Decision.Obstacle;

/** Every command in every status by every kind of actor, against {@link LifecycleTable}. */
class LifecycleTest {

  private final Lifecycle lifecycle = Lifecycle.standard();

  static Stream<Arguments> everyCommandInEveryStatus() {
    return Arrays.stream(Status.values())
        .flatMap(status -> Examples.EVERY_COMMAND.stream().map(it -> Arguments.of(status, it)));
  }

  static Stream<Arguments> everyActorInEveryStatus() {
    return Arrays.stream(Status.values())
        .flatMap(status -> Arrays.stream(Actor.Kind.values()).map(it -> Arguments.of(status, it)));
  }

  @Test
  void the_table_names_every_command() {
    assertThat(Examples.EVERY_COMMAND.stream().<Class<?>>map(Command::getClass))
        .containsExactlyInAnyOrder(Command.class.getPermittedSubclasses());
    assertThat(Examples.EVERY_COMMAND.stream().map(Examples::name))
        .containsExactlyInAnyOrderElementsOf(LifecycleTable.commands());
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void every_status_can_be_got_to_by_commands_alone(Status status) {
    assertThat(Histories.in(status).status()).isEqualTo(status);
    assertThat(Histories.withoutUnit(status).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @MethodSource("everyCommandInEveryStatus")
  void a_command_leads_to_its_status_or_is_refused(Status status, Command command) {
    Complaint complaint =
        command instanceof Command.Assign ? Histories.withoutUnit(status) : Histories.in(status);
    Instant at = complaint.changed().plus(waitBefore(command));
    for (Actor.Kind kind : Actor.Kind.values()) {
      Actor by = Examples.actor(kind);

      Decision decision = lifecycle.decide(complaint, command, by, at);

      Obstacle obstacle = obstacle(status, command, kind);
      if (obstacle == null) {
        assertThat(decision).as("by %s", kind).isInstanceOf(Decision.Allowed.class);
        ComplaintEvent event = ((Decision.Allowed) decision).event();
        assertThat(event).isEqualTo(command.event(at, by));
        assertThat(event.at()).isEqualTo(at);
        assertThat(event.by()).isEqualTo(by);
        assertThat(LifecycleTable.column(complaint.after(event).status()))
            .isEqualTo(statusAfter(status, command, kind));
      } else {
        assertThat(decision)
            .as("by %s", kind)
            .isEqualTo(new Decision.Refused(obstacle, status, lifecycle.allowed(status, kind)));
      }
    }
  }

  /** The citizen's time to dispute has to pass before a complaint is closed. */
  private static Duration waitBefore(Command command) {
    return command instanceof Command.Close ? Duration.ofDays(10) : Duration.ofMinutes(10);
  }

  private static @Nullable Obstacle obstacle(Status status, Command command, Actor.Kind kind) {
    if (!LifecycleTable.isFor(kind, Examples.name(command))) {
      return Obstacle.ACTOR;
    }
    return LifecycleTable.move(Examples.name(command), status).isEmpty() ? Obstacle.STATUS : null;
  }

  private static String statusAfter(Status status, Command command, Actor.Kind kind) {
    String cell = LifecycleTable.move(Examples.name(command), status).orElseThrow();
    return switch (cell) {
      case "REOPENED" -> "ASSIGNED";
      case "ANSWERED" -> kind == Actor.Kind.FOLLOWER ? "WAITING" : "IN_WORK";
      default -> cell;
    };
  }

  @ParameterizedTest
  @MethodSource("everyActorInEveryStatus")
  void the_legal_moves_of_an_actor_are_those_of_the_table(Status status, Actor.Kind kind) {
    assertThat(lifecycle.allowed(status, kind).stream().map(Class::getSimpleName))
        .containsExactlyInAnyOrderElementsOf(LifecycleTable.moves(status, kind));
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void no_status_is_a_dead_end_for_an_officer(Status status) {
    assertThat(lifecycle.allowed(status, Actor.Kind.OFFICER))
        .containsAnyOf(Command.Reject.class, Command.Reopen.class, Command.PassCheck.class)
        .contains(Command.Note.class)
        .doesNotHaveDuplicates();
  }

  @Test
  void a_refusal_names_what_stands_against_it_and_the_legal_moves() {
    assertThat(refused(Status.IN_WORK, new Command.StartWork(), Histories.OFFICER).explain())
        .isEqualTo(
            "This is no move from here. A complaint that is IN_WORK allows: Verify, Assign,"
                + " Forward, Refer, Ask, Schedule, Resolve, Reject, Clarify, ChangePriority, Merge,"
                + " Answer, Note, AddMessage, DeleteMessage, Claim, Release, Follow,"
                + " ChangeCategory.");
    assertThat(refused(Status.RESOLVED, new Command.Reopen("Belum"), Actor.reporter()).explain())
        .isEqualTo(
            "This is not for this actor to do. A complaint that is RESOLVED allows: Confirm,"
                + " Dispute, AddMessage, DeleteMessage.");
  }

  @Test
  void a_refusal_says_so_if_there_is_no_legal_move() {
    Decision.Refused refused =
        new Decision.Refused(Decision.Obstacle.STATUS, Status.MERGED, List.of());

    assertThat(refused.explain())
        .isEqualTo("This is no move from here. A complaint that is MERGED allows nothing here.");
  }

  private Decision.Refused refused(Status status, Command command, Actor by) {
    Complaint complaint = Histories.in(status);
    return (Decision.Refused) lifecycle.decide(complaint, command, by, complaint.changed());
  }

  @ParameterizedTest
  @EnumSource(Obstacle.class)
  void every_obstacle_has_a_sentence_of_its_own(Obstacle obstacle) {
    assertThat(obstacle.words()).endsWith(".");
    assertThat(Arrays.stream(Obstacle.values()).map(Obstacle::words)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void what_is_finished_takes_no_work_and_what_is_open_is_not_opened_again(Status status) {
    List<Class<? extends Command>> moves = lifecycle.allowed(status, Actor.Kind.OFFICER);

    assertThat(moves.contains(Command.ChangePriority.class)).isEqualTo(status.isOpen());
    assertThat(moves.contains(Command.Merge.class)).isEqualTo(status.isOpen());
    assertThat(moves.contains(Command.Reopen.class))
        .isEqualTo(!status.isOpen() || status == Status.DISPUTED);
    assertThat(moves.contains(Command.Dispute.class)).isEqualTo(status.isDisputable());
  }
}
