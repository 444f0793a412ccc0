package org.tanggap.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tanggap.responsibility.Category;

/** Which events tell something to the reporter, to the followers, or to nobody. */
class WordsToCitizensTest {

  private static final Map<String, String> TO_REPORTER_ALONE =
      Map.of("Ask", "Di sebelah mana?", "Answer", "Kami periksa", "Merge", "Sudah dilaporkan");

  private static final Map<String, String> TO_EVERYBODY =
      Map.of(
          "Schedule", "Dianggarkan",
          "Resolve", "Sudah diperbaiki",
          "Reject", "Bukan jalan kota",
          "Clarify", "Itu jalan tol");

  static Stream<Arguments> everyLegalMoveOfAnOfficer() {
    Lifecycle rules = Lifecycle.standard();
    return Arrays.stream(Status.values())
        .flatMap(
            status ->
                Examples.EVERY_COMMAND.stream()
                    .filter(it -> !(it instanceof Command.PassCheck))
                    .filter(it -> rules.allowed(status, Actor.Kind.OFFICER).contains(it.getClass()))
                    .map(it -> Arguments.of(status, it)));
  }

  @ParameterizedTest
  @MethodSource("everyLegalMoveOfAnOfficer")
  void an_event_tells_what_was_written_for_citizens_and_nothing_else(
      Status status, Command command) {
    Complaint before = Histories.withoutUnit(status);
    ComplaintEvent event = command.event(before.changed(), Histories.OFFICER);
    Complaint after = before.after(event);
    String toAll = TO_EVERYBODY.get(Examples.name(command));
    String toReporter = TO_REPORTER_ALONE.getOrDefault(Examples.name(command), toAll);

    assertThat(Lifecycle.findOutcome(event, after).orElse(null)).isEqualTo(toAll);
    assertThat(Lifecycle.findWordsForReporter(event, after).orElse(null)).isEqualTo(toReporter);
    assertThat(after.isAnswered()).isEqualTo(before.isAnswered() || toReporter != null);
  }

  @Test
  void what_has_to_be_checked_is_told_when_the_check_is_passed() {
    Lifecycle rules = Lifecycle.builder().requireCheck(Category.UNSORTED).build();
    Complaint checking = Histories.in(Status.CHECKING);
    Complaint passed =
        Histories.after(rules, checking, new Command.PassCheck(), Histories.SECOND_OFFICER);
    Complaint failed =
        Histories.after(
            rules, checking, new Command.FailCheck("Foto lama"), Histories.SECOND_OFFICER);

    assertThat(told(checking)).containsExactly("", "");
    assertThat(checking.isAnswered()).isFalse();
    assertThat(told(passed)).containsExactly("Sudah", "Sudah");
    assertThat(passed.isAnswered()).isTrue();
    assertThat(told(failed)).containsExactly("", "");
    assertThat(failed.isAnswered()).isFalse();
  }

  /** What the last event tells the reporter and what it tells the followers. */
  private static List<String> told(Complaint complaint) {
    ComplaintEvent last = complaint.history().get(complaint.version() - 1);
    return List.of(
        Lifecycle.findWordsForReporter(last, complaint).orElse(""),
        Lifecycle.findOutcome(last, complaint).orElse(""));
  }

  @Test
  void what_the_rules_of_the_desk_say_is_no_answer_by_a_person() {
    Complaint automatic =
        Histories.after(
            Lifecycle.standard(),
            Histories.received(),
            new Command.Answer("Laporan diteruskan"),
            Actor.system());

    assertThat(told(automatic)).containsExactly("Laporan diteruskan", "");
    assertThat(automatic.isAnswered()).isFalse();
    assertThat(Histories.after(automatic, new Command.Answer("Kami periksa")).isAnswered())
        .isTrue();
  }

  @Test
  void what_the_citizen_writes_is_no_answer_to_the_citizen() {
    Complaint written =
        Histories.after(
            Lifecycle.standard(),
            Histories.received(),
            new Command.AddMessage(null, "Halo?", List.of()),
            Actor.reporter());

    assertThat(told(written)).containsExactly("", "");
    assertThat(written.isAnswered()).isFalse();
  }

  @Test
  void an_answered_complaint_stays_answered_when_it_is_opened_again() {
    Complaint reopened =
        Histories.after(Histories.in(Status.RESOLVED), new Command.Reopen("Belum selesai"));

    assertThat(reopened.isAnswered()).isTrue();
    assertThat(Histories.in(Status.IN_WORK).isAnswered()).isFalse();
  }
}
