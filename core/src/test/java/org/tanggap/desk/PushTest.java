package org.tanggap.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.MessageFate;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushResponse;
import org.tanggap.channel.PushVerdict;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.store.ComplaintQuery;
import org.tanggap.store.StoreException;

class PushTest extends DeskTests {

  private static final PushRequest REQUEST = PushRequest.of(new byte[] {1}, Map.of());

  private PushVerdict genuine(ChannelMessage... messages) {
    return new PushVerdict.Genuine(List.of(messages));
  }

  @Test
  void an_account_without_a_push_channel_is_not_found() {
    Channel other = () -> AccountId.of("fake", "no-push");
    FeedbackDesk desk = parts(store).channel(other).build();

    assertThat(desk.receive(AccountId.of("fake", "nobody"), REQUEST).status()).isEqualTo(404);
    assertThat(desk.receive(other.account(), REQUEST).status()).isEqualTo(404);
  }

  @Test
  void a_refused_request_gets_the_answer_of_the_channel_and_stores_nothing() {
    PushResponse forged = PushResponse.of(401, "bad signature");
    channel.verdict = new PushVerdict.Refused(forged);

    assertThat(desk().receive(channel.account(), REQUEST)).isEqualTo(forged);
    assertThat(texts(store)).isEmpty();
  }

  @Test
  void the_fate_of_every_message_goes_back_in_order() {
    FeedbackDesk desk = desk();
    channel.verdict = genuine(channel.message("m-1", "Satu"));
    desk.receive(channel.account(), REQUEST);
    String first = store.list(ComplaintQuery.all()).complaints().get(0).id().toString();
    channel.verdict =
        genuine(
            channel.message("m-1", "Satu"),
            channel.message("m-1", "Lain"),
            channel.message("m-2", "Dua"),
            new ChannelMessage.Ignored("m-3", ChannelMessage.Ignored.Reason.REACTION),
            new ChannelMessage.Malformed("m-4", "no JSON"));

    PushResponse response = desk.receive(channel.account(), REQUEST);

    ComplaintId second = store.list(ComplaintQuery.all()).complaints().get(1).id();
    assertThat(response).isEqualTo(PushResponse.of(202, "thanks"));
    assertThat(channel.acknowledged)
        .containsExactly(
            new MessageFate(MessageFate.Kind.ALREADY_KNOWN, first),
            new MessageFate(MessageFate.Kind.REJECTED, ""),
            new MessageFate(MessageFate.Kind.STORED, second.toString()),
            new MessageFate(MessageFate.Kind.IGNORED, ""),
            new MessageFate(MessageFate.Kind.REJECTED, ""));
  }

  @Test
  void nothing_is_acknowledged_that_is_not_stored() {
    ForwardingStore failing =
        new ForwardingStore(store) {
          @Override
          void step() {
            throw new StoreException("the disk is full", null);
          }
        };
    channel.verdict = genuine(channel.message("m-1", "Satu"));
    FeedbackDesk desk = parts(failing).build();

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> desk.receive(channel.account(), REQUEST));

    assertThat(channel.acknowledged).isEmpty();
  }

  @Test
  void a_push_does_not_move_the_cursor_of_the_account() {
    channel.verdict = genuine(channel.message("m-1", "Satu"));

    desk().receive(channel.account(), REQUEST);

    assertThat(store.findCursor(channel.account())).isEmpty();
  }
}
