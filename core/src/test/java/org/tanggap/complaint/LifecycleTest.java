package org.tanggap.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tanggap.complaint.Lifecycle.Decision;

class LifecycleTest {

  private static final List<Command> COMMANDS =
      List.of(
          new Command.Assign(Histories.SUDIN),
          new Command.StartWork(),
          new Command.Answer("Kami periksa"),
          new Command.Resolve("Sudah diperbaiki", List.of(Photo.of("proof.jpg"))),
          new Command.Reject("Bukan jalan kota"),
          new Command.Reopen("Belum selesai"));

  /** The status after each allowed command; what is not here is refused. */
  private static final Map<Status, Map<String, Status>> TABLE =
      Map.of(
          Status.RECEIVED,
          Map.of(
              "Assign", Status.ASSIGNED,
              "StartWork", Status.IN_WORK,
              "Answer", Status.RECEIVED,
              "Resolve", Status.RESOLVED,
              "Reject", Status.REJECTED),
          Status.ASSIGNED,
          Map.of(
              "Assign", Status.ASSIGNED,
              "StartWork", Status.IN_WORK,
              "Answer", Status.ASSIGNED,
              "Resolve", Status.RESOLVED,
              "Reject", Status.REJECTED),
          Status.IN_WORK,
          Map.of(
              "Assign", Status.IN_WORK,
              "Answer", Status.IN_WORK,
              "Resolve", Status.RESOLVED,
              "Reject", Status.REJECTED),
          Status.RESOLVED,
          Map.of("Reopen", Status.IN_WORK),
          Status.REJECTED,
          Map.of("Reopen", Status.RECEIVED));

  static Stream<Arguments> everyCommandInEveryStatus() {
    return Arrays.stream(Status.values())
        .flatMap(status -> COMMANDS.stream().map(command -> Arguments.of(status, command)));
  }

  @Test
  void the_table_of_this_test_names_every_command_and_every_status() {
    assertThat(COMMANDS.stream().<Class<?>>map(Command::getClass))
        .containsExactlyInAnyOrder(Command.class.getPermittedSubclasses());
    assertThat(TABLE).containsOnlyKeys(Status.values());
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void every_status_allows_at_least_one_command(Status status) {
    assertThat(Lifecycle.allowed(status)).isNotEmpty().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("everyCommandInEveryStatus")
  void a_command_leads_to_its_status_or_is_refused(Status status, Command command) {
    Complaint complaint = Histories.in(status);
    Status expected = TABLE.getOrDefault(status, Map.of()).get(command.getClass().getSimpleName());

    Decision decision =
        Lifecycle.decide(complaint, command, Histories.OFFICER, Histories.RECEIVED_AT);

    if (expected == null) {
      assertThat(decision).isEqualTo(new Decision.Refused(status, Lifecycle.allowed(status)));
    } else {
      ComplaintEvent event = ((Decision.Allowed) decision).event();
      assertThat(event.at()).isEqualTo(Histories.RECEIVED_AT);
      assertThat(event.by()).isEqualTo(Histories.OFFICER);
      assertThat(complaint.after(event).status()).isEqualTo(expected);
    }
  }

  @Test
  void what_is_said_goes_into_the_event_unchanged() {
    Photo proof = Photo.of("proof.jpg");

    assertThat(
            Lifecycle.decide(
                Histories.in(Status.IN_WORK),
                new Command.Resolve("Sudah diperbaiki", List.of(proof)),
                Histories.OFFICER,
                Histories.RECEIVED_AT))
        .isEqualTo(
            new Decision.Allowed(
                new ComplaintEvent.Resolved(
                    Histories.RECEIVED_AT, Histories.OFFICER, "Sudah diperbaiki", List.of(proof))));
  }

  @Test
  void a_refusal_names_the_legal_moves() {
    Decision decision =
        Lifecycle.decide(
            Histories.in(Status.IN_WORK),
            new Command.StartWork(),
            Histories.OFFICER,
            Histories.RECEIVED_AT);

    assertThat(((Decision.Refused) decision).explain())
        .isEqualTo("A complaint that is IN_WORK allows only: Assign, Answer, Resolve, Reject.");
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void an_open_complaint_may_be_answered_and_a_finished_one_opened_again(Status status) {
    assertThat(Lifecycle.allowed(status).contains(Command.Answer.class)).isEqualTo(status.isOpen());
    assertThat(Lifecycle.allowed(status).contains(Command.Reopen.class))
        .isEqualTo(!status.isOpen());
  }
}
