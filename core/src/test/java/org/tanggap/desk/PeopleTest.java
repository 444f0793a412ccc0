package org.tanggap.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.Reply;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.Follower;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import org.tanggap.complaint.ReporterId;
import org.tanggap.complaint.Status;
import org.tanggap.duplicate.DuplicateSuggestion;
import org.tanggap.responsibility.Category;
import org.tanggap.store.Erasure;
import org.tanggap.store.OutboxEntry;
import org.tanggap.store.OutboxState;

/** Several citizens and one issue; and the rights of each of them. */
class PeopleTest extends DeskTests {

  private static final Actor OFFICER = Actor.officer("officer-7");
  private static final Reporter BUDI = new Reporter("+62812", "Budi");
  private static final Reporter SITI = new Reporter("+62813", "Siti");
  private final FeedbackDesk desk = desk();

  private Complaint taken(String externalId, String text, Reporter reporter) {
    Report report =
        Report.of(text).withCategory(ROAD).withPlace(-6.2263, 106.8583).withReporter(reporter);
    return desk.receive(channel.key(externalId), report).getComplaint();
  }

  private Complaint now(Complaint complaint) {
    return desk.find(complaint.id()).orElseThrow();
  }

  private List<Reply> outbox() {
    return store.claimReplies(clock.instant(), Duration.ofMinutes(1), 100).stream()
        .map(OutboxEntry::reply)
        .toList();
  }

  @Test
  void a_second_report_of_the_same_hole_is_suggested_and_never_merged_unasked() {
    Complaint first = taken("m-1", "Jalan berlubang besar di depan pasar", BUDI);
    Complaint second = taken("m-2", "Lubang besar di jalan depan pasar", SITI);

    assertThat(desk.suggestDuplicates(second))
        .extracting(DuplicateSuggestion::complaint)
        .containsExactly(first.id());
    assertThat(now(second).status()).isEqualTo(Status.ASSIGNED);
  }

  @Test
  void a_merged_complaint_ends_and_its_people_follow_the_one_that_goes_on() {
    Complaint first = taken("m-1", "Jalan berlubang", BUDI);
    Complaint second = taken("m-2", "Lubang besar", SITI);
    Follower neighbour = new Follower(channel.key("m-3"), null);
    desk.change(second, new Command.Follow(neighbour), Actor.follower());

    Change change = desk.change(now(second), new Command.Merge(first, "Sudah dilaporkan"), OFFICER);

    assertThat(((Change.Done) change).complaint().findMergedInto()).contains(first.id());
    assertThat(now(second).status()).isEqualTo(Status.MERGED);
    assertThat(now(first).followers())
        .containsExactly(new Follower(channel.key("m-2"), second.received().reporter()), neighbour);
    assertThat(outbox())
        .as("the one who reported it second hears where it went")
        .extracting(Reply::text, reply -> reply.to().message())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Sudah dilaporkan", channel.key("m-2")));
  }

  @Test
  void everybody_hears_of_the_outcome_in_his_own_channel_and_of_nothing_else() {
    Complaint first = taken("m-1", "Jalan berlubang", BUDI);
    Complaint second = taken("m-2", "Lubang besar", SITI);
    desk.change(second, new Command.Merge(first, "Sudah dilaporkan"), OFFICER);
    outbox();

    desk.change(now(first), new Command.Answer("Kami periksa"), OFFICER);
    assertThat(outbox())
        .extracting(reply -> reply.to().message())
        .containsExactly(channel.key("m-1"));
    desk.change(now(first), new Command.Resolve("Sudah diperbaiki", List.of()), OFFICER);

    assertThat(outbox())
        .extracting(reply -> reply.to().reporter())
        .containsExactlyInAnyOrder(BUDI, SITI);
  }

  @Test
  void a_merging_into_a_complaint_that_changed_meanwhile_changes_neither() {
    Complaint first = taken("m-1", "Jalan berlubang", BUDI);
    Complaint second = taken("m-2", "Lubang besar", SITI);
    desk.change(first, new Command.StartWork(), Actor.officer("somebody-else"));

    Change change = desk.change(second, new Command.Merge(first, "Sama"), OFFICER);

    assertThat(((Change.Outdated) change).complaint().id()).isEqualTo(first.id());
    assertThat(now(second).status()).isEqualTo(Status.ASSIGNED);
    assertThat(now(first).followers()).isEmpty();
  }

  @Test
  void an_answer_goes_to_the_message_that_the_reporter_wrote_last() {
    Complaint complaint = taken("m-1", "Jalan berlubang", BUDI);
    desk.change(
        complaint,
        new Command.AddMessage(channel.key("m-9"), "Sudah seminggu", List.of()),
        Actor.reporter());
    desk.change(now(complaint), new Command.Answer("Besok"), OFFICER);

    assertThat(outbox())
        .extracting(reply -> reply.to().message())
        .containsExactly(channel.key("m-9"));
  }

  @Test
  void one_person_has_one_reference_and_one_file() {
    Complaint first = taken("m-1", "Jalan berlubang", BUDI);
    Complaint second = taken("m-2", "Lampu padam", BUDI);
    Complaint others = taken("m-3", "Banjir", SITI);
    ReporterId budi = Objects.requireNonNull(first.received().reporter());
    desk.change(others, new Command.Follow(new Follower(channel.key("m-4"), budi)), OFFICER);

    assertThat(second.received().reporter()).isEqualTo(budi);
    ReporterFile file = desk.findReporterFile(budi).orElseThrow();
    assertThat(file.person().reporter()).isEqualTo(BUDI);
    assertThat(file.reported()).extracting(Complaint::id).containsExactly(first.id(), second.id());
    assertThat(file.followed()).extracting(Complaint::id).containsExactly(others.id());
  }

  @Test
  void an_erased_reporter_leaves_the_complaint_standing_and_hears_nothing_more() {
    Complaint complaint = taken("m-1", "Jalan berlubang", BUDI);
    ReporterId budi = Objects.requireNonNull(complaint.received().reporter());
    desk.change(complaint, new Command.Answer("Pak Budi, besok"), OFFICER);

    Erasure receipt = desk.erase(budi, ReporterFile.Words.KEPT);

    assertThat(receipt).isEqualTo(new Erasure(1, 1, 0, 1));
    assertThat(desk.findReporterFile(budi)).isEmpty();
    assertThat(now(complaint).received().text()).isEqualTo("Jalan berlubang");
    assertThat(outbox()).isEmpty();
    assertThat(store.countReplies()).isEqualTo(Map.of(OutboxState.WITHDRAWN, 1L));
    assertThat(desk.erase(budi, ReporterFile.Words.KEPT))
        .as("once more")
        .isEqualTo(new Erasure(0, 1, 0, 0));
  }

  @Test
  void the_words_of_an_erased_reporter_go_too_if_asked_for_and_the_history_stays() {
    Complaint complaint = taken("m-1", "Jalan berlubang depan rumah Budi", BUDI);
    desk.change(
        complaint, new Command.AddMessage(null, "Rumah nomor 7", List.of()), Actor.reporter());
    desk.change(now(complaint), new Command.Resolve("Sudah", List.of()), OFFICER);
    Complaint before = now(complaint);

    Erasure receipt =
        desk.erase(
            Objects.requireNonNull(complaint.received().reporter()), ReporterFile.Words.REMOVED);

    Complaint after = now(complaint);
    assertThat(receipt.events()).isEqualTo(2);
    assertThat(after.received().text()).isEmpty();
    assertThat(after.status()).isEqualTo(before.status());
    assertThat(after.version()).isEqualTo(before.version());
    assertThat(desk.clocks(after).explain()).isEqualTo(desk.clocks(before).explain());
  }

  @Test
  void what_has_ended_loses_words_and_people_when_its_retention_is_over_and_the_rest_stays() {
    Complaint ended = taken("m-1", "Jalan berlubang depan rumah Budi", BUDI);
    desk.change(ended, new Command.Resolve("Sudah", List.of()), OFFICER);
    desk.change(now(ended), new Command.Confirm(), Actor.reporter());
    Complaint open = taken("m-2", "Lampu padam", SITI);
    Retention retention = Retention.FOREVER.keep(ROAD, Period.ofYears(1));
    clock.move(Duration.ofDays(365).minusMillis(1));
    assertThat(desk.applyRetention(retention, null, 10))
        .as("a moment before")
        .isEqualTo(new RetentionRun(2, 0, 0, null));
    clock.move(Duration.ofMillis(1));

    assertThat(desk.applyRetention(retention, null, 10)).isEqualTo(new RetentionRun(2, 1, 1, null));

    Complaint emptied = now(ended);
    assertThat(emptied.received().text()).isEmpty();
    assertThat(emptied.received().reporter()).isNull();
    assertThat(emptied.status()).isEqualTo(Status.CLOSED);
    assertThat(now(open).received().text()).isEqualTo("Lampu padam");
    assertThat(desk.findReporterFile(Objects.requireNonNull(ended.received().reporter())))
        .isEmpty();
    assertThat(desk.findReporterFile(Objects.requireNonNull(open.received().reporter())))
        .isPresent();
    assertThat(desk.applyRetention(retention, null, 10))
        .as("once more")
        .isEqualTo(new RetentionRun(2, 0, 0, null));
  }

  @Test
  void a_person_whom_another_complaint_still_needs_is_not_forgotten() {
    Complaint ended = taken("m-1", "Jalan berlubang", BUDI);
    desk.change(ended, new Command.Resolve("Sudah", List.of()), OFFICER);
    desk.change(now(ended), new Command.Confirm(), Actor.reporter());
    Complaint open = taken("m-2", "Lampu padam", BUDI);
    clock.move(Duration.ofDays(400));

    RetentionRun run =
        desk.applyRetention(Retention.FOREVER.keep(ROAD, Period.ofYears(1)), null, 10);

    assertThat(run).isEqualTo(new RetentionRun(2, 1, 0, null));
    assertThat(desk.findReporterFile(Objects.requireNonNull(open.received().reporter())))
        .isPresent();
  }

  @Test
  void the_narrowest_category_decides_how_long_and_what_none_names_is_kept() {
    Complaint ended = taken("m-1", "Jalan berlubang", BUDI);
    desk.change(ended, new Command.Resolve("Sudah", List.of()), OFFICER);
    desk.change(now(ended), new Command.Confirm(), Actor.reporter());
    Retention retention =
        Retention.FOREVER
            .keep(ROAD, Period.ofYears(5))
            .keep(Category.of("road.pothole"), Period.ofMonths(6));

    assertThat(retention.findEnd(now(ended))).contains(Instant.parse("2031-11-21T02:15:00Z"));
    assertThat(Retention.FOREVER.findEnd(now(ended))).isEmpty();
    assertThat(retention.findEnd(taken("m-2", "Lampu padam", SITI))).as("still open").isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Retention.FOREVER.keep(ROAD, Period.ZERO));
  }

  @Test
  void a_run_goes_page_by_page_to_the_end() {
    for (int i = 0; i < 5; i++) {
      taken("m-" + i, "Jalan berlubang", BUDI);
    }

    RetentionRun first = desk.applyRetention(Retention.FOREVER, null, 3);
    RetentionRun second = desk.applyRetention(Retention.FOREVER, first.end(), 3);

    assertThat(first.looked()).isEqualTo(3);
    assertThat(first.end()).isNotNull();
    assertThat(second.looked()).isEqualTo(2);
    assertThat(second.end()).isNull();
  }
}
