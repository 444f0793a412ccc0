package org.tanggap.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Conversation;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import org.tanggap.complaint.Status;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.responsibility.Category;
import org.tanggap.store.ComplaintQuery;

class ConversationTest extends DeskTests {

  private static final Actor OFFICER = Actor.officer("o-1");
  private static final Reporter BUDI = new Reporter("+62811", "Budi");
  private static final Reporter SITI = new Reporter("+62812", "Siti");

  private final FeedbackDesk desk =
      parts(store)
          .categorizer(text -> text.contains("jalan") ? Optional.of(ROAD) : Optional.empty())
          .receipts((complaint, clocks) -> "Diterima")
          .build();

  private Intake comes(String id, Report report, Conversation conversation) {
    channel.pages.add(List.of(new ChannelMessage.NewReport(channel.key(id), report, conversation)));
    return polled();
  }

  private Intake comes(ChannelMessage message) {
    channel.pages.add(List.of(message));
    return polled();
  }

  private Intake polled() {
    List<AccountPoll> polls = desk.poll();
    return polls.get(0).results().get(0);
  }

  private static Report words(Reporter from, String text) {
    return Report.of(text).withReporter(from);
  }

  private static Report pin(Reporter from) {
    return Report.of("").withPlace(-6.2263, 106.8583).withReporter(from);
  }

  private List<Complaint> all() {
    return store.list(ComplaintQuery.all()).complaints();
  }

  @Test
  void in_a_chat_words_photo_and_place_make_one_complaint_in_any_order() {
    comes("m-1", pin(BUDI), Conversation.CHAT);
    clock.move(Duration.ofMinutes(2));
    comes(
        "m-2",
        Report.of("").withPhotos(List.of(Photo.of("p"))).withReporter(BUDI),
        Conversation.CHAT);
    clock.move(Duration.ofMinutes(9));
    Intake last = comes("m-3", words(BUDI, "jalan berlubang"), Conversation.CHAT);

    assertThat(last).isInstanceOf(Intake.Added.class);
    assertThat(all()).hasSize(1);
    Complaint complaint = all().get(0);
    assertThat(complaint.category()).isEqualTo(ROAD);
    assertThat(complaint.findAssignment()).map(it -> it.unit()).contains(SUDIN);
  }

  @Test
  void a_place_that_follows_the_words_is_looked_up_and_finds_the_unit() {
    comes("m-1", words(BUDI, "jalan berlubang"), Conversation.CHAT);
    Complaint before = all().get(0);
    comes("m-2", pin(BUDI), Conversation.CHAT);

    Complaint after = all().get(0);
    assertThat(before.findAssignment()).isEmpty();
    assertThat(after.findAssignment()).map(it -> it.unit()).contains(SUDIN);
    assertThat(after.location()).isInstanceOf(LocationEvidence.Point.class);
  }

  @Test
  void what_comes_in_a_chat_after_a_while_is_a_complaint_of_its_own() {
    comes("m-1", words(BUDI, "jalan berlubang"), Conversation.CHAT);
    clock.move(Duration.ofMinutes(10).plusMillis(1));
    Intake next = comes("m-2", words(BUDI, "banjir di pasar"), Conversation.CHAT);

    assertThat(next).isInstanceOf(Intake.Accepted.class);
    assertThat(all()).hasSize(2);
  }

  @Test
  void what_comes_at_once_but_not_in_a_chat_is_a_complaint_of_its_own() {
    comes("m-1", words(BUDI, "jalan berlubang"), Conversation.NONE);
    comes("m-2", words(BUDI, "banjir di pasar"), Conversation.NONE);

    assertThat(all()).hasSize(2);
  }

  @Test
  void two_people_who_chat_at_the_same_time_are_not_mixed_up() {
    comes("m-1", words(BUDI, "jalan berlubang"), Conversation.CHAT);
    comes("m-2", words(SITI, "lampu mati"), Conversation.CHAT);
    comes("m-3", words(SITI, "sejak kemarin"), Conversation.CHAT);

    assertThat(all()).hasSize(2);
    assertThat(all().get(1).history())
        .filteredOn(ComplaintEvent.MessageAdded.class::isInstance)
        .hasSize(1);
  }

  @Test
  void messages_of_one_page_belong_together_as_those_of_several_do() {
    channel.pages.add(
        List.of(
            new ChannelMessage.NewReport(
                channel.key("m-1"), words(BUDI, "jalan berlubang"), Conversation.CHAT),
            new ChannelMessage.NewReport(channel.key("m-2"), pin(BUDI), Conversation.CHAT)));
    desk.poll();

    assertThat(all()).hasSize(1);
    assertThat(all().get(0).findAssignment()).isPresent();
  }

  @Test
  void a_chat_goes_on_however_late_while_we_wait_for_an_answer() {
    comes("m-1", words(BUDI, "jalan berlubang"), Conversation.CHAT);
    desk.change(all().get(0), new Command.Ask("Di mana?"), OFFICER);
    clock.move(Duration.ofDays(2));
    comes("m-2", words(BUDI, "depan pasar"), Conversation.CHAT);

    assertThat(all()).hasSize(1);
    assertThat(all().get(0).status()).isEqualTo(Status.RECEIVED);
  }

  @Test
  void an_answer_to_the_citizens_own_message_belongs_to_its_complaint() {
    comes("m-1", words(BUDI, "jalan berlubang"), Conversation.NONE);
    clock.move(Duration.ofDays(3));
    Intake next =
        comes("m-2", words(BUDI, "masih"), Conversation.NONE.answering(channel.key("m-1")));

    assertThat(next).isInstanceOf(Intake.Added.class);
    assertThat(all()).hasSize(1);
  }

  @Test
  void an_answer_to_our_answer_belongs_to_the_complaint() {
    comes("m-1", words(BUDI, "jalan berlubang"), Conversation.NONE);
    desk.deliver(10);
    Intake next =
        comes(
            "m-2", words(BUDI, "terima kasih"), Conversation.NONE.answering(channel.key("sent-1")));

    assertThat(next).isInstanceOf(Intake.Added.class);
    assertThat(all()).hasSize(1);
  }

  @Test
  void the_echo_of_our_own_answer_is_no_report() {
    comes("m-1", words(BUDI, "jalan berlubang"), Conversation.NONE);
    desk.deliver(10);
    Intake echo = comes("sent-1", words(new Reporter("us", null), "Diterima"), Conversation.NONE);

    assertThat(echo)
        .isEqualTo(new Intake.Ignored("sent-1", ChannelMessage.Ignored.Reason.OWN_MESSAGE));
    assertThat(all()).hasSize(1);
  }

  @Test
  void somebody_elses_answer_is_a_complaint_of_its_own() {
    comes("m-1", words(BUDI, "jalan berlubang"), Conversation.NONE);
    comes("m-2", words(SITI, "di sini juga"), Conversation.NONE.answering(channel.key("m-1")));

    assertThat(all()).hasSize(2);
  }

  @Test
  void what_comes_to_a_merged_complaint_reaches_the_one_that_goes_on() {
    comes("m-1", words(BUDI, "jalan berlubang"), Conversation.NONE);
    comes("m-2", words(SITI, "jalan rusak"), Conversation.NONE);
    Complaint duplicate = all().get(1);
    desk.change(duplicate, new Command.Merge(all().get(0), "Sama"), OFFICER);
    Intake next =
        comes("m-3", words(SITI, "sejak Senin"), Conversation.NONE.answering(channel.key("m-2")));

    assertThat(next).isInstanceOf(Intake.Added.class);
    assertThat(((Intake.Added) next).complaint().id()).isEqualTo(all().get(0).id());
    assertThat(((Intake.Added) next).complaint().history())
        .last()
        .satisfies(event -> assertThat(event.by()).isEqualTo(Actor.follower()));
  }

  @Test
  void a_place_alone_finds_the_latest_complaint_of_its_sender() {
    comes("m-1", words(BUDI, "jalan berlubang"), Conversation.NONE);
    clock.move(Duration.ofHours(20));
    comes("m-2", pin(BUDI), Conversation.NONE);

    assertThat(all()).hasSize(1);
    assertThat(all().get(0).findAssignment()).isPresent();
  }

  @Test
  void a_place_alone_of_somebody_who_reported_nothing_is_left_out_with_its_reason() {
    assertThat(comes("m-1", pin(BUDI), Conversation.NONE)).isInstanceOf(Intake.Rejected.class);
    assertThat(store.countLeftOut()).isEqualTo(1);
  }

  @Test
  void an_edition_is_added_once_under_the_key_of_the_message() {
    comes("m-1", words(BUDI, "jalan berlubang"), Conversation.NONE);
    ChannelMessage edited =
        new ChannelMessage.Edited(
            channel.key("m-1"), "2", words(BUDI, "jalan berlubang di Tebet"), Conversation.NONE);

    assertThat(comes(edited)).isInstanceOf(Intake.Added.class);
    assertThat(comes(edited)).isInstanceOf(Intake.AlreadyKnown.class);
    assertThat(all().get(0).history())
        .filteredOn(ComplaintEvent.MessageAdded.class::isInstance)
        .singleElement()
        .satisfies(
            event -> {
              ComplaintEvent.MessageAdded added = (ComplaintEvent.MessageAdded) event;
              assertThat(added.message()).isEqualTo(channel.key("m-1"));
              assertThat(added.edition()).isEqualTo("2");
              assertThat(added.text()).isEqualTo("jalan berlubang di Tebet");
            });
  }

  @Test
  void an_edition_that_overtakes_its_message_opens_the_complaint_and_the_message_is_known() {
    ChannelMessage edited =
        new ChannelMessage.Edited(
            channel.key("m-1"), "2", words(BUDI, "jalan berlubang"), Conversation.NONE);

    assertThat(comes(edited)).isInstanceOf(Intake.Accepted.class);
    assertThat(comes(edited)).isInstanceOf(Intake.AlreadyKnown.class);
    assertThat(comes("m-1", words(BUDI, "jaln brlubang"), Conversation.NONE))
        .isInstanceOf(Intake.AlreadyKnown.class);
    assertThat(all()).hasSize(1);
    assertThat(store.countLeftOut()).isZero();
  }

  @Test
  void a_deletion_is_noted_once_and_what_was_never_here_is_not_missed() {
    comes("m-1", words(BUDI, "jalan berlubang"), Conversation.NONE);

    assertThat(comes(new ChannelMessage.Deleted(channel.key("m-1"))))
        .isInstanceOf(Intake.Added.class);
    assertThat(comes(new ChannelMessage.Deleted(channel.key("m-1"))))
        .isInstanceOf(Intake.AlreadyKnown.class);
    assertThat(comes(new ChannelMessage.Deleted(channel.key("m-9"))))
        .isInstanceOf(Intake.Ignored.class);
    assertThat(all().get(0).isDeleted(channel.key("m-1"))).isTrue();
  }

  @Test
  void once_a_unit_has_it_a_further_place_is_kept_and_moves_nothing() {
    comes(
        "m-1",
        words(BUDI, "jalan berlubang")
            .withPlace(-6.2263, 106.8583)
            .withCategory(Category.of("road")),
        Conversation.CHAT);
    Complaint before = all().get(0);
    comes("m-2", Report.of("").withPlace(-6.3, 106.9).withReporter(BUDI), Conversation.CHAT);

    Complaint after = all().get(0);
    assertThat(after.location()).isEqualTo(before.location());
    assertThat(after.findAssignment()).isEqualTo(before.findAssignment());
    assertThat(after.version()).isEqualTo(before.version() + 1);
  }

  @Test
  void a_person_whose_number_has_changed_is_the_same_person() {
    comes("m-1", words(BUDI, "jalan berlubang"), Conversation.CHAT);
    comes(new ChannelMessage.IdentityChanged("+62811", new Reporter("+62899", "Budi")));
    Intake next =
        comes("m-2", words(new Reporter("+62899", "Budi"), "depan pasar"), Conversation.CHAT);

    assertThat(next).isInstanceOf(Intake.Added.class);
  }
}
