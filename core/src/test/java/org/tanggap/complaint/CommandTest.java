package org.tanggap.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tanggap.responsibility.Category;

/** What somebody wants done goes into the event as it was said. */
class CommandTest {

  private static final Complaint OTHER = Histories.other();
  private static final LocalDate DAY = LocalDate.of(2027, 6, 30);

  static List<Function<String, Command>> everythingThatSaysSomething() {
    return List.of(
        text -> new Command.Forward(Histories.SUDIN, Handover.NOT_OURS, text),
        text -> new Command.Refer(Histories.SUDIN, text),
        Command.Ask::new,
        Command.Answer::new,
        Command.Note::new,
        text -> new Command.Schedule(DAY, text),
        text -> new Command.Resolve(text, List.of()),
        Command.FailCheck::new,
        Command.Reject::new,
        Command.Clarify::new,
        Command.Dispute::new,
        Command.Reopen::new,
        text -> new Command.Merge(OTHER, text),
        text -> new Command.ChangePriority(Priority.HIGH, text),
        text -> new Command.ChangeCategory(Category.of("road"), text));
  }

  @ParameterizedTest
  @MethodSource("everythingThatSaysSomething")
  void a_command_that_says_something_says_it(Function<String, Command> saying) {
    for (String nothing : List.of("", " ", "\n\t ")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> saying.apply(nothing))
          .withMessageMatching("(text|reason) is blank");
    }
  }

  @ParameterizedTest
  @MethodSource("everythingThatSaysSomething")
  void half_a_character_becomes_one_that_can_be_stored(Function<String, Command> saying) {
    assertThat(saying.apply("a\uD83D")).isEqualTo(saying.apply("a\uFFFD"));
    assertThat(saying.apply(" \uD83D\uDE00 ")).isNotEqualTo(saying.apply("\uD83D\uDE00"));
  }

  @ParameterizedTest
  @MethodSource("everythingThatSaysSomething")
  void what_was_said_is_shown_by_no_command_and_no_event(Function<String, Command> saying) {
    Command command = saying.apply("rahasia");
    ComplaintEvent event = command.event(Histories.RECEIVED_AT, Histories.OFFICER);

    assertThat(command).hasToString(command.getClass().getSimpleName());
    assertThat(event.toString())
        .startsWith(event.getClass().getSimpleName() + "[2026-11-21T02:15:00Z")
        .endsWith("7 characters]");
  }

  @Test
  void a_message_may_have_no_words_and_its_photos_cannot_be_changed_later() {
    List<Photo> photos = new ArrayList<>(Examples.PROOF);
    Command.AddMessage added = new Command.AddMessage(null, "a\uD83D", photos);
    Command.Resolve resolve = new Command.Resolve("Sudah", photos);
    photos.clear();

    assertThat(added.text()).isEqualTo("a\uFFFD");
    assertThat(added.photos()).isEqualTo(Examples.PROOF);
    assertThat(resolve.proof()).isEqualTo(Examples.PROOF);
    assertThat(new Command.AddMessage(null, "", List.of()).text()).isEmpty();
    assertThat(added).hasToString("AddMessage");
  }

  @Test
  void an_event_holds_what_the_command_said() {
    ComplaintEvent forwarded =
        new Command.Forward(Histories.DINAS, Handover.NOT_OURS, "Jalan provinsi")
            .event(Histories.RECEIVED_AT, Histories.OFFICER);

    assertThat(forwarded)
        .isEqualTo(
            new ComplaintEvent.Forwarded(
                Histories.RECEIVED_AT,
                Histories.OFFICER,
                Histories.DINAS,
                Handover.NOT_OURS,
                "Jalan provinsi"));
    assertThat(Histories.receipt(null))
        .hasToString("Received[2026-11-21T02:15:00Z, feed:jakarta, 15 characters]");
  }
}
