package org.tanggap.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Report;
import org.tanggap.store.OutboxState;

class DeliveryTest extends DeskTests {

  private static final Map<OutboxState, Integer> TRIED_IN_VAIN = Map.of(OutboxState.PENDING, 1);
  private static final Map<OutboxState, Integer> SENT = Map.of(OutboxState.SENT, 1);
  private static final Map<OutboxState, Integer> BY_HAND = Map.of(OutboxState.BY_HAND, 1);
  private static final Map<OutboxState, Integer> DEAD = Map.of(OutboxState.DEAD, 1);

  private FeedbackDesk desk = desk();

  @BeforeEach
  void one_receipt_waits() {
    desk = parts(store).receipts((complaint, clocks) -> "Diterima").build();
    desk.receive(channel.key("m-1"), Report.of("Jalan berlubang"));
  }

  private void fail(Kind kind, @Nullable Instant retryAt) {
    channel.failure = new ChannelException(kind, "not now", retryAt, null);
  }

  @Test
  void an_answer_is_sent_once() {
    assertThat(desk.deliver(10)).isEqualTo(SENT);
    clock.move(Duration.ofDays(1));

    assertThat(desk.deliver(10)).isEmpty();
    assertThat(channel.sent).extracting(Reply::text).containsExactly("Diterima");
    assertThat(store.countReplies()).isEqualTo(Map.of(OutboxState.SENT, 1L));
  }

  @Test
  void no_more_answers_are_sent_than_asked_for() {
    desk.receive(channel.key("m-2"), Report.of("Banjir"));

    assertThat(desk.deliver(1)).isEqualTo(SENT);
    assertThat(store.countReplies())
        .isEqualTo(Map.of(OutboxState.SENT, 1L, OutboxState.PENDING, 1L));
  }

  @Test
  void an_answer_that_the_channel_leaves_to_a_person_is_done_by_hand() {
    channel.permission = new ReplyPermission.ByHand("the window is closed");

    assertThat(desk.deliver(10)).isEqualTo(BY_HAND);
    assertThat(channel.sent).isEmpty();
  }

  @Test
  void an_answer_that_is_too_long_is_never_cut_but_done_by_hand() {
    channel.permission = ReplyPermission.Allowed.words("Diterima".length() - 1);

    assertThat(desk.deliver(10)).isEqualTo(BY_HAND);
    assertThat(channel.sent).isEmpty();
  }

  @Test
  void an_answer_of_just_the_allowed_length_is_sent() {
    channel.permission = ReplyPermission.Allowed.words("Diterima".length());

    assertThat(desk.deliver(10)).isEqualTo(SENT);
  }

  @Test
  void an_answer_for_a_channel_that_cannot_answer_is_done_by_hand() {
    desk.deliver(10);
    Channel mute = () -> AccountId.of("feed", "mute");
    desk = parts(store).channel(mute).receipts((complaint, clocks) -> "Diterima").build();
    desk.receive(new MessageKey(mute.account(), "m-1"), Report.of("Banjir"));

    assertThat(desk.deliver(10)).isEqualTo(BY_HAND);
  }

  @Test
  void a_failure_is_tried_again_after_waits_that_double() {
    fail(Kind.TEMPORARY, null);

    for (int seconds : List.of(30, 60, 120, 240, 480, 960, 1_920, 3_840, 3_840)) {
      assertThat(desk.deliver(10)).isEqualTo(TRIED_IN_VAIN);
      clock.move(Duration.ofSeconds(seconds).minusMillis(1));
      assertThat(desk.deliver(10)).as("%s s are not over", seconds).isEmpty();
      clock.move(Duration.ofMillis(1));
    }

    assertThat(desk.deliver(10)).as("the tenth attempt is the last").isEqualTo(DEAD);
    clock.move(Duration.ofDays(30));
    assertThat(desk.deliver(10)).isEmpty();
  }

  @Test
  void an_answer_that_failed_once_is_sent_in_the_end() {
    fail(Kind.TEMPORARY, null);
    desk.deliver(10);
    channel.failure = null;
    clock.move(Duration.ofSeconds(30));

    assertThat(desk.deliver(10)).isEqualTo(SENT);
    assertThat(channel.sent).hasSize(1);
  }

  @Test
  void the_time_that_the_vendor_names_counts_more_than_our_own_wait() {
    fail(Kind.WAIT_UNTIL, clock.instant().plus(Duration.ofHours(3)));

    assertThat(desk.deliver(10)).isEqualTo(TRIED_IN_VAIN);
    clock.move(Duration.ofHours(3).minusMillis(1));
    assertThat(desk.deliver(10)).isEmpty();
    clock.move(Duration.ofMillis(1));
    assertThat(desk.deliver(10)).isEqualTo(TRIED_IN_VAIN);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void what_the_vendor_does_not_allow_is_given_up_at_once_and_all_else_tried_again(Kind kind) {
    fail(kind, null);

    Map<OutboxState, Integer> expected =
        switch (kind) {
          case NOT_PERMITTED -> DEAD;
          case REFRESH -> SENT;
          default -> TRIED_IN_VAIN;
        };
    assertThat(desk.deliver(10)).isEqualTo(expected);
  }

  @Test
  void one_answer_that_fails_does_not_keep_the_others() {
    FakeChannel other = new FakeChannel("other");
    desk = parts(store).channel(other).receipts((complaint, clocks) -> "Diterima").build();
    desk.receive(other.key("m-1"), Report.of("Banjir"));
    fail(Kind.TEMPORARY, null);

    assertThat(desk.deliver(10)).isEqualTo(Map.of(OutboxState.PENDING, 1, OutboxState.SENT, 1));
    assertThat(other.sent).hasSize(1);
  }
}
