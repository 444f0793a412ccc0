package org.tanggap.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import org.tanggap.complaint.Status;
import org.tanggap.jurisdiction.AreaLevel;
import org.tanggap.responsibility.Category;
import org.tanggap.store.ComplaintQuery;
import org.tanggap.store.LeftOut;

class IntakeTest extends DeskTests {

  private static final Report POTHOLE =
      Report.of("Jalan berlubang").withPlace(-6.2263, 106.8583).withCategory(ROAD);

  @Test
  void a_report_becomes_a_stored_complaint_with_place_unit_and_deadline() {
    FeedbackDesk desk = desk();

    Complaint complaint = desk.receive(POTHOLE).getComplaint();

    assertThat(complaint.status()).isEqualTo(Status.ASSIGNED);
    assertThat(complaint.getUnit()).isEqualTo(SUDIN);
    assertThat(complaint.getJurisdiction().get(AreaLevel.KELURAHAN).name())
        .isEqualTo("Tebet Timur");
    assertThat(desk.getDeadline(complaint).getDue())
        .hasToString("2026-11-24T09:15+07:00[Asia/Jakarta]");
    assertThat(desk.find(complaint.id()).orElseThrow().history()).isEqualTo(complaint.history());
  }

  @Test
  void the_history_begins_with_receipt_place_and_unit_in_this_order() {
    assertThat(desk().receive(POTHOLE).getComplaint().history())
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("Received", "Routed", "Assigned");
  }

  @Test
  void what_was_sent_is_kept_unchanged_and_without_the_sender() {
    Report report =
        POTHOLE
            .withPhotos(List.of(Photo.of("a.jpg")))
            .withSentAt(clock.instant().minusSeconds(60))
            .withReporter(new Reporter("+62812", "Budi"));

    ComplaintEvent.Received received = desk().receive(report).getComplaint().received();

    assertThat(received.text()).isEqualTo(report.text());
    assertThat(received.location()).isEqualTo(report.location());
    assertThat(received.photos()).isEqualTo(report.photos());
    assertThat(received.sentAt()).isEqualTo(report.sentAt());
    assertThat(received.reporter()).isNotNull();
  }

  @Test
  void a_report_without_place_and_rule_is_taken_all_the_same() {
    Complaint complaint = desk().receive(Report.of("Lampu padam")).getComplaint();

    assertThat(complaint.status()).isEqualTo(Status.RECEIVED);
    assertThat(complaint.received().category()).isEqualTo(Category.UNSORTED);
    assertThat(complaint.findAssignment()).isEmpty();
  }

  @Test
  void the_category_of_the_channel_counts_more_than_the_words() {
    FeedbackDesk desk =
        parts(store).categorizer(text -> Optional.of(Category.of("by-words"))).build();

    assertThat(desk.receive(POTHOLE).getComplaint().received().category()).isEqualTo(ROAD);
    assertThat(desk.receive(Report.of("Apa saja")).getComplaint().received().category())
        .isEqualTo(Category.of("by-words"));
  }

  @Test
  void the_same_message_again_is_known_and_adds_nothing() {
    FeedbackDesk desk = desk();
    Complaint first = desk.receive(channel.key("m-1"), POTHOLE).getComplaint();

    Intake again =
        desk.receive(channel.key("m-1"), POTHOLE.withReporter(new Reporter("+62812", null)));

    assertThat(again).isEqualTo(new Intake.AlreadyKnown(first.id()));
    assertThat(desk.list(ComplaintQuery.all()).complaints()).hasSize(1);
    assertThat(store.countLeftOut()).isZero();
  }

  @Test
  void another_message_under_the_same_key_is_a_conflict_that_is_counted_once() {
    FeedbackDesk desk = desk();
    ComplaintId first = desk.receive(channel.key("m-1"), POTHOLE).getComplaint().id();

    for (int i = 0; i < 2; i++) {
      assertThat(desk.receive(channel.key("m-1"), Report.of("rahasia")))
          .isEqualTo(new Intake.Conflicting(first));
    }

    assertThat(texts(store)).containsExactly("Jalan berlubang");
    assertThat(store.listLeftOut(10))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.where()).isEqualTo("m-1");
              assertThat(entry.why()).contains(first.toString()).doesNotContain("rahasia");
            });
  }

  @Test
  void every_part_of_a_report_tells_it_from_another_under_the_same_key() {
    FeedbackDesk desk = desk();
    desk.receive(channel.key("m-1"), POTHOLE);

    assertThat(
            List.of(
                POTHOLE.withPlace(-6.2264, 106.8583),
                POTHOLE.withCategory(Category.of("flood")),
                POTHOLE.withPhotos(List.of(Photo.of("a.jpg"))),
                POTHOLE.withSentAt(clock.instant())))
        .allSatisfy(
            other ->
                assertThat(desk.receive(channel.key("m-1"), other))
                    .isInstanceOf(Intake.Conflicting.class));
  }

  @Test
  void a_report_that_says_nothing_is_rejected_and_counted() {
    FeedbackDesk desk = desk();

    Intake result = desk.receive(channel.key("m-1"), Report.of("  "));

    String why = "the report has no text and no photo: nothing to work on";
    assertThat(result).isEqualTo(new Intake.Rejected("m-1", why));
    assertThat(store.listLeftOut(10))
        .containsExactly(new LeftOut(channel.account(), "m-1", why, clock.instant()));
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(result::getComplaint);
  }

  @Test
  void a_photo_alone_is_a_report() {
    Report photo = Report.of("").withPhotos(List.of(Photo.of("a.jpg")));

    assertThat(desk().receive(photo)).isInstanceOf(Intake.Accepted.class);
  }

  @Test
  void reports_without_a_key_never_hide_each_other() {
    FeedbackDesk desk = desk();

    desk.receive(POTHOLE);
    desk.receive(POTHOLE);

    assertThat(texts(store)).hasSize(2);
  }

  @Test
  void of_one_key_twice_in_a_page_the_first_stands() {
    channel.pages.add(
        List.of(
            channel.message("m-1", "Satu"),
            channel.message("m-1", "Satu"),
            channel.message("m-1", "Lain")));

    List<Intake> results = desk().poll().get(0).results();

    ComplaintId first = results.get(0).getComplaint().id();
    assertThat(results.subList(1, 3))
        .containsExactly(new Intake.AlreadyKnown(first), new Intake.Conflicting(first));
    assertThat(texts(store)).containsExactly("Satu");
  }

  @Test
  void every_message_of_a_page_ends_in_one_outcome_in_its_order() {
    channel.pages.add(
        List.of(
            new ChannelMessage.Malformed("line 1", "no JSON"),
            channel.message("m-1", "Satu"),
            new ChannelMessage.Ignored("m-2", ChannelMessage.Ignored.Reason.OWN_MESSAGE)));

    List<Intake> results = desk().poll().get(0).results();

    assertThat(results).hasSize(3);
    assertThat(results.get(0)).isEqualTo(new Intake.Rejected("line 1", "no JSON"));
    assertThat(results.get(1)).isInstanceOf(Intake.Accepted.class);
    assertThat(results.get(2))
        .isEqualTo(new Intake.Ignored("m-2", ChannelMessage.Ignored.Reason.OWN_MESSAGE));
    assertThat(store.countLeftOut()).isEqualTo(1);
  }
}
