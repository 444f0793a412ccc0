package org.tanggap.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Conversation;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import org.tanggap.store.ComplaintQuery;
import org.tanggap.store.DeliveryOutcome;
import org.tanggap.store.OutboxEntry;
import org.tanggap.store.OutboxState;

class ReplySafetyTest extends DeskTests {

  private static final Reporter BUDI = new Reporter("+62811", "Budi");
  private static final Actor OFFICER = Actor.officer("o-1");

  private FeedbackDesk desk = desk();

  @BeforeEach
  void one_receipt_waits() {
    desk = parts(store).receipts((complaint, clocks) -> "Diterima").build();
    comes(
        new ChannelMessage.NewReport(
            channel.key("m-1"),
            Report.of("Jalan berlubang")
                .withReporter(BUDI)
                .withSentAt(clock.instant().minusSeconds(60)),
            Conversation.NONE.withHint("thread-5")));
  }

  private void comes(ChannelMessage message) {
    channel.pages.add(List.of(message));
    desk.poll();
  }

  private Complaint complaint() {
    return store.list(ComplaintQuery.all()).complaints().get(0);
  }

  @Test
  void an_answer_of_unknown_end_goes_out_again_where_repetitions_are_recognised() {
    channel.answersGetLost = true;
    assertThat(desk.deliver(10)).isEqualTo(Map.of(OutboxState.PENDING, 1));
    channel.answersGetLost = false;
    clock.move(Duration.ofMinutes(1));
    assertThat(desk.deliver(10)).isEqualTo(Map.of(OutboxState.SENT, 1));

    assertThat(channel.sent).extracting(Reply::mayBeSent).containsExactly(false, true);
  }

  @Test
  void an_answer_whose_end_stays_unknown_is_left_to_a_person_at_last() {
    channel.answersGetLost = true;
    for (int i = 0; i < 9; i++) {
      assertThat(desk.deliver(10)).isEqualTo(Map.of(OutboxState.PENDING, 1));
      clock.move(Duration.ofHours(2));
    }
    channel.failure = ChannelException.of(ChannelException.Kind.TEMPORARY, "broke off");

    assertThat(desk.deliver(10)).isEqualTo(Map.of(OutboxState.BY_HAND, 1));
  }

  @Test
  void an_answer_of_unknown_end_is_left_to_a_person_where_they_are_not() {
    channel.recognises = false;
    channel.answersGetLost = true;

    assertThat(desk.deliver(10)).isEqualTo(Map.of(OutboxState.BY_HAND, 1));
    clock.move(Duration.ofDays(1));
    assertThat(desk.deliver(10)).isEmpty();
    assertThat(channel.sent).hasSize(1);
  }

  @Test
  void a_delivery_that_a_crash_cut_off_is_not_repeated_blindly() {
    store.claimReplies(clock.instant(), Duration.ofMinutes(5), 10);
    clock.move(Duration.ofMinutes(6));
    channel.recognises = false;

    assertThat(desk.deliver(10)).isEqualTo(Map.of(OutboxState.BY_HAND, 1));
    assertThat(channel.sent).isEmpty();
  }

  @Test
  void an_administrator_who_looked_may_have_it_sent_again() {
    channel.recognises = false;
    channel.answersGetLost = true;
    desk.deliver(10);
    channel.answersGetLost = false;
    store.retryReply(store.listReplies(OutboxState.BY_HAND, null, 1).get(0).id(), clock.instant());

    assertThat(desk.deliver(10)).isEqualTo(Map.of(OutboxState.SENT, 1));
  }

  @Test
  void waiting_for_a_limit_is_no_failure_however_long_it_takes() {
    for (int i = 0; i < 50; i++) {
      channel.failure =
          ChannelException.waitUntil("limit", clock.instant().plus(Duration.ofMinutes(15)));
      assertThat(desk.deliver(10)).isEqualTo(Map.of(OutboxState.PENDING, 1));
      clock.move(Duration.ofMinutes(15));
    }
    channel.failure = null;

    assertThat(desk.deliver(10)).isEqualTo(Map.of(OutboxState.SENT, 1));
  }

  @Test
  void an_account_beyond_its_limit_is_called_once_and_all_its_answers_wait() {
    comes(channel.message("m-2", "Dua"));
    comes(channel.message("m-3", "Tiga"));
    channel.failure =
        ChannelException.waitUntil("limit", clock.instant().plus(Duration.ofMinutes(15)));

    assertThat(desk.deliver(10)).isEqualTo(Map.of(OutboxState.PENDING, 3));
    assertThat(channel.sends).isEqualTo(1);
    channel.failure = null;
    assertThat(desk.deliver(10)).isEmpty();
    clock.move(Duration.ofMinutes(15));
    assertThat(desk.deliver(10)).isEqualTo(Map.of(OutboxState.SENT, 3));
  }

  @Test
  void a_citizen_who_wants_no_answers_gets_none_until_they_are_wanted_again() {
    comes(new ChannelMessage.AnswersWanted(BUDI, false));
    assertThat(desk.deliver(10)).isEqualTo(Map.of(OutboxState.BY_HAND, 1));
    assertThat(channel.sent).isEmpty();

    comes(new ChannelMessage.AnswersWanted(BUDI, true));
    desk.change(complaint(), new Command.Answer("Kami periksa"), OFFICER);
    assertThat(desk.deliver(10)).isEqualTo(Map.of(OutboxState.SENT, 1));
  }

  @Test
  void a_stop_before_the_first_report_holds_for_it_too() {
    comes(new ChannelMessage.AnswersWanted(new Reporter("+62812", null), false));
    comes(
        new ChannelMessage.NewReport(
            channel.key("m-2"), Report.of("Banjir").withReporter(new Reporter("+62812", "Siti"))));

    assertThat(desk.deliver(10)).isEqualTo(Map.of(OutboxState.SENT, 1, OutboxState.BY_HAND, 1));
  }

  @Test
  void the_photo_of_the_repair_goes_with_the_answer_as_far_as_the_channel_takes_photos() {
    List<Photo> proof = List.of(Photo.of("a.jpg"), Photo.of("b.jpg"));
    channel.permission = ReplyPermission.Allowed.words(1_000).withPhotos(1);
    desk.deliver(10);
    desk.change(complaint(), new Command.Resolve("Sudah diperbaiki", proof), OFFICER);
    desk.deliver(10);

    assertThat(channel.sent.get(1).text()).isEqualTo("Sudah diperbaiki");
    assertThat(channel.sent.get(1).photos()).containsExactly(Photo.of("a.jpg"));
  }

  @Test
  void an_answer_carries_what_the_adapter_noted_and_when_the_citizen_wrote() {
    desk.deliver(10);

    Reply sent = channel.sent.get(0);
    assertThat(sent.to().hint()).isEqualTo("thread-5");
    assertThat(sent.to().sentAt()).isEqualTo(clock.instant().minusSeconds(60));
    assertThat(sent.to().reporter()).isEqualTo(BUDI);
  }

  @Test
  void before_an_officer_writes_the_channel_says_whether_and_how() {
    channel.permission = ReplyPermission.Allowed.words(280).withPrice("USD 0.01");

    assertThat(desk.permission(complaint())).isEqualTo(channel.permission);
    assertThat(channel.asked).isNotNull();
    assertThat(channel.asked.hint()).isEqualTo("thread-5");
    assertThat(channel.asked.reporter()).isEqualTo(BUDI);
    assertThat(channel.sent).isEmpty();
  }

  @Test
  void what_the_vendor_says_later_of_an_answer_is_noted_and_a_failure_is_a_dead_letter() {
    desk.deliver(10);
    comes(status(ChannelMessage.ReplyStatus.State.DELIVERED));
    assertThat(store.countReplies()).isEqualTo(Map.of(OutboxState.DELIVERED, 1L));
    comes(status(ChannelMessage.ReplyStatus.State.READ));
    comes(status(ChannelMessage.ReplyStatus.State.DELIVERED));
    assertThat(store.countReplies()).isEqualTo(Map.of(OutboxState.READ, 1L));
  }

  @Test
  void an_answer_that_fails_after_it_was_sent_is_a_dead_letter_with_its_reason() {
    desk.deliver(10);
    comes(
        new ChannelMessage.ReplyStatus(
            channel.key("sent-1"), ChannelMessage.ReplyStatus.State.FAILED, "no such number"));

    assertThat(store.listReplies(OutboxState.DEAD, null, 10))
        .singleElement()
        .satisfies(it -> assertThat(it.note()).isEqualTo("no such number"));
  }

  @Test
  void the_failure_of_an_answer_that_nobody_knows_is_kept_among_what_was_left_out() {
    comes(
        new ChannelMessage.ReplyStatus(
            channel.key("sent-9"), ChannelMessage.ReplyStatus.State.FAILED, "no such number"));

    assertThat(store.listLeftOut(10)).singleElement().extracting("where").isEqualTo("sent-9");
  }

  private ChannelMessage status(ChannelMessage.ReplyStatus.State state) {
    return new ChannelMessage.ReplyStatus(channel.key("sent-1"), state, "");
  }

  @Test
  void a_claim_that_was_settled_by_nobody_is_told_to_be_uncertain() {
    List<OutboxEntry> first = store.claimReplies(clock.instant(), Duration.ofMinutes(5), 10);
    store.settleReply(
        first.get(0), new DeliveryOutcome.Retry(clock.instant().plusSeconds(1), "later"));
    clock.move(Duration.ofSeconds(2));

    assertThat(store.claimReplies(clock.instant(), Duration.ofMinutes(5), 10).get(0).reply())
        .extracting(Reply::mayBeSent)
        .isEqualTo(false);
  }
}
