package org.tanggap.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tanggap.channel.Reply;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.Decision;
import org.tanggap.complaint.Lifecycle;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import org.tanggap.complaint.Status;
import org.tanggap.store.MemoryStore;
import org.tanggap.store.OutboxEntry;
import org.tanggap.store.OutboxState;

class ChangeTest extends DeskTests {

  private static final Actor OFFICER = Actor.officer("officer-7");

  private Complaint taken(FeedbackDesk desk) {
    Report report =
        Report.of("Jalan berlubang").withCategory(ROAD).withReporter(new Reporter("+62812", null));
    return desk.receive(channel.key("m-1"), report).getComplaint();
  }

  private List<Reply> outbox() {
    return store.claimReplies(clock.instant(), Duration.ofMinutes(1), 10).stream()
        .map(OutboxEntry::reply)
        .toList();
  }

  @Test
  void a_command_is_done_and_stored_with_who_and_when() {
    FeedbackDesk desk = desk();
    Complaint seen = taken(desk);
    clock.move(Duration.ofHours(1));

    Change change = desk.change(seen, new Command.StartWork(), OFFICER);

    Complaint stored = desk.find(seen.id()).orElseThrow();
    assertThat(((Change.Done) change).complaint().history()).isEqualTo(stored.history());
    assertThat(stored.status()).isEqualTo(Status.IN_WORK);
    assertThat(stored.history().get(stored.version() - 1))
        .satisfies(
            event -> {
              assertThat(event.at()).isEqualTo(clock.instant());
              assertThat(event.by()).isEqualTo(OFFICER);
            });
    assertThat(store.countReplies()).isEmpty();
  }

  static List<Command> wordsForTheCitizen() {
    return List.of(
        new Command.Answer("Kami periksa"),
        new Command.Resolve("Kami periksa", List.of()),
        new Command.Reject("Kami periksa"));
  }

  @ParameterizedTest
  @MethodSource("wordsForTheCitizen")
  void what_is_said_to_the_citizen_goes_into_the_outbox(Command command) {
    FeedbackDesk desk = desk();

    assertThat(desk.change(taken(desk), command, OFFICER)).isInstanceOf(Change.Done.class);

    assertThat(outbox())
        .singleElement()
        .satisfies(
            reply -> {
              assertThat(reply.text()).isEqualTo("Kami periksa");
              assertThat(reply.to().message()).isEqualTo(channel.key("m-1"));
              assertThat(reply.to().reporter()).isEqualTo(new Reporter("+62812", null));
            });
  }

  @Test
  void a_command_that_is_not_allowed_is_refused_with_the_legal_moves() {
    FeedbackDesk desk = desk();
    Complaint seen = taken(desk);

    assertThat(desk.change(seen, new Command.Reopen("Belum"), OFFICER))
        .isEqualTo(
            new Change.Refused(
                new Decision.Refused(
                    Decision.Obstacle.STATUS,
                    Status.RECEIVED,
                    Lifecycle.standard().allowed(Status.RECEIVED, Actor.Kind.OFFICER))));
    assertThat(desk.find(seen.id()).orElseThrow().version()).isEqualTo(seen.version());
  }

  @Test
  void a_command_on_an_outdated_complaint_overwrites_and_says_nothing() {
    FeedbackDesk desk = desk();
    Complaint seen = taken(desk);
    desk.change(seen, new Command.StartWork(), Actor.officer("somebody-else"));

    Change change = desk.change(seen, new Command.Reject("Bukan"), OFFICER);

    assertThat(((Change.Outdated) change).complaint().status()).isEqualTo(Status.IN_WORK);
    assertThat(desk.find(seen.id()).orElseThrow().status()).isEqualTo(Status.IN_WORK);
    assertThat(outbox()).isEmpty();
  }

  @Test
  void a_complaint_that_is_not_here_is_unknown() {
    Complaint elsewhere =
        parts(new MemoryStore()).build().receive(Report.of("Lampu padam")).getComplaint();

    assertThat(desk().change(elsewhere, new Command.Answer("Ya"), OFFICER))
        .isEqualTo(new Change.Unknown(elsewhere.id()));
    assertThat(outbox()).isEmpty();
  }

  @Test
  void a_receipt_goes_to_the_outbox_of_each_new_complaint_once() {
    FeedbackDesk desk =
        parts(store)
            .receipts((complaint, clocks) -> "Diterima, sampai " + clocks.getResolution().getDue())
            .build();

    Complaint complaint = taken(desk);
    desk.receive(channel.key("m-1"), Report.of("Jalan berlubang").withCategory(ROAD));

    assertThat(complaint.isAnswered()).as("a receipt is no answer").isFalse();
    assertThat(store.countReplies()).isEqualTo(Map.of(OutboxState.PENDING, 1L));
    assertThat(outbox())
        .extracting(Reply::text)
        .containsExactly("Diterima, sampai 2026-11-24T09:15+07:00[Asia/Jakarta]");
  }
}
